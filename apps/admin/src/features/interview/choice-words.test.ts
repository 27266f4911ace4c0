import type { Fact } from "@jumelage/engine";
import { expect, test } from "vitest";
import { choiceIn, type ChoiceWords } from "./choice-words.ts";

const words: ChoiceWords = {
  unknown: "unknown",
  known: "known",
  anything: "anything",
  from: (from) => `at least ${from}`,
  to: (to) => `at most ${to}`,
  between: (from, to) => `${from} to ${to}`,
  has: (members) => `has ${members}`,
  hasNone: (members) => `has no ${members}`,
  hasAny: "at least one",
  empty: "none at all",
};
const fact: Fact = {
  id: "traits",
  type: "set",
  label: { fr: "Traits", en: "Traits" },
  question: { fr: "Lesquels?", en: "Which?" },
  whenUnknown: "block",
  safety: false,
  sources: [],
  values: ["a", "b", "c"].map((id) => ({ id, label: { fr: id, en: id.toUpperCase() } })),
};
const say = { words, lang: "en" } as const;

test("members that are all there are are not named one by one", () => {
  expect(choiceIn({ has: [["c", "a", "b"]] }, fact, say)).toBe("at least one");
  expect(choiceIn({ hasNone: [["a"], ["b", "c"]] }, fact, say)).toBe("none at all");
});

test("members that leave others out are named", () => {
  expect(choiceIn({ has: [["a", "b"]] }, fact, say)).toBe("has “A” or “B”");
  expect(choiceIn({ has: [["a"]], hasNone: [["b"], ["c"]] }, fact, say)).toBe(
    "has “A” and has no “B” or “C”",
  );
});
