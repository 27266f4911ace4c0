// Every law over a whole rule set, in the order in which they are read. Laws that need no proof are engine's `check`.
import type { FindingsReport, RuleSet } from "@jumelage/engine";
import type { SearchOptions } from "../search-options.ts";
import type { Law } from "./law.ts";
import { conditionAlwaysFalse } from "./rules/condition-always-false.ts";
import { conditionAlwaysTrue } from "./rules/condition-always-true.ts";
import { criterionDuplicated } from "./rules/criterion-duplicated.ts";
import { criterionNeverDecides } from "./rules/criterion-never-decides.ts";
import { criterionNeverFires } from "./rules/criterion-never-fires.ts";
import { criterionSubsumed } from "./rules/criterion-subsumed.ts";
import { factWithoutEffect } from "./rules/fact-without-effect.ts";
import { gapAtThreshold } from "./rules/gap-at-threshold.ts";
import { noCriterionSpeaks } from "./rules/no-criterion-speaks.ts";
import { outcomeUnreachable } from "./rules/outcome-unreachable.ts";
import { outcomesOverlap } from "./rules/outcomes-overlap.ts";
import { thresholdAtEdge } from "./rules/threshold-at-edge.ts";
import { sceneOf } from "./scene.ts";

/** The laws, those that speak of the gravest faults first. */
export const laws: readonly Law[] = [
  criterionNeverFires,
  outcomeUnreachable,
  gapAtThreshold,
  criterionDuplicated,
  criterionSubsumed,
  criterionNeverDecides,
  conditionAlwaysTrue,
  conditionAlwaysFalse,
  factWithoutEffect,
  noCriterionSpeaks,
  outcomesOverlap,
  thresholdAtEdge,
];

export interface FaultOptions extends SearchOptions {
  /** The laws to apply; all of them where absent. */
  readonly laws?: readonly Law[];
}

/** Applies every law; the gravest findings first, then in the order of the laws. */
export async function findFaults(ruleSet: RuleSet, options: FaultOptions): Promise<FindingsReport> {
  const { answerer, at, milliseconds, signal } = options;
  const start = performance.now();
  const applied = options.laws ?? laws;
  const scene = sceneOf(ruleSet, {
    answerer,
    at,
    ask: () => ({
      ...(milliseconds === undefined ? {} : { milliseconds }),
      ...(signal === undefined ? {} : { signal }),
    }),
  });
  const findings: FindingsReport["findings"] = [];
  const undecided: FindingsReport["undecided"] = [];
  for (const [done, law] of applied.entries()) {
    options.onProgress?.({ done, total: applied.length, current: law.id });
    const found = await law.apply(scene);
    findings.push(...found.findings.map((f) => ({ law: law.id, ...f })));
    undecided.push(...found.undecided.map((place) => ({ law: law.id, at: [...place] })));
  }
  options.onProgress?.({ done: applied.length, total: applied.length, current: "" });
  const order = ["error", "warning", "info"] as const;
  return {
    findings: order.flatMap((severity) => findings.filter((f) => f.severity === severity)),
    undecided,
    ms: performance.now() - start,
  };
}
