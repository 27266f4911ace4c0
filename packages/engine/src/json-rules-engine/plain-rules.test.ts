import { createRequire } from "node:module";
import { Engine, type RuleProperties } from "json-rules-engine";
import { describe, expect, test } from "vitest";
import { everyLeaf, everyPerson } from "../../test/every-leaf.ts";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { criterion, tiny } from "../../test/tiny.ts";
import { readPerson, type Facts, type RuleSet } from "../model/index.ts";
import { lower } from "./lower.ts";
import { loweredRulesSchema, plainOperators, type LoweredStage } from "./lowered-rules.ts";
import { runJsonRules } from "./run-json-rules.ts";
import { decisionFacts, runtimeFacts } from "./runtime-facts.ts";

const corpus: readonly { readonly ruleSet: RuleSet; readonly persons: readonly Facts[] }[] = [
  ...programs.map(({ ruleSet, profiles }) => ({
    ruleSet,
    persons: profiles.slice(0, 15).map((p) => p.facts),
  })),
  { ruleSet: everyLeaf, persons: everyPerson().slice(0, 10) },
];
const stages: readonly LoweredStage[] = corpus.flatMap(({ ruleSet }) => lower(ruleSet).stages);

/** Every object anywhere in a JSON value. */
function* objectsIn(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Readonly<Record<string, unknown>>;
  for (const child of Object.values(value)) yield* objectsIn(child);
}

describe("W2 lowered rules are plain json-rules-engine rules", () => {
  test("W2 an Engine as it comes runs every stage, and no fact it reads is undefined", async () => {
    for (const { ruleSet, persons } of corpus) {
      const lowered = lower(ruleSet);
      for (const sent of persons) {
        const person = readPerson(ruleSet, sent, anyDay);
        const answers = Object.entries((await runJsonRules(lowered, ruleSet, person)).decisions);
        const decided = answers.flatMap(([id, d]) => (d.kind === "one" ? [...decisionFacts(id, d)] : []));
        const facts = Object.fromEntries([...runtimeFacts(person), ...decided]);
        expect(Object.entries(facts).filter(([, value]) => value === undefined)).toEqual([]);
        for (const stage of lowered.stages) {
          // Without `allowUndefinedFacts` an unknown operator or an undeclared fact rejects the run.
          const run = await new Engine(stage.rules as unknown as RuleProperties[]).run(facts);
          expect(run.results.length + run.failureResults.length).toBe(stage.rules.length);
        }
      }
    }
  });

  test("W2 every node has the keys of a plain rule and no other", () => {
    const keys = new Set(
      stages.flatMap((s) => s.rules.flatMap((r) => [...objectsIn(r.conditions)].flatMap(Object.keys))),
    );
    expect([...keys].sort()).toEqual(["all", "any", "fact", "name", "operator", "value"]);
  });

  test("every operator of the format is used, and the library has each of them built in", () => {
    const used = new Set(
      stages.flatMap((s) => [...objectsIn(s.rules)].map((o) => o["operator"]).filter((o) => o !== undefined)),
    );
    expect(used).toEqual(new Set(plainOperators));
  });

  test("must and may of a criterion have one shape", () => {
    const shape = (node: Readonly<Record<string, unknown>>): unknown => {
      if (node["name"] !== undefined) return node["name"];
      const group = node["all"] === undefined ? "any" : "all";
      return { [group]: (node[group] as Readonly<Record<string, unknown>>[]).map(shape) };
    };
    for (const { rules } of stages) {
      for (const must of rules.filter((r) => r.event.type === "must")) {
        const may = rules.find(
          (r) => r.event.type === "may" && r.event.params.criterion === must.event.params.criterion,
        );
        expect(shape(may?.conditions ?? {})).toEqual(shape(must.conditions));
      }
    }
  });
});

test("a lowered document is of its schema, and running it does not change it", async () => {
  for (const { ruleSet, profiles } of programs) {
    const lowered = lower(ruleSet);
    const before = JSON.stringify(lowered);
    expect(loweredRulesSchema.parse(JSON.parse(before))).toEqual(lowered);
    for (const p of profiles.slice(0, 5)) {
      await runJsonRules(lowered, ruleSet, readPerson(ruleSet, p.facts, p.evaluatedOn ?? anyDay));
    }
    expect(JSON.stringify(lowered)).toBe(before);
  }
});

test.each([
  ["a path", { path: "$.x" }],
  ["a custom operator", { operator: "startsWith" }],
  ["a value taken from elsewhere", { value: { fact: "age", path: "$.x" } }],
])("the schema refuses %s", (_, part) => {
  const [rule] = lower(tiny({ criteria: [criterion("K", { always: true }, "stop")] })).stages[0]?.rules ?? [];
  const leaf = { fact: "age", operator: "equal", value: 1 };
  const document = (node: unknown) => ({
    ...lower(tiny()),
    stages: [{ decision: "d", reads: ["age"], rules: [{ ...rule, conditions: { all: [node] } }] }],
  });
  expect(loweredRulesSchema.safeParse(document(leaf)).success).toBe(true);
  expect(loweredRulesSchema.safeParse(document({ ...leaf, ...part })).success).toBe(false);
});

describe("JSONPath", () => {
  // As json-rules-engine itself resolves it.
  const fromHere = createRequire(import.meta.url);
  const { JSONPath } = createRequire(fromHere.resolve("json-rules-engine"))("jsonpath-plus") as {
    JSONPath: (options: unknown) => unknown;
  };

  test("is the stub that throws", () => {
    expect(() => JSONPath({ path: "$.a", json: { a: 1 } })).toThrow("rules have no paths");
  });

  test("is what an Engine as it comes reaches for a path, so that a rule with one fails", async () => {
    const rule = {
      conditions: { all: [{ fact: "f", path: "$.a", operator: "equal", value: 1 }] },
      event: { type: "hit" },
    };
    await expect(new Engine([rule]).run({ f: { a: 1 } })).rejects.toThrow("rules have no paths");
  });
});
