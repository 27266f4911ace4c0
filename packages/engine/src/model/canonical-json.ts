// Canonical JSON (RFC 8785): one text for one value, so that equal documents have equal hashes.

/**
 * The canonical text of a JSON value: keys sorted by UTF-16 code units, no white space, numbers as ECMAScript
 * prints them. Keys whose value is `undefined` are left out, as JSON.stringify does.
 * @throws TypeError on what JSON cannot hold (non-finite numbers, functions, bigint, lone surrogates).
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case "string":
      if (/\p{Surrogate}/u.test(value)) throw new TypeError("a lone surrogate has no canonical form");
      return JSON.stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "number":
      if (!Number.isFinite(value)) throw new TypeError("a non-finite number has no canonical form");
      return JSON.stringify(value);
    case "object": {
      if (value === null) return "null";
      if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
      const record = value as Readonly<Record<string, unknown>>;
      const members = Object.keys(record)
        .filter((key) => record[key] !== undefined)
        .sort()
        .map((key) => `${canonicalJson(key)}:${canonicalJson(record[key])}`);
      return `{${members.join(",")}}`;
    }
    default:
      throw new TypeError(`a ${typeof value} has no canonical form`);
  }
}

/** Whether two JSON values are the same value. It stops at the first difference, and writes no text of either. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return canonicalJson(a) === canonicalJson(b);
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, i) => sameJson(item, b[i]))
    );
  }
  const [mine, other] = [a, b] as readonly Readonly<Record<string, unknown>>[];
  const keysOf = (record: Readonly<Record<string, unknown>> = {}): readonly string[] =>
    Object.keys(record).filter((key) => record[key] !== undefined);
  const keys = keysOf(mine);
  return (
    keys.length === keysOf(other).length &&
    keys.every(
      (key) =>
        other !== undefined &&
        Object.hasOwn(other, key) &&
        other[key] !== undefined &&
        sameJson(mine?.[key], other[key]),
    )
  );
}
