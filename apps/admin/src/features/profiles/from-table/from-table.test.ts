// A spreadsheet and the profiles it becomes: what is written by labels in either language is read back, and what cannot be
// read is told by row and column and never taken in.
import { referencePrograms } from "@jumelage/content";
import {
  parseProfiles,
  parseRuleSet,
  type Fact,
  type Profile,
  type RuleSet,
  type Value,
} from "@jumelage/engine";
import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { usesOf, type ColumnUse } from "./columns.ts";
import { readRows, type ReadRows } from "./read-rows.ts";
import { readText, textOf } from "./read-text.ts";

const [first] = referencePrograms;
const parsed = parseRuleSet(first?.ruleSet);
const saved = parseProfiles(first?.profiles);
if (!parsed.ok || !saved.ok) throw new Error("the content does not parse");
const ruleSet: RuleSet = parsed.value;
const profiles: readonly Profile[] = saved.value;
const titleOf = (n: number): Profile["title"] => ({ fr: `Profil ${n}`, en: `Profile ${n}` });

function read(text: string, uses?: readonly ColumnUse[]): ReadRows {
  const found = readText(text);
  if (found.kind !== "table") throw new Error(found.kind);
  const { table } = found;
  return readRows(table, uses ?? usesOf(table.names, ruleSet), { ruleSet, after: profiles, titleOf });
}

function written(fact: Fact, value: Value, lang: "fr" | "en"): string {
  const label = (id: string): string => fact.values?.find((v) => v.id === id)?.label[lang] ?? id;
  if (typeof value === "boolean") return { fr: ["non", "oui"], en: ["no", "yes"] }[lang][Number(value)] ?? "";
  if (typeof value === "number") return lang === "fr" ? String(value).replace(".", ",") : String(value);
  if (typeof value === "string") return fact.type === "enum" ? label(value) : value;
  return value.map(label).join(";");
}

/** A saved fact as a spreadsheet can hold it: its value alone, without the day it was observed. */
function bare(saved: unknown): Value | undefined {
  if (typeof saved !== "object" || saved === null) return saved as Value | undefined;
  const value = Array.isArray(saved) ? saved : (saved as { readonly value?: Value }).value;
  return Array.isArray(value) && value.length === 0 ? undefined : (value as Value | undefined);
}

describe.each(["fr", "en"] as const)("written in %s", (lang) => {
  const facts = ruleSet.facts.filter((fact) => fact.derive === undefined);
  const bareFacts = (p: Profile): Readonly<Record<string, Value>> =>
    Object.fromEntries(
      facts.flatMap(({ id }) => {
        const value = bare(p.facts[id]);
        return value === undefined ? [] : [[id, value]];
      }),
    );
  const readable = profiles.filter((p) => p.expected.problems === undefined);

  it.each(["\t", ";", ","])("the saved profiles come back, separated by %j", (separator) => {
    expect(readable.length).toBeGreaterThan(50);
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const lines = [
      [quoted(lang === "fr" ? "Titre" : "Title"), ...facts.map((fact) => quoted(fact.label[lang]))],
      ...readable.map((p) => [
        quoted(p.title[lang]),
        ...facts.map((fact) => {
          const value = bareFacts(p)[fact.id];
          return quoted(value === undefined ? "" : written(fact, value, lang));
        }),
      ]),
    ];
    const { profiles: made, problems } = read(lines.map((line) => line.join(separator)).join("\r\n"));
    expect(problems).toEqual([]);
    expect(made.map((p) => p.facts)).toEqual(readable.map(bareFacts));
    expect(made.map((p) => p.title[lang])).toEqual(readable.map((p) => p.title[lang]));
    const ids = [...profiles, ...made].map((p) => p.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("what cannot be read", () => {
  it("is told by row and column, and the person is left out whole", () => {
    const {
      profiles: made,
      problems,
      refused,
    } = read("Titre\tphq9Total\tsuicidalIdeation\nUne\tquinze\tnone\nDeux\t15\tpeut-être\n\nTrois\t15\tnone");
    expect(made.map((p) => p.title.fr)).toEqual(["Trois"]);
    expect(refused).toBe(2);
    expect(problems.map(({ row, column, text }) => [row, column, text])).toEqual([
      [2, "phq9Total", "quinze"],
      [3, "suicidalIdeation", "peut-être"],
    ]);
  });

  it("is a row of another width, or a stray quotation mark: a value could stand under another name", () => {
    const { profiles: made, problems } = read(
      "Titre,phq9Total,suicidalIdeation\nAnne, deux,15,none\n\nUne,15\nDeux,15,\n",
    );
    expect(made.map((p) => p.facts)).toEqual([{ phq9Total: 15 }]);
    // Counted as the spreadsheet counts, with its empty line.
    expect(problems.map(({ row, what }) => [row, what.kind])).toEqual([
      [2, "other-width"],
      [4, "other-width"],
    ]);
    expect(readText('Titre,phq9Total\n"Une,15\nDeux,15')).toMatchObject({ kind: "quotes" });
    expect(readText("Titre\n")).toEqual({ kind: "no-rows" });
  });

  it("is no file of another alphabet: UTF-8, or what spreadsheets write on Windows", () => {
    expect(textOf(new TextEncoder().encode("Étiquettes"))).toBe("Étiquettes");
    expect(textOf(Uint8Array.from([0xc9, 0x74, 0x69, 0x71, 0x75, 0x65, 0x74, 0x74, 0x65, 0x73]))).toBe(
      "Étiquettes",
    );
  });

  it("is no real person", () => {
    const { profiles: made, problems } = read("Titre\tphq9Total\nTREM 8001 0112\t15\nEssai\t15");
    expect(made).toHaveLength(1);
    expect(problems.map((p) => p.what.kind)).toEqual(["personal"]);
  });

  it("is no answer that the program does not give", () => {
    const decision = ruleSet.decisions.find((d) => d.kind === "one");
    const label = decision?.outcomes[0]?.label.fr ?? "";
    const { profiles: made, problems } = read(`Titre\tAttendu\nUne\t${label}\nDeux\tPeut-être`);
    expect(made.map((p) => p.expected.decisions)).toEqual([
      { [decision?.id ?? ""]: decision?.outcomes[0]?.id },
    ]);
    expect(problems.map((p) => p.what.kind)).toEqual(["no-such-answer"]);
  });

  it("never is guessed: whatever is pasted, a profile holds values of the vocabulary alone", () => {
    const cell = constantFrom(
      "oui",
      "15",
      "7,5",
      "none",
      "active",
      "=1+1",
      "2026-02-30",
      "",
      "?",
      "a;b",
      "-1",
      '"',
    );
    assert(
      property(
        array(array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        string(),
        (rows, junk) => {
          const names = ["phq9Total", "suicidalIdeation", "imminentDanger"];
          const table = { names, rows: [...rows, [junk, junk, junk]] };
          const out = readRows(table, usesOf(names, ruleSet), { ruleSet, after: [], titleOf });
          for (const { facts } of out.profiles) {
            const { phq9Total: total, suicidalIdeation: ideation, imminentDanger: danger } = facts;
            expect(
              total === undefined || (Number.isInteger(total) && Number(total) >= 0 && Number(total) <= 27),
            ).toBe(true);
            expect([undefined, true, false]).toContain(danger);
            expect([
              undefined,
              ...(ruleSet.facts.find((f) => f.id === "suicidalIdeation")?.values ?? []).map((v) => v.id),
            ]).toContain(ideation);
          }
        },
      ),
    );
  });
});

it("two columns are never taken for the same", () => {
  expect(usesOf(["Titre", "phq9Total", "phq9Total", "title", "notes"], ruleSet)).toEqual([
    "title",
    "fact:phq9Total",
    "left",
    "left",
    "left",
  ]);
});
