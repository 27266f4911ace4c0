// What people answer for, on a real server: confirmations, hazards, waivers, and where expectations come from.
import type {
  Draft,
  EnteredProfile,
  Gates,
  HazardFile,
  Ledger,
  LedgerEntry,
  OriginOfExpectation,
  ProfileForm,
  Program,
  SavedDraft,
} from "@jumelage/api/schemas";
import { inTransaction, openDatabase, readAudit, setRole, createPerson } from "@jumelage/db";
import type { DraftRuleSet, Profile } from "@jumelage/engine";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { admin, author, Console, gatesOf, newDraft, qa, reviewer, serviceChoice } from "../clients.ts";
import { statusesOf } from "../journey.ts";

const criterion = "B-O4";

/** A criterion that no source states, with another rationale. */
function edited(ruleSet: DraftRuleSet, fr: string): DraftRuleSet {
  const criteria = ruleSet.criteria.map((c) =>
    c.id === criterion ? { ...c, rationale: { ...c.rationale, fr } } : c,
  );
  return { ...ruleSet, criteria };
}

export function ledgerTests(server: Running): void {
  describe("what people answer for", () => {
    let camille: Console;
    let alex: Console;
    let dominique: Console;
    beforeAll(async () => {
      camille = await Console.of(server().url, author);
      alex = await Console.of(server().url, reviewer);
      dominique = await Console.of(server().url, qa);
    });
    const save = async (by: Console, draft: Draft, change: object): Promise<Draft> => {
      const answer = await by.mutate<SavedDraft>("drafts.save", {
        id: draft.id,
        expectedRevision: draft.revision,
        ...change,
      });
      if (answer.status !== 200) throw new Error(answer.text);
      return (await by.query<Draft>("drafts.get", { id: draft.id })).data;
    };
    const ledger = async (draft: Draft) =>
      (await camille.query<Ledger>("lab.ledger", { target: { draft: draft.id } })).data.entries;
    const entry = async (draft: Draft, kind: LedgerEntry["kind"], id: string): Promise<LedgerEntry> => {
      const found = (await ledger(draft)).find((e) => e.kind === kind && e.id === id);
      if (!found) throw new Error(`${kind}/${id}`);
      return found;
    };
    const confirm = (by: Console, draft: Draft, { kind, id, hash }: LedgerEntry) =>
      by.mutate<Ledger>("lab.confirm", { target: { draft: draft.id }, kind, id, hash, note: "Lu" });

    it("starts confirmed; an edit reopens what it touches, and somebody else confirms it", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const entries = await ledger(draft);
      expect(entries.every((e) => e.confirmed?.by.name === "Jumelage")).toBe(true);
      expect(new Set(entries.map((e) => e.kind))).toEqual(new Set(["criterion", "source", "sentence"]));
      expect(entries.some((e) => e.id === "B-S1")).toBe(false);

      const changed = await save(camille, draft, { ruleSet: edited(draft.ruleSet, "Autre raison") });
      const open = (await ledger(changed)).filter((e) => e.confirmed === null);
      expect(open).toMatchObject([
        { kind: "criterion", id: criterion, reopened: true, authors: [{ id: author }] },
      ]);
      const [first] = open;
      if (!first) throw new Error("nothing reopened");
      expect((await confirm(alex, changed, { ...first, hash: "f".repeat(64) })).refusal?.code).toBe(
        "stale-revision",
      );
      expect((await confirm(camille, changed, first)).refusal?.code).toBe("forbidden");
      const done = await confirm(alex, changed, first);
      expect(done.data.entries.find((e) => e.id === criterion)).toMatchObject({
        confirmed: { by: { id: reviewer, name: "Alex Roy" }, note: "Lu" },
        reopened: false,
      });

      const further = await save(camille, changed, { ruleSet: edited(draft.ruleSet, "Encore une autre") });
      expect(await entry(further, "criterion", criterion)).toMatchObject({ confirmed: null, reopened: true });
      // What was confirmed stays confirmed: taking the edit back needs nobody.
      const back = await save(camille, further, { ruleSet: draft.ruleSet });
      expect((await entry(back, "criterion", criterion)).confirmed).not.toBeNull();
    });

    it("nobody confirms what they wrote, not even a reviewer", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const own = await save(alex, draft, { ruleSet: edited(draft.ruleSet, "De la main d’Alex") });
      const refused = await confirm(alex, own, await entry(own, "criterion", criterion));
      expect(refused.refusal).toMatchObject({ code: "forbidden", details: { reason: "own-edit" } });
      expect((await entry(own, "criterion", criterion)).confirmed).toBeNull();
      const others = await entry(own, "criterion", "B-I1");
      expect((await confirm(alex, own, others)).status).toBe(200);
    });

    it("keeps the hazard file with the draft, and sees what it leaves uncovered", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const file = async () =>
        (await camille.query<HazardFile>("lab.hazards", { target: { draft: draft.id } })).data;
      expect(await file()).toMatchObject({
        hazards: draft.hazards,
        uncovered: { properties: [], criteria: [], hazards: [] },
      });
      const hazards = draft.hazards.filter((h) => h.id !== "H04");
      const changed = await save(camille, draft, { hazards });
      expect(changed.hash).not.toBe(draft.hash);
      expect((await file()).uncovered).toEqual({
        properties: ["SP3-emergency", "SP3-plan"],
        criteria: ["B-I4", "B-U1", "B-U2"],
        hazards: [],
      });
      expect(statusesOf(await gatesOf(camille, changed))["hazards"]).toBe("failed");
      const refused = await dominique.mutate("drafts.save", {
        id: changed.id,
        expectedRevision: changed.revision,
        hazards: [],
      });
      expect(refused.refusal).toMatchObject({ code: "forbidden" });
      const [one] = hazards;
      const twice = await camille.mutate("drafts.save", {
        id: changed.id,
        expectedRevision: changed.revision,
        hazards: [one, one],
      });
      expect(twice.refusal?.details.diagnostics).toMatchObject([
        { code: "duplicate-id", at: ["hazards", 1, "id"] },
      ]);
    });

    it("a waiver counts for one content, until its last day, from somebody who did not write it", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const changed = await save(camille, draft, { ruleSet: edited(draft.ruleSet, "À revoir plus tard") });
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
      const request = {
        id: changed.id,
        gate: "sign-off",
        reason: "La direction lit cette semaine",
        until: tomorrow,
      };
      const status = async (d: Draft) => statusesOf(await gatesOf(camille, d))["sign-off"];

      expect((await alex.mutate("publish.waive", { ...request, reason: " " })).refusal?.code).toBe(
        "invalid-input",
      );
      for (const until of ["2020-01-01", "2999-01-01"])
        expect((await alex.mutate("publish.waive", { ...request, until })).refusal?.code).toBe(
          "invalid-input",
        );
      for (const gate of ["approval", "properties", "hazards"])
        expect((await alex.mutate("publish.waive", { ...request, gate })).refusal).toMatchObject({
          code: "forbidden",
          details: { reason: "not-waivable" },
        });
      expect((await camille.mutate("publish.waive", request)).refusal?.code).toBe("forbidden");

      const waived = await alex.mutate<Gates>("publish.waive", request);
      expect(waived.data.gates.find((g) => g.id === "sign-off")).toMatchObject({
        status: "waived",
        waiver: {
          by: { id: reviewer, name: "Alex Roy" },
          reason: request.reason,
          until: tomorrow,
          current: true,
        },
      });
      expect(await status(changed)).toBe("waived");
      await alex.mutate("publish.unwaive", { id: changed.id, gate: "sign-off" });
      expect(await status(changed)).toBe("failed");
      await alex.mutate("publish.waive", request);
      const later = await save(camille, changed, { ruleSet: edited(draft.ruleSet, "Encore autre chose") });
      const gate = (await gatesOf(camille, later)).gates.find((g) => g.id === "sign-off");
      expect(gate).toMatchObject({ status: "failed", waiver: { current: false } });
      const own = await save(alex, later, { ruleSet: edited(draft.ruleSet, "Alex écrit") });
      expect((await alex.mutate("publish.waive", { ...request, id: own.id })).refusal).toMatchObject({
        code: "forbidden",
        details: { reason: "own-edit" },
      });
    });

    it("a program asks more of its scores when an administrator says so, never less than the least", async () => {
      const sacha = await Console.of(server().url, admin);
      const program = serviceChoice;
      const set = (by: Console, floors: object) =>
        by.mutate<Program>("programs.setFloors", { program, floors });
      const floorOf = async (id: string) =>
        (await gatesOf(camille, await newDraft(camille, program))).gates.find((g) => g.id === id)?.floor;
      expect((await set(alex, { mutants: 1, boundaries: 1 })).refusal?.code).toBe("forbidden");
      for (const floors of [
        { mutants: 0.94, boundaries: 0.9 },
        { mutants: 0.95 },
        { mutants: 2, boundaries: 1 },
      ])
        expect((await set(sacha, floors)).refusal?.code).toBe("invalid-input");
      expect(await floorOf("boundaries")).toBe(0.9);
      const more = await set(sacha, { mutants: 0.97, boundaries: 0.92 });
      expect(more.data).toMatchObject({ floors: { mutants: 0.97, boundaries: 0.92 }, roles: ["admin"] });
      expect([await floorOf("mutants"), await floorOf("boundaries")]).toEqual([0.97, 0.92]);
      expect((await set(sacha, { mutants: 0.95, boundaries: 0.9 })).data.floors.mutants).toBe(0.95);
    });

    it("how few persons are too few to be counted is an administrator's to say, and is recorded", async () => {
      const sacha = await Console.of(server().url, admin);
      const program = serviceChoice;
      const set = (by: Console, smallCell: unknown) =>
        by.mutate<Program>("programs.setSmallCell", { program, smallCell });
      expect((await camille.query<Program>("programs.get", { program })).data.smallCell).toBe(5);
      expect((await set(camille, 10)).refusal?.code).toBe("forbidden");
      for (const smallCell of [4, 101, 7.5, "10"])
        expect((await set(sacha, smallCell)).refusal?.code).toBe("invalid-input");
      expect((await set(sacha, 10)).data).toMatchObject({ smallCell: 10, floors: { mutants: 0.95 } });
      expect((await camille.query<Program>("programs.get", { program })).data.smallCell).toBe(10);
      expect((await set(sacha, 5)).data.smallCell).toBe(5);
    });

    it("records where an expectation comes from, whatever the caller says", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const [first, second] = draft.profiles;
      const source = draft.ruleSet.sources[0]?.statements[0]?.id;
      if (!first || !second || source === undefined) throw new Error("no profiles");
      const added: Profile = { ...first, id: "NEUF1", provenance: "blind" };
      const claimed = { ...second, provenance: "blind" as const };
      const others = draft.profiles.slice(2);
      const one = await save(dominique, draft, { profiles: [first, claimed, ...others, added] });
      const provenance = (d: Draft, id: string) => d.profiles.find((p) => p.id === id)?.provenance;
      expect([provenance(one, "NEUF1"), provenance(one, second.id)]).toEqual([
        "accepted-output",
        second.provenance,
      ]);

      const expected = { decisions: { service: "crisis" } };
      const corrected = { ...first, expected, provenance: "from-source" as const };
      const two = await save(dominique, one, {
        profiles: [corrected, claimed, ...others, added],
        reasons: { [first.id]: "essai" },
      });
      expect(provenance(two, first.id)).toBe("accepted-output");
      const cite = (statement: string) => ({
        profiles: [corrected, claimed, ...others, added],
        fromSource: { [first.id]: statement },
      });
      const unknown = await dominique.mutate("drafts.save", {
        id: two.id,
        expectedRevision: two.revision,
        ...cite("S999"),
      });
      expect(unknown.refusal?.details.diagnostics).toMatchObject([{ code: "unknown-statement" }]);
      const three = await save(dominique, two, cite(source));
      expect(provenance(three, first.id)).toBe("from-source");
      const origins = async (d: Draft) =>
        (await camille.query<OriginOfExpectation[]>("profiles.origins", { target: { draft: d.id } })).data;
      expect((await origins(three)).find((o) => o.profile === first.id)).toEqual({
        profile: first.id,
        provenance: "from-source",
        statement: source,
      });
      // The reason itself can be taken back, without an edit of the profile.
      const without = await save(dominique, three, {
        profiles: three.profiles,
        fromSource: { [first.id]: null },
      });
      expect(provenance(without, first.id)).toBe("accepted-output");
      expect((await origins(without)).find((o) => o.profile === first.id)).toEqual({
        profile: first.id,
        provenance: "accepted-output",
      });
      // Taking the change back gives the expectation its first origin back.
      const four = await save(dominique, without, {
        profiles: [{ ...first, provenance: "blind" }, claimed, ...others, added],
        reasons: { [first.id]: "retour" },
      });
      expect(provenance(four, first.id)).toBe(first.provenance);
    });

    it("counts as blind only whom it has not handed the criteria, and who wrote none of them", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const lou = await newcomer("lou-morin", "qa");
      const [known] = draft.profiles;
      if (!known) throw new Error("no profiles");
      const profile = (days: number) => ({
        title: { fr: "À l’aveugle", en: "Blind" },
        tags: [],
        facts: {
          ...known.facts,
          suicidalIdeation: { unknown: "declined" },
          difficulties: ["bereavement"].slice(days),
        },
        expected: { decisions: { service: "@safety-unknown" } },
      });
      const source = draft.ruleSet.sources[0]?.statements[0]?.id;
      const enter = (by: Console, given: object, statement?: string) =>
        by.mutate<EnteredProfile>("profiles.enter", { id: draft.id, profile: given, statement });
      const form = await lou.query<ProfileForm>("profiles.form", { program: serviceChoice });
      expect(form.data).toMatchObject({ draft: draft.id, blind: true });
      expect(Object.keys(form.data)).not.toContain("criteria");
      expect(form.data.sources[0]?.statements[0]).toMatchObject({ id: source });
      expect((await enter(lou, profile(0), "S999")).refusal?.details.diagnostics).toMatchObject([
        { code: "unknown-statement", at: ["statement"] },
      ]);
      const blind = (await enter(lou, profile(0), source)).data;
      expect(blind).toMatchObject({ id: expect.stringMatching(/^PE\d{5}$/), provenance: "blind" });
      // A person whom somebody has saved already may have been run.
      const again = (await enter(lou, profile(0))).data;
      expect(again.provenance).toBe("accepted-output");
      expect(again.id).not.toBe(blind.id);
      expect((await enter(camille, profile(1))).data.provenance).toBe("accepted-output");

      const now = (await lou.query<Draft>("drafts.get", { id: draft.id })).data;
      expect(now.profiles.find((p) => p.id === blind.id)?.provenance).toBe("blind");
      const origins = await lou.query<OriginOfExpectation[]>("profiles.origins", {
        target: { draft: draft.id },
      });
      expect(origins.data.find((o) => o.profile === blind.id)).toMatchObject({
        provenance: "blind",
        statement: source,
      });
      const after = await lou.query<ProfileForm>("profiles.form", { program: serviceChoice });
      expect(after.data.blind).toBe(false);
      const seen = { ...profile(1), facts: { ...known.facts, suicidalIdeation: null } };
      expect((await enter(lou, seen)).data.provenance).toBe("accepted-output");
      // A later save keeps what was recorded, whatever it says.
      const kept = await save(lou, (await lou.query<Draft>("drafts.get", { id: draft.id })).data, {
        profiles: (await lou.query<Draft>("drafts.get", { id: draft.id })).data.profiles.map((p) => ({
          ...p,
          title: { ...p.title, en: `${p.title.en}.` },
          provenance: "accepted-output" as const,
        })),
      });
      expect(kept.profiles.find((p) => p.id === blind.id)?.provenance).toBe("blind");
    });

    it("all of it is in the audit chain", async () => {
      const database = await openDatabase({ url: server().databaseUrl }, { migrate: false, max: 1 });
      const rows = await readAudit(database.db, { limit: 10_000 });
      await database.close();
      const actions = new Set(rows.map((r) => r.action));
      for (const action of [
        "ledger.seed",
        "ledger.confirm",
        "hazards.save",
        "gate.waive",
        "gate.unwaive",
        "program.update",
      ])
        expect(actions).toContain(action);
    });

    /** Somebody who has never been given anything. */
    async function newcomer(id: string, role: "qa"): Promise<Console> {
      const database = await openDatabase({ url: server().databaseUrl }, { migrate: false, max: 1 });
      const act = { by: "system", at: new Date() };
      await inTransaction(database.db, async (tx) => {
        await createPerson(tx, act, { id, name: "Lou Morin", title: { fr: "QA", en: "QA" } });
        await setRole(tx, act, { person: id, program: serviceChoice, role, granted: true });
      });
      await database.close();
      return Console.of(server().url, id);
    }
  });
}
