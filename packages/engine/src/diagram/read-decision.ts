// Conditions and decisions as functions of the classes of complete persons. Only truth is looked at: for a complete
// person nothing is unknown, and an optional fact that is not known makes every test of it false.
import type { Condition } from "../model/condition.ts";
import type { DiagramDimension } from "../model/diagram.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { namesOf } from "../model/typing/index.ts";
import { present } from "../present.ts";
import { FALSE, terminal, TRUE, type Forest, type Ref } from "./forest.ts";
import { readLeaf } from "./read-leaf.ts";
import { criteriaFor, literalsOf, oneDecision } from "./readings.ts";

export interface Ground {
  readonly ruleSet: RuleSet;
  readonly forest: Forest;
  /** One for each level of the forest. */
  readonly dimensions: readonly DiagramDimension[];
}

/** The decision as a function whose values are the places of its outcomes. */
export function readDecision({ ruleSet, forest, dimensions }: Ground, id: string): Ref {
  const names = namesOf(ruleSet);
  const made = new Map<string, Ref>();
  const once = (key: string, make: () => Ref): Ref => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const ref = make();
    made.set(key, ref);
    return ref;
  };

  const decide = (decisionId: string): Ref =>
    once(`decision ${decisionId}`, () => {
      const { outcomes, otherwise } = oneDecision(ruleSet, decisionId);
      const place = new Map(outcomes.map((o, i) => [o.id, terminal(i)]));
      // From the last outcome to the most cautious one: what comes later counts only where nothing earlier holds.
      return outcomes.reduceRight<Ref>(
        (rest, outcome) => {
          const criteria = criteriaFor(ruleSet, decisionId, outcome.id);
          const holds = forest.or(criteria.map((c) => truth(c.when, false)));
          return forest.ite(holds, present(place.get(outcome.id)), rest);
        },
        present(place.get(otherwise)),
      );
    });

  const truth = (condition: Condition, negated: boolean): Ref => {
    const turn = (ref: Ref): Ref => (negated ? forest.not(ref) : ref);
    if ("always" in condition) return turn(TRUE);
    if ("not" in condition) return truth(condition.not, !negated);
    if ("all" in condition || "any" in condition) {
      const all = "all" in condition;
      const members = (all ? condition.all : condition.any).map((c) => truth(c, negated));
      return all === negated ? forest.or(members) : forest.and(members);
    }
    if ("atLeast" in condition) {
      const { count, of } = condition.atLeast;
      const members = of.map((c) => truth(c, negated));
      return forest.atLeast(negated ? of.length - count + 1 : count, members);
    }
    if ("condition" in condition) {
      const { condition: name } = condition;
      return once(`${String(negated)} ${name}`, () => {
        const named = present(names.conditions.get(name));
        return truth(named.when as Condition, negated);
      });
    }
    if ("fact" in condition) {
      return readLeaf(condition, { forest, dimensions, negated, literals: literalsOf(condition, names) });
    }
    if ("state" in condition) throw new TypeError("a decision of kind one reads no state");
    const { outcomes } = oneDecision(ruleSet, condition.decision);
    const value = typeof condition.value === "string" ? [condition.value] : condition.value;
    const inside = forest.rebuild(
      decide(condition.decision),
      (level, children) => forest.node(level, children),
      (ref) => (value.includes(present(outcomes[~ref]).id) ? TRUE : FALSE),
    );
    return turn(inside);
  };

  return decide(id);
}
