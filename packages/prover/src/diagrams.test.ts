// Diagrams as an answerer: what they are asked with, and what stops them.
import { askOne, isWitness, type Condition } from "@jumelage/engine";
import { fact, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { createDiagrams } from "./diagrams.ts";

const is = (id: string, value: boolean): Condition => ({ fact: id, operator: "equal", value });
const ruleSet = tiny({
  facts: [
    fact("a", "boolean", { safety: true, validFor: "P0D" }),
    ...Array.from({ length: 12 }, (_, i) => fact(`f${i}`, "boolean")),
  ],
  decisions: [one],
});
const some = askOne(ruleSet, { world: 0, verdict: "true", of: is("a", true) });
/** Every fact is as the one six further on: a diagram of some size, whatever the order. */
const entangled = askOne(ruleSet, {
  all: [0, 1, 2, 3, 4, 5].map((i) => ({
    any: [true, false].map((v) => ({
      all: [i, i + 6].map((j) => ({ world: 0, holds: is(`f${j}`, v) })),
    })),
  })),
});

test("they are diagrams by name", () => {
  expect(createDiagrams().method).toBe("diagram");
});

test("somebody replays, on the day that is asked for or on any", async () => {
  const answer = await createDiagrams().ask(some, { at: "2025-05-05" });
  expect(answer).toEqual({ status: "somebody", witness: { at: "2025-05-05", people: [{ a: true }] } });
  const other = await createDiagrams().ask(some);
  if (other.status !== "somebody") throw new Error("nobody");
  expect(isWitness(some, other.witness)).toBe(true);
});

test("nobody is nobody", async () => {
  const none = askOne(ruleSet, { world: 0, verdict: "true", of: { all: [is("a", true), is("a", false)] } });
  expect(await createDiagrams().ask(none)).toEqual({ status: "nobody" });
});

describe("undecided", () => {
  test("too large for the room there is: size", async () => {
    expect(await createDiagrams({ budget: 1 }).ask(entangled)).toEqual({
      status: "undecided",
      reason: "size",
    });
    expect((await createDiagrams().ask(entangled)).status).toBe("somebody");
  });

  test("what is not modelled, as three worlds: size", async () => {
    const [world] = some.worlds;
    if (!world) throw new Error("a world");
    expect(await createDiagrams().ask({ ...some, worlds: [world, world, world] })).toEqual({
      status: "undecided",
      reason: "size",
    });
  });

  test("no time at all: time", async () => {
    expect(await createDiagrams({ budget: 1 }).ask(entangled, { milliseconds: -1 })).toEqual({
      status: "undecided",
      reason: "time",
    });
  });

  test("a signal given before: cancelled; one given while others have their turn, too", async () => {
    const cancelled = { status: "undecided", reason: "cancelled" };
    expect(await createDiagrams().ask(some, { signal: AbortSignal.abort() })).toEqual(cancelled);
    const stop = new AbortController();
    const asked = createDiagrams().ask(some, { signal: stop.signal });
    stop.abort();
    expect(await asked).toEqual(cancelled);
    expect((await createDiagrams().ask(some, { signal: new AbortController().signal })).status).toBe(
      "somebody",
    );
  });
});
