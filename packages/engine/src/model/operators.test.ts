// The table of operators of SPEC section 1, and what each operator is compared with.
import { expect, test } from "vitest";
import { factOperators } from "./condition.ts";
import { factTypes } from "./fact.ts";
import { literalKind, operatorsOf } from "./operators.ts";

const ordered =
  "equal notEqual lessThan lessThanInclusive greaterThan greaterThanInclusive isKnown isUnknown".split(" ");

test("D3 the operators of each type", () => {
  expect(Object.fromEntries(factTypes.map((type) => [type, operatorsOf(type)]))).toEqual({
    boolean: ["equal", "isKnown", "isUnknown"],
    integer: ordered,
    decimal: ordered,
    date: ordered,
    enum: ["equal", "notEqual", "in", "notIn", "isKnown", "isUnknown"],
    set: "contains doesNotContain containsAny containsNone containsAll isEmpty isNotEmpty isKnown isUnknown".split(
      " ",
    ),
  });
});

test("D3 what each operator is compared with: nothing, one value, or a list", () => {
  const lists = ["in", "notIn", "containsAny", "containsNone", "containsAll"];
  const none = ["isEmpty", "isNotEmpty", "isKnown", "isUnknown"];
  for (const operator of factOperators)
    expect(literalKind(operator), operator).toBe(
      lists.includes(operator) ? "list" : none.includes(operator) ? "none" : "single",
    );
  expect(factOperators).toHaveLength(17);
  expect(new Set(factTypes.flatMap(operatorsOf))).toEqual(new Set(factOperators));
});
