import { expect, it } from "vitest";
import { nodesOf, type Hole } from "@jumelage/engine";
import { referenceDocuments } from "../../../test/drafts.ts";
import { boundsOf, numberWithin, usageOf } from "./usage.ts";

const { ruleSet } = referenceDocuments();
const usage = usageOf(ruleSet);

it("counts a criterion that reads a threshold only through a named condition", () => {
  expect(usage.parameters.get("phq9LookAgain")).toEqual(["A-D4", "A-C1"]);
  const direct = ruleSet.criteria.filter(
    (c) =>
      c.when && [...nodesOf<Hole>(c.when)].some(({ node }) => JSON.stringify(node).includes("phq9LookAgain")),
  );
  expect(direct).toEqual([]);
});

it("lists every criterion that names a fact", () => {
  const unlisted: string[] = [];
  for (const criterion of ruleSet.criteria) {
    for (const { node } of criterion.when ? nodesOf<Hole>(criterion.when) : []) {
      if ("fact" in node && !usage.facts.get(node.fact)?.includes(criterion.id)) unlisted.push(criterion.id);
    }
  }
  expect(unlisted).toEqual([]);
});

it("a threshold keeps within the range of the facts it is compared with", () => {
  const bounds = boundsOf(ruleSet, "phq9LookAgain");
  expect(bounds).toEqual({ min: 0, max: 27, scale: 0 });
  expect(["16", " 16 ", "0", "27"].map((typed) => numberWithin(typed, bounds))).toEqual([16, 16, 0, 27]);
  for (const typed of ["", "-1", "28", "16,5", "seize", "1e1", "0x10", "16 ans"]) {
    expect(numberWithin(typed, bounds), typed).toBeUndefined();
  }
});

it("reads a decimal with a comma or a point, to the decimals the facts allow", () => {
  const bounds = { min: undefined, max: undefined, scale: 1 };
  expect(numberWithin("7,5", bounds)).toBe(7.5);
  expect(numberWithin("7.5", bounds)).toBe(7.5);
  expect(numberWithin("1\u00a0234,5", bounds)).toBe(1234.5);
  expect(numberWithin("7,55", bounds)).toBeUndefined();
});
