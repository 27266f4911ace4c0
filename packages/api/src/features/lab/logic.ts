// The logic of a decision: everything that, beside a person, settles its answer. Two rule sets with the same logic of a
// decision answer it alike; whoever has been given it can work the answer out.
import type { DecisionLogic } from "@jumelage/db";
import type { Digest, DraftRuleSet, Expected } from "@jumelage/engine";
import { hashOf } from "../../hash.ts";
import { readingOf } from "./reading.ts";

/** What settles one decision, by id. */
export interface LogicParts {
  readonly criteria: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
}

/** The criteria of a decision and of those it reads, with the named conditions and parameters they rest on. */
export function logicParts(ruleSet: DraftRuleSet, decision: string): LogicParts {
  const decisions = new Set([decision]);
  for (;;) {
    const criteria = ruleSet.criteria.filter((c) => decisions.has(c.then.decision));
    const reading = readingOf(
      ruleSet,
      criteria.map((c) => c.when),
    );
    const before = decisions.size;
    for (const read of reading.decisions) decisions.add(read);
    if (decisions.size === before) {
      const { conditions, parameters } = reading;
      return { criteria: new Set(criteria.map((c) => c.id)), conditions, parameters };
    }
  }
}

/** The hash of the logic of each decision of a rule set. */
export function logicOf(ruleSet: DraftRuleSet, digest: Digest): Promise<readonly DecisionLogic[]> {
  return Promise.all(
    ruleSet.decisions.map(async ({ id }) => {
      const parts = logicParts(ruleSet, id);
      const content = {
        criteria: ruleSet.criteria
          .filter((c) => parts.criteria.has(c.id))
          .map(({ id: criterion, when, then, enabled }) => ({ criterion, when, then, enabled })),
        conditions: ruleSet.conditions
          .filter((c) => parts.conditions.has(c.id))
          .map(({ id: condition, when }) => ({ condition, when })),
        parameters: ruleSet.parameters
          .filter((p) => parts.parameters.has(p.id))
          .map(({ id: parameter, value }) => ({ parameter, value })),
      };
      return { decision: id, hash: await hashOf(content, digest) };
    }),
  );
}

/** The decisions an expectation speaks of: those it names, and those of the criteria it expects to fire. */
export function decisionsOf(expected: Expected, ruleSet: DraftRuleSet): readonly string[] {
  const fired = ruleSet.criteria.filter((c) => expected.fired?.includes(c.id)).map((c) => c.then.decision);
  return [...new Set([...Object.keys(expected.decisions), ...fired])];
}
