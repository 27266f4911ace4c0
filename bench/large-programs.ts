// Programs larger than the reference ones, to try the console with: a rule set that grows, and profiles whose expected
// answers are the engine's own, so that every profile is as expected until something is edited.
import { evaluate, type DecisionResult, type Profile } from "@jumelage/engine";
import { dayOf, type ParsedProgram } from "./corpus.ts";
import { syntheticRuleSet } from "./synthetic.ts";

export interface Size {
  readonly criteria: number;
  readonly profiles: number;
  /** How many scores a profile knows, of as many as there are. */
  readonly scores: number;
}

/** A program of this size; always the same one. */
export function largeProgram(program: string, { criteria, profiles, scores }: Size): ParsedProgram {
  const ruleSet = { ...syntheticRuleSet(criteria), program };
  const known = ruleSet.facts.flatMap(({ id, type }) => (type === "integer" ? [id] : [])).slice(0, scores);
  return {
    program,
    ruleSet,
    profiles: Array.from({ length: profiles }, (_, i): Profile => {
      const id = `P${String(i + 1).padStart(4, "0")}`;
      const values = known.map((fact, k) => [fact, (i * (2 * k + 5) + k * 11) % 28] as const);
      const facts = { danger: i % 40 === 0, ...Object.fromEntries(values) };
      const { decisions } = evaluate(ruleSet, facts, dayOf({})).result;
      const expected = Object.entries(decisions).map(([decision, result]) => [decision, stateOf(result)]);
      return {
        id,
        title: { fr: id, en: id },
        tags: [],
        facts,
        provenance: "from-source",
        expected: { decisions: Object.fromEntries(expected) },
      };
    }),
  };
}

function stateOf(result: DecisionResult): string {
  if (result.kind === "many") throw new Error("the programs of this family have one answer to a decision");
  return result.state;
}
