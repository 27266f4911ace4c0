import type { DifferenceReport, ProofReport, RuleSet, Transition } from "@jumelage/engine";
import { describe, expect, it } from "vitest";
import { candidate, profiles, proofs, proved, ruleSet } from "../../../../test/candidate.ts";
import type { LedgerEntry } from "../../lab/lab.schemas.ts";
import type { GateId, Waiver } from "../publish.schemas.ts";
import { runGates, type Candidate } from "./index.ts";

async function gate(id: GateId, change: Partial<Candidate> = {}) {
  const { gates, ready } = await runGates(candidate(change));
  const found = gates.find((g) => g.id === id);
  if (!found) throw new Error(id);
  if (found.status !== "passed" && found.status !== "waived") expect(ready).toBe(false);
  return found;
}
const codes = (found: Awaited<ReturnType<typeof gate>>) => found.findings.map((f) => f.code);

const lab = candidate().lab;
const withProofs = (report: ProofReport): Partial<Candidate> => ({
  lab: { ...lab, proofs: { state: "done", report } },
});
const waiver = (id: GateId, current = true): Waiver => ({
  gate: id,
  by: { id: "rita", name: "Rita" },
  at: "2026-03-01T00:00:00Z",
  reason: "Le temps de l’étude",
  until: "2026-04-01",
  current,
});

describe("gates that wait for the lab", () => {
  it.each([
    ["properties", "proofs"],
    ["differences", "difference"],
    ["mutants", "mutation"],
  ] as const)("%s: running and not run are not passed", async (id, job) => {
    const found = await gate(id, { lab: { ...lab, [job]: { state: "running" } } });
    expect([found.status, found.jobs]).toEqual(["running", [job]]);
    for (const state of ["none", "failed", "cancelled"] as const) {
      const waiting = await gate(id, { lab: { ...lab, [job]: { state } } });
      expect([waiting.status, waiting.findings]).toEqual([
        "not-run",
        [{ code: "not-run", params: { because: state } }],
      ]);
    }
    const holed = await gate(id, { lab: { ...lab, [job]: { state: "none", obstacle: "incomplete" } } });
    expect(holed.findings).toEqual([{ code: "not-run", params: { because: "diagnostics" } }]);
  });
});

describe("properties", () => {
  const [first, ...rest] = proofs.properties;
  if (!first) throw new Error("properties");

  it.each(["refuted", "undecided"] as const)("stop what is %s", async (status) => {
    const found = await gate(
      "properties",
      withProofs({ ...proofs, properties: [{ ...first, status }, ...rest] }),
    );
    expect(found.findings).toEqual([{ code: `property-${status}`, params: { property: first.id } }]);
    expect(found.waivable).toBe(status === "undecided");
  });

  it("stop a report that leaves one out, and a standard check that fails", async () => {
    expect(codes(await gate("properties", withProofs({ ...proofs, properties: rest })))).toEqual([
      "property-undecided",
    ]);
    const check = { kind: "criterion-fires", criterion: "A-I1" } as const;
    const found = await gate(
      "properties",
      withProofs({ ...proofs, standard: [{ check, ...proved, status: "refuted" }] }),
    );
    expect(found.findings).toEqual([
      {
        code: "standard-refuted",
        params: { check: "criterion-fires", criterion: "A-I1" },
        criterion: "A-I1",
      },
    ]);
    expect(found.waivable).toBe(false);
  });

  it("are never waived when refuted or not tried, and may be when undecided", async () => {
    const waivers = [waiver("properties")];
    const withStatus = (status: "refuted" | "undecided") =>
      withProofs({ ...proofs, properties: [{ ...first, status }, ...rest] });
    expect((await gate("properties", { ...withStatus("refuted"), waivers })).status).toBe("failed");
    expect((await gate("properties", { ...withStatus("undecided"), waivers })).status).toBe("waived");
    const none = await gate("properties", { lab: { ...lab, proofs: { state: "none" } }, waivers });
    expect(none.status).toBe("not-run");
  });
});

describe("differences", () => {
  const at16: RuleSet = {
    ...ruleSet,
    parameters: ruleSet.parameters.map((p) => (p.id === "phq9LookAgain" ? { ...p, value: 16 } : p)),
  };
  const move = (decision: string, from: string, to: string): Transition => ({
    decision,
    from,
    to,
    witness: { at: "2026-03-01", facts: {}, answers: [] },
  });
  const differing = (transitions: Transition[], change: Partial<Candidate> = {}): Partial<Candidate> => {
    const report: DifferenceReport = {
      status: "complete",
      equivalent: false,
      kind: "changes-outcomes",
      transitions,
      silent: [],
      ms: 1,
    };
    return { ruleSet: at16, lab: { ...lab, difference: { state: "done", report } }, ...change };
  };
  const deeperToMatch = move("orientation", "deeper", "match");
  const moved = profiles.map((p) =>
    p.id === "PA03" ? { ...p, expected: { decisions: { orientation: "match" } } } : p,
  );

  it("stop a move that nothing explains", async () => {
    const found = await gate("differences", differing([deeperToMatch]));
    expect(found.findings).toEqual([
      {
        code: "difference-unexplained",
        params: { decision: "orientation", from: "deeper", to: "match" },
      },
    ]);
  });

  it("let a move through that a profile makes, once the draft expects it", async () => {
    expect((await gate("differences", differing([deeperToMatch], { profiles: moved }))).status).toBe(
      "passed",
    );
    const other = move("orientation", "possible", "match");
    expect(codes(await gate("differences", differing([other], { profiles: moved })))).toHaveLength(1);
  });

  it("see how the outcomes of a decision of several stand", async () => {
    const gone = move("obligations", "deeper-assessment:suggested", "deeper-assessment:not-suggested");
    const monitor = move("obligations", "monitor:not-suggested", "monitor:suggested");
    expect((await gate("differences", differing([gone, monitor], { profiles: moved }))).status).toBe(
      "passed",
    );
    const backwards = move("obligations", "monitor:suggested", "monitor:not-suggested");
    expect(codes(await gate("differences", differing([backwards], { profiles: moved })))).toHaveLength(1);
  });

  it("take the author's note for this content as an explanation, and no other note", async () => {
    const note = "Le seuil passe à 16";
    for (const [status, passes] of [
      ["in-review", true],
      ["approved", true],
      ["editing", false],
    ] as const) {
      const found = await gate("differences", differing([deeperToMatch], { note, status }));
      expect([status, found.status]).toEqual([status, passes ? "passed" : "failed"]);
    }
    expect(codes(await gate("differences", differing([deeperToMatch], { note: " " })))).toHaveLength(1);
  });

  it("want a profile where somebody loses an outcome that stops, whatever the note says", async () => {
    const note = "Voulu";
    const losses = [
      move("orientation", "immediate", "other"),
      move("urgency", "emergency:suggested", "emergency:undetermined"),
    ];
    expect(codes(await gate("differences", differing(losses, { note })))).toEqual([
      "difference-needs-profile",
      "difference-needs-profile",
    ]);
    const gains = [move("orientation", "other", "immediate")];
    expect((await gate("differences", differing(gains, { note }))).status).toBe("passed");
  });

  it("stop what could not be settled, and pass where nothing was before", async () => {
    const report: DifferenceReport = {
      status: "undecided",
      reason: "time",
      equivalent: false,
      transitions: [],
      silent: [],
      ms: 1,
    };
    const undecided = await gate("differences", { lab: { ...lab, difference: { state: "done", report } } });
    expect(undecided.findings).toEqual([{ code: "difference-undecided", params: { reason: "time" } }]);
    const first = { ...lab, difference: { state: "none", obstacle: "no-base" } } as const;
    expect((await gate("differences", { base: undefined, lab: first })).status).toBe("passed");
  });
});

describe("scores", () => {
  it.each([
    [0.95, "passed"],
    [0.9499, "failed"],
  ] as const)("mutants: %s is %s", async (score, status) => {
    const fault = { id: "F1", kind: "threshold", at: ["parameters", 0], before: 15, after: 16 } as const;
    const report = {
      seeded: 100,
      killed: 95,
      equivalent: 0,
      survivors: [{ fault: { ...fault, at: [...fault.at] }, status: "survived" as const }],
      score,
      ms: 1,
    };
    const found = await gate("mutants", { lab: { ...lab, mutation: { state: "done", report } } });
    expect([found.status, found.score, found.floor]).toEqual([status, score, 0.95]);
    expect(codes(found)).toEqual(status === "passed" ? [] : ["mutant-survived"]);
  });

  it.each([
    [0.9, "passed"],
    [0.89, "failed"],
  ] as const)("boundaries: %s is %s", async (score, status) => {
    const boundaryScore = () => ({
      boundaries: [
        { fact: "phq9Total", side: "at" as const, value: 15, at: [["parameters", 0]], profiles: [] },
        { fact: "phq9Total", side: "above" as const, value: 15, at: [["parameters", 0]], profiles: ["PA03"] },
      ],
      covered: 1,
      score,
    });
    const found = await gate("boundaries", { boundaryScore });
    expect([found.status, found.score, found.floor, found.count]).toEqual([status, score, 0.9, 2]);
    if (status === "failed")
      expect(found.findings).toEqual([
        {
          code: "boundary-uncovered",
          params: { fact: "phq9Total", side: "at", value: 15 },
          at: ["parameters", 0],
        },
      ]);
  });

  it("follow the floors of the program", async () => {
    const floors = { mutants: 1, boundaries: 1 };
    const report = { seeded: 10, killed: 9, equivalent: 0, survivors: [], score: 0.99, ms: 1 };
    const change = { floors, lab: { ...lab, mutation: { state: "done" as const, report } } };
    expect((await gate("mutants", change)).floor).toBe(1);
  });
});

describe("what people answer for", () => {
  const entry = (
    kind: LedgerEntry["kind"],
    id: string,
    confirmed: boolean,
    reopened = false,
  ): LedgerEntry => ({
    kind,
    id,
    hash: "b".repeat(64),
    confirmed: confirmed ? { by: { id: "rita", name: "Rita" }, at: "2026-03-01T00:00:00Z", note: "" } : null,
    reopened,
    authors: [],
  });

  it("sign-off and sentences each look at their own entries", async () => {
    const ledger = [
      entry("criterion", "A-I1", false),
      entry("parameter", "adultAge", false, true),
      entry("source", "S", true),
      entry("sentence", "SP1", false),
    ];
    expect((await gate("sign-off", { ledger })).findings).toEqual([
      { code: "confirmation-missing", params: { kind: "criterion", id: "A-I1" }, criterion: "A-I1" },
      { code: "confirmation-reopened", params: { kind: "parameter", id: "adultAge" } },
    ]);
    expect((await gate("sentences", { ledger })).findings).toEqual([
      { code: "confirmation-missing", params: { kind: "sentence", id: "SP1" } },
    ]);
  });

  it("a waiver opens its gate, if it counts and if the gate may be waived", async () => {
    const ledger = [entry("criterion", "A-I1", false)];
    expect((await gate("sign-off", { ledger, waivers: [waiver("sign-off")] })).status).toBe("waived");
    expect((await gate("sign-off", { ledger, waivers: [waiver("sign-off", false)] })).status).toBe("failed");
    expect((await gate("sign-off", { ledger, waivers: [waiver("hazards")] })).status).toBe("failed");
    for (const id of ["diagnostics", "evaluators", "approval"] as const) {
      const spoilt = { approvals: [], ruleSet: { ...ruleSet, purpose: { fr: "", en: "" } } };
      const found = await gate(id, { ...spoilt, waivers: [waiver(id)] });
      expect([found.status, found.waivable]).toEqual(["failed", false]);
    }
    const passed = await gate("sign-off", { waivers: [waiver("sign-off")] });
    expect([passed.status, passed.waivable]).toEqual(["passed", false]);
  });
});

describe("hazards and sources", () => {
  const [hazard, ...others] = candidate().hazards;
  if (!hazard) throw new Error("hazards");

  it.each([
    ["no control", { ...hazard, controls: [] }],
    ["no profile", { ...hazard, profiles: [] }],
    ["a control that is gone", { ...hazard, controls: [{ criterion: "gone" }] }],
    ["a profile that is gone", { ...hazard, profiles: ["gone"] }],
  ])("stop a hazard with %s", async (_name, spoilt) => {
    const found = await gate("hazards", { hazards: [spoilt, ...others] });
    expect(found.findings).toContainEqual({ code: "hazard-open", params: { hazard: hazard.id } });
  });

  it("stop a property and a criterion that stops somebody when no hazard names them", async () => {
    const found = await gate("hazards", { hazards: [] });
    const criteria = found.findings.flatMap((f) =>
      f.code === "criterion-without-hazard" ? [f.criterion] : [],
    );
    expect(criteria).toEqual(["A-I1", "A-I2", "A-I3", "A-I4", "A-U1", "A-U2", "A-OB9"]);
    expect(found.findings.filter((f) => f.code === "property-without-hazard")).toHaveLength(
      ruleSet.properties.length,
    );
  });

  it("stop a criterion switched off that controls a hazard", async () => {
    const criteria = ruleSet.criteria.map((c) => (c.id === "A-I1" ? { ...c, enabled: false } : c));
    const found = await gate("hazards", { ruleSet: { ...ruleSet, criteria } });
    expect(found.findings).toContainEqual({ code: "hazard-open", params: { hazard: "H01" } });
  });

  it("stop a statement said to be modelled that nothing cites, and one left out without a reason", async () => {
    const sources = ruleSet.sources.map((s, i) =>
      i > 0
        ? s
        : {
            ...s,
            statements: [
              { id: "S900", locator: "1", text: { fr: "x", en: "x" }, modelled: true as const },
              {
                id: "S901",
                locator: "2",
                text: { fr: "x", en: "x" },
                modelled: { reason: { fr: "", en: "x" } },
              },
              ...s.statements,
            ],
          },
    );
    const found = await gate("sources", { ruleSet: { ...ruleSet, sources } });
    expect(found.findings).toEqual([
      { code: "statement-not-cited", params: { statement: "S900" } },
      { code: "statement-unexplained", params: { statement: "S901" } },
    ]);
  });
});
