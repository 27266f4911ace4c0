// Every claim a property can make, of decisions of both kinds and of one state or several, in both languages.
import { describe, expect, test } from "vitest";
import { labelled, said } from "../../test/labelled.ts";
import type { Condition } from "../model/condition.ts";
import type { Claim } from "../model/property.ts";
import { claimSentence } from "./claim.ts";

const ruleSet = labelled();
const sentence = (claim: Claim) => said((lang) => claimSentence(claim, ruleSet, lang));
const danger: Condition = { fact: "danger", operator: "equal", value: true };
const answer = ["la réponse à « Orientation »", "the answer to “Direction”"] as const;

describe.each([
  [
    { decision: "d", states: ["stop"] },
    ["la réponse à « Orientation » est toujours « Arrêt »", "the answer to “Direction” is always “Halt”"],
    ["la réponse à « Orientation » n’est jamais « Arrêt »", "the answer to “Direction” is never “Halt”"],
    ["La réponse à « Orientation » n’est « Arrêt » que", "The answer to “Direction” is “Halt” only"],
  ],
  [
    { decision: "d", states: ["stop", "@safety-unknown"] },
    [
      "la réponse à « Orientation » est toujours l’une de ces réponses (« Arrêt » ou « À sécuriser »)",
      "the answer to “Direction” is always one of these answers (“Halt” or “To secure”)",
    ],
    [
      "la réponse à « Orientation » n’est jamais l’une de ces réponses (« Arrêt » ou « À sécuriser »)",
      "the answer to “Direction” is never one of these answers (“Halt” or “To secure”)",
    ],
    [
      "La réponse à « Orientation » n’est l’une de ces réponses (« Arrêt » ou « À sécuriser ») que",
      "The answer to “Direction” is one of these answers (“Halt” or “To secure”) only",
    ],
  ],
  [
    { decision: "m", states: ["tell"] },
    ["« Devoirs » comprend toujours « Informer »", "“Duties” always includes “Informing”"],
    ["« Devoirs » ne comprend jamais « Informer »", "“Duties” never includes “Informing”"],
    ["« Devoirs » ne comprend « Informer » que", "“Duties” includes “Informing” only"],
  ],
  [
    { decision: "m", states: ["tell", "note"] },
    [
      "« Devoirs » comprend toujours au moins un de ces éléments (« Informer » ou « Noter »)",
      "“Duties” always includes at least one of these (“Informing” or “Noting”)",
    ],
    [
      "« Devoirs » ne comprend jamais aucun de ces éléments (« Informer » ou « Noter »)",
      "“Duties” never includes any of these (“Informing” or “Noting”)",
    ],
    [
      "« Devoirs » ne comprend au moins un de ces éléments (« Informer » ou « Noter ») que",
      "“Duties” includes at least one of these (“Informing” or “Noting”) only",
    ],
  ],
] as const)("states %j", (about, [alwaysFr, alwaysEn], [neverFr, neverEn], [onlyFr, onlyEn]) => {
  const { decision } = about;
  const states = [...about.states];
  test("implied, excluded and required", () => {
    expect(sentence({ kind: "implies", given: danger, decision, states })).toEqual([
      `Si « Danger » est oui, ${alwaysFr}.`,
      `If “Danger now” is yes, ${alwaysEn}.`,
    ]);
    expect(sentence({ kind: "never", given: danger, decision, states })).toEqual([
      `Si « Danger » est oui, ${neverFr}.`,
      `If “Danger now” is yes, ${neverEn}.`,
    ]);
    expect(sentence({ kind: "requires", condition: danger, decision, states })).toEqual([
      `${onlyFr} si « Danger » est oui.`,
      `${onlyEn} if “Danger now” is yes.`,
    ]);
  });
});

test("given always, and given what is not established", () => {
  const about = { decision: "d", states: ["stop"] };
  expect(sentence({ kind: "implies", given: { always: true }, ...about })).toEqual([
    `Dans tous les cas, ${answer[0]} est toujours « Arrêt ».`,
    `In every case, ${answer[1]} is always “Halt”.`,
  ]);
  expect(sentence({ kind: "never", given: { not: danger }, ...about })).toEqual([
    `S’il n’est pas établi que « Danger » est oui, ${answer[0]} n’est jamais « Arrêt ».`,
    `If it is not established that “Danger now” is yes, ${answer[1]} is never “Halt”.`,
  ]);
  expect(sentence({ kind: "requires", condition: { not: danger }, ...about })).toEqual([
    "La réponse à « Orientation » n’est « Arrêt » que s’il n’est pas établi que « Danger » est oui.",
    "The answer to “Direction” is “Halt” only if it is not established that “Danger now” is yes.",
  ]);
});

test.each([
  ["score", "ascending", "« Pointage » augmente", "“Score” rises"],
  ["score", "descending", "« Pointage » diminue", "“Score” falls"],
  ["since", "ascending", "« Début » est plus tard", "“Start” is later"],
  ["since", "descending", "« Début » est plus tôt", "“Start” is earlier"],
  ["other", "ascending", "« other » augmente", "“other” rises"],
  [
    "kind",
    ["a", "b"],
    "« Problème » passe de « Anxiété » à « Dépression »",
    "“Problem” goes from “Anxiety” to “Depression”",
  ],
  [
    "kind",
    ["c", "a", "b"],
    "« Problème » passe de « Autre » à « Anxiété », puis à « Dépression »",
    "“Problem” goes from “Other” to “Anxiety”, then to “Depression”",
  ],
  [
    "age",
    [1, 2, 3, 4],
    "« Âge » passe de 1 an à 2 ans, puis à 3 ans, puis à 4 ans",
    "“Age” goes from 1 year to 2 years, then to 3 years, then to 4 years",
  ],
] as const)("worsening %s %j", (fact, order, fr, en) => {
  const given = typeof order === "string" ? order : [...order];
  expect(sentence({ kind: "monotone", decision: "d", fact, order: given })).toEqual([
    `Quand ${fr}, le reste étant égal, ${answer[0]} ne devient jamais moins prudente.`,
    `When ${en}, all else being equal, ${answer[1]} never becomes less cautious.`,
  ]);
});

test.each([
  [["wish"], "à « Souhait »", "to “Wish”"],
  [["wish", "kind"], "à « Souhait » et à « Problème »", "to “Wish” and to “Problem”"],
  [
    ["age", "wish", "kind"],
    "à « Âge », à « Souhait » et à « Problème »",
    "to “Age”, to “Wish” and to “Problem”",
  ],
])("independent of %j", (facts, fr, en) => {
  expect(sentence({ kind: "independent", decision: "d", facts })).toEqual([
    `La réponse à « Orientation » reste la même, quelle que soit la réponse ${fr}.`,
    `The answer to “Direction” stays the same, whatever the answer ${en}.`,
  ]);
});

test.each([
  ["score", 0, "« Pointage »", "“Score”", "était 0", "were 0"],
  ["wish", false, "« Souhait »", "“Wish”", "était non", "were no"],
  ["traits", [], "« Défis »", "“Challenges”", "comprenait aucun élément", "included no item"],
  ["traits", ["x"], "« Défis »", "“Challenges”", "comprenait « Deuil »", "included “Grief”"],
] as const)("%s unknown is as %j", (fact, value, factFr, factEn, fr, en) => {
  const given = typeof value === "object" ? [...value] : value;
  expect(sentence({ kind: "benignWhenUnknown", decision: "d", fact, value: given })).toEqual([
    `Tant que ${factFr} est simplement inconnu (non demandé, refus de répondre ou réponse non connue), ${answer[0]} est la même que si ${factFr} ${fr}.`,
    `While ${factEn} is simply unknown (not asked, declined or not known), ${answer[1]} is the same as if ${factEn} ${en}.`,
  ]);
});
