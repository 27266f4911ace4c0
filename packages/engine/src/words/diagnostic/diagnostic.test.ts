import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { referencePrograms } from "@jumelage/content";
import { describe, expect, test } from "vitest";
import { programs } from "../../../test/reference-programs.ts";
import { chanceFrom, freshSeed, type Chance } from "../../../test/arbitraries.ts";
import { expectWellSet } from "../../../test/words.ts";
import { check } from "../../check/index.ts";
import {
  documentLimits,
  languages,
  overLimits,
  parseDraftRuleSet,
  parseProfiles,
  parseRuleSet,
  type Diagnostic,
  type DraftRuleSet,
} from "../../model/index.ts";
import { checkTypes } from "../../model/typing/index.ts";
import { diagnosticSentence, diagnosticWords, wordedCodes } from "./index.ts";

const [a] = programs.map((p) => p.ruleSet);
if (!a) throw new Error("a reference program");
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

/** Every code that the sources of the model and of the checks can emit. */
function emittedCodes(): readonly string[] {
  const root = join(import.meta.dirname, "../..");
  const sources = ["model", "check"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      // Problems of a person have codes of their own, which are no findings.
      .filter((file) => !["person.ts", "result.ts", "profile.ts"].includes(file))
      .map((file) => readFileSync(join(root, folder, file), "utf8")),
  );
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/(?:\b(?:add|found)\(|\b(?:code|message):)([^,}]*)/gu)].flatMap((m) =>
      [...(m[1] ?? "").matchAll(/"([a-z]+(?:-[a-z]+)+)"/gu)].map((literal) => literal[1] ?? ""),
    ),
  );
  return [...new Set(codes)];
}

test("C2 every code that is emitted has words, and nothing else has", () => {
  const emitted = emittedCodes();
  expect(emitted.length).toBeGreaterThan(75);
  expect(new Set(emitted)).toEqual(new Set(wordedCodes));
});

const params: Diagnostic["params"] = {
  fact: "phq9Total",
  operator: "in",
  type: "integer",
  literal: '"many"',
  condition: "phq9-high",
  parameter: "phq9LookAgain",
  decision: "orientation",
  outcome: "match",
  statement: "S99",
  key: "colour",
  expected: "string",
  minimum: 1,
  maximum: 10,
  values: ["block", "ignore"],
  limit: 10_000,
  id: "A-D4",
  count: 3,
  of: 2,
  criterion: "A-D4",
  by: "A-D1",
  same: true,
  origin: "source",
  lang: "en",
  label: "Âge",
  part: "phq9Item9",
  value: "x",
  profile: "PA01",
};

describe.each(languages)("C2 in %s", (lang) => {
  test.each(wordedCodes)("%s says what is the matter and the way out", (code) => {
    for (const given of [params, { ...params, same: false, origin: "inference" }]) {
      const diagnostic: Diagnostic = {
        code,
        severity: "error",
        at: ["criteria", 15, "when", "all", 1],
        params: given,
      };
      const { place, problem, remedy } = diagnosticWords(diagnostic, a, lang);
      for (const text of [place, problem, remedy, diagnosticSentence(diagnostic, a, lang)])
        expectWellSet(text, lang, [code]);
      expect(problem).toMatch(/^[\p{Lu}«“]/u);
      expect(remedy).toMatch(/\.$/u);
      expect(problem).toMatch(/\.$/u);
    }
  });
});

const said = (diagnostic: Diagnostic | undefined, doc: unknown, lang: "fr" | "en"): string => {
  if (!diagnostic) throw new Error("no finding");
  return plain(diagnosticSentence(diagnostic, doc, lang));
};

test("findings read as written by hand", () => {
  const missing: DraftRuleSet = {
    ...a,
    criteria: a.criteria.map((c) => (c.id === "A-D4" ? { ...c, title: { fr: "t", en: "" } } : c)),
  };
  expect(said(check(missing)[0], missing, "fr")).toBe(
    "Critère A-D4, titre (anglais) : le texte manque. Écrivez-le avant de publier.",
  );
  expect(said(check(missing)[0], missing, "en")).toBe(
    "Criterion A-D4, title (English): the text is missing. Write it before publishing.",
  );

  const negative: DraftRuleSet = {
    ...a,
    criteria: a.criteria.map((c) =>
      c.id === "A-D4" ? { ...c, when: { all: [{ not: { condition: "phq9-high" } }, { always: true }] } } : c,
    ),
  };
  expect(said(check(negative)[0], negative, "fr")).toBe(
    "Critère A-D4, condition 1 : « Score total au PHQ-9 » est facultatif : un critère ne peut pas le lire à la forme négative. Tournez la condition à la forme affirmative, ou faites bloquer la décision quand il est inconnu.",
  );

  const safety: DraftRuleSet = {
    ...a,
    facts: a.facts.map((f) => (f.id === "imminentDanger" ? { ...f, validFor: undefined } : f)),
  };
  expect(said(check(safety)[0], safety, "fr")).toBe(
    "Renseignement « Danger immédiat pour soi ou pour autrui » : « Danger immédiat pour soi ou pour autrui » est un renseignement de sécurité sans durée de validité. Dites pendant combien de jours une réponse reste bonne; zéro veut dire le jour même.",
  );

  const literal: DraftRuleSet = {
    ...a,
    criteria: a.criteria.map((c) =>
      c.id === "A-L1" ? { ...c, when: { fact: "ageYears", operator: "equal", value: "vieux" } } : c,
    ),
  };
  expect(said(checkTypes(literal)[0], literal, "fr")).toBe(
    "Critère A-L1, condition : « vieux » n’est pas une réponse possible de « Âge », qui est un nombre entier. Choisissez une de ses réponses, dans son étendue.",
  );

  const unwritten: DraftRuleSet = {
    ...a,
    criteria: a.criteria.map((c) =>
      c.id === "A-L1" ? { ...c, when: { fact: "ageYears", operator: "equal", value: "" } } : c,
    ),
  };
  expect(said(checkTypes(unwritten)[0], unwritten, "en")).toBe(
    "Criterion A-L1, condition: (empty) is not a possible answer of “Age”, which is a whole number. Choose one of its answers, within its range.",
  );

  const shape = {
    ...a,
    colour: "blue",
    facts: a.facts.map((f, i) => (i === 1 ? { ...f, safety: "TRUE" } : f)),
  };
  const parsed = parseRuleSet(shape);
  const words = parsed.ok ? [] : parsed.diagnostics.map((d) => said(d, shape, "en"));
  expect(words).toEqual([
    "Fact “Acute psychosocial crisis”: this is not the kind of value expected. Put yes or no.",
    "Rule set: the field “colour” does not exist here. Remove it, or correct its name.",
  ]);

  const profiles = [
    {
      id: "P1",
      title: { fr: "Léger", en: "Mild" },
      tags: [],
      facts: { ageYears: { value: 3, observedOn: "2026-01-01" } },
      provenance: "blind",
      expected: { decisions: {} },
    },
  ];
  const read = parseProfiles(profiles);
  expect(read.ok ? [] : read.diagnostics.map((d) => said(d, profiles, "fr"))).toEqual([
    "Profil « Léger », date d’évaluation : des réponses sont datées, mais le profil n’a pas de date d’évaluation. Ajoutez-la, pour que le profil donne toujours la même réponse.",
  ]);
});

test("C2 whatever is broken in a document, its findings have words", () => {
  const seed = freshSeed();
  const chance = chanceFrom(seed);
  const seen = new Set<string>();
  for (let round = 0; round < 150; round += 1) {
    const doc = structuredClone(chance.pick(referencePrograms).ruleSet) as Record<string, unknown>;
    breakSomewhere(doc, chance);
    const parsed = chance.often(0.5) ? parseRuleSet(doc) : parseDraftRuleSet(doc);
    const found = parsed.ok
      ? check(parsed.value)
      : [...parsed.diagnostics, ...overLimits(doc, { ...documentLimits, conditionDepth: 1 })];
    for (const diagnostic of found.slice(0, 5)) {
      seen.add(diagnostic.code);
      expect(wordedCodes, `SEED=${seed}`).toContain(diagnostic.code);
      for (const lang of languages) {
        // A label that is broken is quoted in the other language, with the typography of that one.
        const sentence = diagnosticSentence(diagnostic, doc, lang);
        expect(sentence, `SEED=${seed}`).not.toMatch(/undefined|null|NaN|\[object|[{}]|«\s*»|“\s*”|\s{2}/u);
        expect(sentence, `SEED=${seed}`).toMatch(/^\p{Lu}.{10,}\.$/u);
      }
    }
  }
  expect(seen.size, `SEED=${seed}`).toBeGreaterThan(5);
});

/** Walks down a random path and puts something else at its end. */
function breakSomewhere(doc: Record<string, unknown>, chance: Chance): void {
  let here: Record<string, unknown> = doc;
  for (;;) {
    const key = chance.pick(Object.keys(here));
    const next = here[key];
    if (typeof next === "object" && next !== null && Object.keys(next).length > 0 && chance.often(0.93))
      here = next as Record<string, unknown>;
    else {
      const put = chance.pick<unknown>([
        "nothing",
        null,
        3,
        true,
        "other",
        "",
        [],
        {},
        { fr: "", en: "" },
        "a\u200bb",
        -1,
      ]);
      if (put === "nothing") delete here[key];
      else here[key] = put;
      return;
    }
  }
}

test("a code that nobody knows is still worded", () => {
  const diagnostic: Diagnostic = { code: "profile-differs", severity: "error", at: [], params: {} };
  expect(said(diagnostic, undefined, "fr")).toBe(
    "Jeu de critères : il y a ici un point à vérifier (profile-differs). Revoyez cette partie du document.",
  );
});
