// A cell as somebody changes it: its tests so far, and what they change of the vocabulary on the way. Nothing of it is in the
// document before it is taken over, as one step.
import { nodesOf, sameJson, type Column, type DraftCondition, type DraftRuleSet } from "@jumelage/engine";
import { gap } from "../criteria/edit-condition.ts";
import { setSubject } from "../criteria/edit-leaf.ts";
import { withWhen } from "../criteria/edit-criteria.ts";
import type { Scope } from "../criteria/scope.ts";
import { withCell, type CellPlace } from "./write-cell.ts";

export interface CellDraft {
  readonly nodes: readonly DraftCondition[];
  /** Changes of the rule set around the cell, in their order: another number of a threshold. */
  readonly around: readonly ((ruleSet: DraftRuleSet) => DraftRuleSet)[];
}

/** The test that a new line of a cell begins with. */
export function beginning({ kind, id }: Column, scope: Scope): DraftCondition {
  if (kind !== "answer") return setSubject(gap, [], { kind, id }, scope);
  const first = scope.ruleSet.decisions.find((d) => d.id === id)?.outcomes[0];
  return first ? { decision: id, state: [first.id] } : gap;
}

/** Whether a cell can be changed where it stands: a comparison that is negated is changed in its sentence. */
export function isEditable(nodes: readonly DraftCondition[]): boolean {
  return nodes.every((node) => !("not" in node) || "condition" in node.not);
}

/** The rule set with what a cell says now; tests that were begun and not said are left out. */
export function taken(
  ruleSet: DraftRuleSet,
  criterion: string,
  place: CellPlace,
  { draft, scope }: { readonly draft: CellDraft; readonly scope: Scope },
): DraftRuleSet {
  const untouched = beginning(place.column, scope);
  const isBegun = (node: DraftCondition): boolean => isGap(node) && sameJson(node, untouched);
  const nodes = draft.nodes.filter((node) => !isBegun(node));
  const around = draft.around.reduce((doc, change) => change(doc), ruleSet);
  const before = around.criteria.find((c) => c.id === criterion)?.when;
  const when = withCell(before, place, nodes);
  const isSame = when && before ? sameJson(when, before) : when === before;
  return isSame ? around : withWhen(around, criterion, when);
}

function isGap(node: DraftCondition): boolean {
  return [...nodesOf(node)].some(({ node: part }) => "hole" in part);
}
