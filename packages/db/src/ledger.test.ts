import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import {
  approved,
  by,
  profile,
  profiles,
  program,
  publish,
  ruleSet,
  seed,
  started,
} from "../test/fixtures.ts";
import {
  confirmationsOf,
  confirmThing,
  discardDraft,
  draftHash,
  editsOf,
  getRelease,
  inTransaction,
  keepLabResult,
  labResult,
  noteHandedOut,
  originsOf,
  readAudit,
  saveDraft,
  seedConfirmations,
  startDraft,
  unwaiveGate,
  waiveGate,
  waiversOf,
  wasHandedAny,
  type Draft,
  type Thing,
} from "./index.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seed(database.db);
});
afterAll(() => database.close());

const hash = (letter: string): string => letter.repeat(64);
const thing = (id: string, of: string): Thing => ({ kind: "criterion", id, hash: hash(of) });
const confirm = (person: string, t: Thing) =>
  inTransaction(database.db, (tx) => confirmThing(tx, by(person), { program, thing: t, note: "lu" }));
const save = (draft: Draft, change: Omit<Parameters<typeof saveDraft>[2], "id" | "expectedRevision">) =>
  inTransaction(database.db, (tx) =>
    saveDraft(tx, by("anna"), { id: draft.id, expectedRevision: draft.revision, ...change }),
  );
const discard = (draft: Draft) =>
  inTransaction(database.db, (tx) => discardDraft(tx, by("anna"), { id: draft.id }));
const actionsOf = async (): Promise<readonly string[]> =>
  (await readAudit(database.db, { limit: 1000 })).map((r) => r.action);

describe("the ledger", () => {
  it("keeps who confirmed what, once, and whom it was seeded by", async () => {
    const seeded = [thing("C1", "0"), thing("C2", "0")];
    for (let again = 0; again < 2; again++)
      await inTransaction(database.db, (tx) =>
        seedConfirmations(tx, by("system"), { program, things: seeded, note: "départ" }),
      );
    const before = (await actionsOf()).length;
    expect(await confirm("rita", thing("C1", "a"))).toEqual({ kind: "confirmed" });
    expect(await confirm("rita", thing("C1", "a"))).toEqual({ kind: "confirmed" });
    expect(await confirmationsOf(database.db, program)).toMatchObject([
      { ...thing("C1", "0"), by: "system", note: "départ" },
      { ...thing("C2", "0"), by: "system" },
      { ...thing("C1", "a"), by: "rita", note: "lu" },
    ]);
    expect((await actionsOf()).slice(before)).toEqual(["ledger.confirm"]);
  });

  it("refuses whoever brought a thing to that content, and nobody else", async () => {
    const draft = await started(database.db);
    await save(draft, { ruleSet: ruleSet(16), edits: [thing("C1", "b")] });
    expect(await confirm("anna", thing("C1", "b"))).toEqual({ kind: "own-edit" });
    expect(await confirm("anna", thing("C1", "c"))).toEqual({ kind: "confirmed" });
    expect(await confirm("rita", thing("C1", "b"))).toEqual({ kind: "confirmed" });
    expect(await editsOf(database.db, program)).toMatchObject([
      { ...thing("C1", "b"), by: { id: "anna", name: "ANNA" } },
    ]);
    await discard(draft);
  });

  it("records no edit of a save that came too late", async () => {
    const draft = await started(database.db);
    await save(draft, { ruleSet: ruleSet(17) });
    const before = (await editsOf(database.db, program)).length;
    expect((await save(draft, { ruleSet: ruleSet(18), edits: [thing("C9", "d")] })).kind).toBe("stale");
    expect(await editsOf(database.db, program)).toHaveLength(before);
    await discard(draft);
  });
});

describe("hazards", () => {
  const hazard = {
    id: "H1",
    title: { fr: "Danger", en: "Hazard" },
    controls: [{ criterion: "C1" }],
    profiles: ["P1"],
  };

  it("are part of a draft and of its hash, and stay with the release", async () => {
    const draft = await started(database.db);
    // A draft without any has the hash it had before there were hazards.
    const { base } = draft;
    expect(await draftHash({ base, ruleSet: ruleSet(), profiles, hazards: [] })).toBe(draft.hash);
    const saved = await save(draft, { hazards: [hazard] });
    if (saved.kind !== "saved") throw new Error(saved.kind);
    expect(saved.draft).toMatchObject({ hazards: [hazard], authors: [{ id: "anna" }] });
    expect(saved.draft.hash).not.toBe(draft.hash);
    expect((await actionsOf()).slice(-2)).toEqual(["draft.save", "hazards.save"]);
    await discard(draft);

    const next = await approved(database.db, 16);
    const published = await publish(database.db, next);
    if (published.kind !== "published") throw new Error(published.kind);
    expect((await getRelease(database.db, program, published.number))?.hazards).toEqual([]);
    const copy = await inTransaction(database.db, (tx) =>
      startDraft(tx, by("anna"), {
        id: crypto.randomUUID(),
        program,
        content: { ruleSet: ruleSet(16), profiles, hazards: [hazard] },
      }),
    );
    if (copy.kind !== "started") throw new Error(copy.kind);
    expect(copy.draft).toMatchObject({ hazards: [hazard], authors: [{ id: "anna" }] });
    await discard(copy.draft);
  });

  it("are never ill-formed", async () => {
    const draft = await started(database.db);
    await expect(save(draft, { hazards: [{ ...hazard, id: "" }] })).rejects.toThrow("hazards");
    await discard(draft);
  });
});

describe("waivers", () => {
  const waive = (draft: Draft, person: string, change: object = {}) =>
    inTransaction(database.db, (tx) =>
      waiveGate(tx, by(person), {
        draft: draft.id,
        gate: "mutants",
        hash: draft.hash,
        reason: "étude en cours",
        until: "2026-04-01",
        ...change,
      }),
    );

  it("are given for one content by somebody who did not write it, the newest counts, and one is taken back", async () => {
    const draft = await started(database.db);
    const saved = await save(draft, { ruleSet: ruleSet(14) });
    if (saved.kind !== "saved") throw new Error(saved.kind);
    expect((await waive(saved.draft, "anna")).kind).toBe("own-edit");
    expect((await waive(draft, "rita")).kind).toBe("stale");
    expect((await waive(saved.draft, "rita")).kind).toBe("done");
    expect((await waive(saved.draft, "rene", { until: "2026-05-01" })).kind).toBe("done");
    expect(await waiversOf(database.db, draft.id)).toMatchObject([
      { gate: "mutants", by: { id: "rene", name: "RENE" }, hash: saved.draft.hash, until: "2026-05-01" },
    ]);
    const takeBack = () =>
      inTransaction(database.db, (tx) => unwaiveGate(tx, by("rita"), { draft: draft.id, gate: "mutants" }));
    expect((await takeBack()).kind).toBe("done");
    expect(await waiversOf(database.db, draft.id)).toEqual([]);
    const before = (await actionsOf()).length;
    expect((await takeBack()).kind).toBe("done");
    expect(await actionsOf()).toHaveLength(before);
    await discard(draft);
    expect((await waive(saved.draft, "rita")).kind).toBe("closed");
    expect(await waiversOf(database.db, "not-an-id")).toEqual([]);
  });

  it("have a reason and an end", async () => {
    const draft = await started(database.db);
    for (const change of [{ reason: "" }, { until: "" }, { until: "demain" }])
      await expect(waive(draft, "rita", change)).rejects.toThrow("Failed query");
    await discard(draft);
  });
});

describe("where expectations come from", () => {
  it("is kept by content, with the save that brought it", async () => {
    const draft = await started(database.db);
    const origin = { profile: "P9", hash: hash("e"), provenance: "from-source", statement: "S1" } as const;
    const with9 = [...profiles, profile("P9", 2, "autosoins")];
    const saved = await save(draft, { profiles: with9, origins: [origin] });
    if (saved.kind !== "saved") throw new Error(saved.kind);
    expect(await originsOf(database.db, program, ["P9", "P1"])).toEqual([origin]);
    expect(await originsOf(database.db, program, ["P1"])).toEqual([]);
    expect(await originsOf(database.db, program, [])).toEqual([]);
    // A reason goes with what was entered blind too, never with an answer taken over.
    const more = (provenance: "blind" | "accepted-output") => ({
      profile: "P9",
      hash: hash("d"),
      provenance,
      statement: "S1",
    });
    const blind = await save(saved.draft, { origins: [more("blind")] });
    if (blind.kind !== "saved") throw new Error(blind.kind);
    await expect(save(blind.draft, { origins: [more("accepted-output")] })).rejects.toThrow("Failed query");
    await discard(draft);
  });

  it("knows to whom which criteria were handed", async () => {
    const logic = [{ decision: "orientation", hash: hash("f") }];
    const asked = (person: string, l = logic) => wasHandedAny(database.db, { program, person, logic: l });
    expect(await asked("bruno")).toBe(false);
    for (let again = 0; again < 2; again++) await noteHandedOut(database.db, by("bruno"), { program, logic });
    expect(await asked("bruno")).toBe(true);
    expect(await asked("anna")).toBe(false);
    expect(await asked("bruno", [{ decision: "orientation", hash: hash("1") }])).toBe(false);
    expect(await asked("bruno", [{ decision: "autre", hash: hash("f") }])).toBe(false);
    expect(await asked("bruno", [])).toBe(false);
  });
});

describe("what the lab found", () => {
  it("is kept by kind and content, the latest in place of an earlier one", async () => {
    const key = { kind: "proofs", hash: hash("9") };
    const at = new Date(Date.UTC(2026, 2, 2));
    expect(await labResult(database.db, key.kind, key.hash)).toBeUndefined();
    for (const report of [
      { properties: [], standard: [1] },
      { properties: [], standard: [] },
    ])
      await keepLabResult(database.db, { ...key, report, startedAt: at, finishedAt: at });
    expect(await labResult(database.db, key.kind, key.hash)).toEqual({
      ...key,
      report: { properties: [], standard: [] },
      startedAt: at,
      finishedAt: at,
    });
    expect(await labResult(database.db, "mutation", key.hash)).toBeUndefined();
  });
});
