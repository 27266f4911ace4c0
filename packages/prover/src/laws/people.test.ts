// Made-up persons: the same ones every time; one to whom nothing happens, all who differ from that one in one thing, and
// many more of every kind.
import { evaluate, isValueOf, type Facts } from "@jumelage/engine";
import { criterion, fact, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { peopleFor } from "./people.ts";

const at = "2026-03-02";
const others = 240;

describe("the first ones", () => {
  const ruleSet = tiny({
    facts: [
      fact("a", "boolean"),
      fact("n", "integer", { range: { min: 0, max: 9 } }),
      fact("m", "integer", { range: { min: 0, max: 9 } }),
      fact("total", "integer", { derive: { sum: ["n", "m"] } }),
    ],
    decisions: [one],
    criteria: [
      criterion("C1", { fact: "a", operator: "equal", value: false }, "stop"),
      criterion("C2", { fact: "n", operator: "lessThan", value: 3 }, "care"),
      criterion("C3", { fact: "n", operator: "lessThan", value: 5 }, "care"),
      criterion("C4", { fact: "n", operator: "equal", value: 9 }, "go"),
    ],
  });
  const people = peopleFor(ruleSet, at);
  // Of the values tried in turn, the first of which fewer criteria are true than of those before.
  const calm = { a: true, n: 5, m: 0 };

  test("are the calm one with one fact changed or left out, fact by fact", () => {
    expect(people.slice(0, -others)).toEqual([
      ...[false, true].map((a) => ({ ...calm, a })),
      { n: 5, m: 0 },
      ...[0, 2, 3, 4, 4, 5, 6, 8, 9, 0, 9].map((n) => ({ ...calm, n })),
      { a: true, m: 0 },
      ...[0, 0, 9].map((m) => ({ ...calm, m })),
      { a: true, n: 5 },
      { ...calm, total: 0 },
      calm,
    ]);
    expect(evaluate(ruleSet, calm, at).result.fired).toEqual([]);
  });

  test("are the same every time, and so are all others", () => {
    expect(peopleFor(ruleSet, at)).toEqual(people);
  });
});

describe("the others", () => {
  const count = 60;
  const facts = Array.from({ length: count }, (_, i) => fact(`f${i}`, "boolean"));
  const ruleSet = tiny({
    facts: [
      ...facts,
      fact("n", "integer"),
      fact("m", "integer"),
      fact("total", "integer", { derive: { sum: ["n", "m"] } }),
    ],
    decisions: [one],
    criteria: facts.map((_, i) =>
      criterion(`C${i}`, { fact: `f${i}`, operator: "equal", value: false }, "stop"),
    ),
  });
  const people = peopleFor(ruleSet, at).slice(-others);
  /** The shares of the facts of one person that are silent, unreadable, and other than the calm one's among the rest. */
  const sharesOf = (person: Facts) => {
    const own = facts.map((_, i) => person[`f${i}`]);
    const readable = own.filter((v) => typeof v === "boolean");
    return {
      silent: own.filter((v) => v === undefined).length / count,
      unreadable: own.filter((v) => v === "?").length / count,
      touched: readable.filter((v) => !v).length / readable.length,
    };
  };
  const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
  const kinds = Array.from({ length: 12 }, (_, kind) =>
    people.filter((__, i) => i % 12 === kind).map(sharesOf),
  );

  test("are as many of each of twelve kinds, by how much they answered and how much is the matter", () => {
    expect(people).toHaveLength(others);
    // Whatever is not as the calm one's is any value: every other one is the calm one's after all.
    const expected = [0.075, 0.225, 0.5].flatMap((touched) =>
      [0, 0.12, 0.12, 0.6].map((silent) => ({ touched, silent })),
    );
    for (const [i, { touched, silent }] of expected.entries()) {
      const own = kinds[i] ?? [];
      expect(Math.abs(mean(own.map((k) => k.touched)) - touched), `kind ${i}`).toBeLessThan(0.07);
      expect(Math.abs(mean(own.map((k) => k.silent)) - silent), `kind ${i}`).toBeLessThan(0.05);
    }
    expect(mean(kinds[0]?.map((k) => k.silent) ?? [])).toBe(0);
  });

  test("now and then give something that cannot be read", () => {
    const share = mean(people.map((p) => sharesOf(p).unreadable));
    expect(share).toBeGreaterThan(0.008);
    expect(share).toBeLessThan(0.03);
  });

  test("give no totals, and every value is one of the fact or unreadable", () => {
    const given = people.flatMap((person) => Object.entries(person));
    const strange = given.filter(([id, value]) => {
      const declared = ruleSet.facts.find((f) => f.id === id);
      return !declared || declared.derive !== undefined || (value !== "?" && !isValueOf(declared, value));
    });
    expect(given.length).toBeGreaterThan(others * 20);
    expect(strange).toEqual([]);
  });
});
