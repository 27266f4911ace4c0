import { describe, expect, it } from "vitest";
import { columnsFor } from "@jumelage/engine";
import { programs } from "@jumelage/engine/test/reference-programs";
import { personalColumn } from "./personal-columns.ts";

const none: ReadonlySet<string> = new Set();
const column = (name: string, ...texts: readonly string[]) =>
  personalColumn({ name, texts }, { year: 2026, own: none });

describe("columns that say who somebody is", () => {
  it.each([
    ["Nom", "name"],
    ["prénom", "name"],
    ["last_name", "name"],
    ["NAM", "health-insurance"],
    ["No assurance-maladie", "health-insurance"],
    ["nas", "social-insurance"],
    ["Courriel", "email"],
    ["e-mail", "email"],
    ["TelephoneMaison", "phone"],
    ["Date de naissance", "birth-date"],
    ["DDN", "birth-date"],
    ["CodePostal", "postal-code"],
    ["Adresse", "address"],
    ["no_dossier", "record"],
    ["patientId", "record"],
  ])("by their name: %s", (name, kind) => {
    expect(column(name, "x")).toBe(kind);
  });

  it.each([
    ["health-insurance", ["x", "TREM 8001 0112"]],
    ["email", ["a@exemple.qc.ca"]],
    ["phone", ["514 555-0199", "418-555-0123"]],
    ["social-insurance", ["046 454 286"]],
    ["postal-code", ["G1R 4P5", "H2X 1Y4", "?"]],
    ["birth-date", ["1980-02-03", "2001-12-31", "2019-01-01"]],
  ] as const)("by what stands in them: %s", (kind, texts) => {
    expect(column("x", ...texts)).toBe(kind);
  });

  it("and not others: scores, identifiers of a study, days of a questionnaire, an odd number", () => {
    expect(column("score", "0", "27")).toBeUndefined();
    expect(column("etude", "S-0001", "S-0002")).toBeUndefined();
    expect(column("taken", "2026-01-02", "2025-11-30", "2013-01-01")).toBeUndefined();
    expect(column("n", "5145550199", "12", "13")).toBeUndefined();
    expect(column("empty")).toBeUndefined();
  });

  it("lets a program name a column as it must, and still looks into it", () => {
    const own = new Set(["dossier"]);
    expect(personalColumn({ name: "dossier", texts: ["a"] }, { year: 2026, own })).toBeUndefined();
    expect(personalColumn({ name: "dossier", texts: ["a@b.ca"] }, { year: 2026, own })).toBe("email");
  });

  it.each(programs)("stops no column of $program", ({ ruleSet }) => {
    const columns = Object.values(columnsFor(ruleSet, { of: "every" })).flatMap((c) =>
      [c.value, c.observedOn, c.unreadable, c.asked, ...Object.values(c.members ?? {})].flatMap(
        (n) => n ?? [],
      ),
    );
    expect(columns.filter((name) => column(name, "true") !== undefined)).toEqual([]);
  });
});
