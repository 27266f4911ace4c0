// What to ask next: exact where the release carries the decision's diagram, by what the answer rests on elsewhere; and an
// open safety question before all others, whatever a diagram says.
import { diagramsOf, isValueOf, parseRuleSet, type Fact, type RuleSet } from "@jumelage/engine";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { anyDay, programs } from "@jumelage/engine/test/reference-programs";
import { howMany } from "@jumelage/engine/test/small";
import { expect, onTestFinished, test } from "vitest";
import type { Client, NextQuestions } from "../src/index.ts";
import { realRelease } from "./doors/real.ts";
import { publish, releasePayload, tinyRuleSet } from "./fixtures.ts";
import { day, eachTest, type Bench } from "./harness.ts";
import { startServer } from "./server.ts";

let b: Bench;
eachTest((bench) => {
  b = bench;
});

type Facts = Readonly<Record<string, unknown>>;

/** A client of a release of this rule set, with or without its diagrams. */
async function clientOf(ruleSet: RuleSet, { withDiagrams }: { withDiagrams: boolean }): Promise<Client> {
  const { evidence } = releasePayload(1);
  const diagrams = withDiagrams ? { diagrams: diagramsOf(ruleSet).map((d) => ({ ...d })) } : {};
  const release = { ruleSet, vectors: [], evidence: { ...evidence, ...diagrams } };
  b.server.serve(await publish(b.key, { number: 1, release }));
  const client = b.client();
  expect((await client.refresh()).state).toBe("current");
  return client;
}

function asked(client: Client, facts: Facts): Extract<NextQuestions, { kind: "questions" }> {
  const answer = client.nextQuestions({ ...facts }, { at: anyDay });
  if (answer.kind !== "questions") throw new Error(answer.kind);
  return answer;
}

/** `score` as it is, and a danger that leads to the same outcome either way: certain, and yet to be asked. */
function withDanger(): RuleSet {
  const plain = tinyRuleSet(15);
  const [score] = plain.facts;
  const [criterion] = plain.criteria;
  if (score === undefined || criterion === undefined) throw new Error("no fact");
  const danger = { ...score, id: "danger", type: "boolean", safety: true };
  const parsed = parseRuleSet({
    ...plain,
    facts: [score, { ...danger, range: undefined }],
    criteria: [
      criterion,
      ...[true, false].map((value) => ({
        ...criterion,
        id: `danger-${value}`,
        when: { fact: "danger", operator: "equal", value },
      })),
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.value;
}

test("a release with the diagram says the shortest interview, and that it is exact", async () => {
  const client = await clientOf(tinyRuleSet(15), { withDiagrams: true });
  expect(client.nextQuestions({})).toEqual({
    kind: "questions",
    release: 1,
    sha256: client.status().sha256,
    sequence: 1,
    at: "2026-03-02",
    stale: false,
    next: { fact: "score", decision: "d", method: "exact", why: "open" },
    plans: { d: { outcomes: ["look", "go"], first: "score", atMost: 1, onAverage: 1 } },
    missing: ["score"],
  });
  const over = asked(client, { score: 15 });
  expect(over.next).toBeUndefined();
  expect(over.plans).toEqual({ d: { outcomes: ["look"], atMost: 0, onAverage: 0 } });
});

test("a release without one goes by what the answer rests on, and says so", async () => {
  const client = await clientOf(tinyRuleSet(15), { withDiagrams: false });
  const answer = asked(client, {});
  expect(answer.next).toEqual({ fact: "score", decision: "d", method: "heuristic", why: "open" });
  expect(answer.plans).toEqual({});
  expect(asked(client, { score: 3 }).next).toBeUndefined();
});

test(
  "an open safety question is asked, also where no answer can change the outcome",
  shows("safety-asked"),
  async () => {
    for (const withDiagrams of [true, false]) {
      const client = await clientOf(withDanger(), { withDiagrams });
      const next = { fact: "danger", decision: "d", method: "heuristic", why: "safety" };
      expect(asked(client, {}).next, `${withDiagrams}`).toEqual(next);
      expect(asked(client, { score: 3 }).next).toEqual(next);
      expect(asked(client, { danger: false }).next).toBeUndefined();
    }
    const exact = asked(await clientOf(withDanger(), { withDiagrams: true }), {});
    expect(exact.plans["d"]).toEqual({ outcomes: ["look"], atMost: 0, onAverage: 0 });
  },
);

test("who gets no answer is asked nothing", async () => {
  expect(b.client().nextQuestions({})).toEqual({ kind: "no-rules" });
  const pointer = { hardExpires: "2026-03-09T12:00:00Z" };
  b.server.serve(await publish(b.key, { number: 1, pointer }));
  const client = b.client();
  await client.refresh();
  expect(client.nextQuestions({ score: "3" })).toMatchObject({
    kind: "refused",
    code: "problems",
    problems: [{ fact: "score", code: "invalid" }],
  });
  expect(client.nextQuestions({ score: "3" }, { lenient: true })).toMatchObject({
    kind: "questions",
    next: { fact: "score" },
  });
  expect(client.nextQuestions({}, { at: "soon" })).toMatchObject({ kind: "refused", code: "invalid-at" });
  b.time += 6 * day;
  expect(client.nextQuestions({})).toMatchObject({ kind: "questions", stale: true });
  b.time += 2 * day;
  expect(client.nextQuestions({})).toMatchObject({ kind: "suspended" });
});

/** Some value of a fact that a profile says nothing plain about. */
function anyValue({ type, range, values }: Fact): unknown {
  if (type === "boolean") return false;
  if (type === "set") return [];
  if (type === "enum") return values?.[0]?.id;
  return type === "date" ? anyDay : (range?.min ?? 0);
}

test.each(programs)(
  "$program: asking what is to be asked settles everything",
  shows("interviews"),
  async ({ program, ...of }) => {
    const { ruleSet, profiles } = of;
    const server = await startServer({ program });
    onTestFinished(() => server.stop());
    server.serve(await realRelease(b.key, program));
    const client = b.client({ program, url: server.url });
    expect((await client.refresh()).state).toBe("current");
    const decisions = ruleSet.decisions.filter((d) => d.kind === "one").map((d) => d.id);
    const every = Math.max(1, Math.floor(profiles.length / howMany({ quick: 4, long: 1_000 })));
    const interviewed = profiles.filter((_, i) => i % every === 0);
    for (const profile of interviewed) {
      const facts: Record<string, unknown> = {};
      const start = asked(client, facts);
      const exact = new Map<string, number>();
      for (let { next } = start; next !== undefined; { next } = asked(client, facts)) {
        const { fact: id, decision, method } = next;
        const fact = ruleSet.facts.find((f) => f.id === id);
        if (fact === undefined || id in facts) throw new Error(`${profile.id}: ${id} is asked again`);
        facts[id] = isValueOf(fact, profile.facts[id]) ? profile.facts[id] : anyValue(fact);
        if (method === "exact") exact.set(decision, (exact.get(decision) ?? 0) + 1);
      }
      const end = asked(client, facts);
      for (const decision of decisions) {
        const plan = start.plans[decision];
        if (plan) expect(exact.get(decision) ?? 0, profile.id).toBeLessThanOrEqual(plan.atMost);
        const answer = client.evaluate({ ...facts }, { at: anyDay });
        const made = answer.kind === "evaluated" ? answer.result.decisions[decision] : undefined;
        const left = end.plans[decision]?.outcomes ?? (made?.kind === "one" ? made.possible : []);
        expect(left, `${profile.id} ${decision}`).toHaveLength(1);
      }
      const safety = ruleSet.facts.filter((f) => f.safety).map((f) => f.id);
      expect(end.missing.filter((f) => safety.includes(f))).toEqual([]);
    }
    counted("interviews", { asked: interviewed.length, reached: interviewed.length });
  },
);
