// Two drafts of one program: one is published, the other is brought to it.
import type { Draft, Incoming, Published, Program, SavedDraft } from "@jumelage/api/schemas";
import type { DraftRuleSet } from "@jumelage/engine";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { author, gatesOf, openDraft, reviewer, type Console } from "../clients.ts";
import { jobDone } from "../journey.ts";
import { throughReview, castOf, makeSmallProgram, type Cast } from "../small-program.ts";

const program = "deux-ebauches";
const age = {
  id: "ageYears",
  label: { fr: "Âge", en: "Age" },
  question: { fr: "Quel est l’âge?", en: "How old?" },
  type: "integer",
  range: { min: 0, max: 120 },
  whenUnknown: "block",
  safety: false,
  sources: [],
} as const;

export function updateTests(server: Running): void {
  describe("a draft and a newer release", () => {
    let cast: Cast;
    const start = async (by: Console, name: string): Promise<Draft> =>
      (await by.mutate<Draft>("drafts.start", { program, name })).data;
    const edit = async (
      by: Console,
      draft: Draft,
      change: (ruleSet: DraftRuleSet) => object,
    ): Promise<Draft> => {
      const ruleSet = { ...draft.ruleSet, ...change(draft.ruleSet) };
      const { id, revision: expectedRevision } = draft;
      const saved = await by.mutate<SavedDraft>("drafts.save", { id, expectedRevision, ruleSet });
      if (saved.status !== 200) throw new Error(saved.text);
      return now(by, id);
    };
    const now = async (by: Console, id: string): Promise<Draft> =>
      (await by.query<Draft>("drafts.get", { id })).data;
    const publish = async (draft: Pick<Draft, "id" | "hash">) => {
      const { id, hash } = await throughReview(cast, draft);
      const gates = await gatesOf(cast.reviewer, { id });
      const closed = gates.gates.filter((g) => g.status !== "passed");
      if (!gates.ready && closed.some((g) => g.id !== "base")) throw new Error(JSON.stringify(closed));
      return publishing(id, hash);
    };
    const publishing = (id: string, hash: string) =>
      cast.reviewer.mutate<Published>("publish.publish", {
        id,
        hash,
        idempotencyKey: crypto.randomUUID(),
        channel: "production",
        message: "Publiée",
      });
    const incoming = async (by: Console, id: string): Promise<Incoming> =>
      (await by.query<Incoming>("drafts.incoming", { id })).data;

    beforeAll(async () => {
      await makeSmallProgram(server().url, program);
      cast = await castOf(server().url, program);
      const first = await openDraft(cast.author, program);
      const withAge = await edit(cast.author, first, ({ facts }) => ({ facts: [...facts, age] }));
      expect((await publish(withAge)).data.number).toBe(1);
    }, 120_000);

    it("is not published before it is updated; conflicts come both ways in words, nothing is lost", async () => {
      const { author: camille, reviewer: alex } = cast;
      const theirs = await start(camille, "Celle de Camille");
      let mine = await start(alex, "Celle d’Alex");
      expect(await incoming(alex, mine.id)).toEqual({ revision: 1, base: mine.base, release: null });

      const published = await edit(camille, theirs, () => ({
        purpose: { fr: "But de Camille", en: "Camille’s purpose" },
      }));
      mine = await edit(alex, mine, ({ title }) => ({
        title: { ...title, fr: "Titre d’Alex" },
        purpose: { fr: "But d’Alex", en: "Alex’s purpose" },
      }));
      expect((await publish(published)).data.number).toBe(2);

      await camille.mutate("review.request", { id: mine.id, hash: mine.hash, note: "À relire" });
      const gate = (await gatesOf(camille, mine)).gates.find((g) => g.id === "base");
      expect(gate).toMatchObject({
        status: "failed",
        waivable: false,
        findings: [{ code: "base-moved", params: { base: 1, inForce: 2 } }],
      });
      const refused = await publishing(mine.id, mine.hash);
      expect(refused.refusal).toMatchObject({
        code: "publish-blocked",
        details: { reason: "base-moved", inForce: 2 },
      });

      const { release, revision } = await incoming(alex, mine.id);
      const key = "value:ruleSet/purpose";
      expect(release).toMatchObject({ number: 2, problems: [], renamed: [] });
      expect(release?.changes.map((c) => c.en)).toEqual(["Changed: rule set (purpose)."]);
      expect(release?.conflicts).toMatchObject([
        {
          key,
          kind: "value",
          at: ["ruleSet", "purpose"],
          words: {
            en: {
              title: "Rule set (purpose)",
              mine: "Purpose: “Alex’s purpose”.",
              theirs: "Purpose: “Camille’s purpose”.",
            },
            fr: {
              mine: expect.stringContaining("But d’Alex"),
              theirs: expect.stringContaining("But de Camille"),
            },
          },
        },
      ]);
      const update = (choices: object, more: object = {}) =>
        alex.mutate<Draft>("drafts.update", {
          id: mine.id,
          expectedRevision: revision,
          release: 2,
          choices,
          ...more,
        });
      const open = await update({ "value:ruleSet/title": "theirs" });
      expect(open.refusal).toMatchObject({
        code: "invalid-input",
        details: { reason: "open-conflicts", conflicts: [{ key }] },
      });
      for (const late of [{ release: 1 }, { expectedRevision: revision - 1 }])
        expect((await update({ [key]: "mine" }, late)).refusal?.code).toBe("stale-revision");
      expect((await now(alex, mine.id)).hash).toBe(mine.hash);

      const done = await update({ [key]: "theirs", "value:not/there": "mine" });
      expect(done.data).toMatchObject({
        base: { number: 2 },
        status: "editing",
        updated: { by: { id: reviewer }, from: 1, to: 2 },
        ruleSet: { title: { fr: "Titre d’Alex" }, purpose: { fr: "But de Camille" } },
      });
      expect(done.data.hash).not.toBe(mine.hash);
      expect(done.data.authors.map((a) => a.id)).toEqual([reviewer]);
      // Asked again after a lost reply, it is done already.
      expect((await update({ [key]: "theirs" })).data).toEqual(done.data);
      expect((await gatesOf(camille, mine)).gates.find((g) => g.id === "base")?.status).toBe("passed");
      await alex.mutate("drafts.discard", { id: mine.id });
    }, 120_000);

    it("that took away what the draft rests on: nothing is written, and both languages say why", async () => {
      const { author: camille, reviewer: alex } = cast;
      const theirs = await start(camille, "Sans l’âge");
      let mine = await start(alex, "Avec l’âge");
      const published = await edit(camille, theirs, ({ facts }) => ({
        facts: facts.filter((f) => f.id !== age.id),
      }));
      mine = await edit(alex, mine, ({ criteria }) => ({
        criteria: criteria.map((c, i) =>
          i === 0 ? { ...c, when: { fact: age.id, operator: "lessThan", value: 14 } } : c,
        ),
      }));
      const { number } = (await publish(published)).data;
      const { release, revision } = await incoming(alex, mine.id);
      expect(release?.conflicts).toEqual([]);
      expect(release?.problems).toHaveLength(1);
      expect(release?.problems[0]?.en).toContain(age.id);
      const refused = await alex.mutate("drafts.update", {
        id: mine.id,
        expectedRevision: revision,
        release: number,
        choices: {},
      });
      expect(refused.refusal).toMatchObject({
        code: "invalid-input",
        details: { reason: "ill-typed", problems: release?.problems },
      });
      expect(await now(alex, mine.id)).toEqual(mine);
      // The way out: what rests on it is changed first.
      const mended = await edit(alex, mine, ({ criteria }) => ({
        criteria: criteria.map((c, i) => (i === 0 ? { ...c, when: { always: true } } : c)),
      }));
      const done = await alex.mutate<Draft>("drafts.update", {
        id: mended.id,
        expectedRevision: mended.revision,
        release: number,
        choices: {},
      });
      expect(done.data).toMatchObject({ base: { number }, updated: { from: number - 1, to: number } });
      const { data } = await camille.query<Program>("programs.get", { program });
      expect(data.drafts.map((d) => [d.name, d.base?.number, d.createdBy.id])).toEqual([
        ["Avec l’âge", number, reviewer],
      ]);
      expect((await now(camille, theirs.id)).createdBy.id).toBe(author);
    }, 120_000);

    it("that merge cleanly may give somebody what neither gave: found, and shown with all four answers", async () => {
      const { author: camille, reviewer: alex } = cast;
      // A criterion that is prepared and switched off, on a named condition.
      const first = await start(camille, "Critère préparé");
      const [criterion] = first.ruleSet.criteria;
      const [decision] = first.ruleSet.decisions;
      const [outcome] = decision?.outcomes ?? [];
      if (!criterion || !decision || !outcome) throw new Error("the starter");
      const senior = (value: number) => ({
        conditions: [
          {
            id: "senior",
            label: { fr: "Personne âgée", en: "Senior" },
            when: { fact: age.id, operator: "greaterThanInclusive", value },
          },
        ],
      });
      const prepared = (enabled: boolean) => ({
        ...criterion,
        id: "C2",
        when: { condition: "senior" },
        enabled,
      });
      const ready = await camille.mutate<SavedDraft>("drafts.save", {
        id: first.id,
        expectedRevision: first.revision,
        ruleSet: {
          ...first.ruleSet,
          facts: [...first.ruleSet.facts, age],
          ...senior(65),
          criteria: [criterion, prepared(false)],
        },
      });
      const { number } = (await publish({ id: first.id, hash: ready.data.hash })).data;
      // One switches it on; the other changes from which age, which changes nothing for anybody yet.
      let mine = await start(alex, "Critère en service");
      const theirs = await start(camille, "Plus tôt");
      mine = await edit(alex, mine, () => ({ criteria: [criterion, prepared(true)] }));
      const earlier = await edit(camille, theirs, () => senior(40));
      expect((await publish(earlier)).data.number).toBe(number + 1);

      const target = { draft: mine.id };
      const before = await alex.mutate("lab.start", { target, kind: "merge" });
      expect(before.refusal).toMatchObject({ code: "undecided", details: { reason: "no-update" } });
      const { revision: expectedRevision } = mine;
      const update = { id: mine.id, expectedRevision, release: number + 1, choices: {} };
      expect((await alex.mutate("drafts.update", update)).status).toBe(200);
      const job = await jobDone(alex, target, "merge");
      if (job.kind !== "merge" || !job.report) throw new Error(job.state);
      expect(job.report.status).toBe("complete");
      const stopped = job.report.conflicts.find((c) => c.answer === outcome.id);
      expect(stopped).toMatchObject({ decision: decision.id, given: { merged: [outcome.id] } });
      const years = stopped?.person.facts[age.id];
      expect(years).toBeGreaterThanOrEqual(40);
      expect(years).toBeLessThan(65);
      for (const side of ["base", "mine", "theirs"] as const)
        expect(stopped?.given[side]).not.toEqual([outcome.id]);
    }, 120_000);
  });
}
