import { describe, expect, test } from "vitest";
import { tiny } from "../../test/tiny.ts";
import { parseShape } from "../model/parse.ts";
import { resultSchema } from "../model/result.ts";
import { clinicalJudgement, suspendedSince } from "./suspension.ts";

describe("a suspended channel", () => {
  test("is one whose pointer ended for good no later than it was issued", () => {
    const issuedAt = "2026-03-01T12:00:00Z";
    expect(suspendedSince({ issuedAt })).toBeUndefined();
    expect(suspendedSince({ issuedAt, hardExpires: "2026-03-01T12:00:00.001Z" })).toBeUndefined();
    expect(suspendedSince({ issuedAt, hardExpires: issuedAt })).toBe(issuedAt);
    for (const same of ["2026-03-01T12:00:00.000Z", "2026-03-01T12:00:00.0Z"]) {
      expect(suspendedSince({ issuedAt, hardExpires: same })).toBe(same);
      expect(suspendedSince({ issuedAt: same, hardExpires: issuedAt })).toBe(issuedAt);
    }
    const tenth = "2026-03-01T12:00:10.10Z";
    expect(suspendedSince({ issuedAt: tenth, hardExpires: "2026-03-01T12:00:10.1Z" })).toBeDefined();
    expect(suspendedSince({ issuedAt: tenth, hardExpires: "2026-03-01T12:00:10.11Z" })).toBeUndefined();
    expect(suspendedSince({ issuedAt, hardExpires: "2026-02-27T09:00:00Z" })).toBe("2026-02-27T09:00:00Z");
  });

  test("concludes nothing, suggests nothing and asks nothing", () => {
    const [first] = tiny().decisions;
    if (!first) throw new Error("no decision");
    const many = { ...first, id: "suggestions", kind: "many" as const };
    const answer = clinicalJudgement({ decisions: [first, many] });
    const all = first.outcomes.map((o) => o.id);
    expect(answer.decisions).toEqual({
      [first.id]: { kind: "one", state: "@undetermined", possible: all, missing: [] },
      suggestions: { kind: "many", suggested: [], undetermined: all, withheld: [] },
    });
    expect(answer).toMatchObject({ fired: [], missing: [], problems: [] });
    expect(parseShape(resultSchema, answer).ok).toBe(true);
  });
});
