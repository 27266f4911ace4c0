// The hazard file: what is missing on each of its three sides, and only that.
import { expect, test } from "vitest";
import { criterion, many, one, tiny } from "../../test/tiny.ts";
import type { Hazard } from "../model/lab.ts";
import type { Profile } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { hazardGaps } from "./hazards.ts";

const text = { fr: "texte", en: "text" };
const property = (id: string) => ({
  id,
  statement: text,
  claim: { kind: "never", given: { always: true }, decision: "d", states: ["go"] },
});
const ruleSet: RuleSet = tiny({
  decisions: [one, many],
  criteria: [
    criterion("STOPS", { always: true }, "stop"),
    criterion("CARES", { always: true }, "care"),
    criterion("HALTS", { always: true }, "halt", "m"),
    criterion("TELLS", { always: true }, "tell", "m"),
    { ...criterion("OFF", { always: true }, "stop"), enabled: false },
  ],
  properties: [property("NEVER-GO"), property("NEVER-EITHER")],
});
const profiles = ["P1", "P2"].map((id) => ({ id }) as Profile);

const hazard = (id: string, controls: Hazard["controls"], tests: readonly string[] = ["P1"]): Hazard => ({
  id,
  title: text,
  controls,
  profiles: [...tests],
});
const every: Hazard["controls"] = [
  { criterion: "STOPS" },
  { criterion: "HALTS" },
  { property: "NEVER-GO" },
  { property: "NEVER-EITHER" },
];
const gaps = (...hazards: readonly Hazard[]) => hazardGaps({ ruleSet, profiles, hazards });

test("a whole file has no gap, whether one hazard names everything or several do", () => {
  const none = { properties: [], criteria: [], hazards: [] };
  expect(gaps(hazard("H1", every, ["P1", "P2"]))).toEqual(none);
  expect(gaps(...every.map((control, i) => hazard(`H${i}`, [control])))).toEqual(none);
});

test("an empty file leaves out every property, and every enabled criterion that stops somebody", () => {
  expect(gaps()).toEqual({
    properties: ["NEVER-GO", "NEVER-EITHER"],
    criteria: ["STOPS", "HALTS"],
    hazards: [],
  });
});

test("what is named is not missing; a criterion does not stand for a property of the same name", () => {
  expect(gaps(hazard("H1", [{ criterion: "HALTS" }, { property: "NEVER-GO" }]))).toMatchObject({
    properties: ["NEVER-EITHER"],
    criteria: ["STOPS"],
  });
  expect(gaps(hazard("H1", [{ property: "STOPS" }, { criterion: "NEVER-GO" }]))).toMatchObject({
    properties: ["NEVER-GO", "NEVER-EITHER"],
    criteria: ["STOPS", "HALTS"],
  });
});

test.each<readonly [string, Hazard["controls"], readonly string[]]>([
  ["no control", [], ["P1"]],
  ["no profile", [{ criterion: "STOPS" }], []],
  ["a criterion that is not there", [{ criterion: "STOPS" }, { criterion: "GONE" }], ["P1"]],
  ["a criterion that is switched off", [{ criterion: "OFF" }], ["P1"]],
  ["a property that is not there", [{ property: "GONE" }, { property: "NEVER-GO" }], ["P1"]],
  ["a property where there is only a criterion of that name", [{ property: "STOPS" }], ["P1"]],
  ["a criterion where there is only a property of that name", [{ criterion: "NEVER-GO" }], ["P1"]],
  ["a profile that is not there", [{ criterion: "STOPS" }], ["P1", "P3"]],
])("a hazard with %s is incomplete", (_, controls, tests) => {
  expect(gaps(hazard("H1", every), hazard("H2", controls, tests), hazard("H3", every))).toEqual({
    properties: [],
    criteria: [],
    hazards: ["H2"],
  });
});

test("any enabled criterion and any property may control a hazard", () => {
  const controls: Hazard["controls"] = [{ criterion: "TELLS" }, { criterion: "CARES" }];
  expect(gaps(hazard("H1", controls), hazard("H2", every))).toMatchObject({ hazards: [] });
});

test("an outcome stops somebody by its tone, in its own decision", () => {
  // `halt` of another decision, where it is not of tone stop.
  const other = { ...many, id: "n", outcomes: many.outcomes.map((o) => ({ ...o, tone: "neutral" })) };
  const two = tiny({
    decisions: [many, other],
    criteria: [
      criterion("HERE", { always: true }, "halt", "m"),
      criterion("THERE", { always: true }, "halt", "n"),
    ],
  });
  expect(hazardGaps({ ruleSet: two, profiles, hazards: [] }).criteria).toEqual(["HERE"]);
});
