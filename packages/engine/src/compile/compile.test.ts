import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { criterion, document, fact, tiny } from "../../test/tiny.ts";
import {
  compareWithExpected,
  evaluate,
  readPerson,
  type Condition,
  type Person,
  type RuleSet,
} from "../index.ts";
import { compile, Unmodelled, type Way } from "./index.ts";
import { KNOWN } from "./layout.ts";

afterEach(() => void vi.unstubAllGlobals());

describe.each(programs)("$program", ({ ruleSet, profiles }) => {
  const compiled = compile(ruleSet);

  test.each(profiles)("$id: $title.fr", (profile) => {
    const at = profile.evaluatedOn ?? anyDay;
    const result = compiled.run(readPerson(ruleSet, profile.facts, at));
    expect(compareWithExpected(profile.expected, result)).toEqual([]);
    expect(result).toEqual(evaluate(ruleSet, profile.facts, at).result);
  });

  test("a run knows nothing of the runs before it, failed ones included", () => {
    const persons = profiles.map((p) => readPerson(ruleSet, p.facts, p.evaluatedOn ?? anyDay));
    const alone = persons.map((person) => compile(ruleSet).run(person));
    const [fact] = ruleSet.facts;
    if (!fact) throw new Error("there is no fact");
    const unreadable: Person = {
      ...readPerson(ruleSet, {}, anyDay),
      states: new Map([[fact.id, { kind: "known", value: ["nobody"], assumed: false }]]),
    };
    for (const order of [[...persons.keys()], [...persons.keys()].toReversed()]) {
      for (const n of order) {
        const person = persons[n];
        if (!person) throw new Error(`no person ${n}`);
        expect(() => compiled.run(unreadable)).toThrow(Unmodelled);
        expect(compiled.run(person)).toEqual(alone[n]);
        expect(compiled.run(person)).toEqual(alone[n]);
      }
    }
  });

  test("what a caller does to a result changes no other", () => {
    const [person] = profiles.map((p) => readPerson(ruleSet, { ...p.facts, nobody: 1 }, anyDay));
    if (!person) throw new Error("there is no profile");
    const before = JSON.stringify(compiled.run(person));
    spoil(compiled.run(person));
    spoil(compiled.runEncoded(compiled.encode(person)));
    expect(JSON.stringify(compiled.run(person))).toBe(before);
    expect(person.problems).toEqual([{ fact: "nobody", code: "undeclared-fact" }]);
  });
});

function spoil(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const member of Object.values(value)) spoil(member);
  // What results have in common nobody can write to.
  if (Object.isFrozen(value)) return;
  if (Array.isArray(value)) value.push("spoilt");
  else Object.assign(value, { fact: "spoilt", state: "spoilt" });
}

const old = { fact: "age", operator: "greaterThanInclusive", value: { parameter: "limit" } } as const;
const withCriterion = (parts: Readonly<Record<string, unknown>> = {}): RuleSet =>
  tiny({ criteria: [criterion("k", old, "care")], ...parts });

test("an encoded person serves every rule set with the same vocabulary, whatever else was edited", () => {
  const before = compile(withCriterion());
  const after = compile(
    withCriterion({
      parameters: document.parameters.map((p) => ({ ...p, value: 11 })),
      facts: document.facts.map((f) => ({ ...f, label: { fr: "autre", en: "other" } })),
    }),
  );
  const person = before.encode(readPerson(withCriterion(), { age: 10 }, anyDay));
  expect(after.vocabulary).toBe(before.vocabulary);
  expect(before.runEncoded(person).decisions["d"]).toMatchObject({ state: "care" });
  expect(after.runEncoded(person).decisions["d"]).toMatchObject({ state: "rest" });
});

test("a person read against another vocabulary is refused", () => {
  const one = compile(withCriterion());
  const narrower = withCriterion({
    facts: document.facts.map((f) => (f["id"] === "age" ? { ...f, range: { min: 0, max: 12 } } : f)),
  });
  const person = compile(narrower).encode(readPerson(narrower, { age: 10 }, anyDay));
  const refusal = expect.objectContaining({
    name: "Unmodelled",
    code: "other-vocabulary",
    about: "tiny",
  }) as Error;
  expect(() => one.runEncoded(person)).toThrow(refusal);
  expect(() => one.masksOf(person)).toThrow(refusal);
});

test("every way to ask gives the same: of a person read, of facts, encoded or not, as masks and as text", () => {
  const ruleSet = withCriterion();
  const compiled = compile(ruleSet);
  expect(compiled.criteria).toEqual(["k"]);
  for (const facts of [{}, { age: 10 }, { age: 9 }, { age: 300, nobody: 1 }]) {
    const person = readPerson(ruleSet, facts, anyDay);
    const { result } = evaluate(ruleSet, facts, anyDay);
    const encoded = compiled.encodeFacts(facts, anyDay);
    expect(compiled.encode(person)).toEqual(encoded);
    expect(compiled.run(person)).toEqual(result);
    expect(compiled.runFacts(facts, anyDay)).toEqual(result);
    expect(compiled.runEncoded(encoded)).toEqual(result);
    const decided = result.decisions["d"];
    expect(compiled.write(facts, anyDay)).toEqual({
      json: JSON.stringify(result),
      problems: result.problems,
      outcomes: [decided?.kind === "one" ? decided.outcome : undefined, undefined],
    });
    const masks = structuredClone(compiled.masks(facts, anyDay));
    expect(masks).toEqual(compiled.masksOf(encoded));
    expect((masks.yes[0] ?? 0) & 1).toBe(result.fired.length);
    expect((masks.no[0] ?? 0) & 1).toBe(1 - result.fired.length - result.undecided.length);
  }
});

test("of who was read straight from facts nothing is kept once they are answered", () => {
  const made: (Int32Array | Float64Array)[] = [];
  vi.stubGlobal(
    "Int32Array",
    class extends Int32Array {
      constructor(length: number) {
        super(length);
        made.push(this);
      }
    },
  );
  vi.stubGlobal(
    "Float64Array",
    class extends Float64Array {
      constructor(length: number) {
        super(length);
        made.push(this);
      }
    },
  );
  const facts = [
    fact("small", "integer", { range: { min: 0, max: 250 } }),
    fact("dose", "decimal", { scale: 1 }),
  ];
  const when = {
    all: [
      { fact: "small", operator: "greaterThan", value: 3 },
      { fact: "dose", operator: "lessThan", value: 99 },
    ],
  };
  const compiled = compile(tiny({ facts, criteria: [criterion("k", when as Condition, "care")] }));
  vi.unstubAllGlobals();
  const kept = (): boolean => made.some((words) => words.includes(KNOWN + 177) || words.includes(66.5));
  const person = { small: 177, dose: 66.5 };
  const encoded = compiled.encodeFacts(person, anyDay);
  expect([encoded.words[0], encoded.numbers[0]]).toEqual([KNOWN + 177, 66.5]);
  for (const ask of [compiled.runFacts, compiled.write, compiled.masks]) {
    ask(person, anyDay);
    expect(kept()).toBe(false);
  }
});

test("a day that is none is refused by whatever takes facts, and says which", () => {
  const { runFacts, write, masks, encodeFacts } = compile(withCriterion());
  for (const ask of [runFacts, write, masks, encodeFacts]) {
    expect(() => ask({}, "2026-02-30")).toThrow(new RangeError("not an evaluation date: 2026-02-30"));
    expect(() => ask({}, "")).toThrow(new RangeError("not an evaluation date: "));
  }
});

test("what was observed is old on one day and not on another, in whatever order the days come", () => {
  const recent = { fact: "score", operator: "lessThan", value: 9 } as const;
  const compiled = compile(tiny({ criteria: [criterion("k", recent, "care")] }));
  const facts = { score: { value: 3, observedOn: "2026-03-01" } };
  const firedOn = (at: string): readonly string[] => compiled.runFacts(facts, at).fired;
  expect(["2026-03-15", "2026-03-16", "2026-03-16", "2026-03-15", "2026-02-28"].map(firedOn)).toEqual([
    ["k"],
    [],
    [],
    ["k"],
    [],
  ]);
});

test.each([
  ["undeclared-fact", { fact: "nobody", operator: "isKnown" }],
  ["undeclared-parameter", { fact: "age", operator: "equal", value: { parameter: "nobody" } }],
  ["undeclared-condition", { condition: "nobody" }],
  ["unavailable-decision", { decision: "d", operator: "equal", value: "care" }],
  ["literal-type", { fact: "age", operator: "equal", value: "ten" }],
  ["literal-type", { fact: "kind", operator: "in", value: ["nobody"] }],
  ["operator-type", { fact: "age", operator: "isEmpty" }],
] as const)("what parsing would have refused is refused: %s", (code, when) => {
  const ruleSet = withCriterion();
  const unparsed = { ...ruleSet, criteria: ruleSet.criteria.map((c) => ({ ...c, when })) } as RuleSet;
  expect(() => compile(unparsed)).toThrow(expect.objectContaining({ code }));
});

test("named conditions that go round in a circle are refused", () => {
  const text = { fr: "rond", en: "round" };
  const unparsed: RuleSet = {
    ...withCriterion(),
    conditions: [{ id: "round", label: text, when: { not: { condition: "round" } } }],
  };
  const criteria = unparsed.criteria.map((c) => ({ ...c, when: { condition: "round" } }));
  expect(() => compile({ ...unparsed, criteria })).toThrow(
    expect.objectContaining({ code: "circular-conditions" }),
  );
});

test("conditions that name conditions twice at every level cost one evaluation each", () => {
  const text = { fr: "double", en: "double" };
  const levels = 60;
  const ruleSet: RuleSet = {
    ...withCriterion(),
    conditions: Array.from({ length: levels }, (_, i) => {
      const below = i === 0 ? old : { condition: `level${i - 1}` };
      return {
        id: `level${i}`,
        label: text,
        when: i % 2 === 0 ? { all: [below, below] } : { any: [below, { not: { not: below } }] },
      };
    }),
  };
  const top = { condition: `level${levels - 1}` };
  const compiled = compile({ ...ruleSet, criteria: ruleSet.criteria.map((c) => ({ ...c, when: top })) });
  // Unfolded, this condition has 2 to the 60th leaves: the test would not end.
  expect(compiled.run(readPerson(ruleSet, {}, anyDay)).missing).toEqual(["age"]);
  expect(compiled.run(readPerson(ruleSet, { age: 10 }, anyDay)).fired).toEqual(["k"]);
});

test.each<[number, readonly Way[] | undefined]>([
  [0, undefined],
  [0, ["closures"]],
  [0, ["index"]],
  // The judge, what its open outcomes rest on, the two ways to masks, the reader, and the maker of results.
  [5, ["generated"]],
])("W4 code is made from text %d times when %j may be taken", (times, ways) => {
  let made = 0;
  const real = Function;
  vi.stubGlobal("Function", function counting(...parts: readonly string[]) {
    made += 1;
    return real(...parts) as unknown;
  });
  const compiled = compile(withCriterion(), { ways });
  expect(compiled.runFacts({ age: 10 }, anyDay).fired).toEqual(["k"]);
  expect(made).toBe(times);
});

test("W4 nothing is generated as text: it runs where code from strings is forbidden", () => {
  const url = (file: string): string => JSON.stringify(pathToFileURL(join(import.meta.dirname, file)).href);
  const script = `
    import { compile } from ${url("index.ts")};
    import { readPerson } from ${url("../model/index.ts")};
    const ruleSet = ${JSON.stringify(withCriterion())};
    let forbidden = false;
    try { new Function("return 1")(); } catch { forbidden = true; }
    const person = readPerson(ruleSet, { age: 10 }, "${anyDay}");
    const told = compile(ruleSet, { ways: ["generated"] });
    console.log(forbidden, compile(ruleSet).run(person).fired.join(), told.way, told.run(person).fired.join());`;
  const flags = ["--disallow-code-generation-from-strings", "--input-type=module", "--eval", script];
  expect(execFileSync(process.execPath, flags, { encoding: "utf8" }).trim()).toBe("true k closures k");
});
