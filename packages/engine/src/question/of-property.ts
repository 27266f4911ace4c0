// From a safety property to the question whether somebody breaks it (semantics section 8).
import type { Claim } from "../model/property.ts";
import type { Decision, RuleSet } from "../model/rule-set.ts";
import { present } from "../present.ts";
import { samePerson, type Formula, type Question, type Relation } from "./question.ts";

/** The question whether anybody breaks the claim: no witness means that it holds for every person. */
export function breaksClaim(ruleSet: RuleSet, claim: Claim): Question {
  const decision = present(ruleSet.decisions.find((d) => d.id === claim.decision));
  const first = { ruleSet, person: samePerson };
  const asking = (person: Relation, ask: Formula): Question => ({
    worlds: [first, { ruleSet, person }],
    ask,
  });
  switch (claim.kind) {
    case "implies":
      return {
        worlds: [first],
        ask: { all: [{ world: 0, holds: claim.given }, { not: isIn(0, decision, claim.states) }] },
      };
    case "never":
      return {
        worlds: [first],
        ask: { all: [{ world: 0, holds: claim.given }, isIn(0, decision, claim.states)] },
      };
    case "requires":
      return {
        worlds: [first],
        ask: { all: [isIn(0, decision, claim.states), { not: { world: 0, holds: claim.condition } }] },
      };
    case "monotone":
      return asking(
        { kind: "free", facts: [claim.fact] },
        {
          all: [{ before: claim.fact, worlds: [0, 1], order: claim.order }, lessCautious(decision)],
        },
      );
    case "independent":
      return asking({ kind: "free", facts: claim.facts }, differs(decision));
    case "benignWhenUnknown":
      return {
        worlds: [
          { ruleSet, person: { kind: "set", settings: [{ fact: claim.fact, to: "unknown" }] } },
          {
            ruleSet,
            person: { kind: "set", settings: [{ fact: claim.fact, to: { known: claim.value } }] },
          },
        ],
        ask: differs(decision),
      };
    default:
      return claim satisfies never;
  }
}

/** A `one` decision is in one of the states; of a `many` decision, one of the outcomes is suggested. */
export function isIn(world: number, decision: Decision, states: readonly string[]): Formula {
  return decision.kind === "one"
    ? { world, decision: decision.id, state: states }
    : { any: states.map((outcome) => ({ world, decision: decision.id, outcome, is: "suggested" as const })) };
}

/** Every state of a `one` decision. */
export function statesOf(decision: Decision): readonly string[] {
  return [...decision.outcomes.map((o) => o.id), "@undetermined", "@safety-unknown"];
}

/** The decision is not the same in the first and in the second world: another state, or another suggestion. */
export function differs(decision: Decision): Formula {
  const { id } = decision;
  if (decision.kind === "one") {
    return {
      any: statesOf(decision).map((state) => ({
        all: [
          { world: 0, decision: id, state: [state] },
          { not: { world: 1, decision: id, state: [state] } },
        ],
      })),
    };
  }
  const standings = ["suggested", "undetermined", "withheld"] as const;
  return {
    any: decision.outcomes.flatMap((o) =>
      standings.map((is) => ({
        any: [0, 1].map((world) => ({
          all: [
            { world, decision: id, outcome: o.id, is },
            { not: { world: 1 - world, decision: id, outcome: o.id, is } },
          ],
        })),
      })),
    ),
  };
}

/**
 * The answer in the second world is less cautious than in the first, compared by the most cautious outcome still
 * possible; `@safety-unknown` stands just after the outcomes of tone `stop` (semantics section 8, `monotone`).
 */
function lessCautious(decision: Decision): Formula {
  const levels: ((world: number) => Formula)[] = decision.outcomes.map((o) => (world) => ({
    world,
    decision: decision.id,
    possible: o.id,
  }));
  levels.splice(decision.outcomes.findLastIndex((o) => o.tone === "stop") + 1, 0, (world) => ({
    world,
    decision: decision.id,
    state: ["@safety-unknown"],
  }));
  // Some level is reached in the first world, and neither it nor one before it in the second.
  return {
    any: levels.map((reached, place) => ({
      all: [reached(0), { not: { any: levels.slice(0, place + 1).map((level) => level(1)) } }],
    })),
  };
}
