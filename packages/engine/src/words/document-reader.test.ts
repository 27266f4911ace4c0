// Where something stands in a document, in words, whatever the document is like.
import { describe, expect, test } from "vitest";
import { both, plain, worded } from "../../test/worded.ts";
import type { Path } from "../model/diagnostic.ts";
import { documentReader } from "./document-reader.ts";

const placeIn = (doc: unknown, at: Path, lang: "fr" | "en"): string =>
  plain(documentReader(doc, lang).place(at));
const place = (at: Path, lang: "fr" | "en", doc: unknown = worded): string => placeIn(doc, at, lang);

describe("places", () => {
  test.each<[Path, fr: string, en: string]>([
    [[], "jeu de critères", "rule set"],
    [["program"], "programme", "program"],
    [["criteria", 2], "critère K3", "criterion K3"],
    [["criteria", 2, "title", "en"], "critère K3, titre (anglais)", "criterion K3, title (English)"],
    [["criteria", 2, "title", "fr"], "critère K3, titre (français)", "criterion K3, title (French)"],
    [["fr"], "français", "French"],
    [["en"], "anglais", "English"],
    [["criteria", 99], "critère nº 100", "criterion no. 100"],
    [["criteria", 1, "when"], "critère K2, condition", "criterion K2, condition"],
    [
      ["criteria", 1, "when", "all", 1, "not", "any", 0, "value"],
      "critère K2, condition 2.1",
      "criterion K2, condition 2.1",
    ],
    [["criteria", 1, "when", "all", 1, "operator"], "critère K2, condition 2", "criterion K2, condition 2"],
    [["criteria", 1, "when", "value", 3], "critère K2, condition", "criterion K2, condition"],
    [["criteria", 1, "when", "operator", 3], "critère K2, condition", "criterion K2, condition"],
    [["criteria", 1, "then"], "critère K2, conclusion", "criterion K2, conclusion"],
    [["criteria", 1, "sources", 0], "critère K2, source nº 1", "criterion K2, source no. 1"],
    [["facts", 0, "range", "min"], "renseignement « Âge », étendue", "fact “Age”, range"],
    [
      ["facts", 1, "values", 0, "label", "fr"],
      "renseignement « Humeur », réponse « Basse », libellé (français)",
      "fact “Mood”, answer “Low”, label (French)",
    ],
    [["parameters", 0, "value"], "seuil « Limite », valeur", "threshold “Limit”, value"],
    [
      ["conditions", 1, "when", "all", 0],
      "condition « Fragile », condition 1",
      "condition “Frail”, condition 1",
    ],
    [
      ["decisions", 0, "otherwise"],
      "décision « Voie », réponse par défaut",
      "decision “Way”, default answer",
    ],
    [
      ["decisions", 0, "outcomes", 1, "message"],
      "décision « Voie », orientation « Veille », message",
      "decision “Way”, outcome “Watch”, message",
    ],
    [
      ["decisions", 0, "states", "@undetermined", "label"],
      "décision « Voie », états à vérifier, renseignements à compléter, libellé",
      "decision “Way”, states to check, information to complete, label",
    ],
    [
      ["sources", 0, "statements", 1, "locator"],
      "source « Guide », énoncé E2, repère",
      "source “Handbook”, statement E2, locator",
    ],
    [["properties", 0], "garantie nº 1", "guarantee no. 1"],
    [["nonsense"], "jeu de critères", "rule set"],
    [["nonsense", "title"], "titre", "title"],
  ])("%j", (at, fr, en) => {
    expect([place(at, "fr"), place(at, "en")]).toEqual([fr, en]);
  });

  test("of a property: what is claimed, and of what it is asked", () => {
    const doc = { properties: [{ id: "SP1", claim: { kind: "implies" } }] };
    expect(place(["properties", 0, "claim", "given", "all", 0], "fr", doc)).toBe("garantie SP1, condition 1");
    expect(place(["properties", 0, "claim", "condition"], "en", doc)).toBe("guarantee SP1, condition");
    expect(place(["properties", 0, "claim"], "en", doc)).toBe("guarantee SP1");
    expect(place(["properties", 0, "claim", "order", 1], "fr", doc)).toBe("garantie SP1, ordre");
    expect(place(["properties", 0, "claim", "states", 1], "fr", doc)).toBe("garantie SP1, états à vérifier");
  });

  test("of a list of profiles", () => {
    const profiles = [{ id: "P1", title: both("Camille", "Camille R.") }, { id: "P2" }];
    expect(place([0, "story", "fr"], "fr", profiles)).toBe("profil « Camille », récit (français)");
    expect(place([1, "expected", "decisions", "way"], "en", profiles)).toBe(
      "profile no. 2, expected answers",
    );
    expect(place([0, "facts", "age"], "en", profiles)).toBe("profile “Camille R.”, facts");
  });

  test("a citation is a source, whatever its number", () => {
    const doc = { criteria: [{ id: "K", sources: ["E1", "E2"] }] };
    expect(place(["criteria", 0, "sources", 1], "fr", doc)).toBe("critère K, sources");
  });

  test.each<[unknown]>([
    [null],
    [undefined],
    [3],
    ["text"],
    [[]],
    [{ criteria: {} }],
    [{ criteria: [null] }],
  ])("in what is no document: %j", (doc) => {
    expect(placeIn(doc, ["criteria", 0, "title", "en"], "en")).toBe("criterion no. 1, title (English)");
  });

  test("an id that is none, and a label that is none, are passed over", () => {
    expect(place(["criteria", 0], "en", { criteria: [{ id: "" }] })).toBe("criterion no. 1");
    expect(place(["criteria", 0], "en", { criteria: [{ id: 5 }] })).toBe("criterion no. 1");
    expect(place(["facts", 0], "en", { facts: [{ label: { fr: "x" } }] })).toBe("fact no. 1");
    expect(place(["facts", 0], "en", { facts: [{ label: { fr: "", en: "" } }] })).toBe("fact no. 1");
    expect(place(["decisions", 0], "en", { decisions: [{ title: both("a", "b") }] })).toBe("decision “b”");
    expect(place(["facts", 0], "en", { facts: [{ id: "age" }] })).toBe("fact no. 1");
    expect(place(["criteria", 0], "en", { criteria: [{ title: both("a", "b") }] })).toBe("criterion no. 1");
  });

  test("names that every object has are not those of a document", () => {
    expect(place(["constructor", "title"], "en", {})).toBe("title");
    expect(place(["toString"], "en", {})).toBe("rule set");
  });
});

/** Every part of a document that findings can be about. */
const partsOfDocuments = [
  ..."title purpose timeZone program label short question help message rationale statement text reason".split(
    " ",
  ),
  ..."locator url edition date id type values range scale unit value operator whenUnknown validFor".split(
    " ",
  ),
  ..."derive sources then shadowedOnPurpose otherwise states outcomes withheldWhileSafetyUnknown".split(" "),
  ..."order decision facts evaluatedOn expected tags story provenance modelled".split(" "),
  ..."@undetermined @safety-unknown".split(" "),
];

test("every part has words in both languages, and not those of another", () => {
  for (const lang of ["fr", "en"] as const) {
    const words = partsOfDocuments.map((part) => place(["criteria", 0, part], lang, {}));
    for (const text of words) expect(text).toMatch(/^(critère nº|criterion no\.) 1, \p{Ll}.{2,}$/u);
    expect(new Set(words).size).toBe(words.length);
  }
});

test.each([
  ["criteria", "critère", "criterion"],
  ["properties", "garantie", "guarantee"],
  ["statements", "énoncé", "statement"],
  ["facts", "renseignement", "fact"],
  ["values", "réponse", "answer"],
  ["parameters", "seuil", "threshold"],
  ["conditions", "condition", "condition"],
  ["decisions", "décision", "decision"],
  ["outcomes", "orientation", "outcome"],
  ["sources", "source", "source"],
])("one of the %s", (list, fr, en) => {
  expect([place([list, 0], "fr", {}), place([list, 0], "en", {})]).toEqual([`${fr} nº 1`, `${en} no. 1`]);
});

test("names and members, quoted; as they were written where the document has none", () => {
  const reader = documentReader(worded, "fr");
  expect(reader.lang).toBe("fr");
  expect(plain(reader.named("facts", "age"))).toBe("« Âge »");
  expect(plain(reader.named("decisions", "way"))).toBe("« Voie »");
  expect(plain(reader.named("conditions", "minor"))).toBe("« Mineur »");
  expect(plain(reader.named("parameters", "gone"))).toBe("« gone »");
  expect(plain(reader.named("parameters", " "))).toBe("(vide)");
  expect(documentReader(worded, "en").named("parameters", "")).toBe("(empty)");
  expect(plain(reader.member("facts", "mood", "low"))).toBe("« Basse »");
  expect(plain(reader.member("decisions", "way", "watch"))).toBe("« Veille »");
  expect(plain(reader.member("facts", "mood", "x"))).toBe("« x »");
  expect(plain(reader.member("facts", "gone", "low"))).toBe("« low »");
  expect(documentReader(null, "en").named("facts", "age")).toBe("“age”");
  expect(documentReader({ facts: [{ id: "age", label: both("", "") }] }, "en").named("facts", "age")).toBe(
    "“age”",
  );
});
