import type * as Database from "@jumelage/db";
import type { Pointer } from "@jumelage/db";
import { afterEach, describe, expect, it, vi } from "vitest";
import { channelMoves, type Deps } from "../deps.ts";
import { createPublicState } from "./state.ts";

// How often the database is asked, and what it answers.
const asked = vi.hoisted(() => ({
  notes: [] as number[],
  pointers: 0,
  sequence: 1,
  fail: false,
  archived: false,
}));
vi.mock("@jumelage/db", async (original) => ({
  ...(await original<typeof Database>()),
  getProgram: async () => ({ archivedAt: asked.archived ? new Date(0) : null, headRelease: 7 }),
  getPointer: async (_db: unknown, program: string, channel: string) => {
    asked.pointers++;
    return { program, channel, sequence: asked.sequence, release: asked.sequence } as Pointer;
  },
  noteConsumerSeen: async (_db: unknown, seen: { release: number }) => {
    await Promise.resolve();
    asked.notes.push(seen.release);
    if (asked.fail) throw new Error("down");
  },
}));
afterEach(() => Object.assign(asked, { notes: [], pointers: 0, sequence: 1, fail: false, archived: false }));

function stateAt(start = 0) {
  let now = start;
  const warned: string[] = [];
  const deps = {
    clock: { now: () => new Date(now) },
    moves: channelMoves(),
    log: { warn: (_fields: object, message: string) => warned.push(message) },
  } as unknown as Deps;
  return { deps, state: createPublicState(deps), warned, at: (ms: number) => (now = ms) };
}
const pointerTo = (release: number) =>
  ({ program: "p", channel: "production", release, sequence: release }) as Pointer;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("what consumers were given", () => {
  it("is noted once, however many calls come, and again when it changes or time has passed", async () => {
    const { state, at } = stateAt();
    for (let i = 0; i < 1000; i++) state.seen("app", pointerTo(1));
    await settled();
    for (let i = 0; i < 1000; i++) state.seen("app", pointerTo(1));
    await settled();
    expect(asked.notes).toEqual([1]);
    state.seen("app", pointerTo(2));
    state.seen("app", pointerTo(2));
    await settled();
    expect(asked.notes).toEqual([1, 2]);
    at(60_000);
    state.seen("app", pointerTo(2));
    await settled();
    expect(asked.notes).toEqual([1, 2, 2]);
  });

  it("is noted for each consumer of the same pointer", async () => {
    const { state } = stateAt();
    const pointer = pointerTo(1);
    for (let i = 0; i < 3; i++) {
      for (const consumer of ["app", "other"]) state.seen(consumer, pointer);
      await settled();
    }
    expect(asked.notes).toEqual([1, 1]);
  });

  it("costs nobody their answer when it cannot be noted", async () => {
    asked.fail = true;
    const { state, warned } = stateAt();
    state.seen("app", pointerTo(1));
    await settled();
    expect(warned).toEqual(["consumer not noted"]);
  });
});

describe("pointers", () => {
  it("are asked for once a second, and at once after a move in this process", async () => {
    const { state, deps, at } = stateAt();
    for (let i = 0; i < 100; i++) await state.pointer("p", "production");
    expect(asked.pointers).toBe(1);
    asked.sequence = 2;
    expect((await state.pointer("p", "production"))?.sequence).toBe(1);
    deps.moves.announce("p", "production");
    expect((await state.pointer("p", "production"))?.sequence).toBe(2);
    expect(asked.pointers).toBe(2);
    asked.sequence = 3;
    at(1000);
    expect((await state.pointer("p", "production"))?.sequence).toBe(3);
  });

  it("of an archived program are none, and what is said names its last release", async () => {
    asked.archived = true;
    const { state, deps } = stateAt();
    await expect(state.pointer("p", "production")).rejects.toMatchObject({
      code: "archived",
      details: { release: 7 },
    });
    asked.archived = false;
    deps.moves.announce("p", "production");
    expect((await state.pointer("p", "production"))?.release).toBe(1);
  });
});
