// What somebody who approves a draft has to have seen: every change since the release it starts from, each under an anchor
// that names the thing and stays while the thing does. Who has seen what, and when, is kept elsewhere.
import { canonicalJson } from "../model/canonical-json.ts";
import type { Hazard } from "../model/lab.ts";
import type { Profile } from "../model/profile.ts";
import type { DraftRuleSet, RuleSet } from "../model/rule-set.ts";
import type { Change, ProfileChange } from "./change.ts";
import { diffProfiles } from "./diff-profiles.ts";
import { diffRuleSets } from "./diff-rule-sets.ts";
import { same } from "./same.ts";

/** The documents in which a change can be. */
export interface Reviewed {
  readonly ruleSet: RuleSet | DraftRuleSet;
  readonly profiles: readonly Profile[];
  readonly hazards: readonly Hazard[];
}

export interface HazardChange {
  readonly kind: Change["kind"];
  readonly hazard: string;
}

/** A change, with what it is recognised by. */
export type ChangeToSee = {
  /** `criterion//A-I1`, `value/severity/mild`, `hazard//H1`, `profile//PA03`: never twice in one list. */
  readonly anchor: string;
  /** The thing itself on either side, without what has an anchor of its own; absent where it is not. */
  readonly before?: unknown;
  readonly after?: unknown;
} & (
  | { readonly in: "ruleSet"; readonly change: Change }
  | { readonly in: "hazards"; readonly change: HazardChange }
  | { readonly in: "profiles"; readonly change: ProfileChange }
);

/** Every change from `base` to `head`, in the order in which a reviewer reads them. */
export function changesToSee(base: Reviewed, head: Reviewed): readonly ChangeToSee[] {
  return [
    ...diffRuleSets(base.ruleSet, head.ruleSet).map((change) => ({
      anchor: anchorOfChange(change),
      ...sides(
        change,
        ownPart(base.ruleSet, head.ruleSet, change),
        ownPart(head.ruleSet, base.ruleSet, change),
      ),
      in: "ruleSet" as const,
      change,
    })),
    ...diffHazards(base.hazards, head.hazards).map((change) => ({
      anchor: anchorOf("hazard", change.hazard),
      ...sides(change, byId(base.hazards, change.hazard), byId(head.hazards, change.hazard)),
      in: "hazards" as const,
      change,
    })),
    ...diffProfiles(base.profiles, head.profiles).map((change) => ({
      anchor: anchorOf("profile", change.profile),
      ...sides(change, byId(base.profiles, change.profile), byId(head.profiles, change.profile)),
      in: "profiles" as const,
      change,
    })),
  ];
}

/** The text whose digest tells whether a change is still the one that was seen. */
export function textOfChange({ before, after }: Pick<ChangeToSee, "before" | "after">): string {
  return canonicalJson({ before, after });
}

/** The anchor of a thing of a draft, whether it changed or not. */
export function anchorOf(what: Change["what"] | "hazard" | "profile", id: string, of = ""): string {
  return `${what}/${of}/${id}`;
}

/** The anchor of a change of a rule set. The order of its decisions is another change than its texts. */
export function anchorOfChange({ what, id, of, parts }: Change): string {
  return anchorOf(what, id, what === "rule-set" && parts.includes("order") ? "order" : of);
}

function sides(
  { kind }: { readonly kind: Change["kind"] },
  before: unknown,
  after: unknown,
): Pick<ChangeToSee, "before" | "after"> {
  return { ...(kind === "added" ? {} : { before }), ...(kind === "removed" ? {} : { after }) };
}

interface Identified {
  readonly id: string;
}

function byId<T extends Identified>(list: readonly T[], id: string): T | undefined {
  return list.find((item) => item.id === id);
}

function diffHazards(base: readonly Hazard[], head: readonly Hazard[]): readonly HazardChange[] {
  const [before, after] = [new Map(base.map((h) => [h.id, h])), new Map(head.map((h) => [h.id, h]))];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((hazard): readonly HazardChange[] => {
    const [old, now] = [before.get(hazard), after.get(hazard)];
    if (same(old, now)) return [];
    return [{ kind: old === undefined ? "added" : now === undefined ? "removed" : "changed", hazard }];
  });
}

/** Where each kind of thing is kept, and which of its keys holds things of their own. */
const lists = {
  source: ["sources", "statements"],
  parameter: ["parameters"],
  fact: ["facts", "values"],
  condition: ["conditions"],
  decision: ["decisions", "outcomes"],
  criterion: ["criteria"],
  property: ["properties"],
} as const;
const holders = { statement: "source", value: "fact", outcome: "decision" } as const;

/** What a change is about in `doc`; `other` is the document on its other side. */
function ownPart(doc: DraftRuleSet, other: DraftRuleSet, change: Change): unknown {
  const { what, id, of, kind, parts } = change;
  if (what === "rule-set") {
    if (parts.includes("order")) return sharedOrder(doc.decisions, other.decisions);
    return without(
      doc,
      Object.values(lists).map(([list]) => list),
    );
  }
  if (what === "statement" || what === "value" || what === "outcome") {
    const [list, members] = lists[holders[what]];
    const holder = byId<Identified>(doc[list], of ?? "");
    return holder && byId(membersOf(holder, members), id);
  }
  const [list, members] = lists[what] as readonly ["facts", string?];
  const item = byId<Identified>(doc[list], id);
  if (item === undefined || members === undefined || kind !== "changed") return item;
  const twin = byId<Identified>(other[list], id);
  return {
    ...without(item, [members]),
    ...(what === "decision" && twin
      ? { order: sharedOrder(membersOf(item, members), membersOf(twin, members)) }
      : {}),
  };
}

function without(item: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key)));
}

function membersOf(item: object, key: string): readonly Identified[] {
  return ((item as Readonly<Record<string, unknown>>)[key] as readonly Identified[] | undefined) ?? [];
}

/** The ids that both lists have, as the first one orders them. */
function sharedOrder(list: readonly Identified[], other: readonly Identified[]): readonly string[] {
  return list.map((item) => item.id).filter((id) => byId(other, id) !== undefined);
}
