import { expect, it } from "vitest";
import { reasonOf } from "./schedule-reason.ts";

it.each([
  [{ code: "publish-blocked", gates: ["mutants"] }, "gates"],
  [{ code: "publish-blocked", reason: "not-approved" }, "noApproval"],
  [{ code: "publish-blocked", reason: "base-moved", gates: ["base"] }, "gates"],
  [{ code: "publish-blocked", reason: "vault-full" }, "vault"],
  [{ code: "stale-revision" }, "edited"],
  [{ code: "forbidden" }, "noRight"],
  [{ code: "release-immutable" }, "closed"],
  [{ code: "archived" }, "archived"],
  [{ code: "invalid-input" }, "review"],
  [{ code: "fault" }, "fault"],
  [{ code: "not-found" }, "other"],
  [null, "other"],
])("%j is told as: %s", (outcome, reason) => {
  expect(reasonOf(outcome)).toBe(reason);
});
