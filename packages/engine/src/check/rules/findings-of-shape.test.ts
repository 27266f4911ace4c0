// What each law of shape says in full: of what, where, and which other place takes part.
import { describe, expect, test } from "vitest";
import {
  adding,
  draft,
  high,
  leaf,
  property,
  says,
  sound,
  text,
  told,
  values,
  withFact,
} from "../../../test/sound.ts";
import { criterion, fact } from "../../../test/tiny.ts";
import type { Condition } from "../../model/condition.ts";
import { namesOf } from "../../model/typing/index.ts";
import { hole } from "./hole.ts";
import { labelRepeated } from "./label-repeated.ts";
import { outcomeNeverConcluded } from "./outcome-never-concluded.ts";
import { propertyBorrows } from "./property-borrows.ts";
import { retiredValue } from "./retired-value.ts";
import { safetyFact } from "./safety-fact.ts";
import { sourceMissing } from "./source-missing.ts";
import { textMissing } from "./text-missing.ts";
import { unused } from "./unused.ts";

const many = (id: string, when: Condition) => criterion(id, when, "tell", "m");
const danger = leaf("danger", "equal", true);
const isB = leaf("kind", "equal", "b");
const open = { hole: {} } as unknown as Condition;
const off = (c: Readonly<Record<string, unknown>>) => ({ ...c, enabled: false });

test("condition-missing and condition-hole: every one, criteria first", () => {
  const doc = {
    ...adding({ ...many("H", high), when: undefined }, many("I", { all: [open, { not: open }] })),
    conditions: [{ id: "high", label: text("high"), when: { any: [high, open] } }],
  };
  expect(says(hole, doc)).toEqual([
    told("error", "condition-missing", "criteria.3", { criterion: "H" }),
    told("error", "condition-hole", "criteria.4.when.all.0", {}),
    told("error", "condition-hole", "criteria.4.when.all.1.not", {}),
    told("error", "condition-hole", "conditions.0.when.any.1", {}),
  ]);
});

describe("label-repeated", () => {
  const label = (fr: string, en: string) => ({ fr, en });
  const repeated = (place: string, lang: string, name: string, also: string) =>
    told("warning", "label-repeated", `${place}.${lang}`, { lang, label: name }, `${also}.${lang}`);

  test("names differ by more than case and space around them, in either language", () => {
    const doc = withFact("traits", { label: label(" KIND (FR) ", "other") });
    expect(says(labelRepeated, doc)).toEqual([
      repeated("facts.3.label", "fr", " KIND (FR) ", "facts.2.label"),
    ]);
    expect(says(labelRepeated, withFact("traits", { label: label("other", "Kind (EN)") }))).toEqual([
      repeated("facts.3.label", "en", "Kind (EN)", "facts.2.label"),
    ]);
    // What is the name in one language may be that of another thing in the other.
    expect(says(labelRepeated, withFact("traits", { label: label("kind (en)", "x") }))).toEqual([]);
  });

  test("every further one is told with the first", () => {
    const same = label("same", "same");
    const facts = sound.facts.map((f) => ({ ...f, label: same }));
    expect(says(labelRepeated, { ...sound, facts })).toEqual(
      ["fr", "en"].flatMap((lang) =>
        [1, 2, 3, 4].map((i) => repeated(`facts.${i}.label`, lang, "same", "facts.0.label")),
      ),
    );
  });

  test("of thresholds, named conditions, decisions, outcomes and values; empty ones are told elsewhere", () => {
    const [limit, named] = [sound.parameters[0], sound.conditions[0]];
    const [one, other] = sound.decisions;
    const [stop, care, rest] = one?.outcomes ?? [];
    const title = label("same", "title");
    const doc = {
      ...withFact("kind", { values: [values[0], values[1], { ...values[2], label: label("a (fr)", "c") }] }),
      parameters: [limit, { ...limit, id: "more", label: label("limit (fr)", "more") }],
      conditions: [named, { ...named, id: "higher", label: label("higher", "high (en)") }],
      decisions: [
        { ...one, title, outcomes: [stop, { ...care, label: label("stop (fr)", "care") }, rest] },
        { ...other, title: label("same", "another") },
      ],
    };
    expect(says(labelRepeated, doc)).toEqual([
      repeated("parameters.1.label", "fr", "limit (fr)", "parameters.0.label"),
      repeated("conditions.1.label", "en", "high (en)", "conditions.0.label"),
      repeated("decisions.1.title", "fr", "same", "decisions.0.title"),
      repeated("facts.2.values.2.label", "fr", "a (fr)", "facts.2.values.0.label"),
      repeated("decisions.0.outcomes.1.label", "fr", "stop (fr)", "decisions.0.outcomes.0.label"),
    ]);
    const empty = label("", " ");
    const facts = sound.facts.map((f) => ({ ...f, label: empty }));
    expect(says(labelRepeated, { ...sound, facts })).toEqual([]);
  });
});

test("outcome-never-concluded: an outcome needs an enabled criterion of its decision, or is what is answered otherwise", () => {
  const said = (i: number, j: number, decision: string, outcome: string) =>
    told("warning", "outcome-never-concluded", `decisions.${i}.outcomes.${j}`, { decision, outcome });
  expect(says(outcomeNeverConcluded, { ...sound, criteria: [] })).toEqual([
    said(0, 0, "d", "stop"),
    said(0, 1, "d", "care"),
    said(1, 0, "m", "tell"),
  ]);
  const doc = {
    ...sound,
    criteria: [off(criterion("A", danger, "stop")), criterion("B", danger, "care"), many("C", high)],
  };
  expect(says(outcomeNeverConcluded, doc)).toEqual([said(0, 0, "d", "stop")]);
  const outcomes = sound.decisions[0]?.outcomes;
  const other = { id: "n", title: text("n"), kind: "many", outcomes };
  expect(
    says(outcomeNeverConcluded, { ...sound, decisions: [...sound.decisions, other] }).map((d) => d.at),
  ).toEqual([
    ["decisions", 2, "outcomes", 0],
    ["decisions", 2, "outcomes", 1],
    ["decisions", 2, "outcomes", 2],
  ]);
});

describe("property-uses-condition and property-uses-parameter", () => {
  const limit = leaf("score", "equal", { parameter: "limit" });
  test("wherever they are in what is claimed", () => {
    expect(says(propertyBorrows, property({ any: [{ condition: "high" }, { not: limit }, high] }))).toEqual([
      told("warning", "property-uses-condition", "properties.0.claim.given.any.0", {
        property: "P",
        condition: "high",
      }),
      told("warning", "property-uses-parameter", "properties.0.claim.given.any.1.not.value", {
        property: "P",
        parameter: "limit",
      }),
    ]);
  });
  test("in a condition that is required too; a claim without one borrows nothing", () => {
    const claim = { kind: "requires", decision: "d", states: ["stop"], condition: limit };
    const free = { kind: "independent", decision: "d", facts: ["kind"] };
    const doc = {
      ...sound,
      properties: [free, claim].map((each, i) => ({ id: `P${i}`, statement: text("P"), claim: each })),
    };
    expect(says(propertyBorrows, doc)).toEqual([
      told("warning", "property-uses-parameter", "properties.1.claim.condition.value", {
        property: "P1",
        parameter: "limit",
      }),
    ]);
  });
  test("leaves without a value, with a list, or on a decision borrow nothing", () => {
    const when = {
      all: [
        leaf("kind", "isKnown"),
        leaf("kind", "in", ["a"]),
        { decision: "d", operator: "equal", value: "stop" },
        leaf("danger", "equal", true),
      ],
    };
    expect(says(propertyBorrows, property(when))).toEqual([]);
  });
});

test("retired-value-read: each retired value that is read, in criteria and named conditions", () => {
  const retired = [values[0], { ...values[1], retired: true }, { ...values[2], retired: true }];
  const base = adding(many("R", leaf("kind", "in", ["c", "a", "b"])), many("S", leaf("kind", "equal", "c")));
  const doc = {
    ...base,
    facts: base.facts.map((f) => (f["id"] === "kind" ? { ...f, values: retired } : f)),
    conditions: [{ id: "high", label: text("high"), when: { not: isB } }],
  };
  const said = (place: string, value: string) =>
    told("error", "retired-value-read", place, { fact: "kind", value });
  expect(says(retiredValue, doc)).toEqual([
    said("criteria.3.when.value", "b"),
    said("criteria.3.when.value", "c"),
    said("criteria.4.when.value", "c"),
    said("conditions.0.when.not.value", "b"),
  ]);
  expect(says(retiredValue, sound)).toEqual([]);
});

test("safety-not-block and safety-without-freshness", () => {
  const said = (code: string, place: string) => told("error", code, place, { fact: "danger" });
  expect(says(safetyFact, sound)).toEqual([]);
  expect(says(safetyFact, withFact("danger", { whenUnknown: "ignore", validFor: undefined }))).toEqual([
    said("safety-not-block", "facts.0.whenUnknown"),
    said("safety-without-freshness", "facts.0"),
  ]);
  expect(says(safetyFact, withFact("danger", { safety: false, whenUnknown: "ignore" }))).toEqual([]);
});

test("source-missing: an error for what is said to be from a source, a warning for what is inferred", () => {
  const from = (id: string, origin: string, ...sources: readonly string[]) => ({
    ...many(id, isB),
    origin,
    sources,
  });
  const doc = adding(
    from("A", "source"),
    from("B", "inference"),
    from("C", "beyond-source"),
    from("D", "source", "S1"),
    from("E", "inference", "S1"),
    from("F", "beyond-source", "S1"),
  );
  expect(says(sourceMissing, doc)).toEqual([
    told("error", "source-missing", "criteria.3.sources", { criterion: "A", origin: "source" }),
    told("warning", "source-missing", "criteria.4.sources", { criterion: "B", origin: "inference" }),
  ]);
});

test("text-missing: one finding for each text and language, however deep it is", () => {
  const empty = { fr: " ", en: "" };
  const doc = {
    ...withFact("danger", { question: { fr: "x", en: " \n" } }),
    title: empty,
    sources: [
      {
        id: "doc",
        title: text("doc"),
        statements: [{ id: "S1", locator: "", text: text("S1"), modelled: { reason: { fr: "", en: "x" } } }],
      },
    ],
  };
  const said = (place: string, lang: string) => told("error", "text-missing", `${place}.${lang}`, { lang });
  expect(says(textMissing, doc)).toEqual([
    said("title", "fr"),
    said("title", "en"),
    said("sources.0.statements.0.modelled.reason", "fr"),
    said("facts.0.question", "en"),
  ]);
  // Something is a text only when both languages are written in it.
  const bare = {
    odd: { fr: "", other: "" },
    none: { en: "" },
    number: { fr: 1, en: "" },
    list: { fr: "", en: [""] },
    nothing: null,
  };
  expect(textMissing(bare as never, namesOf(draft(sound)))).toEqual([]);
});

describe("unused", () => {
  const bare = { ...sound, criteria: [], conditions: [] };
  const unusedFact = (i: number, id: string) => told("info", "unused-fact", `facts.${i}`, { fact: id });
  const names = (doc: unknown) => says(unused, doc).flatMap((d) => Object.values(d.params));

  test("what nothing reads: facts, then thresholds, then named conditions", () => {
    const named = { id: "high", label: text("high"), when: high };
    expect(says(unused, bare)).toEqual([
      unusedFact(0, "danger"),
      unusedFact(1, "score"),
      unusedFact(2, "kind"),
      unusedFact(3, "traits"),
      unusedFact(4, "since"),
      told("info", "unused-parameter", "parameters.0", { parameter: "limit" }),
    ]);
    expect(says(unused, { ...bare, conditions: [named] }).slice(-2)).toEqual([
      told("info", "unused-parameter", "parameters.0", { parameter: "limit" }),
      told("info", "unused-condition", "conditions.0", { condition: "high" }),
    ]);
    expect(says(unused, sound)).toEqual([]);
  });

  test("a criterion reads its facts, thresholds and conditions even while it is off or has holes", () => {
    const when = { any: [leaf("danger", "isKnown"), { hole: { fact: "kind" } }, { hole: { text: "x" } }] };
    const doc = { ...bare, criteria: [off(many("A", when as unknown as Condition))] };
    expect(names(doc)).toEqual(["score", "traits", "since", "limit"]);
    const limited = { ...bare, criteria: [many("A", leaf("score", "lessThan", { parameter: "limit" }))] };
    expect(names(limited)).toEqual(["danger", "kind", "traits", "since"]);
  });

  test("so does a claim, by each of its parts", () => {
    const claims = [
      { kind: "implies", given: leaf("danger", "equal", true), decision: "d", states: ["stop"] },
      { kind: "requires", condition: { not: { condition: "high" } }, decision: "d", states: ["stop"] },
      { kind: "independent", decision: "d", facts: ["kind", "traits"] },
      { kind: "benignWhenUnknown", decision: "d", fact: "since", value: "2026-01-01" },
    ];
    const withClaims = (...indexes: readonly number[]) => ({
      ...bare,
      conditions: sound.conditions,
      properties: indexes.map((i) => ({ id: `P${i}`, statement: text("P"), claim: claims[i] })),
    });
    expect(names(withClaims())).toEqual(["danger", "kind", "traits", "since", "high"]);
    expect(names(withClaims(0))).toEqual(["kind", "traits", "since", "high"]);
    expect(names(withClaims(1))).toEqual(["danger", "kind", "traits", "since"]);
    expect(names(withClaims(2))).toEqual(["danger", "since", "high"]);
    expect(names(withClaims(3))).toEqual(["danger", "kind", "traits", "high"]);
    expect(names(withClaims(0, 1, 2, 3))).toEqual([]);
  });

  test("a total reads its parts", () => {
    const facts = [
      fact("p", "integer"),
      fact("q", "integer"),
      fact("sum", "integer", { derive: { sum: ["p", "q"] } }),
    ];
    expect(names({ ...bare, facts })).toEqual(["sum", "limit"]);
  });
});
