// Profiles made by the machine: what is expected of them, when they need a date, and which ids they get.
import { describe, expect, test } from "vitest";
import { criterion, tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import { parseProfiles } from "../model/parse.ts";
import type { Facts, Profile } from "../model/profile.ts";
import { expectedInFull } from "./full-result.ts";
import { freeIds, readyProfile } from "./ready-profile.ts";

const ruleSet = tiny({
  criteria: [criterion("A", { fact: "score", operator: "greaterThan", value: 5 }, "stop")],
});
const title = { fr: "Titre", en: "Title" };
const story = { fr: "Histoire", en: "Story" };
const at = "2026-03-02";
const ready = (facts: Facts, tag: "boundary" | "mutation" = "boundary"): Profile =>
  readyProfile(ruleSet, { facts, at, near: undefined }, { id: "P7", title, story, tag });

test("it expects the whole of what the direct reading answers, and says that nobody wrote it", () => {
  const facts = { score: 6, danger: false };
  const profile = ready(facts, "mutation");
  expect(profile).toEqual({
    id: "P7",
    title,
    story,
    tags: ["mutation"],
    facts,
    provenance: "accepted-output",
    expected: expectedInFull(evaluate(ruleSet, facts, at).result),
  });
  expect(profile.expected.decisions["d"]).toBe("stop");
  expect(profile.facts).not.toBe(facts);
  expect(parseProfiles([profile])).toMatchObject({ ok: true });
});

test("it has a date only where something was observed on one", () => {
  const observed = { score: { value: 6, observedOn: "2026-02-20" } };
  expect(ready({ danger: true, ...observed, wish: null })).toMatchObject({ evaluatedOn: at });
  for (const facts of [{}, { score: null }, { score: 6, traits: { value: [], of: [] } }, { kind: "a" }])
    expect(ready(facts)).not.toHaveProperty("evaluatedOn");
});

test("what is expected is read on its date: an observation grows old", () => {
  expect(ready({ score: { value: 6, observedOn: "2026-02-16" } }).expected).toMatchObject({ fired: ["A"] });
  expect(ready({ score: { value: 6, observedOn: "2026-02-15" } }).expected).toMatchObject({ fired: [] });
});

describe("free ids", () => {
  const first = (taken: readonly string[], count = 3): readonly string[] => {
    const ids = freeIds(taken.map((id) => ({ id }) as Profile));
    return Array.from({ length: count }, () => ids.next().value);
  };

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ["without any profile they begin at P01", [], ["P01", "P02", "P03"]],
    ["without any number too", ["child", "a-b", "X"], ["P01", "P02", "P03"]],
    ["they go on after the highest", ["PA02", "PA09", "PA01"], ["PA10", "PA11", "PA12"]],
    ["as wide as the widest", ["Q001", "Q2"], ["Q003", "Q004", "Q005"]],
    ["and wider where they must", ["R8", "R9"], ["R10", "R11", "R12"]],
    ["as most are numbered", ["A1", "B1", "B2", "A30", "B3"], ["B4", "B5", "B6"]],
    ["whatever comes first of those that are as many", ["B1", "A1"], ["B2", "B3", "B4"]],
    ["a prefix may have dashes and underscores", ["x-y_1", "x-y_2"], ["x-y_3", "x-y_4", "x-y_5"]],
    ["what goes on after the number is no number", ["A1b", "A2b", "B7"], ["B8", "B9", "B10"]],
    ["what is taken in another writing is still free", ["P1", "P02"], ["P03", "P04", "P05"]],
  ])("%s", (_, taken, ids) => {
    expect(first(taken)).toEqual(ids);
  });

  test("digits inside of an id belong to its prefix nowhere", () => {
    expect(first(["P2X1", "P2X2", "A1"], 1)).toEqual(["A2"]);
  });

  test("an id counts once however many profiles have it", () => {
    expect(first(["A1", "A1", "A1", "B1", "B2"], 1)).toEqual(["B3"]);
  });
});
