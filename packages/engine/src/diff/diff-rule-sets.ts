// The structural difference of two rule sets: what was added, removed or changed, by id. What a change does to persons
// is not told here; that takes an evaluator or a proof.
import type { DraftRuleSet, RuleSet } from "../model/rule-set.ts";
import type { Change, Thing } from "./change.ts";
import { criteriaReading } from "./reads.ts";
import { differingKeys } from "./same.ts";

interface Identified {
  readonly id: string;
}
type Bare = Omit<Change, "affects">;

/** Every change from `base` to `head`, in the order of the document: vocabulary, decisions, criteria, properties. */
export function diffRuleSets(base: RuleSet | DraftRuleSet, head: RuleSet | DraftRuleSet): readonly Change[] {
  const from: DraftRuleSet = base;
  const to: DraftRuleSet = head;
  const lists = [
    "sources",
    "parameters",
    "facts",
    "conditions",
    "decisions",
    "criteria",
    "properties",
  ] as const;
  const own = differingKeys(from, to, lists);
  const bare: readonly Bare[] = [
    ...(own.length === 0
      ? []
      : [{ kind: "changed" as const, what: "rule-set" as const, id: to.program, parts: own }]),
    ...diffList("source", from.sources, to.sources, { members: "statements", member: "statement" }),
    ...diffList("parameter", from.parameters, to.parameters),
    ...diffList("fact", from.facts, to.facts, { members: "values", member: "value" }),
    ...diffList("condition", from.conditions, to.conditions),
    ...diffList("decision", from.decisions, to.decisions, { members: "outcomes", member: "outcome" }),
    // Decisions are made in their order, and outcomes have precedence in theirs; criteria have no order.
    ...reordered(from, to),
    ...diffList("criterion", from.criteria, to.criteria),
    ...diffList("property", from.properties, to.properties),
  ];
  const touched = new Set(bare.filter((c) => c.what === "criterion").map((c) => c.id));
  return bare.map((change) => {
    const reading = new Set([...criteriaReading(from, change), ...criteriaReading(to, change)]);
    const ids = [...new Set([...to.criteria, ...from.criteria].map((c) => c.id))];
    return { ...change, affects: ids.filter((id) => reading.has(id) && !touched.has(id)) };
  });
}

function reordered(base: DraftRuleSet, head: DraftRuleSet): readonly Bare[] {
  return isReordered(base.decisions, head.decisions)
    ? [{ kind: "changed", what: "rule-set", id: head.program, parts: ["order"] }]
    : [];
}

interface Nested {
  readonly members: string;
  readonly member: Thing;
}

function diffList(
  what: Thing,
  base: readonly Identified[],
  head: readonly Identified[],
  nested?: Nested,
): readonly Bare[] {
  const before = new Map(base.map((item) => [item.id, item]));
  const after = new Map(head.map((item) => [item.id, item]));
  const changes: Bare[] = [];
  for (const item of head) {
    const old = before.get(item.id);
    if (old === undefined) {
      changes.push({ kind: "added", what, id: item.id, parts: [] });
      continue;
    }
    const parts = [...differingKeys(old, item, nested ? [nested.members] : [])];
    const [oldMembers, members] = nested
      ? [membersOf(old, nested.members), membersOf(item, nested.members)]
      : [[], []];
    // The order of a decision's outcomes is their precedence; the order of other members says nothing.
    if (what === "decision" && isReordered(oldMembers, members)) parts.push("order");
    if (parts.length > 0) changes.push({ kind: "changed", what, id: item.id, parts });
    if (nested)
      changes.push(...diffList(nested.member, oldMembers, members).map((c) => ({ ...c, of: item.id })));
  }
  for (const item of base) {
    if (!after.has(item.id)) changes.push({ kind: "removed", what, id: item.id, parts: [] });
  }
  return changes;
}

function membersOf(item: Identified, key: string): readonly Identified[] {
  const members = (item as unknown as Readonly<Record<string, unknown>>)[key];
  return Array.isArray(members) ? members : [];
}

/** Whether the members that both lists have stand in another order. */
function isReordered(base: readonly Identified[], head: readonly Identified[]): boolean {
  const shared = (list: readonly Identified[], other: readonly Identified[]): readonly string[] =>
    list.map((item) => item.id).filter((id) => other.some((item) => item.id === id));
  return shared(base, head).join("\n") !== shared(head, base).join("\n");
}
