import { expect, test } from "vitest";
import { allOf, anyOf, atLeastOf, notOf, type Verdict } from "./kleene.ts";

const [T, F, U] = ["true", "false", "unknown"] as const;

test.each<[Verdict, Verdict]>([
  [T, F],
  [F, T],
  [U, U],
])("not %s is %s", (verdict, expected) => {
  expect(notOf(verdict)).toBe(expected);
});

test.each<[readonly Verdict[], Verdict, Verdict]>([
  [[], T, F],
  [[T], T, T],
  [[F], F, F],
  [[U], U, U],
  [[T, T], T, T],
  [[T, F], F, T],
  [[F, T], F, T],
  [[T, U], U, T],
  [[F, U], F, U],
  [[U, F, T], F, T],
  [[F, F], F, F],
])("of %j all is %s and any is %s", (verdicts, all, any) => {
  expect(allOf(verdicts)).toBe(all);
  expect(anyOf(verdicts)).toBe(any);
});

test.each<[number, readonly Verdict[], Verdict]>([
  [0, [], T],
  [1, [], F],
  [1, [F, F], F],
  [1, [F, U], U],
  [1, [U, T], T],
  [2, [T, T, F], T],
  [2, [T, U, F], U],
  [2, [U, U, F], U],
  [2, [T, F, F], F],
  [2, [U, F, F], F],
  [3, [T, T, U], U],
  [3, [T, T, F], F],
])("at least %d of %j is %s", (count, verdicts, expected) => {
  expect(atLeastOf(count, verdicts)).toBe(expected);
});
