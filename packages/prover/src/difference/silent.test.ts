// What no answer shows of a change, and what only answers show.
import type { RuleSet } from "@jumelage/engine";
import { criterion, fact, many, members, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { silentOf } from "./silent.ts";

const label = { fr: "texte", en: "text" };
const other = { fr: "autre", en: "other" };
const isTrue = { fact: "a", operator: "equal", value: true } as const;
const source = {
  id: "S",
  title: label,
  statements: [{ id: "S1", locator: "p. 1", text: label, modelled: true }],
};
const base = tiny({
  sources: [source],
  facts: [
    fact("a", "boolean"),
    fact("kind", "enum", { values: members }),
    fact("x", "integer", { range: { min: 0, max: 9 } }),
    fact("y", "integer"),
    fact("total", "integer", { derive: { sum: ["x", "y"] } }),
    fact("dose", "decimal", { scale: 1 }),
  ],
  conditions: [{ id: "named", label, when: isTrue }],
  decisions: [one, many],
  criteria: [criterion("C1", isTrue, "stop")],
  properties: [{ id: "P", statement: label, claim: { kind: "independent", decision: "d", facts: ["a"] } }],
});

/** What is silent once the first of a list has these parts. */
function changed(
  list: "parameters" | "facts" | "conditions" | "decisions" | "criteria" | "properties",
  parts: object,
  id?: string,
) {
  const head = {
    ...base,
    [list]: base[list].map((item, i) =>
      (id === undefined ? i === 0 : item.id === id) ? { ...item, ...parts } : item,
    ),
  };
  return silentOf(base, head);
}

test("nothing changed: nothing is silent", () => {
  expect(silentOf(base, base)).toEqual([]);
});

describe("what only answers show", () => {
  test.each<[Parameters<typeof changed>[0], object, string?]>([
    ["parameters", { value: 11 }],
    ["facts", { type: "date" }],
    ["facts", { range: { min: 0, max: 8 } }, "x"],
    ["facts", { scale: 2 }, "dose"],
    ["facts", { whenUnknown: "ignore" }],
    ["facts", { safety: true }],
    ["facts", { derive: { sum: ["y", "x"] } }, "total"],
    ["conditions", { when: { not: isTrue } }],
    ["decisions", { kind: "many" }],
    ["decisions", { otherwise: "go" }],
    ["decisions", { withheldWhileSafetyUnknown: true }, "m"],
    ["decisions", { outcomes: base.decisions[0]?.outcomes.toReversed() }],
    ["criteria", { when: { not: isTrue } }],
    ["criteria", { then: { decision: "d", outcome: "care" } }],
    ["criteria", { enabled: false }],
    ["properties", { claim: { kind: "independent", decision: "d", facts: ["y"] } }],
  ])("%s: %j", (list, parts, id) => {
    expect(changed(list, parts, id)).toEqual([]);
  });

  test("the order of decisions, and criteria and named conditions that came or went", () => {
    expect(silentOf(base, { ...base, decisions: base.decisions.toReversed() })).toEqual([]);
    const less = { ...base, criteria: [], conditions: [] };
    expect(silentOf(base, less)).toEqual([]);
    expect(silentOf(less, base)).toEqual([]);
  });
});

describe("what no answer shows", () => {
  test.each<[Parameters<typeof changed>[0], object, unknown]>([
    ["parameters", { rationale: other, value: 11 }, { what: "parameter", id: "limit", parts: ["rationale"] }],
    ["facts", { validFor: "P3D", safety: true }, { what: "fact", id: "a", parts: ["validFor"] }],
    ["conditions", { label: other }, { what: "condition", id: "named", parts: ["label"] }],
    ["decisions", { title: other }, { what: "decision", id: "d", parts: ["title"] }],
    ["criteria", { title: other, when: { always: true } }, { what: "criterion", id: "C1", parts: ["title"] }],
    ["properties", { statement: other }, { what: "property", id: "P", parts: ["statement"] }],
  ])("%s: %j", (list, parts, expected) => {
    expect(changed(list, parts)).toEqual([expected]);
  });

  test("parts of parts are told with what they are of", () => {
    const outcomes = base.decisions[0]?.outcomes.map((o) => (o.id === "go" ? { ...o, message: other } : o));
    expect(changed("decisions", { outcomes })).toEqual([
      { what: "outcome", id: "go", of: "d", parts: ["message"] },
    ]);
    const values = base.facts[1]?.values?.map((v) => ({ ...v, label: v.id === "b" ? other : label }));
    expect(changed("facts", { values }, "kind")).toEqual([
      { what: "value", id: "b", of: "kind", parts: ["label"] },
    ]);
  });

  test("what only one of the two has", () => {
    const less: RuleSet = {
      ...base,
      facts: base.facts.slice(0, -1),
      decisions: base.decisions.slice(0, 1),
      properties: [],
      sources: [],
    };
    const pieces = [
      { what: "source", id: "S" },
      { what: "fact", id: "dose" },
      { what: "decision", id: "m" },
      { what: "property", id: "P" },
    ];
    expect(silentOf(base, less)).toEqual(pieces.map((p) => ({ ...p, parts: ["removed"] })));
    expect(silentOf(less, base)).toEqual(pieces.map((p) => ({ ...p, parts: ["added"] })));
    const fewer = {
      ...base,
      facts: base.facts.map((f) => (f.values ? { ...f, values: f.values.slice(1) } : f)),
    };
    expect(silentOf(base, fewer)).toEqual([{ what: "value", id: "a", of: "kind", parts: ["removed"] }]);
  });

  test("texts of the rule set, in the order of the document", () => {
    const head: RuleSet = {
      ...base,
      title: other,
      sources: [],
      criteria: base.criteria.map((c) => ({ ...c, title: other })),
    };
    expect(silentOf(base, head).map((s) => [s.what, s.id, s.parts])).toEqual([
      ["rule-set", "tiny", ["title"]],
      ["source", "S", ["removed"]],
      ["criterion", "C1", ["title"]],
    ]);
  });
});
