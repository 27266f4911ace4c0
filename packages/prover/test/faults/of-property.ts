// The shape of a seeded fault that a safety property must refute.
import type { SeededFault } from "./fault.ts";

export type Told = Omit<SeededFault, "program" | "caughtBy"> & { readonly property: string };

export function ofProperty(program: SeededFault["program"], { property, ...rest }: Told): SeededFault {
  return { ...rest, program, caughtBy: { property } };
}

/** The test of suicidal ideas that both programs have. */
export function dangerOf(ideas: readonly string[]) {
  return { fact: "suicidalIdeation", operator: "in", value: [...ideas] } as const;
}
