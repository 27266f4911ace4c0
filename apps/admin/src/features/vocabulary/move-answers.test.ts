import type { Fact, Profile } from "@jumelage/engine";
import { expect, it } from "vitest";
import { moveAnswers, profilesWith } from "./move-answers.ts";

const text = { fr: "Un mot", en: "A word" };
const fact = (type: "enum" | "set"): Fact => ({
  id: "trait",
  label: text,
  question: text,
  type,
  values: ["old", "new", "other"].map((id) => ({ id, label: text })),
  whenUnknown: "block",
  safety: false,
  sources: [],
});
const profile = (id: string, trait: unknown): Profile => ({
  id,
  title: text,
  tags: [],
  facts: { age: 30, trait, city: "x" },
  provenance: "accepted-output",
  expected: { decisions: {} },
});
const move = { from: "old", to: "new" };

it.each<["enum" | "set", string, unknown, unknown]>([
  ["enum", "an answer", "old", "new"],
  [
    "enum",
    "an answer with its day",
    { value: "old", observedOn: "2026-01-01" },
    { value: "new", observedOn: "2026-01-01" },
  ],
  ["set", "answers, each once", ["other", "old", "new"], ["other", "new"]],
  [
    "set",
    "what was asked about",
    { value: ["old"], of: ["old", "other"] },
    { value: ["new"], of: ["new", "other"] },
  ],
])("of %s, %s moves", (type, _what, before, after) => {
  const profiles = [profile("P1", before)];
  expect(profilesWith(profiles, fact(type), "old")).toEqual(profiles);
  const moved = moveAnswers(profiles, fact(type), move);
  expect(JSON.stringify(moved)).toBe(JSON.stringify([profile("P1", after)]));
  expect(profilesWith(moved, fact(type), "old")).toEqual([]);
});

it.each<["enum" | "set", unknown]>([
  ["enum", "other"],
  ["enum", { unknown: "declined" }],
  ["enum", ["old"]],
  ["set", { value: ["other"], of: ["old", "other"] }],
  ["set", "old"],
])("whoever does not have the answer stays as they are: %s %j", (type, said) => {
  const before = profile("P1", said);
  expect(moveAnswers([before], fact(type), move)[0]).toBe(before);
  expect(profilesWith([before], fact(type), "old")).toEqual([]);
});
