import { compile, parseRuleSet, type ReleasePayload } from "@jumelage/engine";
import { tiny } from "@jumelage/engine/test/tiny";
import { expect, it } from "vitest";
import { answerFor } from "./answer-for.ts";
import type { HandlerContext } from "./route.ts";
import type { OpenedRelease } from "./state.ts";

const parsed = parseRuleSet(tiny());
if (!parsed.ok) throw new Error("not a rule set");
const ruleSet = { ...parsed.value, timeZone: "America/Montreal" };

function answerAt(now: string, reviewBy: string | undefined): Record<string, unknown> {
  const evidence = reviewBy === undefined ? {} : { reviewBy };
  const release = {
    payload: { ruleSet, evidence } as unknown as ReleasePayload,
    write: compile(ruleSet).write,
    diagrams: [],
    declares: new Set<string>(),
    head: `{"release":1`,
  } as unknown as OpenedRelease;
  const context = { deps: { clock: { now: () => new Date(now) } } } as unknown as HandlerContext;
  // Asked about a day long past: it is the criteria that are due, not the person.
  const text = answerFor({ facts: {}, at: "2026-01-01" }, { release }, context);
  if (typeof text !== "string") throw new Error("not at once");
  return JSON.parse(text) as Record<string, unknown>;
}

it("says that the release is overdue once the day has passed where the program is, and not before", () => {
  expect(answerAt("2030-01-01T12:00:00Z", undefined)).not.toHaveProperty("overdue");
  // Montréal is five hours behind in March before the change of time: the 1st ends at 5 o'clock UTC of the 2nd.
  expect(answerAt("2026-03-02T04:59:59Z", "2026-03-01")).not.toHaveProperty("overdue");
  expect(answerAt("2026-03-02T05:00:00Z", "2026-03-01")).toMatchObject({ overdue: true, at: "2026-01-01" });
});
