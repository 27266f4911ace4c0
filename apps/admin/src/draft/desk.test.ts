// What is kept on the device, and what undo does across closing the page and beside somebody else.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keptAfter, type DraftStore } from "./draft-store.ts";
import {
  chance,
  FakeServer,
  memoryDesks,
  openDraft as open,
  referenceDocuments,
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

describe("what is kept on the device", () => {
  const closedAndOpened = (server: FakeServer, desks: ReturnType<typeof memoryDesks>): DraftStore => {
    vi.clearAllTimers();
    return open(server, { desks });
  };

  it("is at most a quarter of a second behind, while typing goes on without a pause too", async () => {
    const server = new FakeServer(smallDocuments());
    const desks = memoryDesks();
    const store = open(server, { desks });
    for (let i = 1; i <= 100; i += 1) {
      store.update("titre", setTitle("A-I1", "a".repeat(i)), "titre");
      await passes(60);
      const kept = desks.kept()?.history.present.ruleSet.criteria[0]?.title.fr ?? "";
      if (i > 5) expect(kept.length).toBeGreaterThanOrEqual(i - Math.ceil(keptAfter / 60));
    }
    expect(server.saves).toHaveLength(0);
  });

  it("200 random edits, closed and opened at any moment, undone to the very start and redone to the very end", async () => {
    const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
    const next = chance(seed);
    const documents = smallDocuments();
    const server = new FakeServer(documents);
    const desks = memoryDesks();
    const ids = documents.ruleSet.criteria.map((c) => c.id);
    const start = JSON.stringify(documents);
    let store = open(server, { desks });
    for (let i = 0; i < 200; i += 1) {
      const edit =
        next(2) === 0 ? setThreshold("phq9LookAgain", i) : setTitle(ids[next(ids.length)] ?? "", `${i}`);
      store.update("x", edit);
      server.down = next(4) === 0;
      server.loseReply = next(6) === 0;
      await passes(next(1_200));
      if (next(10) > 0) continue;
      await passes(keptAfter);
      store = closedAndOpened(server, desks);
    }
    const end = JSON.stringify(store.snapshot().history.present);
    const all = (step: "undo" | "redo"): Promise<void> =>
      Array.from({ length: 200 }).reduce<Promise<void>>(async (before, _, i) => {
        await before;
        store[step]();
        if (i % 50 !== 49) return;
        await passes(40_000);
        store = closedAndOpened(server, desks);
      }, Promise.resolve());
    server.down = server.loseReply = false;
    await all("undo");
    expect(JSON.stringify(store.snapshot().history.present) === start, `seed ${seed}`).toBe(true);
    expect(
      JSON.stringify({ ruleSet: server.draft.ruleSet, profiles: server.draft.profiles, hazards: [] }),
      `seed ${seed}`,
    ).toBe(start);
    await all("redo");
    expect(JSON.stringify(store.snapshot().history.present) === end, `seed ${seed}`).toBe(true);
  });

  it("says when the device keeps nothing", async () => {
    const server = new FakeServer(documents);
    const desks = { ...memoryDesks(), keep: () => Promise.reject(new Error("full")) };
    const store = open(server, { desks });
    server.down = true;
    store.update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(2_000);
    expect(store.snapshot()).toMatchObject({ saveState: "offline", onDevice: false });
  });

  it("an answer that is older than what the page knew takes nothing back", async () => {
    const server = new FakeServer(documents);
    const desks = memoryDesks();
    const older = server.draft;
    const store = open(server, { desks });
    store.update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(2_000);
    const now = server.draft;
    server.draft = older;
    const again = open(server, { desks });
    server.draft = now;
    expect(threshold(again)).toBe(16);
    again.update("seuil", setThreshold("phq9LookAgain", 17));
    await passes(2_000);
    expect(inServer(server)).toBe(17);
    expect(again.snapshot().conflict).toBeNull();
  });

  it("a question between two people is put again after the page was closed", async () => {
    const server = new FakeServer(documents);
    const desks = memoryDesks();
    const [a, b] = [open(server, { by: "A" }), open(server, { by: "B", desks })];
    a.update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(1_000);
    b.update("seuil", setThreshold("phq9LookAgain", 17));
    await passes(2_000);
    expect(b.snapshot().saveState).toBe("conflict");
    const again = closedAndOpened(server, desks);
    expect(again.snapshot()).toMatchObject({
      saveState: "conflict",
      conflict: { clashes: [{ mine: 17, theirs: 16 }] },
    });
    expect(threshold(again)).toBe(17);
    await passes(60_000);
    expect(inServer(server)).toBe(16);
  });
});

describe("undo beside somebody else", () => {
  it("takes back one’s own step and leaves theirs", async () => {
    const server = new FakeServer(documents);
    const [a, b] = [open(server, { by: "A" }), open(server, { by: "B" })];
    a.update("seuil", setThreshold("phq9LookAgain", 16));
    await passes(1_000);
    b.update("titre", setTitle("A-I1", "de B"));
    await passes(2_000);
    a.update("titre", setTitle("A-I2", "de A"));
    await passes(2_000);
    for (const step of ["undo", "undo", "redo", "undo"] as const) a[step]();
    await passes(2_000);
    expect(inServer(server)).toBe(documents.ruleSet.parameters.find((p) => p.id === "phq9LookAgain")?.value);
    expect(server.draft.ruleSet.criteria[0]?.title.fr).toBe("de B");
    expect(server.draft.ruleSet.criteria[1]?.title.fr).toBe(documents.ruleSet.criteria[1]?.title.fr);
    a.redo();
    a.redo();
    await passes(2_000);
    expect(inServer(server)).toBe(16);
    expect(server.draft.ruleSet.criteria[1]?.title.fr).toBe("de A");
  });
});
