import { placeSchema } from "@jumelage/api/schemas";
import { expect, test } from "vitest";
import { placeOf } from "./use-others-here.ts";

test("a place is what an address says after the program, and one that the server takes", () => {
  expect(
    [
      "/p/autosoins-diriges",
      "/p/autosoins-diriges/criteres",
      "/p/autosoins-diriges/criteres/A-C1",
      "/p/autosoins-diriges/versions/1/livret",
      "/p/x/criteres/%3Cscript%3E",
      "/",
    ].map(placeOf),
  ).toEqual(["", "criteres", "criteres/A-C1", "versions/1", "criteres", ""]);
  for (const path of ["/p/x/mise-a-jour", "/p/x/profils/PA03"])
    expect(placeSchema.parse(placeOf(path))).toBe(placeOf(path));
});
