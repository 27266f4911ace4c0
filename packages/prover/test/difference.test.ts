// The difference of two rule sets, against going through everybody: the same transitions, no other, and the kind of the
// change told once more from the persons themselves.
import { evaluate, type RuleSet } from "@jumelage/engine";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { howMany } from "@jumelage/engine/test/small";
import { describe, expect, test } from "vitest";
import { compareAll } from "../src/index.ts";
import { bruteForce, everybody, today } from "./everybody.ts";
import { chanceFrom, edited, tinyRuleSet } from "./tiny-rule-sets.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const rounds = howMany({ quick: 40, long: 400 });

/** Every transition, from the results alone. */
function transitionsOf(base: RuleSet, head: RuleSet): ReadonlySet<string> {
  const found = new Set<string>();
  for (const facts of everybody([base, head])) {
    const [before, after] = [base, head].map((r) => evaluate(r, facts, today).result.decisions);
    for (const [id, was] of Object.entries(before ?? {})) {
      const is = after?.[id];
      if (was.kind === "one" && is?.kind === "one") {
        if (was.state !== is.state) found.add(`${id} ${was.state} ${is.state}`);
      } else if (was.kind === "many" && is?.kind === "many") {
        const place = (of: typeof was, outcome: string): string =>
          of.suggested.includes(outcome)
            ? "suggested"
            : of.undetermined.includes(outcome)
              ? "undetermined"
              : of.withheld.includes(outcome)
                ? "withheld"
                : "not-suggested";
        for (const outcome of ["halt", "tell"]) {
          const [from, to] = [place(was, outcome), place(is, outcome)];
          if (from !== to) found.add(`${id} ${outcome}:${from} ${outcome}:${to}`);
        }
      }
    }
  }
  return found;
}

describe(`differences over all persons (SEED=${seed})`, () => {
  test("every transition that happens is found, and nothing else", shows("differences"), async () => {
    const chance = chanceFrom(seed);
    const kinds = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const base = tinyRuleSet(chance);
      const head = edited(chance, base);
      const report = await compareAll(base, head, { answerer: bruteForce, at: today });
      const expected = transitionsOf(base, head);
      const found = new Set(report.transitions.map((t) => `${t.decision} ${t.from} ${t.to}`));
      expect(found, `SEED=${seed}, round ${round}`).toEqual(expected);
      expect(report.equivalent).toBe(expected.size === 0);
      for (const { decision, from, to, witness } of report.transitions) {
        const answers = [base, head].map(
          (r) => evaluate(r, witness.facts, witness.at).result.decisions[decision],
        );
        if (answers[0]?.kind === "one" && answers[1]?.kind === "one")
          expect(answers.map((a) => a?.kind === "one" && a.state)).toEqual([from, to]);
      }
      kinds.set(report.kind ?? "?", (kinds.get(report.kind ?? "?") ?? 0) + 1);
    }
    expect(kinds.get("?")).toBeUndefined();
    expect(kinds.size, JSON.stringify([...kinds])).toBeGreaterThan(2);
    const reached = [...kinds.values()].reduce((sum, n) => sum + n, 0);
    counted("differences", { asked: rounds, reached, seed });
  });
});

const base = tinyRuleSet(chanceFrom(1));
const tinied = (change: (copy: RuleSet) => void): RuleSet => {
  const copy = JSON.parse(JSON.stringify(base)) as RuleSet;
  change(copy);
  return copy;
};
const simple = tinied((r) => {
  const [criterion] = r.criteria;
  const score = r.facts.find((f) => f.id === "score");
  if (!criterion || !score) throw new Error("a criterion and a fact");
  score.whenUnknown = "block";
  delete score.validFor;
  r.criteria = [
    {
      ...criterion,
      id: "c0",
      enabled: true,
      then: { decision: "way", outcome: "care" },
      when: { fact: "score", operator: "greaterThanInclusive", value: 3 },
    },
  ];
  r.decisions.forEach((d) => d.kind === "one" && (d.otherwise = "go"));
});
const compare = (head: RuleSet) => compareAll(simple, head, { answerer: bruteForce, at: today });
const changed = (change: (copy: RuleSet) => void): RuleSet => {
  const copy = JSON.parse(JSON.stringify(simple)) as RuleSet;
  change(copy);
  return copy;
};

describe("kinds of change", () => {
  test("nothing differs: equivalent, also when a condition is written otherwise", async () => {
    expect((await compare(simple)).kind).toBe("equivalent");
    const rewritten = changed((r) =>
      r.criteria.forEach((c) => (c.when = { not: { fact: "score", operator: "lessThan", value: 3 } })),
    );
    expect(await compare(rewritten)).toMatchObject({ kind: "equivalent", equivalent: true, silent: [] });
  });

  test("a text alone: texts-only, and the text is listed", async () => {
    const head = changed((r) =>
      r.decisions.forEach((d) => d.outcomes.forEach((o) => (o.message.en = "other"))),
    );
    const report = await compare(head);
    expect(report).toMatchObject({ kind: "texts-only", equivalent: true, transitions: [] });
    expect(report.silent[0]).toEqual({ what: "outcome", id: "stop", of: "way", parts: ["message"] });
  });

  test("a lower threshold for care: more cautious; a higher one: changes outcomes", async () => {
    const threshold = (value: number): RuleSet =>
      changed((r) =>
        r.criteria.forEach((c) => (c.when = { fact: "score", operator: "greaterThanInclusive", value })),
      );
    expect((await compare(threshold(2))).kind).toBe("more-cautious");
    expect((await compare(threshold(4))).kind).toBe("changes-outcomes");
  });

  test("an optional fact instead of a blocking one: decides more; the other way round: more cautious", async () => {
    const optional = changed((r) => r.facts.forEach((f) => f.id === "score" && (f.whenUnknown = "ignore")));
    const more = await compare(optional);
    expect(more.kind).toBe("decides-more");
    expect(more.transitions.map(({ from, to }) => [from, to])).toEqual([["@undetermined", "go"]]);
    const less = await compareAll(optional, simple, { answerer: bruteForce, at: today });
    expect(less.kind).toBe("more-cautious");
  });

  test("a stop outcome that is no longer suggested is never only more cautious", async () => {
    const halting = changed((r) =>
      r.criteria.push({
        ...(r.criteria[0] as RuleSet["criteria"][number]),
        id: "c1",
        then: { decision: "duties", outcome: "halt" },
      }),
    );
    const lost = await compareAll(halting, simple, { answerer: bruteForce, at: today });
    expect(lost.kind).toBe("changes-outcomes");
    expect((await compare(halting)).kind).toBe("more-cautious");
  });

  test("a decision that only one of the two has", async () => {
    const head = changed((r) => (r.decisions = r.decisions.filter((d) => d.id !== "duties")));
    const report = await compare(head);
    expect(report).toMatchObject({ kind: "changes-outcomes", equivalent: false });
    expect(report.silent).toContainEqual({ what: "decision", id: "duties", parts: ["removed"] });
  });

  test("what could not be decided has no kind, and is not equivalent", async () => {
    const tired = { ask: async () => ({ status: "undecided", reason: "time" }) as const };
    const report = await compareAll(simple, simple, { answerer: tired, at: today });
    expect(report).toMatchObject({ status: "undecided", reason: "time", equivalent: false });
    expect(report.kind).toBeUndefined();
  });
});
