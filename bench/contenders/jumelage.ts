// The engine itself, three-valued as always: it reads what was sent, judges every value and knows what it does not know.
import type { Compiled, Facts } from "@jumelage/engine";
import { at, type Prepared } from "./contender.ts";

export const jumelageNames = {
  masks: "Jumelage, JSON → masks",
  encoded: "Jumelage, encoded → masks",
} as const;

/** @param day the date of the evaluation */
export function jumelage(compiled: Compiled, persons: readonly Facts[], day: string): readonly Prepared[] {
  const encoded = persons.map((facts) => compiled.encodeFacts(facts, day));
  const holding = (answer: unknown): readonly string[] => {
    const { yes } = answer as ReturnType<Compiled["masks"]>;
    return compiled.criteria.filter((_, i) => (((yes[i >>> 5] ?? 0) >>> (i & 31)) & 1) === 1);
  };
  return [
    { name: jumelageNames.masks, run: (n) => compiled.masks(at(persons, n), day), holding },
    { name: jumelageNames.encoded, run: (n) => compiled.masksOf(at(encoded, n)), holding },
  ];
}
