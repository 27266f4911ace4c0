// Every fault that can be seeded in a rule set: one at a time, at one place, and well typed.
import type { Fault } from "../../model/lab.ts";
import { hasErrors } from "../../model/diagnostic.ts";
import type { RuleSet } from "../../model/rule-set.ts";
import { checkTypes } from "../../model/typing/index.ts";
import { applyFault } from "../apply-fault.ts";
import { droppedCriterion, precedence, reAimedCriterion } from "./criteria.ts";
import { operator } from "./operator.ts";
import type { Seed, Seeder } from "./seed.ts";
import { allAny, droppedCondition } from "./structure.ts";
import { threshold } from "./threshold.ts";
import { safety, validFor, whenUnknown } from "./vocabulary.ts";

export interface SeededFault {
  readonly fault: Fault;
  /** The rule set with the fault in it, well typed. */
  readonly ruleSet: RuleSet;
}

const seeders: readonly Seeder[] = [
  threshold,
  operator,
  allAny,
  droppedCondition,
  droppedCriterion,
  reAimedCriterion,
  precedence,
  whenUnknown,
  safety,
  validFor,
];

/** Every seeded fault of a rule set, by kind and then in the order of the document. */
export function seededFaults(ruleSet: RuleSet): readonly SeededFault[] {
  return seeders.flatMap((seeder) =>
    seeder(ruleSet).flatMap((seed) => {
      const { of, ...parts } = seed;
      const fault: Fault = { id: idOf(seed, of), ...parts, at: [...seed.at] };
      const faulty = applyFault(ruleSet, fault);
      return hasErrors(checkTypes(faulty)) ? [] : [{ fault, ruleSet: faulty }];
    }),
  );
}

/** Readable, and the same for the same fault while other things of the document change. */
function idOf({ kind, at, after }: Seed, of: string): string {
  const [list, , ...inside] = at;
  const place = inside.join(".");
  // What stands there now tells faults at one place apart; a whole condition is told by its place.
  const value = Array.isArray(after)
    ? [after.join(",")]
    : typeof after === "object"
      ? []
      : [JSON.stringify(after).replaceAll('"', "")];
  return [kind, String(list), of, place, ...value].join("/");
}
