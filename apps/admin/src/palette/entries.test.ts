import { expect, test } from "vitest";
import { findEntries, type Entry } from "./entries.ts";

const entry = (group: Entry["group"], id: string, label: string, ...also: string[]): Entry => ({
  group,
  id,
  label,
  href: `/${id}`,
  also,
});
const entries: readonly Entry[] = [
  entry("do", "print", "Imprimer le livret", "Print the rule book"),
  entry("screens", "criteria", "Critères", "Criteria"),
  entry("criteria", "A-I1", "A-I1 – La personne a des idées suicidaires", "The person has suicidal ideation"),
  entry("facts", "suicidalIdeation", "Idées suicidaires actuelles", "Current suicidal ideation"),
  entry("profiles", "PA07", "PA07 – Idées passives", "Passive thoughts"),
  ...Array.from({ length: 30 }, (_, i) => entry("profiles", `P${i}`, `P${i} – Léger`, "Mild")),
];
const ids = (query: string): readonly string[] => findEntries(entries, query).map((e) => e.id);

test("accents, capitals and the order of words make no difference", () => {
  expect(ids("idees suicidaires")).toEqual(["A-I1", "suicidalIdeation"]);
  expect(ids("SUICIDAIRES Idées")).toEqual(["A-I1", "suicidalIdeation"]);
  expect(ids("critères")).toEqual(["criteria"]);
});

test("the other language finds the same", () => {
  expect(ids("suicidal ideation")).toEqual(["A-I1", "suicidalIdeation"]);
  expect(ids("rule book")).toEqual(["print"]);
});

test("a name that begins with what was typed comes first, and a group is not a long list", () => {
  expect(ids("p2")[0]).toBe("P2");
  expect(ids("mild")).toHaveLength(6);
});

test("nothing typed shows what can be done and where one can go; nonsense finds nothing", () => {
  expect(ids("  ")).toEqual(["print", "criteria"]);
  expect(ids("zzz")).toEqual([]);
});
