import { expect, test } from "vitest";
import { everyLeaf, everyPerson, facts, leaves } from "../../test/every-leaf.ts";
import { anyDay } from "../../test/reference-programs.ts";
import { evaluate } from "../evaluate/index.ts";
import {
  canonicalJson,
  doubtOf,
  operatorsOf,
  readPerson,
  type Fact,
  type FactOperator,
  type FactState,
} from "../model/index.ts";
import { lower } from "./lower.ts";
import { runJsonRules } from "./run-json-rules.ts";

function knowledge(state: FactState | undefined): string {
  if (state === undefined) return "undeclared";
  return state.kind === "unknown" ? (doubtOf(state) === undefined ? "plain" : "doubtful") : state.kind;
}

/** The verdicts that an operator must have been seen with, for each degree of knowledge that the fact can have. */
function wanted(fact: Fact, operator: FactOperator): readonly string[] {
  const known = operator === "isKnown" ? ["true"] : operator === "isUnknown" ? ["false"] : ["true", "false"];
  const unknown = operator === "isUnknown" ? "true" : "unknown";
  const plain = operator !== "isUnknown" && fact.whenUnknown === "ignore" ? "false" : unknown;
  return [
    ...known.map((verdict) => `known ${verdict}`),
    `doubtful ${unknown}`,
    ...(typeof fact.whenUnknown === "object" ? [] : [`plain ${plain}`]),
    ...(fact.type === "set" ? [`partial ${unknown}`] : []),
  ];
}

test("W1 every operator × type × whenUnknown × knowledge × polarity is as evaluate reads it", async () => {
  const lowered = lower(everyLeaf);
  const seen = new Set<string>();
  for (const sent of everyPerson()) {
    const person = readPerson(everyLeaf, sent, anyDay);
    const result = await runJsonRules(lowered, everyLeaf, person);
    const expected = evaluate(everyLeaf, sent, anyDay).result;
    if (canonicalJson(result) !== canonicalJson(expected))
      expect(result, JSON.stringify(sent)).toEqual(expected);
    const [fired, undecided] = [new Set(result.fired), new Set(result.undecided)];
    for (const { fact, operator, plain } of leaves) {
      const verdict = fired.has(plain) ? "true" : undecided.has(plain) ? "unknown" : "false";
      seen.add(`${fact.id} ${operator} ${knowledge(person.states.get(fact.id))} ${verdict}`);
    }
  }
  const all = facts.flatMap((f) =>
    operatorsOf(f.type).flatMap((o) => wanted(f, o).map((w) => `${f.id} ${o} ${w}`)),
  );
  expect(all.filter((key) => !seen.has(key))).toEqual([]);
});
