// One stage of lowered rules, run by json-rules-engine itself.
import { Engine, type RuleProperties, type RuleResult } from "json-rules-engine";
import type { Verdict } from "../kleene.ts";
import type { LoweredStage } from "./lowered-rules.ts";
import type { RuntimeFacts } from "./runtime-facts.ts";
import { undecidedLeaves, type ResultNode } from "./undecided-leaves.ts";

/** A criterion's answer: its verdict and, when that is unknown, the names of the leaves it rests on. */
export interface CriterionVerdict {
  readonly criterion: string;
  readonly outcome: string;
  readonly verdict: Verdict;
  readonly restsOn: ReadonlySet<string>;
}

/**
 * The verdicts of a stage's criteria. Every call makes an `Engine` of its own: two runs that share one lose the rules
 * of lower priority without an error, because the library keeps the state of a run in the engine.
 */
export async function runStage(
  stage: LoweredStage,
  facts: RuntimeFacts,
): Promise<readonly CriterionVerdict[]> {
  // The library takes mutable rules; it copies conditions before it writes to them.
  const engine = new Engine(stage.rules as unknown as RuleProperties[], { pathResolver: noPath });
  const { results, failureResults } = await engine.run(factsFor(stage, facts));
  const byName = new Map([...results, ...failureResults].map((r) => [r.name, r]));
  return stage.rules
    .filter((rule) => rule.event.type === "must")
    .map(({ event: { params } }) => {
      const { criterion, outcome } = params;
      return {
        criterion,
        outcome,
        ...verdictOf(root(byName, `${criterion}.must`), root(byName, `${criterion}.may`)),
      };
    });
}

/** The facts a stage reads; one left out would be `undefined`, which the library takes for a value. */
function factsFor(stage: LoweredStage, facts: RuntimeFacts): Record<string, unknown> {
  for (const name of stage.reads)
    if (!facts.has(name)) throw new Error(`the lowered rules read ${name}, which the rule set does not have`);
  return Object.fromEntries(stage.reads.map((name) => [name, facts.get(name)]));
}

function verdictOf(must: ResultNode, may: ResultNode): Pick<CriterionVerdict, "verdict" | "restsOn"> {
  if (must.result === true) return { verdict: "true", restsOn: new Set() };
  if (may.result !== true) return { verdict: "false", restsOn: new Set() };
  return { verdict: "unknown", restsOn: new Set(undecidedLeaves(must, may)) };
}

/** The result tree of a rule; the library puts the result of its root on the rule. */
function root(byName: ReadonlyMap<string, RuleResult>, name: string): ResultNode {
  const rule = byName.get(name);
  if (rule === undefined) throw new Error(`json-rules-engine gave no result for the rule ${name}`);
  return { ...(rule.conditions as ResultNode), result: rule.result === true };
}

function noPath(): never {
  throw new Error("lowered rules have no paths");
}
