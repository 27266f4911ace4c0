// The order of a merged list. What both sides have keeps the order of the side that moved something; what one side added
// stays behind what it was put behind.
import type { Side, Sides } from "./merge.ts";

type Ids = readonly string[];

interface Terms {
  /** Whether the order has a meaning, so that two additions at one place are a question too. */
  readonly isOrdered: boolean;
  /** Asks once which order to take; an open question takes mine. */
  readonly settle: () => Side | undefined;
}

/** The ids that are kept, in the order both sides agree on; where they do not, in the order that `settle` says. */
export function mergeOrder(orders: Sides<Ids>, kept: ReadonlySet<string>, terms: Terms): Ids {
  let asked: Side | undefined;
  const ask = (): Side => (asked ??= terms.settle() ?? "mine");
  const mine = orders.mine.filter((id) => kept.has(id));
  const theirs = orders.theirs.filter((id) => kept.has(id));
  const both = new Set(mine.filter((id) => theirs.includes(id)));
  const spine = spineOf({ base: orders.base, mine, theirs }, both, ask);
  const [my, their] = [addedAfter(mine, both), addedAfter(theirs, both)];
  return ["", ...spine].flatMap((anchor) => {
    const [first, second] = [my.get(anchor) ?? [], their.get(anchor) ?? []];
    const added = inTurn(first, second, { ...terms, ask });
    return anchor === "" ? added : [anchor, ...added];
  });
}

/** What both sides have, in one order. */
function spineOf(orders: Sides<Ids>, both: ReadonlySet<string>, ask: () => Side): Ids {
  const only = (ids: Ids, among: ReadonlySet<string>): Ids => ids.filter((id) => among.has(id));
  const [mine, theirs] = [only(orders.mine, both), only(orders.theirs, both)];
  if (sameIds(mine, theirs)) return mine;
  // What both added cannot be compared with what was there before; where they stand differently is a question.
  const old = new Set(orders.base.filter((id) => both.has(id)));
  const before = only(orders.base, old);
  const comparable = old.size === both.size;
  if (comparable && sameIds(before, mine)) return theirs;
  if (comparable && sameIds(before, theirs)) return mine;
  return ask() === "mine" ? mine : theirs;
}

/** What only this side has, by what it stands behind; `""` is the start. */
function addedAfter(ids: Ids, both: ReadonlySet<string>): ReadonlyMap<string, Ids> {
  const groups = new Map<string, string[]>();
  let anchor = "";
  for (const id of ids) {
    if (both.has(id)) anchor = id;
    else groups.set(anchor, [...(groups.get(anchor) ?? []), id]);
  }
  return groups;
}

function inTurn(mine: Ids, theirs: Ids, terms: { isOrdered: boolean; ask: () => Side }): Ids {
  const [first, second] = [mine[0], theirs[0]];
  if (first === undefined || second === undefined) return [...mine, ...theirs];
  const mineFirst = terms.isOrdered ? terms.ask() === "mine" : first < second;
  return mineFirst ? [...mine, ...theirs] : [...theirs, ...mine];
}

function sameIds(a: Ids, b: Ids): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}
