// What cannot be said is refused with a reason; what is merely broken is not taken for it.
import { expect, test } from "vitest";
import { orUnmodelled, unmodelled, UnmodelledQuestion } from "./unmodelled.ts";

test("a result, a reason, or what went wrong", () => {
  expect(orUnmodelled(() => 7)).toBe(7);
  expect(orUnmodelled((): number => unmodelled("too many"))).toStrictEqual({ unmodelled: "too many" });
  const broken = new TypeError("broken");
  expect(() =>
    orUnmodelled(() => {
      throw broken;
    }),
  ).toThrow(broken);
});

test("the reason is an error of its own", () => {
  const refuse = (): never => unmodelled("why");
  expect(refuse).toThrow(UnmodelledQuestion);
  expect(refuse).toThrow(expect.objectContaining({ name: "UnmodelledQuestion", message: "why" }));
});
