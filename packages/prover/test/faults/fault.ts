// What a seeded fault is: one of the two programs with one thing wrong, of a known class, and the check that must say so.
import type { RuleSet } from "@jumelage/engine";
import type { Edit } from "./edit.ts";

export const classes = [
  "threshold",
  "operator",
  "all-any",
  "dropped-condition",
  "dropped-criterion",
  "re-aimed-criterion",
  "when-unknown",
  "safety",
  "valid-for",
  "precedence",
  "gap",
  "overlap",
  "dead-criterion",
  "shadowed-criterion",
  "always-true",
  "always-false",
  "without-effect",
  "swapped-urgencies",
  "partial-questionnaire",
  "worse-is-more-permissive",
] as const;
export type FaultClass = (typeof classes)[number];

/** Who must report it: a property refuted, a law's finding about something, or a difference from the correct program. */
export type Check =
  | { readonly property: string }
  | { readonly law: string; readonly about: string }
  | { readonly difference: "changes-outcomes" | "decides-more" | "more-cautious" };

export interface SeededFault {
  readonly id: string;
  readonly program: "autosoins-diriges" | "choix-de-service";
  readonly class: FaultClass;
  /** What went wrong, as its author might tell it. */
  readonly what: string;
  /** What is added to the correct program first, where the fault needs more than the program has. */
  readonly given?: readonly Edit[];
  readonly edits: readonly Edit[];
  readonly caughtBy: Check;
}

export interface Seeded {
  readonly fault: SeededFault;
  readonly correct: RuleSet;
  readonly faulty: RuleSet;
}
