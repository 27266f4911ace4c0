// Two people changed one draft: a three-way merge by named entry (a fact, a criterion, a profile…). What only one side
// changed is taken; what both changed differently is a question put to the person. Nothing is dropped.
import type { Hazard, Profile } from "@jumelage/engine";
import type { Documents } from "./document.ts";
import {
  collections,
  entriesOf,
  itemsOf,
  sameValue,
  singleFields,
  type Collection,
  type Entry,
} from "./entries.ts";

export type Side = "mine" | "theirs";

/** One entry that both sides changed, differently. `undefined` means that this side removed it. */
export interface Clash {
  readonly key: string;
  readonly collection: Collection;
  readonly id: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** The three versions a merge is made of. */
export interface Sides {
  readonly base: Documents;
  readonly mine: Documents;
  readonly theirs: Documents;
}

/** What two people made of one draft, and what is left to choose; without clashes the two have already been joined. */
export interface Conflict extends Sides {
  readonly by: string;
  readonly at: string;
  readonly clashes: readonly Clash[];
}

/** The entries that both sides changed, differently. */
export function clashesOf({ base, mine, theirs }: Sides): readonly Clash[] {
  const [old, my, their] = [entriesOf(base), entriesOf(mine), entriesOf(theirs)];
  return [...new Set([...my.keys(), ...their.keys(), ...old.keys()])].flatMap((key) => {
    const [b, m, t] = [old.get(key)?.value, my.get(key)?.value, their.get(key)?.value];
    const entry = my.get(key) ?? their.get(key);
    if (entry === undefined || sameValue(m, t) || sameValue(b, m) || sameValue(b, t)) return [];
    return [{ key, collection: entry.collection, id: entry.id, mine: m, theirs: t }];
  });
}

/** The two sides joined; `choose` settles the clashes. */
export function mergeSides(sides: Sides, choose: (clash: Clash) => Side): Documents {
  const [old, my, their] = [entriesOf(sides.base), entriesOf(sides.mine), entriesOf(sides.theirs)];
  const settled = new Map(clashesOf(sides).map((clash) => [clash.key, choose(clash)]));
  const pick = (key: string): Entry | undefined => {
    const side = settled.get(key) ?? (sameValue(old.get(key)?.value, my.get(key)?.value) ? "theirs" : "mine");
    return (side === "mine" ? my : their).get(key);
  };
  const joined = (collection: (typeof collections)[number]): unknown[] => {
    const ids = [...itemsOf(sides.mine, collection), ...itemsOf(sides.theirs, collection)].map(
      (item) => item.id,
    );
    return [...new Set(ids)].flatMap((id) => {
      const entry = pick(`${collection}/${id}`);
      return entry === undefined ? [] : [entry.value];
    });
  };
  const fields = Object.fromEntries(singleFields.map((field) => [field, pick(`document/${field}`)?.value]));
  const lists = Object.fromEntries(
    collections.filter((c) => c !== "profiles" && c !== "hazards").map((c) => [c, joined(c)]),
  );
  return {
    ruleSet: { ...sides.mine.ruleSet, ...fields, ...lists },
    profiles: joined("profiles") as Profile[],
    hazards: joined("hazards") as Hazard[],
  };
}
