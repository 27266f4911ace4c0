// The gate of what apps lack: what it finds, that it can be answered, and what a release then says of it.
import type { ConsumerInUse, RuleSet } from "@jumelage/engine";
import { describe, expect, it } from "vitest";
import { candidate, ruleSet } from "../../../../test/candidate.ts";
import { evidenceOf } from "../evidence.ts";
import { consumersGate } from "./consumers.ts";
import { runGates, type Candidate } from "./index.ts";

const [first, second] = ruleSet.facts;
const [decision] = ruleSet.decisions;
if (!first || !second || !decision) throw new Error("the reference program has no vocabulary");
const late = decision.outcomes.at(-1)?.id ?? "";
/** The release in force knew neither the second fact nor the decision's last outcome. */
const before: RuleSet = {
  ...ruleSet,
  facts: ruleSet.facts.filter((f) => f.id !== second.id),
  decisions: ruleSet.decisions.map((d) =>
    d.id === decision.id ? { ...d, outcomes: d.outcomes.filter((o) => o.id !== late) } : d,
  ),
};
const clinic: ConsumerInUse = {
  consumer: "clinic",
  name: "Clinique",
  channel: "production",
  sends: [first.id],
  uses: before,
};
const silent: ConsumerInUse = { consumer: "silent", name: "Muette", channel: null, sends: null };

async function gate(change: Partial<Candidate>) {
  const asked = candidate({ base: before, ...change });
  const gates = await runGates(asked, [consumersGate]);
  const found = gates.gates.find((g) => g.id === "consumers");
  if (!found) throw new Error("no such gate");
  return { found, ready: gates.ready, evidence: evidenceOf(asked, gates.gates).evidence };
}

describe("consumers", () => {
  it("passes where nobody follows, and counts what was added", async () => {
    const { found, ready } = await gate({});
    expect([found.status, found.count, ready]).toEqual(["passed", 2, true]);
  });

  it("names each app that does not send a fact or may not show an outcome, and one that never said", async () => {
    const { found, ready, evidence } = await gate({ consumers: [clinic, silent] });
    const outcomes = { of: decision.id, ids: [late] };
    expect([found.status, found.waivable, ready]).toEqual(["failed", true, false]);
    expect(found.findings.map(({ code, params }) => [code, params])).toEqual([
      ["consumer-facts", { consumer: "clinic", name: "Clinique", channel: "production", ids: [second.id] }],
      ["consumer-outcomes", { consumer: "clinic", name: "Clinique", channel: "production", ...outcomes }],
      ["consumer-facts-unsaid", { consumer: "silent", name: "Muette", ids: [second.id] }],
      ["consumer-outcomes", { consumer: "silent", name: "Muette", ...outcomes }],
    ]);
    expect(evidence["consumers"]).toEqual([
      { consumer: "clinic", channel: "production", kind: "facts", ids: [second.id] },
      { consumer: "clinic", channel: "production", kind: "outcomes", ...outcomes },
      { consumer: "silent", channel: null, kind: "facts-unsaid", ids: [second.id] },
      { consumer: "silent", channel: null, kind: "outcomes", ...outcomes },
    ]);
  });

  it("passes for an app that sends everything and uses a release that has the outcome", async () => {
    const ready = { ...clinic, sends: [first.id, second.id], uses: ruleSet };
    expect((await gate({ consumers: [ready] })).found.status).toBe("passed");
  });

  it("passes for a first release, and where nothing is added", async () => {
    for (const base of [undefined, ruleSet]) {
      const { found, evidence } = await gate({ base, consumers: [clinic, silent] });
      expect([found.status, found.count, evidence["consumers"]]).toEqual(["passed", 0, []]);
    }
  });

  it("can be answered, and the release says by whom", async () => {
    const waiver = {
      gate: "consumers" as const,
      by: { id: "rita", name: "Rita" },
      at: "2026-03-01T00:00:00Z",
      reason: "La clinique suit la semaine prochaine",
      until: "2026-04-01",
      apps: ["clinic"],
      current: true,
    };
    const { found, ready, evidence } = await gate({ consumers: [clinic], waivers: [waiver] });
    expect([found.status, ready]).toEqual(["waived", true]);
    expect(evidence.waivers).toMatchObject([{ name: "consumers", by: { id: "rita" } }]);
    expect(evidence["consumers"]).toHaveLength(2);
    // An app that is known later was not answered for, and neither is anybody by a waiver that names nobody.
    const { apps: _apps, ...nobody } = waiver;
    for (const [consumers, waivers] of [
      [[clinic, silent], [waiver]],
      [[clinic], [nobody]],
      [[clinic], [{ ...waiver, current: false }]],
    ] as const)
      expect((await gate({ consumers: [...consumers], waivers: [...waivers] })).found).toMatchObject({
        status: "failed",
        waivable: true,
      });
  });
});
