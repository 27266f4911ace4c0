import { expect, it } from "vitest";
import { outcomeKind } from "./delivery-outcome.ts";

it.each([
  ["200", "received"],
  ["204", "received"],
  ["302", "elsewhere"],
  ["400", "not-taken"],
  ["401", "not-let-in"],
  ["403", "not-let-in"],
  ["404", "not-there"],
  ["410", "gone"],
  ["429", "too-many"],
  ["500", "trouble"],
  ["503", "trouble"],
  ["timeout", "timeout"],
  ["unreachable", "unreachable"],
  ["superseded", "superseded"],
  ["removed", "removed"],
  ["host-not-listed", "not-allowed"],
])("%s is told as: %s", (outcome, kind) => {
  expect(outcomeKind(outcome)).toBe(kind);
});
