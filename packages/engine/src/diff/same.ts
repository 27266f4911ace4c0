// Equality of pieces of documents, whatever the order of their keys.
import { canonicalJson } from "../model/canonical-json.ts";

/** Whether two JSON values are the same; absent keys and `undefined` ones are not told apart. */
export function same(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

/** The keys of two objects that hold different values, in the order in which the objects have them. */
export function differingKeys(base: object, head: object, except: readonly string[] = []): readonly string[] {
  const keys = [...new Set([...Object.keys(base), ...Object.keys(head)])].filter(
    (key) => !except.includes(key),
  );
  return keys.filter((key) => !same(valueAt(base, key), valueAt(head, key)));
}

function valueAt(record: object, key: string): unknown {
  return Object.hasOwn(record, key) ? (record as Readonly<Record<string, unknown>>)[key] : undefined;
}
