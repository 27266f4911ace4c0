// Reports about whole rule sets, with the real solver: both reference programs hold; what is broken is found; answers
// are remembered by content.
import { isWitness, proofReportSchema, standardQuestions, type RuleSet } from "@jumelage/engine";
import { afterAll, describe, expect, test } from "vitest";
import { autosoins, referenceRuleSets, without } from "../test/reference.ts";
import { memoryCache } from "./cache.ts";
import { prove, type Method, type ProofProgress } from "./prove.ts";
import { createSolver } from "./solver.ts";

const solver = await createSolver();
afterAll(() => solver.close());
const at = "2026-03-02";
const common = { at, milliseconds: 60_000 };
const few = (ruleSet: RuleSet, ...properties: readonly string[]): RuleSet => ({
  ...ruleSet,
  properties: ruleSet.properties.filter((p) => properties.includes(p.id)),
  criteria: ruleSet.criteria.filter((c) => c.then.decision === ruleSet.decisions[0]?.id),
  decisions: ruleSet.decisions.slice(0, 1),
});

describe.each(referenceRuleSets.map((ruleSet) => ({ program: ruleSet.program, ruleSet })))(
  "$program",
  ({ ruleSet }) => {
    test("every property and every standard check is proved", async () => {
      const seen: ProofProgress[] = [];
      const report = await prove(ruleSet, {
        ...common,
        answerers: [solver],
        onProgress: (progress) => seen.push(progress),
      });
      expect(proofReportSchema.parse(report)).toEqual(report);
      const open = [...report.properties, ...report.standard].filter((p) => p.status !== "proved");
      expect(open).toEqual([]);
      expect(report.properties.map((p) => p.id)).toEqual(ruleSet.properties.map((p) => p.id));
      const total = ruleSet.properties.length + standardQuestions(ruleSet).length;
      expect(seen.map((p) => [p.done, p.total])).toEqual(
        Array.from({ length: total + 1 }, (_, done) => [done, total]),
      );
      // What can happen is shown by somebody to whom it happens.
      for (const [i, { question, expect: expected }] of standardQuestions(ruleSet).entries()) {
        const witness = report.standard[i]?.witness;
        expect(witness !== undefined).toBe(expected === "sometimes");
        if (!witness) continue;
        const people = question.worlds.map(
          (_, world) => (world > 0 ? witness.second : undefined) ?? witness.facts,
        );
        expect(isWitness(question, { at: witness.at, people })).toBe(true);
      }
    });
  },
);

test("without the criteria that enforce it, a property is refuted by somebody with nothing to spare", async () => {
  const report = await prove(few(without(autosoins, "A-I1", "A-I4"), "SP1"), {
    ...common,
    answerers: [solver],
  });
  expect(report.properties).toMatchObject([
    {
      id: "SP1",
      status: "refuted",
      witness: {
        at,
        facts: { suicidalIdeation: "passive" },
        answers: [{ decision: "orientation", answer: ["@safety-unknown"] }],
      },
      methods: [{ method: "solver", status: "refuted" }],
    },
  ]);
  expect(report.properties[0]?.witness).not.toHaveProperty("second");
});

test("a criterion that asks for too little is found by comparing two persons", async () => {
  // The first draft of A-C1: a worse score turned "more information needed" into "possible".
  const demands = new Set(["challengeCharacteristics", "ageYears", "priorityNeed"]);
  const draft: RuleSet = {
    ...autosoins,
    criteria: autosoins.criteria.map((c) =>
      c.id === "A-C1" && "all" in c.when
        ? { ...c, when: { all: c.when.all.filter((m) => !("fact" in m) || !demands.has(m.fact)) } }
        : c,
    ),
  };
  const [property] = (await prove(few(draft, "SP9-phq9-worse"), { ...common, answerers: [solver] }))
    .properties;
  expect(property?.status).toBe("refuted");
  const { facts, second, answers } = property?.witness ?? { answers: [] };
  expect(facts).toMatchObject({ phq9Total: 0 });
  expect(second).toEqual({ ...facts, phq9Total: 15 });
  expect(answers.map((a) => a.answer)).toEqual([["@undetermined"], ["possible"]]);
});

test("a criterion that cannot fire or never decides is refuted, and nobody is shown", async () => {
  const twin = autosoins.criteria.find((c) => c.id === "A-L1");
  if (!twin) throw new Error("no criterion A-L1");
  const never = { all: [twin.when, { not: twin.when }] };
  const ruleSet: RuleSet = {
    ...few(autosoins),
    criteria: [...few(autosoins).criteria, { ...twin, id: "Twin" }, { ...twin, id: "Never", when: never }],
  };
  const report = await prove(ruleSet, { ...common, answerers: [solver] });
  const refuted = report.standard.filter((s) => s.status !== "proved");
  expect(refuted.map((s) => s.check)).toEqual([
    { kind: "criterion-decides", criterion: "A-L1" },
    { kind: "criterion-decides", criterion: "Twin" },
    { kind: "criterion-fires", criterion: "Never" },
    { kind: "criterion-decides", criterion: "Never" },
  ]);
  expect(refuted.every((s) => s.witness === undefined)).toBe(true);
});

test("what does not change an answer is not asked again; what does, is", async () => {
  const cache = memoryCache();
  let asked = 0;
  const counting: Method = {
    method: "solver",
    ask: (question, options) => {
      asked += 1;
      return solver.ask(question, options);
    },
  };
  const ruleSet = few(without(autosoins, "A-I1", "A-I4"), "SP1", "SP2");
  const first = await prove(ruleSet, { ...common, answerers: [counting], cache });
  const once = asked;
  expect(once).toBeGreaterThan(0);
  const reworded: RuleSet = {
    ...ruleSet,
    criteria: ruleSet.criteria.map((c) => ({ ...c, title: { fr: "autre", en: "other" } })),
    properties: ruleSet.properties.toReversed(),
    sources: [],
  };
  const again = await prove(reworded, { ...common, answerers: [counting], cache });
  expect(asked).toBe(once);
  expect(again.properties.map((p) => [p.id, p.status, p.witness])).toEqual(
    first.properties.toReversed().map((p) => [p.id, p.status, p.witness]),
  );
  const stricter = { ...ruleSet, facts: ruleSet.facts.map((f) => ({ ...f, validFor: "P3D" })) };
  await prove(stricter, { ...common, answerers: [counting], cache });
  expect(asked).toBe(2 * once);
});

test("cancelled in the middle, the rest is open and nothing of it counts as proved", async () => {
  const stop = new AbortController();
  const report = await prove(few(autosoins, "SP1", "SP2", "SP4"), {
    ...common,
    answerers: [solver],
    signal: stop.signal,
    onProgress: ({ done }) => {
      if (done === 2) stop.abort();
    },
  });
  expect(report.properties.map((p) => [p.status, p.reason])).toEqual([
    ["proved", undefined],
    ["proved", undefined],
    ["undecided", "cancelled"],
  ]);
  expect(report.standard.every((s) => s.status === "undecided" && s.reason === "cancelled")).toBe(true);
});
