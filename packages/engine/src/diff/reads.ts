// Which criteria rest on a thing of the document, directly or through named conditions.
import type { DraftCondition } from "../model/condition.ts";
import type { DraftRuleSet } from "../model/rule-set.ts";
import { namesOf, reaches } from "../model/typing/index.ts";
import type { Change } from "./change.ts";

type Changed = Pick<Change, "what" | "id" | "of">;

/** The ids of the criteria that read the thing, in the order of the document. */
export function criteriaReading(doc: DraftRuleSet, thing: Changed): readonly string[] {
  const test = testOf(doc, thing);
  if (test === undefined) return [];
  const names = namesOf(doc);
  return doc.criteria.filter((c) => c.when !== undefined && reaches(c.when, names, test)).map((c) => c.id);
}

function testOf(
  doc: DraftRuleSet,
  { what, id, of }: Changed,
): ((node: DraftCondition) => boolean) | undefined {
  switch (what) {
    case "parameter":
      return (node) =>
        "fact" in node &&
        typeof node.value === "object" &&
        "parameter" in node.value &&
        node.value.parameter === id;
    case "condition":
      return (node) => "condition" in node && node.condition === id;
    case "fact": {
      // A total rests on its parts.
      const totals = doc.facts.filter((f) => f.derive?.sum.includes(id)).map((f) => f.id);
      return (node) => "fact" in node && (node.fact === id || totals.includes(node.fact));
    }
    case "value":
      return (node) => "fact" in node && node.fact === of && readsMember(node, id);
    case "outcome":
      return (node) =>
        "decision" in node &&
        node.decision === of &&
        ("state" in node ? node.state : [node.value].flat()).includes(id);
    case "decision":
      return (node) => "decision" in node && node.decision === id;
    case "rule-set":
    case "source":
    case "statement":
    case "criterion":
    case "property":
      return undefined;
    default:
      return what satisfies never;
  }
}

function readsMember(node: Extract<DraftCondition, { fact: string }>, member: string): boolean {
  // Every member counts for whether a set is empty.
  if (node.operator === "isEmpty" || node.operator === "isNotEmpty") return true;
  return Array.isArray(node.value) ? node.value.includes(member) : node.value === member;
}
