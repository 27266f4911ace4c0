import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import { mustGet } from "./drafts.ts";
import {
  approved,
  by,
  expected,
  profile,
  profiles,
  program,
  publish,
  ruleSet,
  seed,
  started,
} from "../test/fixtures.ts";
import {
  approveDraft,
  discardDraft,
  DocumentError,
  draftHash,
  getDraft,
  inTransaction,
  lastUpdateContent,
  listOpenDrafts,
  readAudit,
  renameDraft,
  requestReview,
  saveDraft,
  startDraft,
  type Draft,
  type SaveResult,
} from "./index.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seed(database.db);
});
afterAll(() => database.close());

const discard = (draft: Draft) =>
  inTransaction(database.db, (tx) => discardDraft(tx, by("anna"), { id: draft.id }));
const save = (
  draft: Draft,
  revision: number,
  change: Omit<Parameters<typeof saveDraft>[2], "id" | "expectedRevision">,
  person = "anna",
) =>
  inTransaction(database.db, (tx) =>
    saveDraft(tx, by(person), { id: draft.id, expectedRevision: revision, ...change }),
  );

function saved(result: SaveResult): Draft {
  if (result.kind !== "saved") throw new Error(result.kind);
  return result.draft;
}

describe("a draft", () => {
  it("starts from the release in force, with nobody as its author yet", async () => {
    const draft = await started(database.db);
    expect(draft).toMatchObject({
      program,
      base: { number: 1 },
      status: "editing",
      revision: 1,
      ruleSet: ruleSet(),
      profiles,
      authors: [],
    });
    expect(draft.hash).toBe(await draftHash(draft));
    expect(await listOpenDrafts(database.db)).toMatchObject([
      { id: draft.id, name: "ANNA", updatedBy: { id: "anna", name: "ANNA" } },
    ]);
    expect(await listOpenDrafts(database.db, program)).toHaveLength(1);
    expect(await listOpenDrafts(database.db, "another")).toEqual([]);
    await discard(draft);
  });

  it("stands beside others of its program, each under a name of its own, however many start at once", async () => {
    const starts = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        inTransaction(database.db, (tx) =>
          startDraft(tx, by(i % 2 ? "anna" : "bruno"), { id: crypto.randomUUID(), program }),
        ),
      ),
    );
    const drafts = starts.flatMap((s) => (s.kind === "started" ? [s.draft] : []));
    expect(drafts.map((d) => d.name).toSorted()).toEqual(
      ["ANNA", "BRUNO"].flatMap((name) => [name, ...[2, 3, 4].map((n) => `${name} ${n}`)]),
    );
    expect((await listOpenDrafts(database.db, program)).map((d) => d.id).toSorted()).toEqual(
      drafts.map((d) => d.id).toSorted(),
    );
    for (const draft of drafts) await discard(draft);
    expect(await listOpenDrafts(database.db, program)).toEqual([]);
  });

  it("is called what is asked for, unless another open one is called so", async () => {
    const start = (name: string) =>
      inTransaction(database.db, (tx) =>
        startDraft(tx, by("anna"), { id: crypto.randomUUID(), program, name }),
      );
    const race = await Promise.all(Array.from({ length: 4 }, () => start("Seuils")));
    const [first, ...rest] = race.flatMap((s) => (s.kind === "started" ? [s.draft] : []));
    expect([first?.name, rest, race.filter((s) => s.kind === "name-taken")]).toEqual([
      "Seuils",
      [],
      Array.from({ length: 3 }, () => ({ kind: "name-taken" })),
    ]);
    const second = await start("Textes");
    if (!first || second.kind !== "started") throw new Error("not started");
    const rename = (name: string) =>
      inTransaction(database.db, (tx) => renameDraft(tx, by("bruno"), { id: second.draft.id, name }));
    expect(await rename("Seuils")).toEqual({ kind: "name-taken" });
    expect(await rename("Textes")).toEqual({ kind: "renamed" });
    expect((await getDraft(database.db, second.draft.id))?.name).toBe("Textes");
    expect(await rename("Mots")).toEqual({ kind: "renamed" });
    // A name is not content: no approval depends on it.
    expect(await getDraft(database.db, second.draft.id)).toEqual({ ...second.draft, name: "Mots" });
    await discard(first);
    expect(await rename("Seuils")).toEqual({ kind: "renamed" });
    await discard(second.draft);
    expect(await rename("Mots")).toMatchObject({ kind: "closed", current: { status: "discarded" } });
  });

  it("from other content than the release has its starter as author", async () => {
    const content = { ruleSet: ruleSet(20), profiles, hazards: [] };
    const start = await inTransaction(database.db, (tx) =>
      startDraft(tx, by("bruno"), { id: crypto.randomUUID(), program, content }),
    );
    if (start.kind !== "started") throw new Error(start.kind);
    expect(start.draft.authors).toEqual([{ id: "bruno", name: "BRUNO" }]);
    await discard(start.draft);
  });

  it("is saved at its revision, keeps its authors and the reasons of changed expectations", async () => {
    const draft = await started(database.db);
    const first = saved(await save(draft, 1, { ruleSet: ruleSet(16) }));
    expect(first).toMatchObject({ revision: 2, ruleSet: ruleSet(16), profiles, authors: [{ id: "anna" }] });
    expect(first.hash).not.toBe(draft.hash);
    const change = {
      profile: "P2",
      before: expected("evaluation"),
      after: expected("autosoins"),
      reason: "le seuil passe à 16",
    };
    const corrected = [profile("P1", 3, "autosoins"), profile("P2", 15, "autosoins")];
    const second = saved(
      await save(draft, 2, { profiles: corrected, expectationChanges: [change] }, "bruno"),
    );
    expect(second).toMatchObject({
      revision: 3,
      ruleSet: ruleSet(16),
      profiles: corrected,
      updatedBy: { id: "bruno" },
    });
    expect(second.authors.map((a) => a.id)).toEqual(["anna", "bruno"]);
    expect(second.expectationChanges).toMatchObject([{ ...change, by: { id: "bruno", name: "BRUNO" } }]);
    await discard(draft);
  });

  it("refuses a stale save, and keeps what was there as it was", async () => {
    const draft = await started(database.db);
    const mine = saved(await save(draft, 1, { ruleSet: ruleSet(16) }));
    const result = await save(draft, 1, { ruleSet: ruleSet(17) }, "bruno");
    expect(result).toEqual({ kind: "stale", current: mine });
    expect(await getDraft(database.db, draft.id)).toEqual(mine);
    await discard(draft);
  });

  it("has one winner when many save the same revision at once, and the others learn what won", async () => {
    const draft = await started(database.db);
    for (let round = 1; round <= 10; round++) {
      const results = await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          save(draft, round, { ruleSet: ruleSet((round + i) % 28) }, i % 2 ? "anna" : "bruno"),
        ),
      );
      const winners = results.filter((r) => r.kind === "saved" && r.draft.revision === round + 1);
      expect(winners).toHaveLength(1);
      const now = await getDraft(database.db, draft.id);
      expect(now).toEqual(winners[0]?.kind === "saved" ? winners[0].draft : undefined);
      expect(
        results.flatMap((r) => (r.kind === "stale" && r.current.hash !== now?.hash ? [r.current] : [])),
      ).toEqual([]);
    }
    await discard(draft);
  });

  it("does not change when what is saved is already there", async () => {
    const draft = await started(database.db);
    expect(await save(draft, 1, { ruleSet: ruleSet() }, "rita")).toEqual({ kind: "saved", draft });
    await discard(draft);
  });

  it("is closed once discarded", async () => {
    const draft = await started(database.db);
    await discard(draft);
    expect(await save(draft, 1, { ruleSet: ruleSet(16) })).toMatchObject({
      kind: "closed",
      current: { status: "discarded" },
    });
    expect(await getDraft(database.db, draft.id)).toMatchObject({ status: "discarded", ruleSet: ruleSet() });
  });

  it("that does not exist is not found, whatever its id looks like", async () => {
    for (const id of [crypto.randomUUID(), "x", "'; drop table drafts", ""]) {
      expect(await getDraft(database.db, id)).toBeUndefined();
      const result = await inTransaction(database.db, (tx) =>
        saveDraft(tx, by("anna"), { id, expectedRevision: 1 }),
      );
      expect(result).toEqual({ kind: "not-found" });
    }
  });

  it("never holds an ill-typed document, nor one that the database cannot hold", async () => {
    const draft = await started(database.db);
    const wrong = { ...ruleSet(), facts: [] };
    await expect(save(draft, 1, { ruleSet: wrong })).rejects.toThrow(DocumentError);
    for (const facts of [{ score: "\0" }, { score: "\uD800" }, { "a\0b": 1 }]) {
      await expect(
        save(draft, 1, { profiles: [{ ...profile("P1", 1, "autosoins"), facts }] }),
      ).rejects.toThrow(DocumentError);
    }
    expect(await getDraft(database.db, draft.id)).toEqual(draft);
    await discard(draft);
  });

  it("comes back from the database as it went in, whatever JSON the facts of its profiles are", async () => {
    const seedOfRun = Number(process.env["SEED"] ?? Math.trunc(Math.random() * 2 ** 31));
    const draft = await started(database.db);
    let revision = 1;
    const storable = fc.jsonValue().filter((v) => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(v)));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), storable), async (facts) => {
        const given = [{ ...profile("P1", 1, "autosoins"), facts }];
        const back = saved(await save(draft, revision, { profiles: given }));
        revision = back.revision;
        expect(await draftHash(back)).toBe(await draftHash({ ...back, profiles: given }));
      }),
      { seed: seedOfRun, numRuns: 60 },
    );
    await discard(draft);
  });

  it("is brought to a newer release in one step that keeps what it was and ends its approvals", async () => {
    const mine = await approved(database.db, 16);
    const theirs = await started(database.db);
    const asked = await inTransaction(database.db, async (tx) => {
      const changed = saved(
        await saveDraft(tx, by("bruno"), {
          id: theirs.id,
          expectedRevision: theirs.revision,
          profiles: [...profiles, profile("P3", 20, "evaluation")],
        }),
      );
      await requestReview(tx, by("bruno"), { id: theirs.id, hash: changed.hash, note: "" });
      await approveDraft(tx, by("rita"), {
        id: theirs.id,
        hash: changed.hash,
        meaning: "review",
        changes: [],
      });
      return mustGet(tx, theirs.id);
    });
    expect(asked).toMatchObject({ status: "approved", updated: null });
    const published = await publish(database.db, mine);
    if (published.kind !== "published") throw new Error(published.kind);
    expect(await publish(database.db, asked)).toMatchObject({ kind: "base-moved", inForce: 2 });

    const base = { number: published.number, sha256: published.sha256 };
    const choices = { "value:ruleSet/purpose": "theirs" } as const;
    const update = (revision: number) =>
      save(theirs, revision, { ruleSet: ruleSet(16), onto: { base, choices } }, "bruno");
    const after = saved(await update(asked.revision));
    expect(after).toMatchObject({
      base,
      status: "editing",
      revision: asked.revision + 1,
      ruleSet: ruleSet(16),
      profiles: asked.profiles,
      updated: { by: { id: "bruno" }, from: 1, to: 2, choices },
    });
    expect(after.hash).toBe(await draftHash(after));
    expect(after.approvals.map((a) => a.current)).toEqual([false]);
    expect(await lastUpdateContent(database.db, theirs.id)).toMatchObject({
      before: { ruleSet: ruleSet(), profiles: asked.profiles },
      after: { ruleSet: ruleSet(16), profiles: asked.profiles },
    });
    // Somebody saved meanwhile: nothing is written, and the base stays.
    expect(await update(asked.revision)).toEqual({ kind: "stale", current: after });
    const [row] = (await readAudit(database.db, { limit: 1000 })).filter(
      (r) => r.action === "draft.update" && r.subject === `draft:${theirs.id}`,
    );
    expect(row?.actor).toBe("bruno");
    // The base counts into the hash: the same documents on another release are another content.
    expect(await draftHash({ ...after, base: asked.base })).not.toBe(after.hash);
    await discard(after);
  });
});
