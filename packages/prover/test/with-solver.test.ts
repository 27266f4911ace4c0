// The laws and the difference with the solver, against the same with everybody gone through one by one.
import type { FindingsReport } from "@jumelage/engine";
import { howMany } from "@jumelage/engine/test/small";
import { afterAll, describe, expect, test } from "vitest";
import { compareAll, createSolver, findFaults } from "../src/index.ts";
import { bruteForce, today } from "./everybody.ts";
import { chanceFrom, edited, tinyRuleSet } from "./tiny-rule-sets.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const rounds = howMany({ quick: 6, long: 120 });
const solver = await createSolver({ at: today });
afterAll(() => solver.close());

/** Findings without their persons, of whom each way may find others. */
function told({ findings, undecided }: FindingsReport) {
  return { undecided, findings: findings.map((finding) => ({ ...finding, witness: undefined })) };
}

describe(`with the solver (SEED=${seed})`, () => {
  test("the same findings and the same transitions as everybody shows", async () => {
    const chance = chanceFrom(seed);
    for (let round = 0; round < rounds; round += 1) {
      const where = `SEED=${seed}, round ${round}`;
      const base = tinyRuleSet(chance);
      const [byAll, bySolver] = [
        await findFaults(base, { answerer: bruteForce, at: today }),
        await findFaults(base, { answerer: solver, at: today, milliseconds: 30_000 }),
      ];
      expect(told(bySolver), where).toEqual(told(byAll));
      const head = edited(chance, edited(chance, base));
      const [slow, quick] = [
        await compareAll(base, head, { answerer: bruteForce, at: today }),
        await compareAll(base, head, { answerer: solver, at: today, milliseconds: 30_000 }),
      ];
      const changes = [slow, quick].map((r) => ({
        kind: r.kind,
        silent: r.silent,
        transitions: r.transitions.map(({ decision, from, to }) => `${decision} ${from} ${to}`),
      }));
      expect(changes[1], where).toEqual(changes[0]);
    }
  });

  test("cancelled at once: undecided, and nothing is claimed", async () => {
    const signal = AbortSignal.abort();
    const ruleSet = tinyRuleSet(chanceFrom(seed));
    const head = edited(chanceFrom(seed + 1), ruleSet);
    const report = await compareAll(ruleSet, head, { answerer: solver, at: today, signal });
    expect(report).toMatchObject({ status: "undecided", reason: "cancelled", equivalent: false });
    const { findings } = await findFaults(ruleSet, { answerer: solver, at: today, signal });
    // What the rule set itself shows needs no solver, and a proof there is none of.
    expect(findings.filter((f) => f.severity !== "info")).toEqual([]);
  });
});
