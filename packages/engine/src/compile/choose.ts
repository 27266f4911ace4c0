// Which way the criteria of a plan are judged: by its shape, and by what the platform allows.
import { lazyCodes } from "./closures.ts";
import { functionOf } from "./code-of.ts";
import { deciderOf, type Decider } from "./decide.ts";
import { generateJudge } from "./generate.ts";
import { factsSource, type GeneratedFacts } from "./generate-facts.ts";
import { indexJudge } from "./index-judge.ts";
import { closureJudge, type Judge } from "./judge.ts";
import { masksSource, masksWays, type MasksWays } from "./generate-masks.ts";
import type { Plan } from "./plan.ts";
import type { Masks } from "./run.ts";

/**
 * `closures` run anywhere; `generated` code where code may be made from text; the `index` where there is WebAssembly with
 * vectors, for very many criteria.
 */
export type Way = "closures" | "generated" | "index";

/** Beyond so many criteria an index is faster than going through them. */
const manyCriteria = 100;

export interface Chosen {
  readonly way: Way;
  readonly judge: Judge;
  readonly decider: Decider;
  /** What is faster than `long`, for a rule set whose masks are `own`. */
  readonly faster?: (own: Masks, long: MasksWays) => MasksWays;
}

/** The fastest of the ways that may be taken and that the plan fits; the index alone is taken whatever the size. */
export function chosenFor(plan: Plan, ways: readonly Way[] | undefined): Chosen {
  const codes = lazyCodes(plan);
  if (ways?.includes("index") && (plan.criteria.length > manyCriteria || ways.length === 1)) {
    const decider = deciderOf(plan, codes);
    const judge = indexJudge(plan, codes(), decider);
    if (judge !== undefined) return { way: "index", judge, decider };
  }
  const generated = ways?.includes("generated") ? generatedFor(plan) : undefined;
  const decider = deciderOf(plan, codes, generated?.facts);
  if (generated !== undefined)
    return { way: "generated", judge: generated.judge, decider, faster: generated.faster };
  return { way: "closures", judge: closureJudge(plan, codes(), decider), decider };
}

interface GeneratedCode {
  readonly judge: Judge;
  readonly facts: GeneratedFacts | undefined;
  readonly faster: NonNullable<Chosen["faster"]>;
}

function generatedFor(plan: Plan): GeneratedCode | undefined {
  const made = generateJudge(plan);
  if (made === undefined) return undefined;
  const facts = factsSource(plan, made.tables);
  const masks = masksSource(plan, made.tables);
  // Whole only now: the words are placed while the texts are written.
  const T = made.tables.whole();
  const judge = functionOf(made.source, { T }) as Judge | undefined;
  return (
    judge && {
      judge,
      facts: functionOf(facts, { T }) as GeneratedFacts,
      faster: (own, long) => masksWays(masks, { T, key: plan.layout.key, own, long }),
    }
  );
}
