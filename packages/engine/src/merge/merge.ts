// Two people changed one document: what only one side changed is taken, what both changed differently is a conflict that
// keeps both ways. Things are matched by their id, wherever a list holds things with ids; every other member is whole:
// of a condition nobody wants the comparison of one side with the number of the other.
import { sameJson } from "../model/canonical-json.ts";
import { mergeOrder } from "./order.ts";

export type Side = "mine" | "theirs";

/** The three versions a merge is made of. */
export interface Sides<T = unknown> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

export interface Conflict extends Sides {
  /** Where, by ids: `["ruleSet", "criteria", "A-D4", "when"]`. What stands there is `undefined` where it does not. */
  readonly at: readonly string[];
  /** `value`: changed to two values. `removed`: one side removed what the other changed. `order`: two orders, as ids. */
  readonly kind: "value" | "removed" | "order";
}

export interface Joined<T> {
  /** Everything that is settled. An open conflict stands as mine, or as the side that did not remove it. */
  readonly merged: T;
  /** Those that `choose` left open. */
  readonly conflicts: readonly Conflict[];
}

/** `both`: what mine says and then what theirs says; of texts only, elsewhere it is mine. */
export type Choice = Side | "both";

/** Settles a conflict, or leaves it open. */
export type Choose = (conflict: Conflict) => Choice | undefined;

type Words = Readonly<Record<string, string>>;
type Thing = Readonly<Record<string, unknown>>;
type Things = readonly (Thing & { readonly id: string })[];

interface Run {
  readonly choose: Choose;
  readonly open: Conflict[];
}

/** A document within the document: read member by member, though it has no id. */
const inner = "ruleSet";
/** Lists whose order has a meaning: precedence, and what may refer to what. */
const ordered: ReadonlySet<string> = new Set(["decisions", "outcomes"]);

/** The two sides joined; the same from either side, but for open conflicts. */
export function merge<T extends object>(sides: Sides<T>, choose: Choose = () => undefined): Joined<T> {
  const run: Run = { choose, open: [] };
  const merged = mergeThing(sides as unknown as Sides<Thing>, [], run);
  return { merged: merged as unknown as T, conflicts: run.open };
}

/** The name of a conflict, to remember a choice by. */
export function conflictKey({ at, kind }: Pick<Conflict, "at" | "kind">): string {
  return `${kind === "order" ? "order" : "value"}:${at.join("/")}`;
}

/** Whether both ways of a conflict can stand in one text. */
export function canKeepBoth({ kind, mine, theirs }: Conflict): boolean {
  return kind === "value" && isText(mine) && isText(theirs);
}

function mergeThing(sides: Sides<Thing>, at: readonly string[], run: Run): Thing {
  const names = new Set([sides.base, sides.mine, sides.theirs].flatMap((thing) => Object.keys(thing)));
  const members = [...names].map((name) => {
    const member = { base: sides.base[name], mine: sides.mine[name], theirs: sides.theirs[name] };
    return [name, mergeMember(member, [...at, name], run)] as const;
  });
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function mergeMember(sides: Sides, at: readonly string[], run: Run): unknown {
  const decided = onlyOneChanged(sides);
  if (decided !== undefined) return sides[decided];
  const { base, mine, theirs } = sides;
  if (at.length === 1 && at[0] === inner && isThing(base) && isThing(mine) && isThing(theirs))
    return mergeThing({ base, mine, theirs }, at, run);
  const lists = { base: base ?? [], mine, theirs };
  if (hasThings(lists.base) && hasThings(lists.mine) && hasThings(lists.theirs))
    return mergeThings({ base: lists.base, mine: lists.mine, theirs: lists.theirs }, at, run);
  return inOwnLanguages(sides) ?? conflicting(sides, at, run);
}

function mergeThings(sides: Sides<Things>, at: readonly string[], run: Run): Things {
  const [old, my, their] = [byId(sides.base), byId(sides.mine), byId(sides.theirs)];
  const kept = new Map<string, Thing>();
  for (const id of new Set([...old.keys(), ...my.keys(), ...their.keys()])) {
    const entry = { base: old.get(id), mine: my.get(id), theirs: their.get(id) };
    const decided = onlyOneChanged(entry);
    const { mine, theirs } = entry;
    const value =
      decided !== undefined
        ? entry[decided]
        : mine !== undefined && theirs !== undefined
          ? mergeThing({ base: entry.base ?? {}, mine, theirs }, [...at, id], run)
          : conflicting(entry, [...at, id], run);
    if (value !== undefined) kept.set(id, value as Thing);
  }
  const orders = { base: [...old.keys()], mine: [...my.keys()], theirs: [...their.keys()] };
  const isOrdered = ordered.has(at[at.length - 1] ?? "");
  const order = mergeOrder(orders, new Set(kept.keys()), {
    isOrdered,
    settle: () => {
      const chosen = settle({ at, kind: "order", ...orders }, run);
      return chosen === "both" ? "mine" : chosen;
    },
  });
  return order.flatMap((id) => {
    const thing = kept.get(id);
    return thing === undefined ? [] : [{ ...thing, id }];
  });
}

/** The side to take where at most one changed what was there, or both did the same. */
function onlyOneChanged({ base, mine, theirs }: Sides): Side | undefined {
  if (same(base, theirs) || same(mine, theirs)) return "mine";
  return same(base, mine) ? "theirs" : undefined;
}

function conflicting(sides: Sides, at: readonly string[], run: Run): unknown {
  const { base, mine, theirs } = sides;
  const kind = mine === undefined || theirs === undefined ? "removed" : "value";
  const chosen = settle({ at, kind, base, mine, theirs }, run);
  if (chosen === "mine" || chosen === "theirs") return sides[chosen];
  return chosen === "both" && isText(mine) && isText(theirs)
    ? bothTexts(isText(base) ? base : {}, mine, theirs)
    : (mine ?? theirs);
}

/** A text of which each side changed another language: nobody has to choose between words that do not touch. */
function inOwnLanguages({ base, mine, theirs }: Sides): Words | undefined {
  if (!isText(base) || !isText(mine) || !isText(theirs)) return undefined;
  const of = (text: Words, lang: string): string => text[lang] ?? "";
  const apart = Object.keys({ ...base, ...mine, ...theirs }).every((lang) => {
    const said = { base: of(base, lang), mine: of(mine, lang), theirs: of(theirs, lang) };
    return onlyOneChanged(said) !== undefined;
  });
  return apart ? bothTexts(base, mine, theirs) : undefined;
}

/** What each side wrote in each language; a language that only one side changed is that side's. */
function bothTexts(base: Words, mine: Words, theirs: Words): Words {
  const languages = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return Object.fromEntries(
    languages.map((lang) => {
      const said = { base: base[lang], mine: mine[lang] ?? "", theirs: theirs[lang] ?? "" };
      const decided = onlyOneChanged(said);
      return [lang, decided === undefined ? `${said.mine} ${said.theirs}`.trim() : said[decided]];
    }),
  );
}

function settle(conflict: Conflict, run: Run): Choice | undefined {
  const chosen = run.choose(conflict);
  if (chosen === undefined) run.open.push(conflict);
  return chosen;
}

function same(a: unknown, b: unknown): boolean {
  return a === undefined || b === undefined ? a === b : sameJson(a, b);
}

function byId(things: Things): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Words in one language or both. */
function isText(value: unknown): value is Words {
  return (
    isThing(value) &&
    typeof value["fr"] === "string" &&
    Object.entries(value).every(([lang, words]) => /^(fr|en)$/u.test(lang) && typeof words === "string")
  );
}

/** Whether a list holds things with ids, each id once. */
function hasThings(value: unknown): value is Things {
  if (!Array.isArray(value) || !value.every((item) => isThing(item) && typeof item["id"] === "string"))
    return false;
  return new Set((value as Things).map((thing) => thing.id)).size === value.length;
}
