// Changes of profiles, what was sent of a fact, and what is expected, in words.
import { expect, test } from "vitest";
import { both, plain, worded } from "../../test/worded.ts";
import type { ProfileChange } from "../diff/index.ts";
import type { Expected, Profile } from "../model/profile.ts";
import { lexiconOf } from "./lexicon.ts";
import { expectedSentences, profileChangeSentence, sentIn } from "./profile-change.ts";

const [fr, en] = [lexiconOf(worded, "fr"), lexiconOf(worded, "en")];

test.each<[string, unknown, fr: string, en: string]>([
  ["age", 17, "17 ans", "17 years"],
  ["age", undefined, "non demandé", "not asked"],
  ["age", null, "non demandé", "not asked"],
  ["age", { unknown: "declined" }, "refus de répondre", "declined"],
  ["age", { unknown: "elsewhere" }, "réponse impossible", "impossible answer"],
  ["age", {}, "réponse impossible", "impossible answer"],
  [
    "age",
    { value: 17, observedOn: "2026-03-01" },
    "17 ans, observé le 1er mars 2026",
    "17 years, observed on 1 March 2026",
  ],
  ["age", { value: 17, observedOn: 5 }, "17 ans", "17 years"],
  ["needs", ["rest"], "« Repos »", "“Rest”"],
  ["needs", [], "aucun élément", "no item"],
  [
    "needs",
    { value: ["rest"], of: ["rest", "talk"] },
    "« Repos » (demandé sur « Repos » et « Parole »)",
    "“Rest” (asked on “Rest” and “Talk”)",
  ],
  ["needs", { value: [], of: [] }, "aucun élément (demandé sur rien)", "no item (asked on nothing)"],
  [
    "needs",
    { value: ["rest"], of: ["rest"], observedOn: "2026-02-02" },
    "« Repos » (demandé sur « Repos »), observé le 2 février 2026",
    "“Rest” (asked on “Rest”), observed on 2 February 2026",
  ],
  ["gone", "x", "« x »", "“x”"],
])("what was sent of %s: %j", (fact, sent, wordsFr, wordsEn) => {
  expect([plain(sentIn(fr, fact, sent)), plain(sentIn(en, fact, sent))]).toEqual([wordsFr, wordsEn]);
});

test.each<[Partial<Expected>, fr: readonly string[], en: readonly string[]]>([
  [{}, [], []],
  [{ decisions: { way: "halt" } }, ["« Voie », attendu : « Arrêt »."], ["“Way”, expected: “Halt”."]],
  [
    { decisions: { duties: ["call", "write"] } },
    ["« Devoirs », suggestions attendues : « Appeler » et « Écrire »."],
    ["“Duties”, expected suggestions: “Call” and “Write”."],
  ],
  [
    { decisions: { duties: [] } },
    ["« Devoirs », suggestions attendues : rien."],
    ["“Duties”, expected suggestions: nothing."],
  ],
  [
    { decisions: { duties: { suggested: ["write"], undetermined: ["call"], withheld: [] } } },
    [
      "« Devoirs », suggestions attendues : « Écrire ».",
      "« Devoirs », en suspens : « Appeler ».",
      "« Devoirs », retenu : rien.",
    ],
    [
      "“Duties”, expected suggestions: “Write”.",
      "“Duties”, undecided: “Call”.",
      "“Duties”, withheld: nothing.",
    ],
  ],
  [
    { fired: ["K1", "K2"], missing: ["age"], unverified: ["pets"], assumed: ["alone", "age"] },
    [
      "Critères vrais : K1 et K2.",
      "À demander : « Âge ».",
      "Non vérifié : « Animaux ».",
      "Valeurs supposées : « Solitude » et « Âge ».",
    ],
    [
      "True criteria: K1 and K2.",
      "To be asked: “Age”.",
      "Not verified: “Pets”.",
      "Assumed values: “Loneliness” and “Age”.",
    ],
  ],
  [
    {
      problems: [
        { fact: "age", code: "invalid" },
        { fact: "âge", code: "undeclared-fact" },
      ],
    },
    ["Problèmes signalés : « Âge » et « âge »."],
    ["Problems reported: “Age” and “âge”."],
  ],
  [{ problems: [] }, ["Problèmes signalés : rien."], ["Problems reported: nothing."]],
])("what is expected: %j", (expected, wordsFr, wordsEn) => {
  const all: Expected = { decisions: {}, ...expected };
  expect([expectedSentences(all, fr).map(plain), expectedSentences(all, en).map(plain)]).toEqual([
    wordsFr,
    wordsEn,
  ]);
});

const profile: Profile = {
  id: "P1",
  title: both("Camille", "Camille R."),
  story: both("Un récit.", "A story."),
  tags: ["limite"],
  facts: { age: 17, mood: "low" },
  expected: { decisions: { way: "halt" } },
  provenance: "blind",
};
const changed: Profile = {
  ...profile,
  story: both("Un récit.", "Another story."),
  facts: { age: 18 },
  expected: { decisions: { way: "walk" } },
};

function worded1(
  change: Partial<ProfileChange>,
  lang: "fr" | "en",
  [before, after]: readonly (readonly Profile[])[],
) {
  const words = profileChangeSentence(
    { kind: "changed", profile: "P1", facts: [], parts: [], ...change },
    { ruleSet: worded, profiles: before ?? [] },
    { ruleSet: worded, profiles: after ?? [] },
    lang,
  );
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, plain(text as string)]));
}

test("a profile that came shows itself as it is now", () => {
  expect(worded1({ kind: "added" }, "fr", [[], [profile]])).toEqual({
    title: "Ajout : profil « Camille ».",
    after: "« Âge » : 17 ans. « Humeur » : « Basse ». « Voie », attendu : « Arrêt ».",
  });
});

test("one that went shows itself as it was", () => {
  expect(worded1({ kind: "removed" }, "en", [[profile], []])).toEqual({
    title: "Removed: profile “Camille R.”.",
    before: "“Age”: 17 years. “Mood”: “Low”. “Way”, expected: “Halt”.",
  });
});

test("one that changed shows what changed, before and after", () => {
  const change = {
    facts: [{ fact: "age" }, { fact: "mood" }],
    parts: ["story"],
    expected: {},
  } as unknown as Partial<ProfileChange>;
  expect(worded1(change, "fr", [[profile], [changed]])).toEqual({
    title: "Changement : profil « Camille » (renseignements, réponses attendues et récit).",
    before:
      "Récit (anglais) : « A story. ». « Âge » : 17 ans. « Humeur » : « Basse ». « Voie », attendu : « Arrêt ».",
    after:
      "Récit (anglais) : « Another story. ». « Âge » : 18 ans. « Humeur » : non demandé. « Voie », attendu : « Marche ».",
  });
  expect(worded1({ parts: ["tags"] }, "en", [[profile], [changed]])).toEqual({
    title: "Changed: profile “Camille R.” (tags).",
    before: "Tags: limite.",
    after: "Tags: limite.",
  });
});
