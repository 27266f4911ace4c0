// `certain` in the client's answers: only where a release carries a diagram that says what its rule set says.
import { certainties, diagramsOf, evaluate, readPerson } from "@jumelage/engine";
import { expect, test } from "vitest";
import { publish, releasePayload, tinyRuleSet } from "./fixtures.ts";
import { eachTest, type Bench } from "./harness.ts";

let b: Bench;
eachTest((bench) => {
  b = bench;
});

const at = "2026-03-02";
const ruleSet = tinyRuleSet(15);
const sound = diagramsOf(ruleSet);
const { evidence } = releasePayload(1);

/** What a client answers for these facts once a release with these diagrams is in force. */
async function certainFor(diagrams: readonly object[] | undefined, facts: Readonly<Record<string, unknown>>) {
  const carried = diagrams === undefined ? {} : { diagrams: diagrams.map((d) => ({ ...d })) };
  b.server.serve(await publish(b.key, { number: 1, release: { evidence: { ...evidence, ...carried } } }));
  const c = b.client();
  expect((await c.refresh()).state).toBe("current");
  const answer = c.evaluate({ ...facts });
  if (answer.kind !== "evaluated") throw new Error(answer.kind);
  expect(answer.result).toEqual(evaluate(ruleSet, { ...facts }, at).result);
  expect(c.evaluate({ ...facts }, { trace: true })).toMatchObject({ result: answer.result });
  return answer.certain;
}

test("a release that carries its diagram says what is certain", async () => {
  expect(sound).toHaveLength(1);
  for (const facts of [{}, { score: 14 }, { score: 15 }]) {
    const { result } = evaluate(ruleSet, facts, at);
    expect(await certainFor(sound, facts)).toEqual(
      certainties(sound, readPerson(ruleSet, facts, at), result),
    );
  }
  expect(await certainFor(sound, { score: 15 })).toEqual({ d: { outcomes: ["look"], canChange: [] } });
});

test("a release without one, with one of another rule set, or with one of a later form answers without it", async () => {
  expect(await certainFor(undefined, { score: 15 })).toBeUndefined();
  expect(await certainFor(diagramsOf(tinyRuleSet(16)), { score: 15 })).toBeUndefined();
  expect(
    await certainFor(
      sound.map((d) => ({ ...d, schemaVersion: 2 })),
      { score: 15 },
    ),
  ).toBeUndefined();
});
