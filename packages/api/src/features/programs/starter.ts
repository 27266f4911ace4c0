// What a program made from nothing begins with: one safety question, one decision that it stops, and what makes the
// whole complete (a guarantee, a hazard, a profile for each answer), so that the first thing an author sees is an
// example without findings, to be rewritten.
import { firstStates, type DraftRuleSet, type Hazard, type Profile, type Text } from "@jumelage/engine";

const danger = "immediateDanger";
const decision = "orientation";

/** The beginning of a program of this id and title. */
export function starterOf(program: string, title: Text) {
  return { ruleSet: ruleSetOf(program, title), profiles, hazards };
}

function ruleSetOf(program: string, title: Text): DraftRuleSet {
  return {
    schemaVersion: 1,
    program,
    title,
    purpose: {
      fr: "À écrire : à qui ce programme s’adresse, et ce qu’il aide à décider. C’est une aide à la décision; la clinicienne ou le clinicien décide.",
      en: "To be written: whom this program is for, and what it helps to decide. It is decision support; the clinician decides.",
    },
    timeZone: "America/Toronto",
    sources: [],
    parameters: [],
    facts: [
      {
        id: danger,
        label: { fr: "Danger immédiat", en: "Immediate danger" },
        question: {
          fr: "Y a-t-il un danger immédiat pour la personne ou pour quelqu’un d’autre?",
          en: "Is there an immediate danger to the person or to someone else?",
        },
        type: "boolean",
        whenUnknown: "block",
        safety: true,
        validFor: "P0D",
        sources: [],
      },
    ],
    conditions: [],
    decisions: [
      {
        id: decision,
        title: { fr: "Orientation", en: "Orientation" },
        kind: "one",
        otherwise: "to-assess",
        outcomes: [
          {
            id: "immediate",
            label: { fr: "Intervention immédiate", en: "Immediate intervention" },
            message: {
              fr: "Un danger est présent. Agir maintenant et montrer les ressources de crise.",
              en: "A danger is present. Act now and show crisis resources.",
            },
            tone: "stop",
            override: false,
          },
          {
            id: "to-assess",
            label: { fr: "Évaluation clinique", en: "Clinical assessment" },
            message: {
              fr: "Aucun critère de ce programme n’oriente encore autrement : évaluer et exercer son jugement.",
              en: "No criterion of this program orients otherwise yet: assess and use judgement.",
            },
            tone: "neutral",
            override: true,
          },
        ],
        states: firstStates,
      },
    ],
    criteria: [
      {
        id: "C1",
        title: { fr: "Il y a un danger immédiat.", en: "There is an immediate danger." },
        when: { fact: danger, operator: "equal", value: true },
        then: { decision, outcome: "immediate" },
        rationale: {
          fr: "La sécurité passe avant tout autre critère. À confirmer par une lecture clinique.",
          en: "Safety comes before every other criterion. To be confirmed by a clinical reading.",
        },
        sources: [],
        origin: "beyond-source",
        enabled: true,
      },
    ],
    properties: [
      {
        id: "G1",
        statement: {
          fr: "Un danger immédiat mène toujours à une intervention immédiate.",
          en: "An immediate danger always leads to an immediate intervention.",
        },
        claim: {
          kind: "implies",
          given: { fact: danger, operator: "equal", value: true },
          decision,
          states: ["immediate"],
        },
      },
    ],
  };
}

const hazards: readonly Hazard[] = [
  {
    id: "H1",
    title: {
      fr: "Une personne en danger immédiat n’est pas dirigée vers une intervention immédiate.",
      en: "A person in immediate danger is not directed to an immediate intervention.",
    },
    controls: [{ criterion: "C1" }, { property: "G1" }],
    profiles: ["P1"],
  },
];

const profiles: readonly Profile[] = [
  {
    id: "P1",
    title: { fr: "Danger immédiat", en: "Immediate danger" },
    tags: [],
    facts: { [danger]: true },
    provenance: "accepted-output",
    expected: { decisions: { [decision]: "immediate" } },
  },
  {
    id: "P2",
    title: { fr: "Aucun danger immédiat", en: "No immediate danger" },
    tags: [],
    facts: { [danger]: false },
    provenance: "accepted-output",
    expected: { decisions: { [decision]: "to-assess" } },
  },
  {
    id: "P3",
    title: { fr: "Danger immédiat non vérifié", en: "Immediate danger not checked" },
    tags: [],
    facts: {},
    provenance: "accepted-output",
    expected: { decisions: { [decision]: "@safety-unknown" } },
  },
  {
    id: "P4",
    title: { fr: "Danger immédiat vérifié la veille", en: "Immediate danger checked the day before" },
    tags: [],
    facts: { [danger]: { value: true, observedOn: "2026-01-14" } },
    evaluatedOn: "2026-01-15",
    provenance: "accepted-output",
    expected: { decisions: { [decision]: "@safety-unknown" } },
  },
];
