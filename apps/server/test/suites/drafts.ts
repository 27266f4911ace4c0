import type { DraftRuleSet, Profile } from "@jumelage/engine";
import type { Draft, RefusalData, SavedDraft } from "@jumelage/api/schemas";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { Console, author, newDraft, openDrafts, qa, serviceChoice, viewer } from "../clients.ts";

export function draftTests(server: Running): void {
  describe("drafts", () => {
    let camille: Console;
    let dominique: Console;
    beforeAll(async () => {
      camille = await Console.of(server().url, author);
      dominique = await Console.of(server().url, qa);
    });

    const save = (by: Console, draft: Draft | { id: string; revision: number }, change: object) =>
      by.mutate<SavedDraft>("drafts.save", { id: draft.id, expectedRevision: draft.revision, ...change });

    it("start from the release in force, each under a name of its own, several at once", async () => {
      const draft = await newDraft(camille, serviceChoice);
      expect(draft).toMatchObject({
        program: serviceChoice,
        status: "editing",
        authors: [],
        approvals: [],
        base: { number: 1 },
      });
      expect(draft.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(draft.profiles).toHaveLength(75);
      expect(draft.name).toBe("Camille Tremblay");
      const other = (
        await dominique.mutate<Draft>("drafts.start", { program: serviceChoice, name: "  Seuils " })
      ).data;
      expect(other).toMatchObject({ name: "Seuils", createdBy: { id: qa }, base: draft.base });
      const open = await openDrafts(camille, serviceChoice);
      expect(open.map((d) => [d.id, d.name])).toEqual([
        [draft.id, "Camille Tremblay"],
        [other.id, "Seuils"],
      ]);
      // What is saved into one does not touch the other.
      await save(camille, draft, { ruleSet: retitled(draft.ruleSet, "Une seule des deux") });
      expect((await camille.query<Draft>("drafts.get", { id: other.id })).data).toEqual(other);
    });

    it("are never two of one name, and take another name while they are open", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const taken = { code: "invalid-input", details: { reason: "name-taken", name: draft.name } };
      const start = await dominique.mutate("drafts.start", { program: serviceChoice, name: draft.name });
      expect(start.refusal).toMatchObject(taken);
      const other = (await dominique.mutate<Draft>("drafts.start", { program: serviceChoice })).data;
      const rename = (name: string) => dominique.mutate("drafts.rename", { id: other.id, name });
      expect((await rename(draft.name)).refusal).toMatchObject(taken);
      for (const name of ["", "   ", "a\nb", "x".repeat(81)])
        expect((await rename(name)).refusal?.code, name).toBe("invalid-input");
      expect((await rename("Relecture des textes")).status).toBe(200);
      const now = (await camille.query<Draft>("drafts.get", { id: other.id })).data;
      expect(now).toEqual({ ...other, name: "Relecture des textes" });
      await camille.mutate("drafts.discard", { id: other.id });
      expect((await rename("Trop tard")).refusal?.code).toBe("release-immutable");
    });

    it("are saved, and the saver becomes an author", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const ruleSet = retitled(draft.ruleSet, "Choix du service (essai)");
      const saved = await save(camille, draft, { ruleSet });
      expect(saved.data).toMatchObject({ revision: draft.revision + 1, status: "editing" });
      expect(saved.data.hash).not.toBe(draft.hash);
      const now = (await camille.query<Draft>("drafts.get", { id: draft.id })).data;
      expect(now.ruleSet).toEqual(ruleSet);
      expect(now.authors.map((a) => a.id)).toEqual([author]);
    });

    it("may be incomplete: an empty text, a criterion without a condition, a hole", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const [first, second, ...rest] = draft.ruleSet.criteria;
      if (!first || !second) throw new Error("criteria");
      const { when: _, ...without } = first;
      const criteria = [
        without,
        { ...second, title: { fr: "", en: "" }, when: { hole: { text: "?" } } },
        ...rest,
      ];
      const answer = await save(camille, draft, { ruleSet: { ...draft.ruleSet, criteria } });
      expect(answer.status).toBe(200);
    });

    it("refuse what is ill-typed with its place, and keep what was there", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const criteria = draft.ruleSet.criteria.map((c, i) =>
        i === 0 ? { ...c, when: { fact: "severity", operator: "equal", value: "nowhere" } } : c,
      );
      const answer = await save(camille, draft, { ruleSet: { ...draft.ruleSet, criteria } });
      expect(answer.status).toBe(400);
      expect(answer.refusal?.code).toBe("invalid-input");
      expect(placesOf(answer.refusal)[0]?.slice(0, 3)).toEqual(["ruleSet", "criteria", 0]);
      expect((await camille.query<Draft>("drafts.get", { id: draft.id })).data).toEqual(draft);
    });

    it.each([
      ["another program", (r: DraftRuleSet) => ({ ...r, program: "autosoins-diriges" })],
      ["an unknown key", (r: DraftRuleSet) => ({ ...r, extra: 1 })],
      ["a hidden character", (r: DraftRuleSet) => retitled(r, "a\u202eb")],
      ["a string over the limit", (r: DraftRuleSet) => retitled(r, "é".repeat(3000))],
      ["a condition too deep", (r: DraftRuleSet) => ({ ...r, criteria: deepened(r) })],
    ])("refuse %s", async (_name, change) => {
      const draft = await newDraft(camille, serviceChoice);
      const answer = await save(camille, draft, { ruleSet: change(draft.ruleSet) });
      expect([answer.status, answer.refusal?.code]).toEqual([400, "invalid-input"]);
    });

    it("refuse a stale write and say who wrote in between; nothing is lost", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const mine = await save(camille, draft, { ruleSet: retitled(draft.ruleSet, "Version de Camille") });
      const theirs = await save(dominique, draft, { profiles: draft.profiles.slice(1) });
      expect(theirs.status).toBe(409);
      expect(theirs.refusal).toMatchObject({
        code: "stale-revision",
        details: { revision: mine.data.revision, updatedBy: { id: author, name: "Camille Tremblay" } },
      });
      const now = (await camille.query<Draft>("drafts.get", { id: draft.id })).data;
      expect(now.profiles).toHaveLength(75);
      expect(now.ruleSet.title.fr).toBe("Version de Camille");
    });

    it("let one of many simultaneous writers win, and only one", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          save(camille, draft, { ruleSet: retitled(draft.ruleSet, `Essai ${i}`) }),
        ),
      );
      expect(answers.filter((a) => a.status === 200)).toHaveLength(1);
      expect(answers.filter((a) => a.refusal?.code === "stale-revision")).toHaveLength(7);
    });

    it("ask why an expectation changes, and keep the answer", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const [first, ...rest] = draft.profiles;
      if (!first) throw new Error("profiles");
      const changed: Profile = { ...first, expected: { decisions: { service: "orient" } } };
      const profiles = [changed, ...rest];
      for (const reasons of [undefined, {}, { [first.id]: "   " }, { other: "x" }]) {
        const refused = await save(camille, draft, { profiles, ...(reasons ? { reasons } : {}) });
        expect(refused.refusal?.code).toBe("invalid-input");
        expect(refused.refusal?.details.diagnostics).toMatchObject([
          { code: "reason-missing", params: { profile: first.id } },
        ]);
      }
      const reason = "Corrigé avec l’équipe clinique.";
      expect((await save(camille, draft, { profiles, reasons: { [first.id]: reason } })).status).toBe(200);
      const now = (await camille.query<Draft>("drafts.get", { id: draft.id })).data;
      expect(now.expectationChanges).toMatchObject([
        { profile: first.id, before: first.expected, after: changed.expected, reason, by: { id: author } },
      ]);
    });

    it("let quality assurance edit profiles but no criterion", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const profiles = draft.profiles.slice(0, -1);
      const refused = await save(dominique, draft, { profiles, ruleSet: retitled(draft.ruleSet, "Non") });
      expect(refused.refusal).toMatchObject({
        code: "forbidden",
        details: { action: "draft.edit-criteria" },
      });
      const saved = await save(dominique, draft, { profiles, ruleSet: draft.ruleSet });
      expect(saved.status).toBe(200);
    });

    it("refuse unknown keys in a request, and list every problem", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const answer = await camille.mutate("drafts.save", {
        id: draft.id,
        expectedRevision: "1",
        admin: true,
        role: "x",
      });
      expect(answer.status).toBe(400);
      expect(answer.refusal?.details.diagnostics).toEqual([
        expect.objectContaining({ code: "wrong-type", at: ["expectedRevision"] }),
        expect.objectContaining({ code: "unknown-key", params: { key: "admin" } }),
        expect.objectContaining({ code: "unknown-key", params: { key: "role" } }),
      ]);
    });

    it("are read by everybody in the program, and closed drafts take no more edits", async () => {
      const draft = await newDraft(camille, serviceChoice);
      const noa = await Console.of(server().url, viewer);
      expect((await noa.query<Draft>("drafts.get", { id: draft.id })).data.id).toBe(draft.id);
      await camille.mutate("drafts.discard", { id: draft.id });
      expect((await save(camille, draft, { profiles: draft.profiles })).refusal?.code).toBe(
        "release-immutable",
      );
      expect((await camille.query<Draft>("drafts.get", { id: draft.id })).data.status).toBe("discarded");
    });
  });
}

function placesOf(refusal: RefusalData | null): readonly (readonly unknown[])[] {
  const diagnostics = (refusal?.details.diagnostics ?? []) as readonly { readonly at: readonly unknown[] }[];
  return diagnostics.map((d) => d.at);
}

export function retitled(ruleSet: DraftRuleSet, fr: string): DraftRuleSet {
  return { ...ruleSet, title: { ...ruleSet.title, fr } };
}

function deepened(ruleSet: DraftRuleSet): unknown {
  let when: unknown = { always: true };
  for (let i = 0; i < 20; i++) when = { not: when };
  return ruleSet.criteria.map((c, i) => (i === 0 ? { ...c, when } : c));
}
