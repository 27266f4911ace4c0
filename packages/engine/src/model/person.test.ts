import { describe, expect, test } from "vitest";
import { fact, members, tiny } from "../../test/tiny.ts";
import { readPerson, type FactState } from "./person.ts";

const today = "2026-03-15";
const parts = ["p1", "p2"].map((id) => fact(id, "integer", { range: { min: 0, max: 3 }, validFor: "P14D" }));
const ruleSet = tiny({
  facts: [
    ...tiny().facts,
    ...parts,
    fact("total", "integer", { range: { min: 0, max: 6 }, validFor: "P14D", derive: { sum: ["p1", "p2"] } }),
    fact("tags", "set", { values: [...members, { id: "old", label: { fr: "x", en: "x" }, retired: true }] }),
  ],
});
const read = (facts: Record<string, unknown>) => readPerson(ruleSet, facts, today);
const state = (id: string, sent: unknown): FactState | undefined => read({ [id]: sent }).states.get(id);
const invalid = { kind: "unknown", reason: "invalid" };

describe("reading a person", () => {
  test.each<[string, unknown]>([
    ...["15", 27.5, 121, -1, Number.NaN, Infinity, 2 ** 53, true, [12], { n: 1 }, "", " 12 "].map(
      (v): [string, unknown] => ["age", v],
    ),
    ...["true", 1, 0, "oui"].map((v): [string, unknown] => ["danger", v]),
    ...["z", "A", 1, ["a"]].map((v): [string, unknown] => ["kind", v]),
    ...["a", ["a", "z"], ["a", "a"], [1], { a: true }].map((v): [string, unknown] => ["traits", v]),
    ...[1.25, "1.5", 9.6].map((v): [string, unknown] => ["dose", v]),
    ...["2026-2-3", "2025-02-29", "2026-03-15T00:00:00Z", 20260315].map((v): [string, unknown] => [
      "since",
      v,
    ]),
  ])("P1 nothing is coerced: %s = %j is invalid", (id, sent) => {
    expect(state(id, sent)).toEqual(invalid);
    expect(read({ [id]: sent }).problems).toEqual([{ fact: id, code: "invalid" }]);
    expect(read({ [id]: sent }).doubtful).toEqual([{ fact: id, reason: "invalid" }]);
  });

  test("P1 what is exactly a value is that value", () => {
    expect(state("age", 0)).toEqual({ kind: "known", value: 0, assumed: false });
    expect(Object.is((state("age", -0) as { value: number }).value, 0)).toBe(true);
    expect(state("dose", 9.5)).toEqual({ kind: "known", value: 9.5, assumed: false });
    expect(state("dose", 0.3)).toEqual({ kind: "known", value: 0.3, assumed: false });
    expect(state("since", "2024-02-29")).toEqual({ kind: "known", value: "2024-02-29", assumed: false });
    expect(state("traits", [])).toEqual({ kind: "known", value: [], assumed: false });
    expect(state("tags", ["old"])).toEqual({ kind: "known", value: ["old"], assumed: false });
  });

  test("P2 absent and null are not asked; plain reasons are no doubt", () => {
    expect(state("age", null)).toEqual({ kind: "unknown", reason: "not-asked" });
    expect(read({}).states.get("age")).toEqual({ kind: "unknown", reason: "not-asked" });
    for (const reason of ["not-asked", "declined", "not-known"])
      expect(state("age", { unknown: reason })).toEqual({ kind: "unknown", reason });
    expect(read({ age: { unknown: "declined" } }).doubtful).toEqual([]);
  });

  test("P3 a value is stale when it is older than validFor, in whole days", () => {
    const dated = (observedOn: string) => state("score", { value: 5, observedOn });
    expect(dated("2026-03-15")).toEqual({ kind: "known", value: 5, assumed: false });
    expect(dated("2026-03-01")).toEqual({ kind: "known", value: 5, assumed: false });
    expect(dated("2026-02-28")).toEqual({ kind: "unknown", reason: "stale" });
    expect(state("danger", { value: false, observedOn: "2026-03-14" })).toEqual({
      kind: "unknown",
      reason: "stale",
    });
    expect(state("age", { value: 40, observedOn: "1999-01-01" })).toEqual({
      kind: "known",
      value: 40,
      assumed: false,
    });
    expect(read({ score: { value: 5, observedOn: "2026-02-28" } }).problems).toEqual([]);
  });

  test("P4 a malformed envelope is invalid, and invalid wins over stale, stale over incomplete", () => {
    for (const sent of [
      { value: 5, observedOn: "2026-03-16" },
      { value: 5, observedOn: "2026-02-30" },
      { value: 5, observedOn: 3 },
      { value: 5 },
      { value: 99, observedOn: "2020-01-01" },
      { unknown: "later" },
      { unknown: "declined", value: 5 },
      { value: 5, observedOn: "2026-03-15", note: "x" },
      { value: 5, of: [5] },
      { value: 5, of: [] },
      { value: 5, observedOn: null },
      { value: 5, observedOn: "2026-03-01".split("") },
      { value: 5, observedOn: undefined },
      { observedOn: "2026-03-01" },
      { of: [], observedOn: "2026-03-01" },
      { unknown: undefined },
      {},
    ]) {
      expect(state("score", sent), JSON.stringify(sent)).toEqual(invalid);
    }
    expect(state("traits", { value: ["a"], of: ["b"] })).toEqual(invalid);
    expect(state("traits", { value: [], of: ["b", "b"] })).toEqual(invalid);
    expect(state("traits", { value: [], of: ["z"] })).toEqual(invalid);
    expect(state("traits", { value: [], of: ["a", 1] })).toEqual(invalid);
    expect(state("traits", { value: ["a"], of: "a" })).toEqual(invalid);
    expect(state("traits", { value: ["a"], of: undefined })).toEqual(invalid);
    expect(state("traits", { of: ["a"] })).toEqual(invalid);
    expect(state("kind", { value: "a", of: ["a"] })).toEqual(invalid);
    expect(state("traits", { value: ["a"], of: ["a"], observedOn: "2026-01-01" })).toEqual({
      kind: "unknown",
      reason: "stale",
    });
  });

  test("P5 a set of which a member was not asked is partial, and doubtful", () => {
    expect(state("traits", { value: ["a"], of: ["a", "b"] })).toEqual({
      kind: "partial",
      value: ["a"],
      unasked: ["c"],
    });
    expect(read({ traits: { value: [], of: ["a", "b"] } }).doubtful).toEqual([
      { fact: "traits", reason: "incomplete" },
    ]);
    expect(state("traits", { value: [], of: ["a", "b", "c"] })).toEqual({
      kind: "known",
      value: [],
      assumed: false,
    });
    expect(state("tags", { value: [], of: ["a", "b", "c"] })).toEqual({
      kind: "known",
      value: [],
      assumed: false,
    });
  });

  test("P6 a derived fact is the sum of its parts, or says why not", () => {
    const total = (facts: Record<string, unknown>) => read(facts).states.get("total");
    expect(total({ p1: 1, p2: 3 })).toEqual({ kind: "known", value: 4, assumed: false });
    expect(total({ p1: 1 })).toEqual({ kind: "unknown", reason: "incomplete" });
    expect(total({})).toEqual({ kind: "unknown", reason: "not-asked" });
    expect(total({ total: 5 })).toEqual({ kind: "known", value: 5, assumed: false });
    expect(total({ p1: 1, p2: 3, total: 4 })).toEqual({ kind: "known", value: 4, assumed: false });
    expect(total({ p1: 1, p2: 3, total: 5 })).toEqual(invalid);
    expect(total({ p1: 1, total: 4 })).toEqual(invalid);
    expect(total({ p1: 9, p2: { value: 1, observedOn: "2020-01-01" } })).toEqual(invalid);
    expect(total({ p1: 1, p2: { value: 1, observedOn: "2020-01-01" } })).toEqual({
      kind: "unknown",
      reason: "stale",
    });
    expect(read({ p1: 9, p2: 1 }).problems).toEqual([{ fact: "p1", code: "invalid" }]);
    expect(read({ p1: 9, total: 99 }).problems).toEqual([
      { fact: "p1", code: "invalid" },
      { fact: "total", code: "invalid" },
    ]);
    expect(read({ p1: 1, total: 4 }).problems).toEqual([{ fact: "total", code: "invalid" }]);
  });

  test("P6 a total that is too old is stale beside the parts that it once was made of", () => {
    const old = { value: 5, observedOn: "2020-01-01" };
    const total = (facts: Record<string, unknown>) => read({ ...facts, total: old }).states.get("total");
    expect(total({})).toEqual({ kind: "unknown", reason: "stale" });
    expect(total({ p1: 1, p2: 3 })).toEqual({ kind: "unknown", reason: "stale" });
    expect(total({ p1: 1 })).toEqual(invalid);
    expect(total({ p1: 1, p2: { unknown: "declined" } })).toEqual(invalid);
    expect(total({ p1: 1, p2: { value: 1, observedOn: "2020-01-01" } })).toEqual(invalid);
  });

  test("P6 parts that are assumed count, but are nothing that was sent", () => {
    const whenUnknown = { assume: 2 };
    const assuming = tiny({
      facts: [
        fact("total", "integer", { range: { min: 0, max: 4 }, derive: { sum: ["q1", "q2"] } }),
        fact("q1", "integer", { whenUnknown }),
        fact("q2", "integer", { whenUnknown }),
      ],
    });
    const person = (facts: Record<string, unknown>) => readPerson(assuming, facts, today);
    expect(person({}).states.get("total")).toEqual({ kind: "known", value: 4, assumed: false });
    expect(person({}).assumed).toEqual(["q1", "q2"]);
    expect(person({ total: 1 }).states.get("total")).toEqual({ kind: "known", value: 1, assumed: false });
    expect(person({ total: 1, q1: 2 }).states.get("total")).toEqual(invalid);
    // A sum that is no value of the total is a problem of the total, not of its parts.
    expect(person({ q1: 3 }).states.get("total")).toEqual(invalid);
    expect(person({ q1: 3 }).problems).toEqual([{ fact: "total", code: "invalid" }]);
    expect([...person({ q1: 3 }).states.keys()]).toEqual(["total", "q1", "q2"]);
  });

  test("P6 a part that nobody declared is one that was not asked", () => {
    const facts = tiny({
      facts: [...parts, fact("sum", "integer", { derive: { sum: ["p1", "p2"] } })],
    }).facts;
    const only = { facts: facts.filter((f) => f.id === "sum") };
    expect(readPerson(only, {}, today).states.get("sum")).toEqual({ kind: "unknown", reason: "not-asked" });
    expect(readPerson(only, {}, today).problems).toEqual([]);
  });

  test("P7 an assumption is made when the fact is plainly unknown, never when it is doubtful", () => {
    expect(read({}).states.get("wish")).toEqual({ kind: "known", value: false, assumed: true });
    expect(read({}).assumed).toEqual(["wish"]);
    expect(read({ wish: { unknown: "declined" } }).assumed).toEqual(["wish"]);
    expect(state("wish", "non")).toEqual(invalid);
    expect(state("wish", { value: true, observedOn: "2020-01-01" })).toEqual({
      kind: "unknown",
      reason: "stale",
    });
    expect(read({ wish: true }).assumed).toEqual([]);
  });

  test("P8 undeclared facts are problems, and inherited names are no facts", () => {
    const sent = JSON.parse('{"__proto__": {"age": 3}, "toString": 1, "agee": 2}') as Record<string, unknown>;
    const person = read(sent);
    expect(person.problems).toEqual([
      { fact: "__proto__", code: "undeclared-fact" },
      { fact: "toString", code: "undeclared-fact" },
      { fact: "agee", code: "undeclared-fact" },
    ]);
    expect(person.states.get("age")).toEqual({ kind: "unknown", reason: "not-asked" });
    expect(
      readPerson(ruleSet, Object.create({ age: 3 }) as Record<string, unknown>, today).states.get("age"),
    ).toEqual({
      kind: "unknown",
      reason: "not-asked",
    });
  });

  test("P9 a date of evaluation that is none is refused", () => {
    expect(() => readPerson(ruleSet, {}, "2026-02-30")).toThrow(
      new RangeError("not an evaluation date: 2026-02-30"),
    );
  });

  test("P9 no data makes it throw", () => {
    const hostile = [
      Symbol.iterator,
      () => 1,
      10n,
      new Date(0),
      Object.create(null),
      { toJSON: () => 1 },
      [[[]]],
      { value: { value: 1 }, observedOn: "2026-03-15" },
    ];
    for (const sent of hostile) {
      for (const { id } of ruleSet.facts) expect(state(id, sent)).toEqual(invalid);
    }
  });
});
