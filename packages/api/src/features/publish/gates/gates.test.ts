import type { DraftRuleSet } from "@jumelage/engine";
import type * as Engine from "@jumelage/engine";
import { afterEach, describe, expect, it, vi } from "vitest";
import { allProfiles, approval, candidate, hazards, profiles, ruleSet } from "../../../../test/candidate.ts";
import { gateIds } from "../publish.schemas.ts";
import { gates as rules, runGates, type Candidate } from "./index.ts";

// The evaluators as they are, until a test breaks one of them.
const broken = vi.hoisted(() => ({ compiled: undefined as "differs" | "throws" | "cannot" | undefined }));
vi.mock("@jumelage/engine", async (original) => {
  const engine = await original<typeof Engine>();
  return {
    ...engine,
    compile: (ruleSet: Parameters<typeof engine.compile>[0]) => {
      if (broken.compiled === "cannot") throw new Error("cannot model it");
      const compiled = engine.compile(ruleSet);
      return {
        ...compiled,
        run: (person: Parameters<typeof compiled.run>[0]) => {
          if (broken.compiled === "throws") throw new Error("broken");
          const result = compiled.run(person);
          return broken.compiled === "differs"
            ? { ...result, missing: [...result.missing, "extra"] }
            : result;
        },
      };
    },
  };
});
afterEach(() => {
  broken.compiled = undefined;
});

async function findingsOf(gate: string, change: Partial<Candidate> = {}) {
  const { gates, ready } = await runGates(candidate(change));
  const found = gates.find((g) => g.id === gate);
  if (!found) throw new Error(gate);
  expect(found.status).toBe(found.findings.length === 0 ? "passed" : "failed");
  if (found.status === "failed") expect(ready).toBe(false);
  return found.findings;
}

describe("the gates", () => {
  it("all pass for an approved reference program, and count what they looked at", async () => {
    const { gates, ready } = await runGates(candidate());
    expect(ready).toBe(true);
    expect(gates.map(({ id, count }) => [id, count])).toEqual([
      ["base", 1],
      ["diagnostics", ruleSet.criteria.length],
      ["profiles", 10],
      ["evaluators", 10],
      ["properties", ruleSet.properties.length],
      ["differences", 0],
      ["mutants", 98],
      ["boundaries", 0],
      ["sign-off", 0],
      ["hazards", hazards.length],
      ["sources", ruleSet.sources.flatMap((s) => s.statements).length],
      ["sentences", 0],
      ["consumers", 0],
      ["approval", 1],
    ]);
    expect(rules.map((r) => r.id)).toEqual(gateIds);
  });
});

describe("base", () => {
  it.each([
    [1, 2],
    [2, 1],
    [null, 1],
  ])("based on %j with %j in force: the draft has to be updated first", async (basedOn, inForce) => {
    const params = { base: basedOn ?? 0, inForce };
    expect(await findingsOf("base", { basedOn, inForce })).toEqual([{ code: "base-moved", params }]);
  });

  it("passes for a first draft of a program that has no release", async () => {
    expect(await findingsOf("base", { basedOn: null, inForce: null })).toEqual([]);
  });
});

describe("diagnostics", () => {
  it.each([
    ["an empty text", { purpose: { fr: "", en: "x" } }],
    [
      "a safety fact that may stay unknown",
      { facts: ruleSet.facts.map((f) => (f.safety ? { ...f, whenUnknown: "ignore" as const } : f)) },
    ],
    ["a hole", { criteria: ruleSet.criteria.map((c, i) => (i === 0 ? { ...c, when: { hole: {} } } : c)) }],
    [
      "a missing condition",
      { criteria: ruleSet.criteria.map(({ when, ...c }, i) => (i === 0 ? c : { ...c, when })) },
    ],
  ])("stop %s, and with it what cannot be run", async (_name, change) => {
    const changed = { ...ruleSet, ...change } as DraftRuleSet;
    const found = await findingsOf("diagnostics", { ruleSet: changed });
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.at).toBeDefined();
    if ("criteria" in change) expect(found[0]?.criterion).toBe(ruleSet.criteria[0]?.id);
  });
});

describe("profiles", () => {
  it("stop one whose answer is not as expected, and say in what", async () => {
    const [first, ...rest] = profiles;
    if (!first) throw new Error("profiles");
    const wrong = { ...first, expected: { decisions: { orientation: "immediate" }, fired: [] } };
    const found = await findingsOf("profiles", { profiles: [wrong, ...rest] });
    expect(found.map((f) => [f.profile, f.code])).toEqual([
      [first.id, "profile-state"],
      [first.id, "profile-list"],
    ]);
    expect(found[0]?.params).toEqual({ decision: "orientation", expected: "immediate", obtained: "match" });
  });

  it("stop a program without any", async () => {
    expect(await findingsOf("profiles", { profiles: [] })).toMatchObject([{ code: "no-profiles" }]);
  });
});

describe("evaluators", () => {
  it("lets the server answer others meanwhile", async () => {
    const gate = rules.find((rule) => rule.id === "evaluators");
    let turns = 0;
    const others = setInterval(() => (turns += 1), 1);
    const report = await gate?.run(candidate({ profiles: allProfiles }));
    clearInterval(others);
    expect(report?.count).toBe(allProfiles.length);
    expect(turns).toBeGreaterThan(1);
  });

  it.each(["differs", "throws", "cannot"] as const)("stop when one of them %s", async (how) => {
    broken.compiled = how;
    const found = await findingsOf("evaluators");
    expect(found).toHaveLength(10);
    expect(found[0]).toEqual({
      code: "evaluators-disagree",
      params: { evaluators: ["compiled"] },
      profile: profiles[0]?.id,
    });
  });
});

describe("approval", () => {
  it.each([
    ["nobody's", []],
    ["an author's", [approval("author")]],
    ["one for other content", [approval("reviewer", "b".repeat(64))]],
  ])("is not there with %s", async (_name, approvals) => {
    expect(await findingsOf("approval", { approvals })).toHaveLength(1);
  });

  it("counts people, not signatures", async () => {
    const twice = [approval("reviewer"), { ...approval("reviewer"), meaning: "review" as const }];
    expect(await findingsOf("approval", { approvals: twice, approvalsNeeded: 2 })).toMatchObject([
      { code: "approval-missing", params: { needed: 2, given: 1 } },
    ]);
    expect(
      await findingsOf("approval", { approvals: [...twice, approval("other")], approvalsNeeded: 2 }),
    ).toEqual([]);
  });

  it("says whose approval an edit has voided", async () => {
    const found = await findingsOf("approval", { approvals: [approval("reviewer", "b".repeat(64))] });
    expect(found).toMatchObject([{ code: "approval-outdated", params: { outdated: ["reviewer"] } }]);
  });
});
