import { describe, expect, test } from "vitest";
import { labelled, plain, said } from "../../test/labelled.ts";
import { diffProfiles } from "../diff/index.ts";
import type { Expected, Profile } from "../model/profile.ts";
import { lexiconOf } from "./lexicon.ts";
import { expectedSentences, profileChangeSentence, sentIn } from "./profile-change.ts";

const ruleSet = labelled();
const profile: Profile = {
  id: "P1",
  title: { fr: "Léger", en: "Mild" },
  tags: ["limite"],
  facts: { age: 34, wish: true },
  provenance: "blind",
  expected: { decisions: { d: "go" } },
};

function words(before: Profile | undefined, after: Profile | undefined) {
  const [base, head] = [before ? [before] : [], after ? [after] : []];
  const [change] = diffProfiles(base, head);
  if (!change) throw new Error("no change");
  return (["fr", "en"] as const).map((lang) => {
    const told = profileChangeSentence(
      change,
      { ruleSet, profiles: base },
      { ruleSet, profiles: head },
      lang,
    );
    return Object.fromEntries(Object.entries(told).map(([key, text]) => [key, plain(String(text))]));
  });
}

test("a profile that comes or goes is told whole", () => {
  const [fr, en] = [
    "« Âge » : 34 ans. « Souhait » : oui. « Orientation », attendu : « Jumelage ».",
    "“Age”: 34 years. “Wish”: yes. “Direction”, expected: “Match”.",
  ];
  expect(words(undefined, profile)).toEqual([
    { title: "Ajout : profil « Léger ».", after: fr },
    { title: "Added: profile “Mild”.", after: en },
  ]);
  expect(words(profile, undefined)).toEqual([
    { title: "Retrait : profil « Léger ».", before: fr },
    { title: "Removed: profile “Mild”.", before: en },
  ]);
});

test("of a profile that changes, only what changed is told", () => {
  expect(words(profile, { ...profile, facts: { age: 35, wish: true } })).toEqual([
    {
      title: "Changement : profil « Léger » (renseignements).",
      before: "« Âge » : 34 ans.",
      after: "« Âge » : 35 ans.",
    },
    { title: "Changed: profile “Mild” (facts).", before: "“Age”: 34 years.", after: "“Age”: 35 years." },
  ]);
  expect(words(profile, { ...profile, expected: { decisions: { d: "care" } } })).toEqual([
    {
      title: "Changement : profil « Léger » (réponses attendues).",
      before: "« Orientation », attendu : « Jumelage ».",
      after: "« Orientation », attendu : « Prudence ».",
    },
    {
      title: "Changed: profile “Mild” (expected answers).",
      before: "“Direction”, expected: “Match”.",
      after: "“Direction”, expected: “Care”.",
    },
  ]);
  const { wish: _, ...facts } = profile.facts;
  const all = {
    ...profile,
    title: { fr: "Léger", en: "Light" },
    tags: [],
    facts: { ...facts, kind: "a" },
    expected: { decisions: {} },
  };
  expect(words(profile, all)).toEqual([
    {
      title: "Changement : profil « Léger » (renseignements, réponses attendues, titre et étiquettes).",
      before:
        "Titre (anglais) : « Mild ». Étiquettes : limite. « Souhait » : oui. « Problème » : non demandé. « Orientation », attendu : « Jumelage ».",
      after:
        "Titre (anglais) : « Light ». Étiquettes : aucune. « Souhait » : non demandé. « Problème » : « Anxiété ».",
    },
    {
      title: "Changed: profile “Light” (facts, expected answers, title and tags).",
      before:
        "Title: “Mild”. Tags: limite. “Wish”: yes. “Problem”: not asked. “Direction”, expected: “Match”.",
      after: "Title: “Light”. Tags: none. “Wish”: not asked. “Problem”: “Anxiety”.",
    },
  ]);
});

test("a profile with nothing to tell has its title alone", () => {
  const nothing = { ...profile, facts: {}, expected: { decisions: {} } };
  expect(words(undefined, nothing)).toEqual([
    { title: "Ajout : profil « Léger »." },
    { title: "Added: profile “Mild”." },
  ]);
});

describe("what a profile says of a fact", () => {
  test.each<[string, unknown, string, string]>([
    ["age", undefined, "non demandé", "not asked"],
    ["age", null, "non demandé", "not asked"],
    ["age", { unknown: "not-asked" }, "non demandé", "not asked"],
    ["age", { unknown: "declined" }, "refus de répondre", "declined"],
    ["age", { unknown: "not-known" }, "réponse non connue", "not known"],
    ["age", { unknown: "tired" }, "réponse impossible", "impossible answer"],
    ["age", {}, "réponse impossible", "impossible answer"],
    ["age", 34, "34 ans", "34 years"],
    ["age", { value: 1 }, "1 an", "1 year"],
    [
      "age",
      { value: 34, observedOn: "2026-02-01" },
      "34 ans, observé le 1er février 2026",
      "34 years, observed on 1 February 2026",
    ],
    ["age", { value: 34, observedOn: 3 }, "34 ans", "34 years"],
    ["kind", "a", "« Anxiété »", "“Anxiety”"],
    ["traits", [], "aucun élément", "no item"],
    ["traits", ["x", "y"], "« Deuil » et « Stress »", "“Grief” and “Strain”"],
    [
      "traits",
      { value: ["x"], of: ["x", "y"] },
      "« Deuil » (demandé sur « Deuil » et « Stress »)",
      "“Grief” (asked on “Grief” and “Strain”)",
    ],
    [
      "traits",
      { value: [], of: [], observedOn: "2026-11-22" },
      "aucun élément (demandé sur rien), observé le 22 novembre 2026",
      "no item (asked on nothing), observed on 22 November 2026",
    ],
    ["other", "x", "« x »", "“x”"],
  ])("%s %j", (fact, sent, fr, en) => {
    expect(said((lang) => sentIn(lexiconOf(ruleSet, lang), fact, sent))).toEqual([fr, en]);
  });
});

describe("what a profile expects", () => {
  const expected = (wanted: Expected) =>
    (["fr", "en"] as const).map((lang) => expectedSentences(wanted, lexiconOf(ruleSet, lang)).map(plain));

  test("of decisions", () => {
    expect(expected({ decisions: {} })).toEqual([[], []]);
    expect(expected({ decisions: { d: "@undetermined", m: ["tell", "note"] } })).toEqual([
      [
        "« Orientation », attendu : « À compléter ».",
        "« Devoirs », suggestions attendues : « Informer » et « Noter ».",
      ],
      ["“Direction”, expected: “To complete”.", "“Duties”, expected suggestions: “Informing” and “Noting”."],
    ]);
    expect(
      expected({ decisions: { m: { suggested: [], undetermined: ["tell"], withheld: ["halt", "note"] } } }),
    ).toEqual([
      [
        "« Devoirs », suggestions attendues : rien.",
        "« Devoirs », en suspens : « Informer ».",
        "« Devoirs », retenu : « Alerter » et « Noter ».",
      ],
      [
        "“Duties”, expected suggestions: nothing.",
        "“Duties”, undecided: “Informing”.",
        "“Duties”, withheld: “Alerting” and “Noting”.",
      ],
    ]);
  });

  test("of criteria and facts", () => {
    expect(
      expected({
        decisions: {},
        fired: ["K", "L"],
        missing: ["age"],
        unverified: ["score"],
        assumed: ["wish"],
        problems: [
          { fact: "kind", code: "invalid" },
          { fact: "weather", code: "undeclared-fact" },
        ],
      }),
    ).toEqual([
      [
        "Critères vrais : K et L.",
        "À demander : « Âge ».",
        "Non vérifié : « Pointage ».",
        "Valeurs supposées : « Souhait ».",
        "Problèmes signalés : « Problème » et « weather ».",
      ],
      [
        "True criteria: K and L.",
        "To be asked: “Age”.",
        "Not verified: “Score”.",
        "Assumed values: “Wish”.",
        "Problems reported: “Problem” and “weather”.",
      ],
    ]);
    expect(
      expected({ decisions: {}, fired: [], missing: [], unverified: [], assumed: [], problems: [] })[1],
    ).toEqual([
      "True criteria: nothing.",
      "To be asked: nothing.",
      "Not verified: nothing.",
      "Assumed values: nothing.",
      "Problems reported: nothing.",
    ]);
  });
});
