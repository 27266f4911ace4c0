// Which way the criteria of a plan are judged: by its shape, and by what the platform allows.
import { generate } from "./generate.ts";
import { closureJudge, type Judge, type Parts } from "./judge.ts";
import type { Plan } from "./plan.ts";

/** `closures` run anywhere; `generated` code runs where code may be made from text. */
export type Way = "closures" | "generated";

export interface Chosen {
  readonly way: Way;
  readonly judge: Judge;
}

/** The fastest of the ways that may be taken and that the plan fits. */
export function chosenFor(plan: Plan, parts: Parts, ways: readonly Way[]): Chosen {
  const judge = ways.includes("generated") ? generatedJudge(plan) : undefined;
  return judge ? { way: "generated", judge } : { way: "closures", judge: closureJudge(plan, parts) };
}

function generatedJudge(plan: Plan): Judge | undefined {
  const generated = generate(plan);
  if (generated === undefined) return undefined;
  const { source, tables } = generated;
  try {
    // oxlint-disable-next-line typescript/no-implied-eval -- the text has been built from numbers alone
    const make = new Function(...tables.map((_, i) => `T${i}`), source) as (...of: Int32Array[]) => Judge;
    return make(...tables);
  } catch (error) {
    // A content security policy forbids it, or the platform's own setting.
    if (error instanceof EvalError) return undefined;
    throw error;
  }
}
