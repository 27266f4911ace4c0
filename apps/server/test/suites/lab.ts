// The lab of a real server: its jobs, and the histories it reads from releases.
import type { Draft, Job, SavedDraft, Verdict } from "@jumelage/api/schemas";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { Console, author, newDraft, qa, selfCare, serviceChoice, viewer } from "../clients.ts";
import { jobDone } from "../journey.ts";

export function labTests(server: Running): void {
  describe("the lab", () => {
    let camille: Console;
    let dominique: Console;
    beforeAll(async () => {
      camille = await Console.of(server().url, author);
      dominique = await Console.of(server().url, qa);
    });
    const job = (target: object, kind: string) =>
      camille.query<Job>("lab.job", { target, kind }).then((answer) => answer.data);
    const saved = async (draft: Draft, change: object): Promise<Draft> => {
      const answer = await camille.mutate<SavedDraft>("drafts.save", {
        id: draft.id,
        expectedRevision: draft.revision,
        ...change,
      });
      if (answer.status !== 200) throw new Error(answer.text);
      return (await camille.query<Draft>("drafts.get", { id: draft.id })).data;
    };

    it("proves a release once, says how far it is, and keeps the answer", { timeout: 120_000 }, async () => {
      const target = { program: serviceChoice, release: 1 };
      expect(await job(target, "proofs")).toMatchObject({ kind: "proofs", state: "none" });
      const started = await dominique.mutate<Job>("lab.start", { target, kind: "proofs" });
      expect(started.data).toMatchObject({ state: "running" });
      const seen: number[] = [];
      let now = started.data;
      while (now.state === "running") {
        if (now.progress && now.progress.total > 0) seen.push(now.progress.done);
        // Everything else goes on being answered meanwhile.
        expect((await camille.query("programs.list")).status).toBe(200);
        await new Promise((resolve) => setTimeout(resolve, 50));
        now = await job(target, "proofs");
      }
      expect(seen.length).toBeGreaterThan(1);
      expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
      if (now.kind !== "proofs" || !now.report) throw new Error(now.state);
      expect(now.report.properties.length).toBeGreaterThan(20);
      expect([...now.report.properties, ...now.report.standard].map((p) => p.status)).not.toContain(
        "refuted",
      );
      const again = await camille.mutate<Job>("lab.start", { target, kind: "proofs" });
      expect(again.data).toEqual(now);
      // A draft of the same content has the same answer, and so has one that differs in a text only.
      const draft = await newDraft(camille, serviceChoice);
      const retitled = await saved(draft, {
        ruleSet: { ...draft.ruleSet, purpose: { fr: "Autre but", en: "Another purpose" } },
      });
      expect(await job({ draft: retitled.id }, "proofs")).toEqual(now);
      const raised = {
        ...draft.ruleSet,
        criteria: draft.ruleSet.criteria.map((c, i) => (i === 0 ? { ...c, enabled: false } : c)),
      };
      await saved(retitled, { ruleSet: raised });
      expect(await job({ draft: draft.id }, "proofs")).toMatchObject({ state: "none" });
    });

    it("is stopped at once, and what was stopped leaves nothing", async () => {
      const target = { program: selfCare, release: 1 };
      const started = await camille.mutate<Job>("lab.start", { target, kind: "findings" });
      expect(started.data.state).toBe("running");
      const cancelled = await camille.mutate<Job>("lab.cancel", { target, kind: "findings" });
      expect(cancelled.data).toMatchObject({ state: "cancelled", hash: started.data.hash });
      expect(cancelled.data).not.toHaveProperty("report");
      // The next one has a thread to work in.
      const draft = await newDraft(camille, selfCare);
      expect(await jobDone(camille, { draft: draft.id }, "difference")).toMatchObject({
        state: "done",
        report: { equivalent: true, kind: "equivalent" },
      });
    });

    it("says why it cannot look at a draft with holes, or compare a first release", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const criteria = draft.ruleSet.criteria.map((c, i) => (i === 0 ? { ...c, when: { hole: {} } } : c));
      const holed = await saved(draft, { ruleSet: { ...draft.ruleSet, criteria } });
      for (const kind of ["proofs", "findings", "mutation", "difference"] as const) {
        const target = { draft: holed.id };
        expect(await job(target, kind)).toMatchObject({ state: "none", obstacle: "incomplete" });
        expect((await camille.mutate("lab.start", { target, kind })).refusal).toEqual({
          code: "undecided",
          details: { reason: "incomplete" },
        });
      }
      const first = { program: serviceChoice, release: 1 };
      expect((await camille.mutate("lab.start", { target: first, kind: "difference" })).refusal).toEqual({
        code: "undecided",
        details: { reason: "no-base" },
      });
      expect(
        (await camille.mutate("lab.start", { target: { ...first, release: 99 }, kind: "proofs" })).refusal
          ?.code,
      ).toBe("not-found");
    });

    it("tells what every release answered for a profile, and which edit changed it", async () => {
      const noa = await Console.of(server().url, viewer);
      const history = (profile: string) =>
        noa.query<Verdict[]>("lab.history", { program: selfCare, profile }).then((answer) => answer.data);
      const [latest, first] = await history("PA03");
      expect(latest).toMatchObject({
        number: 2,
        ok: true,
        differences: [],
        provenance: "accepted-output",
        changed: true,
        edited: { facts: false, expected: true },
      });
      expect(latest?.answers).toContainEqual({ decision: "orientation", answer: ["match"] });
      expect(latest?.changes.map((c) => [c.what, c.id])).toEqual([["parameter", "phq9LookAgain"]]);
      expect(first).toMatchObject({ number: 1, provenance: "from-source", changed: false, changes: [] });
      expect(first?.answers).toContainEqual({ decision: "orientation", answer: ["deeper"] });
      const [same] = await history("PA01");
      expect(same).toMatchObject({ number: 2, changed: false, changes: [], provenance: "from-source" });
      expect(await history("PA999")).toEqual([]);
    });
  });
}
