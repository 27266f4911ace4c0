import { expect, test } from "vitest";
import { undecidedLeaves, type ResultNode } from "./undecided-leaves.ts";

const leaf = (name: string, result: boolean): ResultNode => ({ name, result });
const all = (result: boolean, ...of: readonly ResultNode[]): ResultNode => ({ result, all: of });
const any = (result: boolean, ...of: readonly ResultNode[]): ResultNode => ({ result, any: of });
const found = (must: ResultNode, may: ResultNode) => [...undecidedLeaves(must, may)];

test("a leaf is undecided when it may hold but need not", () => {
  expect(found(leaf("a", false), leaf("a", true))).toEqual(["a"]);
  expect(found(leaf("a", true), leaf("a", true))).toEqual([]);
  expect(found(leaf("a", false), leaf("a", false))).toEqual([]);
  expect(found({ name: "a" }, { name: "a" })).toEqual([]);
});

test("only under groups of which the same is true", () => {
  const [no, yes] = [leaf("a", false), leaf("a", true)];
  expect(found(all(false, no, leaf("b", true)), all(true, yes, leaf("b", true)))).toEqual(["a"]);
  expect(found(all(false, no), all(false, yes))).toEqual([]);
  expect(found(any(true, no), any(true, yes))).toEqual([]);
  expect(found(all(false, any(true, no), any(false, no)), all(true, any(true, yes), any(true, yes)))).toEqual(
    ["a"],
  );
});

test("in the order of the tree, each place once, and nothing below a name", () => {
  const must = all(false, any(false, leaf("b", false), leaf("a", false)), leaf("b", false));
  const may = all(true, any(true, leaf("b", true), leaf("a", true)), leaf("b", true));
  expect(found(must, may)).toEqual(["b", "a", "b"]);
  expect(found({ ...must, name: "whole" }, { ...may, name: "whole" })).toEqual(["whole"]);
  expect(found({ result: false }, { result: true })).toEqual([]);
});

test("two trees of different shape are no pair", () => {
  expect(() => found(all(false, leaf("a", false), leaf("b", false)), all(true, leaf("a", true)))).toThrow(
    new Error("the two rules of a criterion differ in shape"),
  );
});
