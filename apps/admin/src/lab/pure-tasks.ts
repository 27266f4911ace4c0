// What the page may ask of the worker, and what it answers.
import type { BoundaryReport, CoverageReport, Profile, RuleSet } from "@jumelage/engine";

export interface Answers {
  readonly boundaries: BoundaryReport;
  readonly coverage: CoverageReport;
}

export interface Asked<T extends keyof Answers> {
  readonly task: T;
  readonly ruleSet: RuleSet;
  readonly profiles: readonly Profile[];
}

export type Replied<T extends keyof Answers> = { readonly answer: Answers[T] } | { readonly failed: string };
