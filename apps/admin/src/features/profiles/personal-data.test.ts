import { parseProfiles } from "@jumelage/engine";
import { referencePrograms } from "@jumelage/content";
import { describe, expect, it } from "vitest";
import { personalDataIn } from "./personal-data.ts";

const kinds = (text: string) => personalDataIn(text).map((p) => p.kind);

describe("the guard against personal data", () => {
  it.each([
    ["Carte TREM 8503 1412", "health-insurance"],
    ["trem85031412", "health-insurance"],
    ["écrire à m.tremblay@exemple.qc.ca", "email"],
    ["joindre au (514) 555-0123", "phone"],
    ["418 655 2323", "phone"],
    ["+1-819-555-2323", "phone"],
    ["né le 14 mars 1985", "birth-date"],
    ["née le 1er août 1990", "birth-date"],
    ["born March 14, 1985", "birth-date"],
    ["DDN : 1985-03-14", "birth-date"],
    ["14/03/1985", "birth-date"],
    ["habite au G1R 4S7", "postal-code"],
    ["NAS 046 454 286", "social-insurance"],
  ])("stops « %s »", (text, kind) => expect(kinds(text)).toContain(kind));

  it.each([
    "PHQ-9 à 15, GAD-7 à 9",
    "Personne de 34 ans, 2 rechutes en 2024",
    "de 2015 à 2019",
    "123 456 789",
    "Version 12.10",
  ])("lets « %s » pass", (text) => expect(kinds(text)).toEqual([]));

  it("lets every text of the reference profiles pass", () => {
    const texts = referencePrograms.flatMap(({ profiles }) => {
      const parsed = parseProfiles(profiles);
      if (!parsed.ok) throw new Error("the reference profiles parse");
      return parsed.value.flatMap((p) => [
        p.id,
        p.title.fr,
        p.title.en,
        p.story?.fr ?? "",
        p.story?.en ?? "",
        ...p.tags,
      ]);
    });
    expect(texts.filter((t) => kinds(t).length > 0)).toEqual([]);
    expect(texts.length).toBeGreaterThan(480);
  });
});
