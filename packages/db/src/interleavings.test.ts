// Editing, approving, returning and publishing one draft at the same time, by people who may act on what they saw a while
// ago: whatever the order, what is published is exactly what somebody else than its authors approved.
import { counted, shows } from "@jumelage/engine/test/evidence";
import { chanceFrom, freshSeed, type Chance } from "@jumelage/engine/test/arbitraries";
import { howMany } from "@jumelage/engine/test/small";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import { by, program, publish, ruleSet, seed, started } from "../test/fixtures.ts";
import {
  approveDraft,
  discardDraft,
  draftHash,
  getDraft,
  getRelease,
  getReleaseEnvelope,
  inTransaction,
  listReleases,
  requestReview,
  returnDraft,
  saveDraft,
  verifyAudit,
  type Draft,
} from "./index.ts";

const from = Number(process.env["SEED"] ?? freshSeed());
const schedules = howMany({ quick: 40, long: 10_000 });

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seed(database.db);
});
afterAll(() => database.close());

type Step = "save" | "request" | "approve" | "return" | "publish";
/** Two write, two review; one who reviews writes too, now and then, and may then approve nothing. */
const cast = ["anna", "bruno", "rita", "rene"] as const;
const stepsOf: Readonly<Record<(typeof cast)[number], Readonly<Partial<Record<Step, number>>>>> = {
  anna: { save: 3, request: 4 },
  bruno: { save: 2, request: 3 },
  rita: { approve: 5, publish: 4, return: 1 },
  rene: { save: 1, approve: 3, publish: 3 },
};

/** What people were told that they did, by themselves: kept apart from what the database says of it. */
interface Done {
  readonly wrote: Set<string>;
  readonly approved: { readonly by: string; readonly hash: string }[];
  readonly published: { readonly hash: string; readonly number: number }[];
}

/** One step of somebody who last saw the draft as `seen`; all of its chances are taken before anything is awaited. */
async function take(step: Step, who: string, seen: Draft, threshold: number, done: Done): Promise<void> {
  const { id, hash } = seen;
  const act = by(who);
  if (step === "publish") {
    const result = await publish(database.db, { id, hash }, { by: who });
    if (result.kind === "published") done.published.push({ hash, number: result.number });
    return;
  }
  await inTransaction(database.db, async (tx) => {
    switch (step) {
      case "save": {
        const save = { id, expectedRevision: seen.revision, ruleSet: ruleSet(threshold) };
        const result = await saveDraft(tx, act, save);
        if (result.kind === "saved" && result.draft.revision > seen.revision) done.wrote.add(who);
        return;
      }
      case "request":
        await requestReview(tx, act, { id, hash, note: "" });
        return;
      case "approve": {
        const result = await approveDraft(tx, act, { id, hash, meaning: "clinical-approval", changes: [] });
        if (result.kind === "done") done.approved.push({ by: who, hash });
        return;
      }
      case "return":
        await returnDraft(tx, act, { id, reason: "à revoir" });
        return;
      default:
        step satisfies never;
    }
  });
}

const newest = (count: number) => listReleases(database.db, program, count);

async function look(id: string): Promise<Draft> {
  const draft = await getDraft(database.db, id);
  if (!draft) throw new Error("the draft is gone");
  return draft;
}

/** Rounds of one to four people at once, each with the draft as they saw it last, which some have not looked at since. */
async function schedule(chance: Chance, draft: Draft): Promise<Done> {
  const done: Done = { wrote: new Set(), approved: [], published: [] };
  const seen = new Map<string, Draft>(cast.map((who) => [who, draft]));
  for (let round = 0; round < 12; round++) {
    const acting = chance.some(cast, 1 + chance.below(4));
    for (const who of acting) if (chance.often(0.5)) seen.set(who, await look(draft.id));
    await Promise.all(
      acting.map((who) => {
        const step = chance.weighted(stepsOf[who] as Readonly<Record<Step, number>>);
        return take(step, who, seen.get(who) ?? draft, 1 + chance.below(25), done);
      }),
    );
  }
  return done;
}

it(
  `${schedules} schedules: what is published is what was approved (SEED=${from})`,
  { timeout: 60_000 + schedules * 3_000, ...shows("interleavings") },
  async () => {
    let [reached, published] = [0, 0];
    for (let i = 0; i < schedules; i++) {
      const chance = chanceFrom(from + i);
      const draft = await started(database.db);
      const before = (await newest(1))[0]?.number ?? 0;
      const { wrote, approved, published: told } = await schedule(chance, draft);
      const where = `SEED=${from + i} CASES=1`;
      const made = (await newest(3)).filter((r) => r.number > before);
      expect(made.length, where).toBeLessThanOrEqual(1);
      expect(
        told.map((t) => t.number),
        where,
      ).toEqual(made.map((r) => r.number));
      const end = await look(draft.id);
      expect(end.status === "published", where).toBe(made.length === 1);
      const [release] = made;
      if (release) {
        published += 1;
        const content = await getRelease(database.db, program, release.number);
        const envelope = await getReleaseEnvelope(database.db, program, release.number);
        if (!content || !envelope) throw new Error(where);
        // What the release holds, hashed anew, is what its publisher saw, what its envelope says, and what was approved.
        const hash = await draftHash({ ...content, base: draft.base });
        expect(told[0]?.hash, where).toBe(hash);
        const signed = JSON.parse(new TextDecoder().decode(envelope.envelope)) as { draftHash: string };
        expect(signed.draftHash, where).toBe(hash);
        const valid = approved.filter((a) => a.hash === hash && !wrote.has(a.by));
        expect(valid.length, where).toBeGreaterThan(0);
        for (const who of content.approvedBy) {
          expect(wrote.has(who), where).toBe(false);
          expect(approved, where).toContainEqual({ by: who, hash });
        }
      } else await inTransaction(database.db, (tx) => discardDraft(tx, by("anna"), { id: draft.id }));
      reached += 1;
    }
    // Both ends come up, or the schedules would tell nothing.
    if (schedules > 1) expect([published > schedules / 20, published < schedules]).toEqual([true, true]);
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true });
    counted("interleavings", { asked: schedules, reached, seed: from });
  },
);
