// Enumeration over the two reference programs: every property and every standard question has its answer, and a search
// can be bounded and stopped.
import { referencePrograms } from "@jumelage/content";
import {
  askOne,
  breaksClaim,
  classesOf,
  dropIdle,
  graphOf,
  isWitness,
  mergeDimensions,
  parseRuleSet,
  standardQuestions,
  type Question,
  type RuleSet,
} from "@jumelage/engine";
import { describe, expect, it } from "vitest";
import { createEnumeration } from "./enumerate.ts";

const programs: readonly RuleSet[] = referencePrograms.map(({ ruleSet }) => {
  const parsed = parseRuleSet(ruleSet);
  if (!parsed.ok) throw new Error("a reference program does not parse");
  return parsed.value;
});
const enumeration = createEnumeration();

describe.each(programs.map((ruleSet) => ({ program: ruleSet.program, ruleSet })))(
  "$program",
  ({ ruleSet }) => {
    it("every property holds for everybody", async () => {
      for (const { id, claim } of ruleSet.properties)
        expect((await enumeration.ask(breaksClaim(ruleSet, claim))).status, id).toBe("nobody");
    });

    it("every standard question has the answer it should have", async () => {
      for (const { check, question, expect: expected } of standardQuestions(ruleSet)) {
        const answer = await enumeration.ask(question);
        expect(answer.status, JSON.stringify(check)).toBe(expected === "never" ? "nobody" : "somebody");
        if (answer.status === "somebody") expect(isWitness(question, answer.witness)).toBe(true);
      }
    });
  },
);

describe("a question of a few classes", () => {
  const text = { fr: "t", en: "t" };
  const outcome = (id: string, tone: string) => ({ id, label: text, message: text, tone, override: true });
  const state = { label: text, message: text };
  const values = ["a", "b", "c", "d", "e", "f"];
  const facts = ["kind1", "kind2", "kind3", "kind4", "kind5"];
  const parsed = parseRuleSet({
    schemaVersion: 1,
    program: "small",
    title: text,
    purpose: text,
    timeZone: "America/Toronto",
    sources: [],
    parameters: [],
    facts: facts.map((id) => ({
      id,
      label: text,
      question: text,
      type: "enum",
      values: values.map((value) => ({ id: value, label: text })),
      whenUnknown: "block",
      safety: false,
      sources: [],
    })),
    conditions: [],
    decisions: [
      {
        id: "d",
        title: text,
        kind: "one",
        outcomes: [outcome("stop", "stop"), outcome("go", "go")],
        otherwise: "go",
        states: { "@undetermined": state, "@safety-unknown": state },
      },
    ],
    criteria: values.map((value, i) => ({
      id: `C${i}`,
      title: text,
      // All of one kind but the last, which is another.
      when: {
        all: facts.map((fact, place) => ({
          fact,
          operator: place === 4 ? ("notEqual" as const) : ("equal" as const),
          value,
        })),
      },
      then: { decision: "d", outcome: "stop" },
      rationale: text,
      sources: [],
      origin: "beyond-source",
      enabled: true,
    })),
    properties: [],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  const ruleSet = parsed.value;
  const stops = askOne(ruleSet, { world: 0, decision: "d", state: ["stop"] });
  const [stable] = standardQuestions(ruleSet).filter(({ check }) => check.kind === "determined-is-stable");
  if (!stable) throw new Error("no such question");
  const small = breaksClaim(ruleSet, {
    kind: "requires",
    decision: "d",
    states: ["stop"],
    condition: { fact: "kind1", operator: "isKnown" },
  });
  const sizesOf = (asked: Question, way: typeof dropIdle): readonly [classes: number, searched: number] => {
    const made = graphOf(asked);
    if ("unmodelled" in made) throw new Error(made.unmodelled);
    const sizes = made.space.dimensions.map((d) => d.options.length);
    const left = way(made.graph, { roots: [made.root], sizes }).sizes;
    return [classesOf(made.space), left.reduce((a, b) => a * b, 1)];
  };

  it("is gone through class by class, and says how many there were", async () => {
    const [classes, searched] = sizesOf(stops, dropIdle);
    expect(sizesOf(stops, mergeDimensions)[1]).toBeLessThan(searched);
    const answer = await enumeration.ask(stops);
    expect(answer).toMatchObject({ status: "somebody", classes, searched, witness: { at: "2026-03-02" } });
    expect(answer.status === "somebody" && isWitness(stops, answer.witness)).toBe(true);
    const later = await enumeration.ask(stops, { at: "2026-04-05" });
    expect(later).toMatchObject({ status: "somebody", witness: { at: "2026-04-05" } });
  });

  it("is answered by enumeration, which says so", () => {
    expect(enumeration.method).toBe("enumeration");
  });

  it("has nobody where nobody is", async () => {
    for (const asked of [small, stable.question]) {
      const [classes, searched] = sizesOf(asked, dropIdle);
      expect(await enumeration.ask(asked)).toEqual({ status: "nobody", classes, searched });
      expect(await enumeration.ask(asked, { milliseconds: 600_000 })).toMatchObject({ status: "nobody" });
    }
  });

  it("that is settled by itself needs no search", async () => {
    const always = askOne(ruleSet, { all: [] });
    const never = askOne(ruleSet, { any: [] });
    expect(await enumeration.ask(always)).toMatchObject({
      status: "somebody",
      searched: 1,
      witness: { people: [{}] },
    });
    expect(await enumeration.ask(never)).toMatchObject({ status: "nobody", searched: 1 });
  });

  it("is undecided, and says why, beyond the budget, out of time or cancelled", async () => {
    const [classes, searched] = sizesOf(stable.question, dropIdle);
    const within = await createEnumeration({ budget: searched }).ask(stable.question);
    expect(within).toEqual({ status: "nobody", classes, searched });
    const undecided = { status: "undecided", classes, searched: 0 };
    expect(await createEnumeration({ budget: searched - 1 }).ask(stable.question)).toEqual({
      ...undecided,
      reason: "size",
    });
    expect(await enumeration.ask(stable.question, { milliseconds: 0 })).toEqual({
      ...undecided,
      reason: "time",
    });
    const controller = new AbortController();
    const going = enumeration.ask(stable.question, { signal: controller.signal });
    setImmediate(() => setImmediate(() => controller.abort()));
    expect(await going).toEqual({ ...undecided, reason: "cancelled" });
    expect(await enumeration.ask(stops, { signal: AbortSignal.abort() })).toEqual({
      status: "undecided",
      reason: "cancelled",
      classes: 0,
      searched: 0,
    });
  });
});

describe("limits", () => {
  /** Two rule sets that can be told apart by nobody, over the largest space of classes there is. */
  const large = programs.flatMap((ruleSet) =>
    ruleSet.properties.map(({ claim }) => breaksClaim(ruleSet, claim)),
  );
  const manyClasses = (question: Question): number => {
    const made = graphOf(question);
    return "unmodelled" in made || made.root < 2 ? 0 : classesOf(made.space);
  };
  const [question] = large.toSorted((a, b) => manyClasses(b) - manyClasses(a));

  it("more classes than the budget are left undecided", async () => {
    const some = large.find((q) => manyClasses(q) > 1e6 && manyClasses(q) < 2 ** 28);
    if (!some) throw new Error("no question of that size");
    const answer = await createEnumeration({ budget: 1000 }).ask(some);
    expect(answer).toMatchObject({ status: "undecided", reason: "size", searched: 0 });
    expect(answer.classes).toBeGreaterThan(1e6);
  });

  it("a search that is cancelled says so", async () => {
    if (!question) throw new Error("no question");
    const some = large.find((q) => manyClasses(q) > 1e8 && manyClasses(q) < 2 ** 28) ?? question;
    const controller = new AbortController();
    const answer = enumeration.ask(some, { signal: controller.signal });
    controller.abort();
    expect(await answer).toMatchObject({ status: "undecided", reason: "cancelled" });
  });

  it("a search that is out of time says so", async () => {
    const some = large.find((q) => manyClasses(q) > 1e8 && manyClasses(q) < 2 ** 28) ?? question;
    if (!some) throw new Error("no question");
    const answer = await enumeration.ask(some, { milliseconds: 0 });
    expect(answer).toMatchObject({ status: "undecided", reason: "time" });
  });

  it("a question that has no classes says why", async () => {
    const [ruleSet] = programs;
    if (!ruleSet) throw new Error("no program");
    const world = { ruleSet, person: { kind: "same" } as const };
    const answer = await enumeration.ask({ worlds: [world, world, world], ask: { any: [] } });
    expect(answer).toEqual({
      status: "undecided",
      reason: "size",
      classes: 0,
      searched: 0,
      unmodelled: "more than two worlds",
    });
  });
});
