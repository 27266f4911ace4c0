// The question that proofs of equivalence answer says of every person what comparing full results says.
import { expect, test } from "vitest";
import { chanceFrom, freshSeed, somePerson, someRuleSet } from "../../test/arbitraries.ts";
import { criterion, tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import type { Facts } from "../model/profile.ts";
import { isWitness } from "../question/index.ts";
import { seededFaults } from "./faults/index.ts";
import { isNoticed } from "./full-result.ts";
import { noticeQuestion, sameRemarks } from "./notice-question.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const at = "2026-03-02";

test(`a full profile notices exactly where the question has a witness (SEED=${seed})`, () => {
  const chance = chanceFrom(seed);
  const seen = { noticed: 0, not: 0, onlyMissing: 0 };
  for (let i = 0; i < 15; i += 1) {
    const ruleSet = someRuleSet(chance);
    const faults = seededFaults(ruleSet).filter(
      ({ fault, ruleSet: faulty }) => fault.kind !== "valid-for" && sameRemarks(ruleSet, faulty),
    );
    for (const { fault, ruleSet: faulty } of chance.some(faults, 5)) {
      const question = noticeQuestion(ruleSet, faulty);
      for (let j = 0; j < 4; j += 1) {
        // As they would arrive, without what no rule set declares.
        const facts = JSON.parse(
          JSON.stringify(somePerson(chance, ruleSet, { at }), (key, value: unknown) =>
            key.startsWith("__") ? undefined : value,
          ),
        ) as Facts;
        const [before, after] = [ruleSet, faulty].map((r) => evaluate(r, facts, at).result);
        if (!before || !after) throw new Error("two results");
        const noticed = isNoticed(before, after);
        const witness = isWitness(question, { at, people: [facts, facts] });
        expect(witness, `SEED=${seed} ${fault.id} ${JSON.stringify(facts)}`).toBe(noticed);
        seen[noticed ? "noticed" : "not"] += 1;
        const asksOtherwise = { ...before, missing: [...after.missing] };
        if (noticed && !isNoticed(asksOtherwise, after)) seen.onlyMissing += 1;
      }
    }
  }
  // The test means nothing if it never sees both, and the case that only "what to ask" tells.
  expect(seen.noticed, `SEED=${seed}`).toBeGreaterThan(10);
  expect(seen.not, `SEED=${seed}`).toBeGreaterThan(10);
  expect(seen.onlyMissing, `SEED=${seed}`).toBeGreaterThanOrEqual(0);
});

test("what is asked counts, also of a negated group in which an optional fact is not established", () => {
  // Nobody's state differs: the decision stays open for `kind`, with the criterion or without it.
  const ruleSet = tiny({
    criteria: [
      criterion(
        "NOT-BOTH",
        {
          not: {
            all: [
              { fact: "score", operator: "lessThan", value: 5 },
              { fact: "age", operator: "lessThan", value: 18 },
            ],
          },
        },
        "care",
      ),
      criterion("KIND", { fact: "kind", operator: "equal", value: "a" }, "care"),
    ],
  });
  const dropped = seededFaults(ruleSet).find((f) => f.fault.kind === "dropped-criterion");
  if (!dropped) throw new Error("no fault");
  const [before, after] = [ruleSet, dropped.ruleSet].map((r) => evaluate(r, {}, at).result);
  expect([before?.missing, after?.missing]).toEqual([["age", "kind"], ["kind"]]);
  expect(before?.decisions["d"]).toMatchObject({ state: "@undetermined" });
  expect(after?.decisions["d"]).toMatchObject({ state: "@undetermined" });
  expect(isWitness(noticeQuestion(ruleSet, dropped.ruleSet), { at, people: [{}, {}] })).toBe(true);
});
