import { sameJson } from "@jumelage/engine";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pauseBeforeSaving, type DraftStore } from "./draft-store.ts";
import {
  chance,
  expectNothing,
  FakeServer,
  memoryDesks,
  openDraft as open,
  referenceDocuments,
  ServerTrouble,
  setThreshold,
  setTitle,
  smallDocuments,
} from "../../test/drafts.ts";

const documents = referenceDocuments();

const threshold = (store: DraftStore): number | undefined =>
  store.snapshot().history.present.ruleSet.parameters.find((p) => p.id === "phq9LookAgain")?.value;
const inServer = (server: FakeServer): number | undefined =>
  server.draft.ruleSet.parameters.find((p) => p.id === "phq9LookAgain")?.value;
const passes = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("saving by itself", () => {
  it("waits for a pause, then sends once what stands, and only the document that changed", async () => {
    const server = new FakeServer(documents);
    const store = open(server);
    store.update("seuil", setThreshold("phq9LookAgain", 1));
    await passes(pauseBeforeSaving - 100);
    store.update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(pauseBeforeSaving - 100);
    expect(server.saves).toHaveLength(0);
    expect(store.snapshot().saveState).toBe("pending");
    await passes(200);
    expect(server.saves).toHaveLength(1);
    expect(server.saves[0]).toHaveProperty("ruleSet");
    expect(server.saves[0]).not.toHaveProperty("profiles");
    expect(inServer(server)).toBe(16);
    expect(store.snapshot().saveState).toBe("saved");
  });

  it("sends nothing when what was typed was undone before the pause ended", async () => {
    const server = new FakeServer(documents);
    const store = open(server);
    store.update("seuil", setThreshold("phq9LookAgain", 16));
    store.undo();
    await passes(5_000);
    expect(server.saves).toHaveLength(0);
    expect(store.snapshot().saveState).toBe("saved");
  });

  it("keeps what was typed while the server is down, and lands it when it is back", async () => {
    const server = new FakeServer(documents);
    const desks = memoryDesks();
    const store = open(server, { desks });
    server.down = true;
    store.update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(600_000);
    expect(store.snapshot().saveState).toBe("offline");
    expect(desks.unsent()).toBe(true);
    store.update("titre", setTitle("A-I1", "écrit hors connexion"));
    server.down = false;
    await passes(31_000);
    expect(inServer(server)).toBe(16);
    expect(server.draft.ruleSet.criteria[0]?.title.fr).toBe("écrit hors connexion");
    expect(store.snapshot().saveState).toBe("saved");
    expect(desks.unsent()).toBe(false);
  });

  it("finds unsent work again after the page was closed", async () => {
    const server = new FakeServer(documents);
    const desks = memoryDesks();
    server.down = true;
    open(server, { desks }).update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(500);
    server.down = false;
    const again = open(server, { desks });
    expect(threshold(again)).toBe(16);
    await passes(1_000);
    expect(inServer(server)).toBe(16);
  });

  it("a lost reply is not a conflict with oneself", async () => {
    const server = new FakeServer(documents);
    const store = open(server);
    server.loseReply = true;
    store.update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(10_000);
    expect(store.snapshot().saveState).toBe("saved");
    expect(inServer(server)).toBe(16);
    expect(store.snapshot().conflict?.clashes ?? []).toEqual([]);
  });

  it("a lost reply is no conflict with oneself either where typing went on", async () => {
    const server = new FakeServer(documents);
    const store = open(server);
    server.loseReply = true;
    store.update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(900);
    expect(store.snapshot().saveState).toBe("offline");
    store.update("seuil", setThreshold("phq9LookAgain", 17));
    await passes(10_000);
    expect(store.snapshot().saveState).toBe("saved");
    expect(inServer(server)).toBe(17);
    store.undo();
    store.undo();
    await passes(2_000);
    expect(sameJson(server.draft.ruleSet, documents.ruleSet)).toBe(true);
  });
});

describe("two people in one draft", () => {
  it("joins what does not touch", async () => {
    const server = new FakeServer(documents);
    const [a, b] = [open(server, { by: "A" }), open(server, { by: "B" })];
    a.update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(1_000);
    b.update("titre", setTitle("A-I1", "de B"));
    await passes(2_000);
    expect(inServer(server)).toBe(16);
    expect(server.draft.ruleSet.criteria[0]?.title.fr).toBe("de B");
    expect(b.snapshot().conflict).toMatchObject({ by: "A", clashes: [] });
  });

  it("asks where it touches, keeps every word meanwhile, and ends as chosen", async () => {
    const server = new FakeServer(documents);
    const [a, b] = [open(server, { by: "A" }), open(server, { by: "B" })];
    a.update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(1_000);
    b.update("seuil", setThreshold("phq9LookAgain", 17));
    await passes(2_000);
    expect(b.snapshot()).toMatchObject({ saveState: "conflict", conflict: { by: "A" } });
    expect(threshold(b)).toBe(17);
    b.update("titre", setTitle("A-I1", "écrit pendant la question"));
    await passes(60_000);
    expect(inServer(server)).toBe(16);
    b.settle(() => "theirs");
    await passes(2_000);
    expect(inServer(server)).toBe(16);
    expect(server.draft.ruleSet.criteria[0]?.title.fr).toBe("écrit pendant la question");
    b.undo();
    await passes(2_000);
    expect(inServer(server)).toBe(17);
  });

  it("an answer of the server with a newer revision never overwrites what is typed", async () => {
    const server = new FakeServer(documents);
    const [a, b] = [open(server, { by: "A" }), open(server, { by: "B" })];
    a.update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(1_000);
    b.update("titre", setTitle("A-I1", "de B"));
    b.serve(await server.load());
    await passes(2_000);
    expect(inServer(server)).toBe(16);
    expect(server.draft.ruleSet.criteria[0]?.title.fr).toBe("de B");
  });

  it("100 random sessions lose no change: each is on the server or was put to the person", async () => {
    const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
    const next = chance(seed);
    const small = smallDocuments();
    const ids = small.ruleSet.criteria.map((c) => c.id);
    for (let run = 0; run < 100; run += 1) {
      const server = new FakeServer(small);
      const stores = [open(server, { by: "A" }), open(server, { by: "B" })];
      const last = new Map<string, Set<string>>();
      for (let i = 0; i < 12; i += 1) {
        const id = ids[next(ids.length)] ?? "";
        const words = `${run}-${i}`;
        last.set(id, (last.get(id) ?? new Set()).add(words));
        stores[next(2)]?.update("titre", setTitle(id, words));
        server.down = next(5) === 0;
        await passes(next(1_500));
        for (const store of stores) if (store.snapshot().saveState === "conflict") store.settle(() => "mine");
      }
      server.down = false;
      for (let i = 0; i < 6; i += 1) {
        await passes(40_000);
        for (const store of stores) if (store.snapshot().saveState === "conflict") store.settle(() => "mine");
      }
      for (const store of stores)
        expect(store.snapshot().saveState, `seed ${seed}, run ${run}`).toBe("saved");
      for (const [id, words] of last) {
        const title = server.draft.ruleSet.criteria.find((c) => c.id === id)?.title.fr ?? "";
        expect(words.has(title), `seed ${seed}, run ${run}, ${id}: ${title}`).toBe(true);
      }
    }
  });
});

describe("changed expectations", () => {
  it("wait for their reason, while the rest is saved", async () => {
    const server = new FakeServer(documents);
    const store = open(server);
    store.update("attente", expectNothing("PA03"));
    store.update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(1_000);
    expect(store.snapshot()).toMatchObject({ saveState: "needs-reason", unexplained: ["PA03"] });
    expect(inServer(server)).toBe(16);
    expect(sameJson(server.draft.profiles, documents.profiles)).toBe(true);
    store.recordReason("PA03", "le seuil a changé");
    await passes(1_000);
    expect(store.snapshot()).toMatchObject({ saveState: "saved", unexplained: [] });
    expect(server.saves.at(-1)?.reasons).toEqual({ PA03: "le seuil a changé" });
    expect(server.draft.profiles.find((p) => p.id === "PA03")?.expected).toEqual({ decisions: {} });
  });

  it("undone after they were saved say so as their reason", async () => {
    const server = new FakeServer(documents);
    const store = open(server);
    store.recordReason("PA03", "essai");
    store.update("attente", expectNothing("PA03"));
    await passes(1_000);
    store.undo();
    await passes(1_000);
    expect(server.saves.at(-1)?.reasons).toEqual({ PA03: "annulé" });
    expect(store.snapshot().saveState).toBe("saved");
  });
});

describe("statements given as reasons", () => {
  const [statement = ""] = documents.ruleSet.sources.flatMap((s) => s.statements.map((t) => t.id));

  it("are sent once with the profiles, which take over where their expectation comes from", async () => {
    const server = new FakeServer(documents);
    const store = open(server);
    store.recordReason("PA03", "relu");
    store.update("attente", expectNothing("PA03"));
    store.cite("PA03", statement);
    expect(store.snapshot()).toMatchObject({ saveState: "pending", citations: { PA03: statement } });
    await passes(1_000);
    expect(server.saves).toHaveLength(1);
    expect(server.saves[0]).toMatchObject({ fromSource: { PA03: statement } });
    expect(server.saves[0]?.profiles).toHaveLength(documents.profiles.length);
    expect(store.snapshot()).toMatchObject({ saveState: "saved", citations: {} });
    const here = store.snapshot().history.present.profiles.find((p) => p.id === "PA03");
    expect(here).toMatchObject({ provenance: "from-source", expected: { decisions: {} } });
    // Nothing but the reason is left to take back: the profiles go along as they stand.
    store.cite("PA03", null);
    expect(await store.flush()).toBe(true);
    expect(server.saves[1]?.fromSource).toEqual({ PA03: null });
    store.update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(1_000);
    expect(server.saves[2]).not.toHaveProperty("fromSource");
  });

  it("wait for what is not on the server yet, and are found again after the page was closed", async () => {
    const server = new FakeServer(documents);
    const desks = memoryDesks();
    server.down = true;
    const closed = open(server, { desks });
    closed.cite("PA03", statement);
    await passes(500);
    closed.dispose();
    expect(desks.unsent()).toBe(true);
    server.down = false;
    const store = open(server, { desks });
    await passes(1_000);
    expect(server.saves[0]?.fromSource).toEqual({ PA03: statement });
    expect(store.snapshot().saveState).toBe("saved");

    // An expectation that waits for its reason keeps its statement waiting; neither holds up the rest.
    store.update("attente", expectNothing("PA03"));
    store.cite("PA03", statement);
    store.cite("PA04", statement);
    await passes(1_000);
    expect(server.saves[1]?.fromSource).toEqual({ PA04: statement });
    store.recordReason("PA03", "relu");
    await passes(1_000);
    expect(server.saves[2]?.fromSource).toEqual({ PA03: statement });
    expect(desks.unsent()).toBe(false);
  });

  it("go with the expectation they were given for when that is undone", async () => {
    const server = new FakeServer(documents);
    const store = open(server);
    store.recordReason("PA03", "relu");
    store.update("attente", expectNothing("PA03"));
    store.cite("PA03", statement);
    store.cite("PA04", "S-nowhere");
    store.undo();
    await passes(5_000);
    expect(server.saves).toHaveLength(0);
    expect(store.snapshot().citations).toEqual({ PA04: "S-nowhere" });
  });
});

describe("refusals", () => {
  it("keep what was typed and say why; a correction is sent again", async () => {
    const server = new FakeServer(documents);
    const refusing = vi.spyOn(server, "save").mockRejectedValueOnce(new ServerTrouble("refused"));
    const store = open(server);
    store.update("seuil", setThreshold("phq9LookAgain", 99));
    await passes(1_000);
    expect(store.snapshot().saveState).toBe("refused");
    expect(threshold(store)).toBe(99);
    refusing.mockRestore();
    store.undo();
    store.update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(1_000);
    expect(inServer(server)).toBe(16);
  });

  it("flush sends at once and says whether everything is on the server", async () => {
    const server = new FakeServer(documents);
    const store = open(server);
    store.update("seuil", setThreshold("phq9LookAgain", 16));
    expect(await store.flush()).toBe(true);
    expect(inServer(server)).toBe(16);
    server.down = true;
    store.update("seuil", setThreshold("phq9LookAgain", 17));
    expect(await store.flush()).toBe(false);
  });
});
