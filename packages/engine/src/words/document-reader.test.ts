// Names and places, in documents well formed or not, in both languages.
import { describe, expect, test } from "vitest";
import { labelled, plain, said } from "../../test/labelled.ts";
import { criterion } from "../../test/tiny.ts";
import type { Path } from "../model/diagnostic.ts";
import { documentReader } from "./document-reader.ts";

const statement = { id: "S1", locator: "p. 2", text: { fr: "Agir", en: "Act" }, modelled: true };
const ruleSet = labelled({
  sources: [{ id: "G", title: { fr: "Guide", en: "Guide book" }, statements: [statement] }],
  criteria: [{ ...criterion("K", { condition: "adult" }, "go"), sources: ["S1"] }],
  properties: [
    {
      id: "P",
      statement: { fr: "Jamais", en: "Never" },
      claim: { kind: "never", given: { condition: "adult" }, decision: "d", states: ["go"] },
    },
  ],
});
const place = (at: Path, doc: unknown = ruleSet) => said((lang) => documentReader(doc, lang).place(at));

describe("names", () => {
  const named = (doc: unknown, ...[list, id]: Parameters<ReturnType<typeof documentReader>["named"]>) =>
    said((lang) => documentReader(doc, lang).named(list, id));

  test("are the labels of the document", () => {
    expect(named(ruleSet, "facts", "age")).toEqual(["« Âge »", "“Age”"]);
    expect(named(ruleSet, "parameters", "limit")).toEqual(["« Alerte »", "“Alert”"]);
    expect(named(ruleSet, "conditions", "adult")).toEqual(["« Adulte »", "“Adult”"]);
    expect(named(ruleSet, "decisions", "d")).toEqual(["« Orientation »", "“Direction”"]);
    expect(documentReader(ruleSet, "fr").lang).toBe("fr");
  });

  test.each([
    [undefined],
    [null],
    ["facts"],
    [{}],
    [{ facts: 3 }],
    [{ facts: [null, 3, { id: "other", label: { fr: "Autre", en: "Other" } }] }],
    [{ facts: [{ id: "age" }] }],
    [{ facts: [{ id: "age", label: "Âge" }] }],
    [{ facts: [{ id: "age", label: { fr: "Âge" } }] }],
    [{ facts: [{ id: "age", label: { en: "Age" } }] }],
    [{ facts: [{ id: "age", label: { fr: "", en: " " } }] }],
    [Object.create({ facts: [{ id: "age", label: { fr: "Âge", en: "Age" } }] })],
  ])("are the ids where there is no label: %j", (doc) => {
    expect(named(doc, "facts", "age")).toEqual(["« age »", "“age”"]);
  });

  test("without id or label they are empty, and say so", () => {
    expect(named(ruleSet, "facts", " ")).toEqual(["(vide)", "(empty)"]);
  });

  test("of values and outcomes are those within their owner", () => {
    const member = (...[list, id, of]: Parameters<ReturnType<typeof documentReader>["member"]>) =>
      said((lang) => documentReader(ruleSet, lang).member(list, id, of));
    expect(member("facts", "kind", "a")).toEqual(["« Anxiété »", "“Anxiety”"]);
    expect(member("decisions", "d", "go")).toEqual(["« Jumelage »", "“Match”"]);
    expect(member("facts", "kind", "z")).toEqual(["« z »", "“z”"]);
    expect(member("facts", "d", "go")).toEqual(["« go »", "“go”"]);
  });
});

describe("things are called by the id that is on paper, or by their label", () => {
  test.each<[Path, string, string]>([
    [["criteria", 0], "critère K", "criterion K"],
    [["properties", 0], "propriété de sécurité P", "safety property P"],
    [["sources", 0], "source « Guide »", "source “Guide book”"],
    [["sources", 0, "statements", 0], "source « Guide », énoncé S1", "source “Guide book”, statement S1"],
    [["facts", 2], "renseignement « Âge »", "fact “Age”"],
    [
      ["facts", 5, "values", 1],
      "renseignement « Problème », réponse « Dépression »",
      "fact “Problem”, answer “Depression”",
    ],
    [["parameters", 0], "seuil « Alerte »", "threshold “Alert”"],
    [["conditions", 0], "condition « Adulte »", "condition “Adult”"],
    [["decisions", 0], "décision « Orientation »", "decision “Direction”"],
    [
      ["decisions", 0, "outcomes", 2],
      "décision « Orientation », orientation « Jumelage »",
      "decision “Direction”, outcome “Match”",
    ],
    [["constructor", 0, "title"], "titre", "title"],
    [["criteria", 7], "critère nº 8", "criterion no. 8"],
    [["facts", 99, "values", 0], "renseignement nº 100, réponse nº 1", "fact no. 100, answer no. 1"],
    [["criteria", 0, "sources", 0], "critère K, sources", "criterion K, sources"],
    [
      ["properties", 0, "claim", "facts", 0],
      "propriété de sécurité P, renseignement nº 1",
      "safety property P, fact no. 1",
    ],
  ])("%j", (at, fr, en) => {
    expect(place(at)).toEqual([fr, en]);
  });

  test("what has no id or label has a number", () => {
    const doc = {
      criteria: [{ id: "" }, { id: 3 }, { label: { fr: "K", en: "K" } }],
      facts: [{ id: "age" }],
    };
    expect(place(["criteria", 0], doc)[1]).toBe("criterion no. 1");
    expect(place(["criteria", 1], doc)[1]).toBe("criterion no. 2");
    expect(place(["criteria", 2], doc)[1]).toBe("criterion no. 3");
    expect(place(["facts", 0], doc)[1]).toBe("fact no. 1");
  });

  test("a title stands for a label, and an empty one for nothing", () => {
    const titled = (title: unknown) => place(["facts", 0], { facts: [{ id: "x", title }] })[0];
    expect(titled({ fr: "Titre", en: "Title" })).toBe("renseignement « Titre »");
    expect(titled({ fr: "", en: "" })).toBe("renseignement nº 1");
  });
});

describe("profiles are a list without a name", () => {
  const profiles = [{ id: "P1", title: { fr: "Léger", en: "Mild" }, expected: {}, facts: {} }, { id: "P2" }];
  test.each<[Path, string, string]>([
    [[0], "profil « Léger »", "profile “Mild”"],
    [[1], "profil nº 2", "profile no. 2"],
    [[0, "evaluatedOn"], "profil « Léger », date d’évaluation", "profile “Mild”, evaluation date"],
    [[0, "facts", "age"], "profil « Léger », renseignements", "profile “Mild”, facts"],
    [[1, "expected", "decisions", "d"], "profil nº 2, réponses attendues", "profile no. 2, expected answers"],
  ])("%j", (at, fr, en) => {
    expect(place(at, profiles)).toEqual([fr, en]);
  });
});

describe("parts by their name", () => {
  test.each([
    ["title", "titre", "title"],
    ["purpose", "raison d’être", "purpose"],
    ["timeZone", "fuseau horaire", "time zone"],
    ["program", "programme", "program"],
    ["label", "libellé", "label"],
    ["short", "libellé court", "short label"],
    ["question", "question", "question"],
    ["help", "aide", "help"],
    ["message", "message", "message"],
    ["rationale", "justification", "rationale"],
    ["statement", "énoncé", "statement"],
    ["text", "texte", "text"],
    ["reason", "raison", "reason"],
    ["locator", "repère", "locator"],
    ["url", "adresse", "address"],
    ["edition", "édition", "edition"],
    ["date", "date", "date"],
    ["id", "identifiant", "identifier"],
    ["type", "type de réponse", "type of answer"],
    ["values", "réponses possibles", "possible answers"],
    ["range", "étendue", "range"],
    ["scale", "décimales", "decimals"],
    ["unit", "unité", "unit"],
    ["value", "valeur", "value"],
    ["operator", "comparaison", "comparison"],
    ["whenUnknown", "quand il est inconnu", "when unknown"],
    ["validFor", "durée de validité", "how long it is good for"],
    ["derive", "parties du total", "parts of the total"],
    ["sources", "sources", "sources"],
    ["then", "conclusion", "conclusion"],
    ["shadowedOnPurpose", "pourquoi un autre critère le recouvre", "why another criterion covers it"],
    ["otherwise", "réponse par défaut", "default answer"],
    ["states", "états à vérifier", "states to check"],
    ["outcomes", "orientations", "outcomes"],
    ["withheldWhileSafetyUnknown", "retenue de sécurité", "safety hold"],
    ["claim", "jeu de critères", "rule set"],
    ["constructor", "jeu de critères", "rule set"],
    ["given", "condition", "condition"],
    ["condition", "condition", "condition"],
    ["when", "condition", "condition"],
    ["order", "ordre", "order"],
    ["decision", "décision", "decision"],
    ["facts", "renseignements", "facts"],
    ["evaluatedOn", "date d’évaluation", "evaluation date"],
    ["expected", "réponses attendues", "expected answers"],
    ["tags", "étiquettes", "tags"],
    ["story", "récit", "story"],
    ["provenance", "provenance", "provenance"],
    ["modelled", "pourquoi cet énoncé n’a pas de critère", "why this statement has no criterion"],
    ["@undetermined", "renseignements à compléter", "information to complete"],
    ["@safety-unknown", "sécurité à vérifier", "safety to check"],
    ["colour", "jeu de critères", "rule set"],
  ])("%s", (part, fr, en) => {
    expect(place([part])).toEqual([fr, en]);
  });

  test.each<[Path, string, string]>([
    [[], "jeu de critères", "rule set"],
    [["title", "fr"], "titre (français)", "title (French)"],
    [["title", "en"], "titre (anglais)", "title (English)"],
    [["fr"], "français", "French"],
    [["en"], "anglais", "English"],
    [["criteria", 0, "title", "en"], "critère K, titre (anglais)", "criterion K, title (English)"],
    [["criteria", 0, "then", "outcome"], "critère K, conclusion", "criterion K, conclusion"],
    [
      ["decisions", 0, "states", "@undetermined", "label", "fr"],
      "décision « Orientation », états à vérifier, renseignements à compléter, libellé (français)",
      "decision “Direction”, states to check, information to complete, label (French)",
    ],
    [["facts", 2, "colour"], "renseignement « Âge »", "fact “Age”"],
    [
      ["sources", 0, "statements", 0, "modelled", "reason", "en"],
      "source « Guide », énoncé S1, pourquoi cet énoncé n’a pas de critère, raison (anglais)",
      "source “Guide book”, statement S1, why this statement has no criterion, reason (English)",
    ],
  ])("%j", (at, fr, en) => {
    expect(place(at)).toEqual([fr, en]);
  });
});

describe("members of a condition are numbered as in its outline", () => {
  test.each<[Path, string]>([
    [["criteria", 0, "when"], "criterion K, condition"],
    [["criteria", 0, "when", "all", 1], "criterion K, condition 2"],
    [["criteria", 0, "when", "all", 1, "not", "any", 0], "criterion K, condition 2.1"],
    [["criteria", 0, "when", "atLeast", "of", 2, "value"], "criterion K, condition 3"],
    [["criteria", 0, "when", "all", 0, "value", 4], "criterion K, condition 1"],
    [["criteria", 0, "when", "all", 0, "operator"], "criterion K, condition 1"],
    [["properties", 0, "claim", "given", "all", 0], "safety property P, condition 1"],
    [["properties", 0, "claim", "condition", "any", 3], "safety property P, condition 4"],
    [["conditions", 1, "when", "any", 1], "condition “Worry”, condition 2"],
  ])("%j", (at, en) => {
    const [fr, english] = place(at);
    expect(english).toBe(en);
    expect(fr).toBe(
      plain(
        en
          .replace("criterion", "critère")
          .replace("safety property", "propriété de sécurité")
          .replace("“Worry”", "« Inquiétude »"),
      ),
    );
  });
});
