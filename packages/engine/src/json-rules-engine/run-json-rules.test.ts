// Whether the answers are those of the direct reading for random rule sets is asked in engine/test/differential.test.ts.
import { describe, expect, test } from "vitest";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { criterion, many, one, tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import {
  canonicalJson,
  readPerson,
  resultSchema,
  type Condition,
  type Facts,
  type RuleSet,
} from "../model/index.ts";
import { compareWithExpected } from "../simulate/compare.ts";
import { lower } from "./lower.ts";
import { loweredRulesSchema, type LoweredRules } from "./lowered-rules.ts";
import { runJsonRules } from "./run-json-rules.ts";

const run = (lowered: LoweredRules, ruleSet: RuleSet, facts: Facts, at = anyDay) =>
  runJsonRules(lowered, ruleSet, readPerson(ruleSet, facts, at));

describe.each(programs)("W1 $program by json-rules-engine", ({ ruleSet, profiles }) => {
  // As a consumer has them: read back from the text of a release.
  const lowered = loweredRulesSchema.parse(JSON.parse(JSON.stringify(lower(ruleSet))));

  test.each(profiles)("$id: $title.fr", async (profile) => {
    const at = profile.evaluatedOn ?? anyDay;
    const result = await run(lowered, ruleSet, profile.facts, at);
    expect(compareWithExpected(profile.expected, result)).toEqual([]);
    expect(canonicalJson(result)).toBe(canonicalJson(evaluate(ruleSet, profile.facts, at).result));
    expect(resultSchema.safeParse(result).success).toBe(true);
  });
});

describe("the answer for a person", () => {
  const known = (fact: string): Condition => ({ fact, operator: "isKnown" });
  const answer = (ruleSet: RuleSet, facts: Facts) => run(lower(ruleSet), ruleSet, facts);

  test("R1 missing: safety facts first, then by decision and precedence, then in the order of facts", async () => {
    const ruleSet = tiny({
      criteria: [
        criterion("K1", { all: [known("since"), known("age")] }, "care"),
        criterion("K2", { all: [known("kind"), known("danger")] }, "stop"),
        criterion("K3", { any: [known("dose"), known("age")] }, "tell", "m"),
      ],
    });
    const result = await answer(ruleSet, {});
    expect(result.missing).toEqual(["danger", "kind", "age", "since", "dose"]);
    expect(result.decisions["d"]).toEqual({
      kind: "one",
      state: "@safety-unknown",
      possible: ["stop", "care", "rest"],
      missing: ["danger", "kind", "age", "since"],
    });
    expect(result.undecided).toEqual(["K1", "K2", "K3"]);
    expect(result.fired).toEqual([]);
  });

  test("S5 withheld while an earlier decision is @safety-unknown, and only if it is said to be", async () => {
    const withholding = { ...many, withheldWhileSafetyUnknown: true };
    const criteria = [
      criterion("K1", known("danger"), "stop"),
      criterion("K2", { always: true }, "tell", "m"),
    ];
    const [withheld, suggested] = [
      { kind: "many", suggested: [], undetermined: [], withheld: ["tell"] },
      { kind: "many", suggested: ["tell"], undetermined: [], withheld: [] },
    ];
    const ask = async (decisions: readonly unknown[], facts: Facts) =>
      (await answer(tiny({ decisions, criteria }), facts)).decisions["m"];
    expect(await ask([one, withholding], {})).toEqual(withheld);
    expect(await ask([one, withholding], { danger: false })).toEqual(suggested);
    expect(await ask([one, many], {})).toEqual(suggested);
    // Only what is earlier counts, and all that is.
    expect(await ask([withholding, one], {})).toEqual(suggested);
    expect(await ask([one, { ...one, id: "e" }, withholding], {})).toEqual(withheld);
  });

  test("V6 what rests on an earlier decision rests on what that misses", async () => {
    const criteria = [
      criterion("K1", { all: [known("since"), known("kind")] }, "care"),
      criterion("K2", { decision: "d", operator: "equal", value: "care" }, "tell", "m"),
    ];
    const result = await answer(tiny({ criteria }), { kind: "a" });
    expect(result.decisions["m"]).toEqual({
      kind: "many",
      suggested: [],
      undetermined: ["tell"],
      withheld: [],
    });
    expect(result.missing).toEqual(["since"]);
    const ofOne = [
      criteria[0],
      criterion("K2", { decision: "d", operator: "equal", value: "care" }, "go", "e"),
    ];
    const twice = await answer(tiny({ decisions: [one, { ...one, id: "e" }], criteria: ofOne }), {
      kind: "a",
    });
    expect(twice.decisions["e"]).toEqual({
      kind: "one",
      state: "@undetermined",
      possible: ["go", "rest"],
      missing: ["since"],
    });
  });

  test("R3 fired and undecided come in the order of the document, R4 unverified is what is read and plainly unknown", async () => {
    const twoValued: Condition = { fact: "score", operator: "isUnknown" };
    const criteria = [
      criterion("M", twoValued, "tell", "m"),
      criterion("K1", known("age"), "care"),
      criterion("K2", { fact: "kind", operator: "equal", value: "a" }, "go"),
      criterion("K3", { fact: "kind", operator: "equal", value: "b" }, "go"),
    ];
    const ruleSet = tiny({ criteria });
    const result = await answer(ruleSet, { age: 3, kind: "a" });
    expect([result.fired, result.undecided, result.unverified, result.assumed]).toEqual([
      ["M", "K1", "K2"],
      [],
      ["score"],
      ["wish"],
    ]);
    // A doubtful one is no longer plainly unknown, and neither is one that is known; what nothing reads is no matter.
    expect((await answer(ruleSet, { score: "?" })).unverified).toEqual([]);
    expect((await answer(ruleSet, { score: 3 })).unverified).toEqual([]);
    expect((await answer(tiny({ criteria: criteria.slice(1) }), {})).unverified).toEqual([]);
    const doubtful = await answer(ruleSet, { score: "?", nobody: 1 });
    expect(doubtful.doubtful).toEqual([{ fact: "score", reason: "invalid" }]);
    expect(doubtful.problems).toEqual([
      { fact: "score", code: "invalid" },
      { fact: "nobody", code: "undeclared-fact" },
    ]);
  });

  test("what it lists is not what the person lists", async () => {
    const ruleSet = tiny();
    const person = readPerson(ruleSet, { score: "?" }, anyDay);
    const result = await runJsonRules(lower(ruleSet), ruleSet, person);
    expect(result.doubtful[0]).not.toBe(person.doubtful[0]);
    expect(result.problems[0]).not.toBe(person.problems[0]);
    expect(result.assumed).not.toBe(person.assumed);
  });
});

test("rules lowered from a rule set with fewer decisions are refused", async () => {
  const ruleSet = tiny();
  const lowered = lower({ ...ruleSet, decisions: ruleSet.decisions.slice(0, 1) });
  await expect(run(lowered, ruleSet, {})).rejects.toThrow(
    new Error("the lowered rules have no stage for the decision m"),
  );
});

test("rules lowered from a rule set with other decisions are refused", async () => {
  const ruleSet = tiny();
  const lowered = lower({ ...ruleSet, decisions: ruleSet.decisions.toReversed() });
  await expect(run(lowered, ruleSet, {})).rejects.toThrow("no stage for the decision d");
});

test("rules that read a fact the rule set does not have are refused, not run on undefined", async () => {
  for (const { ruleSet } of programs) {
    const lowered = lower(ruleSet);
    const [read] = ruleSet.facts.filter((f) => lowered.stages[0]?.reads.includes(f.id)).map((f) => f.id);
    const without = { ...ruleSet, facts: ruleSet.facts.filter((f) => f.id !== read) };
    await expect(run(lowered, without, {})).rejects.toThrow(`the lowered rules read ${read},`);
  }
});
