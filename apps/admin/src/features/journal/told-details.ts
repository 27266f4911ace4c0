// What was recorded with a line, as it is told: of settings before and after, those that changed and no others.

type Details = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Details {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Settings beside what they are the settings of: one list. */
function flat(document: unknown): Details | undefined {
  if (!isRecord(document)) return undefined;
  const { settings, ...rest } = document;
  return { ...rest, ...(isRecord(settings) ? settings : {}) };
}

/** The details of a line in the order they are told in. */
export function toldDetails(details: Details): Details {
  const { before, after, ...rest } = details;
  const [was, is] = [flat(before), flat(after)];
  if (!was || !is) return details;
  const changed = Object.keys({ ...was, ...is }).filter(
    (key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]),
  );
  const only = (document: Details): Details =>
    Object.fromEntries(changed.map((key) => [key, document[key] ?? null]));
  return { ...rest, from: only(was), to: only(is) };
}
