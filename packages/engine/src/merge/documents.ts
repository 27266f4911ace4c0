// The documents of a draft merged: two people in one draft, or a draft and what was published since it began. What belongs
// to one side alone is kept apart where an id is all that the two have in common.
import { sameJson } from "../model/canonical-json.ts";
import type { Hazard } from "../model/lab.ts";
import type { Profile } from "../model/profile.ts";
import type { DraftRuleSet } from "../model/rule-set.ts";
import { merge, type Choose, type Joined, type Sides } from "./merge.ts";

/** What a draft is made of. */
export interface Documents {
  readonly ruleSet: DraftRuleSet;
  readonly profiles: readonly Profile[];
  readonly hazards: readonly Hazard[];
}

/**
 * The two sides joined. Where an expectation comes from is no question to anybody: it follows the expectation, and who
 * keeps the documents says what it is.
 */
export function mergeDocuments(sides: Sides<Documents>, choose: Choose = () => undefined): Joined<Documents> {
  return merge(sides, (conflict) =>
    conflict.at[0] === "profiles" && conflict.at[2] === "provenance" ? "mine" : choose(conflict),
  );
}

/** The base of two sides that have nothing in common: everything in them was added by both. */
export const noDocuments: Documents = {
  // Members that are not there: whatever both sides have, both have added.
  ruleSet: {} as DraftRuleSet,
  profiles: [],
  hazards: [],
};

const lists = ["criteria", "profiles", "hazards"] as const;
type List = (typeof lists)[number];

/** A thing that was given another id. */
export interface Renamed {
  readonly list: List;
  readonly from: string;
  readonly to: string;
}

/**
 * Gives the criteria, profiles and hazards that mine added another id where theirs added other ones under the same:
 * they are two things that were numbered alike, not one that was changed twice.
 */
export function keepApart(sides: Sides<Documents>): {
  readonly sides: Sides<Documents>;
  readonly renamed: readonly Renamed[];
} {
  const renamed = lists.flatMap((list) => {
    const [base, mine, theirs] = [sides.base, sides.mine, sides.theirs].map((d) => itemsOf(d, list));
    const taken = new Set([base, mine, theirs].flatMap((items) => [...(items?.keys() ?? [])]));
    return [...(mine ?? [])].flatMap(([id, item]): readonly Renamed[] => {
      const other = theirs?.get(id);
      if (base?.has(id) || other === undefined || sameJson(item, other)) return [];
      const to = freeId(id, taken);
      taken.add(to);
      return [{ list, from: id, to }];
    });
  });
  return { sides: { ...sides, mine: renamedIn(sides.mine, renamed) }, renamed };
}

function itemsOf(documents: Documents, list: List): ReadonlyMap<string, unknown> {
  const items: readonly { readonly id: string }[] | undefined =
    list === "criteria" ? documents.ruleSet.criteria : documents[list];
  return new Map((items ?? []).map((item) => [item.id, item]));
}

/** The longest id there can be. */
const longest = 64;

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let n = 2; ; n++) {
    const end = `-${n}`;
    const candidate = `${id.slice(0, longest - end.length)}${end}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** The documents with these ids changed, and whatever names them. */
function renamedIn(documents: Documents, renamed: readonly Renamed[]): Documents {
  if (renamed.length === 0) return documents;
  const to = (list: List, id: string): string =>
    renamed.find((r) => r.list === list && r.from === id)?.to ?? id;
  return {
    ruleSet: {
      ...documents.ruleSet,
      criteria: documents.ruleSet.criteria.map((c) => ({ ...c, id: to("criteria", c.id) })),
    },
    profiles: documents.profiles.map((p) => ({
      ...p,
      id: to("profiles", p.id),
      expected:
        p.expected.fired === undefined
          ? p.expected
          : { ...p.expected, fired: p.expected.fired.map((id) => to("criteria", id)) },
    })),
    hazards: documents.hazards.map((h) => ({
      ...h,
      id: to("hazards", h.id),
      controls: h.controls.map((c) =>
        "criterion" in c ? { ...c, criterion: to("criteria", c.criterion) } : c,
      ),
      profiles: h.profiles.map((id) => to("profiles", id)),
    })),
  };
}
