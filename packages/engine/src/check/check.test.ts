import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { programs } from "../../test/reference-programs.ts";
import { draft, found, leaf, sound, text } from "../../test/sound.ts";
import { criterion, fact } from "../../test/tiny.ts";
import type { DraftRuleSet } from "../model/index.ts";
import { checkTable } from "../words/diagnostic/check.ts";
import { lawsOfMeaning, lawsOfShape } from "./check.ts";
import { check } from "./index.ts";

test("C1 the sound document has no finding", () => {
  expect(found(sound)).toEqual([]);
});

test("C1 every finding of a law has a document of its own that brings it about", () => {
  const cases = ["laws-of-shape.test.ts", "laws-of-meaning.test.ts"]
    .map((file) => readFileSync(join(import.meta.dirname, file), "utf8"))
    .join("");
  const missing = Object.keys(checkTable).filter(
    (code) => !new RegExp(`"(error|warning|info) ${code} `).test(cases),
  );
  expect(missing).toEqual([]);
});

test("ill-typed documents are told their typing errors first, and nothing is read into their conditions", () => {
  const ill = draft(sound);
  const circle: DraftRuleSet = {
    ...ill,
    conditions: [{ id: "high", label: text("high"), when: { not: { condition: "high" } } }],
    criteria: [
      ...ill.criteria,
      { ...ill.criteria[0], id: "Z", when: { fact: "nobody", operator: "equal", value: true } } as never,
    ],
  };
  expect(
    check(circle)
      .slice(0, 2)
      .map((d) => d.code),
  ).toEqual(["circular-conditions", "undeclared-fact"]);
});

test("errors come first, then warnings, then notes, whatever law they are of", () => {
  const doc = draft({
    ...sound,
    title: { fr: "", en: "x" },
    facts: [...sound.facts, fact("extra", "date", { label: text("extra") })],
    criteria: [
      ...sound.criteria,
      criterion("A", { always: true }, "care"),
      criterion("B", leaf("score", "notEqual", 3), "tell", "m"),
    ],
  });
  expect(check(doc).map((d) => `${d.severity} ${d.code}`)).toEqual([
    "error text-missing",
    "error ignore-negative",
    "warning always-true",
    "info unused-fact",
  ]);
});

test("the laws of an author are so many", () => {
  expect([lawsOfShape.length, lawsOfMeaning.length]).toEqual([9, 7]);
  expect(new Set([...lawsOfShape, ...lawsOfMeaning]).size).toBe(16);
});

describe.each(programs)("C1 $program", ({ ruleSet }) => {
  test("is free of findings", () => {
    expect(check(ruleSet)).toEqual([]);
  });

  test("loses that when its deliberate shadow is no longer declared", () => {
    const bare = {
      ...ruleSet,
      criteria: ruleSet.criteria.map((c) => ({ ...c, shadowedOnPurpose: undefined })),
    };
    const [shadow, ...more] = check(bare);
    expect(more).toEqual([]);
    expect(shadow).toMatchObject({ code: "criterion-shadowed", params: { same: true } });
    expect([shadow?.params["criterion"], shadow?.params["by"]].map((id) => String(id).slice(2))).toEqual([
      "I4",
      "I1",
    ]);
  });
});
