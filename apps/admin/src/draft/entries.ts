// The named entries of a draft (a fact, a criterion, a profile…), so that two versions of it can be compared and joined
// entry by entry. It says which entries differ, not how: words for that are the engine's.
import { sameJson } from "@jumelage/engine";
import type { Documents, Judged } from "./document.ts";

export const collections = [
  "sources",
  "parameters",
  "facts",
  "conditions",
  "decisions",
  "criteria",
  "properties",
  "profiles",
  "hazards",
] as const;
export type Collection = (typeof collections)[number] | "document";

export interface Entry {
  readonly collection: Collection;
  readonly id: string;
  readonly value: unknown;
}

type Item = { readonly id: string };

export function itemsOf(
  documents: Judged & Partial<Documents>,
  collection: (typeof collections)[number],
): readonly Item[] {
  if (collection === "hazards") return documents.hazards ?? [];
  return collection === "profiles" ? documents.profiles : documents.ruleSet[collection];
}

/** The fields of the rule set that are not lists of entries: its title, its purpose… */
export const singleFields = ["title", "purpose", "timeZone"] as const;

/** Every entry by a key that no two share. */
export function entriesOf(documents: Judged & Partial<Documents>): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const field of singleFields) {
    entries.set(`document/${field}`, { collection: "document", id: field, value: documents.ruleSet[field] });
  }
  for (const collection of collections) {
    for (const item of itemsOf(documents, collection)) {
      entries.set(`${collection}/${item.id}`, { collection, id: item.id, value: item });
    }
  }
  return entries;
}

const compared = new WeakMap<object, WeakMap<object, boolean>>();

/**
 * Whether two values say the same, whatever the order of their keys; an absent one is only like another absent one.
 * Documents are never changed in place, so what was found for two objects is kept: a keystroke compares what it changed.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return sameJson(a, b);
  const known = compared.get(a)?.get(b);
  if (known !== undefined) return known;
  const same = sameJson(a, b);
  const others = compared.get(a) ?? new WeakMap<object, boolean>();
  compared.set(a, others.set(b, same));
  return same;
}

/** The keys of the entries that were added, removed or changed between two versions. */
export function changedKeys(
  before: Judged & Partial<Documents>,
  after: Judged & Partial<Documents>,
): readonly string[] {
  if (before === after) return [];
  const old = entriesOf(before);
  const fresh = entriesOf(after);
  return [...new Set([...old.keys(), ...fresh.keys()])].filter(
    (key) => !sameValue(old.get(key)?.value, fresh.get(key)?.value),
  );
}
