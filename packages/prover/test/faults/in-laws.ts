// Seeded faults that a law over the whole rule set must report.
import { andAlso, another, before, named, notOnPurpose, off, otherwise, parameter, when } from "./edit.ts";
import type { SeededFault } from "./fault.ts";

export const inLaws: readonly SeededFault[] = [
  {
    id: "a-impairment-contradicts-itself",
    program: "autosoins-diriges",
    class: "dead-criterion",
    what: "Marked impairment and none at the same time.",
    edits: [andAlso("A-D7", { fact: "functionalImpairment", operator: "equal", value: "none" })],
    caughtBy: { law: "criterion-never-fires", about: "A-D7" },
  },
  {
    id: "a-gad7-beyond-its-range",
    program: "autosoins-diriges",
    class: "dead-criterion",
    what: "A GAD-7 above 21, which it cannot be.",
    edits: [named("gad7-high", { fact: "gad7Total", operator: "greaterThan", value: 21 })],
    caughtBy: { law: "criterion-never-fires", about: "A-D5" },
  },
  {
    id: "a-match-needs-the-impossible",
    program: "autosoins-diriges",
    class: "dead-criterion",
    what: "A good match wants severe symptoms beside mild or moderate ones.",
    edits: [andAlso("A-M1", { fact: "severity", operator: "equal", value: "severe" })],
    caughtBy: { law: "outcome-unreachable", about: "match" },
  },
  {
    id: "b-orientation-never-reached",
    program: "choix-de-service",
    class: "dead-criterion",
    what: "The emergency has lost both of its criteria.",
    edits: [off("B-U1"), off("B-U2")],
    caughtBy: { law: "outcome-unreachable", about: "emergency" },
  },
  {
    id: "a-phq9-copied-for-gad7",
    program: "autosoins-diriges",
    class: "shadowed-criterion",
    what: "The criterion for the GAD-7 reads the PHQ-9: copied, and not corrected.",
    edits: [
      when("A-D5", {
        all: [{ condition: "phq9-high" }, { fact: "deeperAssessmentDone", operator: "equal", value: false }],
      }),
    ],
    caughtBy: { law: "criterion-duplicated", about: "A-D5" },
  },
  {
    id: "a-minors-twice",
    program: "autosoins-diriges",
    class: "shadowed-criterion",
    what: "Minors are told of twice, in other words.",
    edits: [
      another("A-D9", "A-D8", {
        outcome: "deeper",
        when: {
          all: [
            { not: { fact: "deeperAssessmentDone", operator: "equal", value: true } },
            { fact: "ageYears", operator: "lessThanInclusive", value: 17 },
          ],
        },
      }),
    ],
    caughtBy: { law: "criterion-duplicated", about: "A-D9" },
  },
  {
    id: "a-plan-without-purpose",
    program: "autosoins-diriges",
    class: "shadowed-criterion",
    what: "The criterion for a plan lies inside the one for ideas, and nobody says why it is kept.",
    edits: [notOnPurpose("A-I4")],
    caughtBy: { law: "criterion-subsumed", about: "A-I4" },
  },
  {
    id: "b-plan-without-purpose",
    program: "choix-de-service",
    class: "shadowed-criterion",
    what: "The criterion for a plan lies inside the one for ideas, and nobody says why it is kept.",
    edits: [notOnPurpose("B-I4")],
    caughtBy: { law: "criterion-subsumed", about: "B-I4" },
  },
  {
    id: "a-other-behind-immediate",
    program: "autosoins-diriges",
    class: "shadowed-criterion",
    what: "Active ideas lead to another modality as well, behind immediate help.",
    edits: [
      another("A-O9", "A-O1", {
        outcome: "other",
        when: { fact: "suicidalIdeation", operator: "equal", value: "active" },
      }),
    ],
    caughtBy: { law: "criterion-subsumed", about: "A-O9" },
  },
  {
    id: "b-two-cover-a-third",
    program: "choix-de-service",
    class: "shadowed-criterion",
    what: "Depression or trauma lead to psychotherapy, which each of them already does.",
    edits: [
      another("B-P9", "B-P1", {
        outcome: "psychotherapy",
        when: {
          fact: "identifiedConditions",
          operator: "containsAny",
          value: ["depression", "trauma_ptsd"],
        },
      }),
    ],
    caughtBy: { law: "criterion-never-decides", about: "B-P9" },
  },
  {
    id: "a-phq9-from-zero",
    program: "autosoins-diriges",
    class: "always-true",
    what: "The PHQ-9 threshold is 0: everybody is above it.",
    edits: [parameter("phq9LookAgain", 0)],
    caughtBy: { law: "condition-always-true", about: "phq9-high" },
  },
  {
    id: "a-age-tested-twice",
    program: "autosoins-diriges",
    class: "always-true",
    what: "The family instruction wants 10 years beside 14.",
    edits: [andAlso("A-OB5", { fact: "ageYears", operator: "greaterThanInclusive", value: 10 })],
    caughtBy: { law: "condition-always-true", about: "A-OB5" },
  },
  {
    id: "b-every-intensity",
    program: "choix-de-service",
    class: "always-true",
    what: "Psychotherapy for whoever's symptoms have any intensity.",
    edits: [
      when("B-P7", {
        fact: "severity",
        operator: "in",
        value: ["subthreshold", "mild", "moderate", "severe"],
      }),
    ],
    caughtBy: { law: "condition-always-true", about: "B-P7" },
  },
  {
    id: "b-support-for-nobody",
    program: "choix-de-service",
    class: "always-false",
    what: "One of the two ways to coaching can never be.",
    edits: [
      when("B-K4", {
        any: [
          { fact: "soughtHelp", operator: "contains", value: "learn_tools" },
          {
            all: [
              { fact: "severity", operator: "equal", value: "mild" },
              { fact: "severity", operator: "equal", value: "severe" },
            ],
          },
        ],
      }),
    ],
    caughtBy: { law: "condition-always-false", about: "B-K4" },
  },
  {
    id: "b-illness-without-effect",
    program: "choix-de-service",
    class: "without-effect",
    what: "The effects of an illness are asked, and no longer matter.",
    edits: [
      when("B-K5", {
        all: [
          { fact: "soughtHelp", operator: "contains", value: "regain_autonomy" },
          {
            any: [
              { fact: "illnessEffects", operator: "equal", value: true },
              { fact: "soughtHelp", operator: "contains", value: "regain_autonomy" },
            ],
          },
        ],
      }),
    ],
    caughtBy: { law: "fact-without-effect", about: "illnessEffects" },
  },
  {
    id: "a-gad7-of-exactly-15",
    program: "autosoins-diriges",
    class: "gap",
    what: "A GAD-7 of exactly 15 gets no answer: below 15 is a match, above 15 asks for an assessment.",
    edits: [
      named("gad7-high", {
        fact: "gad7Total",
        operator: "greaterThan",
        value: { parameter: "gad7LookAgain" },
      }),
      andAlso("A-M1", { fact: "gad7Total", operator: "lessThan", value: { parameter: "gad7LookAgain" } }),
    ],
    caughtBy: { law: "gap-at-threshold", about: "gad7Total" },
  },
  {
    id: "a-age-of-exactly-18",
    program: "autosoins-diriges",
    class: "gap",
    what: "At exactly 18 nothing speaks: under 18 asks for an assessment, a match wants more than 18.",
    edits: [andAlso("A-M1", { fact: "ageYears", operator: "greaterThan", value: { parameter: "adultAge" } })],
    caughtBy: { law: "gap-at-threshold", about: "ageYears" },
  },
  {
    id: "b-support-by-default",
    program: "choix-de-service",
    class: "gap",
    what: "Where no criterion speaks, psychosocial support is given though nothing decided so.",
    edits: [otherwise("service", "psychosocial")],
    caughtBy: { law: "no-criterion-speaks", about: "service" },
  },
  {
    id: "a-match-over-other",
    program: "autosoins-diriges",
    class: "overlap",
    what: "A person who declines and matches gets the match.",
    edits: [before("orientation", "match", "other")],
    caughtBy: { law: "outcomes-overlap", about: "match" },
  },
  {
    id: "b-support-over-therapy",
    program: "choix-de-service",
    class: "overlap",
    what: "Psychosocial support wins over the crisis.",
    edits: [before("service", "psychosocial", "crisis")],
    caughtBy: { law: "outcomes-overlap", about: "psychosocial" },
  },
  {
    id: "a-gad7-only-at-the-top",
    program: "autosoins-diriges",
    class: "threshold",
    what: "The GAD-7 threshold is 21: only the highest score counts.",
    edits: [parameter("gad7LookAgain", 21)],
    caughtBy: { law: "threshold-at-edge", about: "gad7Total" },
  },
];
