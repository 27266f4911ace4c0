// A document without its bilingual texts: what is left is everything that an answer can depend on. Proofs and seeded
// faults are about that only, so a corrected sentence does not make them run again.

/** The same JSON value; whatever is `{ fr, en }` is left out. */
export function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => (isText(child) ? [] : [[key, withoutTexts(child)]])),
  );
}

function isText(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { fr, en, ...others } = value as Readonly<Record<string, unknown>>;
  return typeof fr === "string" && typeof en === "string" && Object.keys(others).length === 0;
}
