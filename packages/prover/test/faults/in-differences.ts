// Seeded faults that no property and no law sees, and that a comparison with the correct program must show.
import { fact, inTwoParts, notWithheld, when, withoutValidFor } from "./edit.ts";
import type { SeededFault } from "./fault.ts";

export const inDifferences: readonly SeededFault[] = [
  {
    id: "a-ideas-valid-for-a-week",
    program: "autosoins-diriges",
    class: "valid-for",
    what: "An answer about suicidal ideas stays good for a week.",
    edits: [fact("suicidalIdeation", { validFor: "P7D" })],
    caughtBy: { difference: "changes-outcomes" },
  },
  {
    id: "a-assessment-valid-for-years",
    program: "autosoins-diriges",
    class: "valid-for",
    what: "A deeper assessment counts for 900 days instead of 90.",
    edits: [fact("deeperAssessmentDone", { validFor: "P900D" })],
    caughtBy: { difference: "changes-outcomes" },
  },
  {
    id: "a-phq9-valid-for-ever",
    program: "autosoins-diriges",
    class: "valid-for",
    what: "A PHQ-9 never becomes too old.",
    edits: [withoutValidFor("phq9Total")],
    caughtBy: { difference: "changes-outcomes" },
  },
  {
    id: "a-gad7-valid-for-a-day",
    program: "autosoins-diriges",
    class: "valid-for",
    what: "A GAD-7 is too old after a day.",
    edits: [fact("gad7Total", { validFor: "P1D" })],
    caughtBy: { difference: "more-cautious" },
  },
  {
    id: "b-danger-valid-for-a-day",
    program: "choix-de-service",
    class: "valid-for",
    what: "An answer about immediate danger stays good until the next day.",
    edits: [fact("imminentDanger", { validFor: "P1D" })],
    caughtBy: { difference: "changes-outcomes" },
  },
  {
    id: "a-consent-assumed",
    program: "autosoins-diriges",
    class: "when-unknown",
    what: "Whoever was not asked wishes the family to be involved.",
    edits: [fact("familyInvolvementWished", { whenUnknown: { assume: true } })],
    caughtBy: { difference: "more-cautious" },
  },
  {
    id: "b-not-withheld",
    program: "choix-de-service",
    class: "safety",
    what: "Interventions are suggested while safety is unknown.",
    edits: [notWithheld("interventions")],
    caughtBy: { difference: "more-cautious" },
  },
  {
    id: "a-half-a-questionnaire-counts",
    program: "autosoins-diriges",
    class: "partial-questionnaire",
    what: "Half a PHQ-9 gives a total: what was not asked counts as 0.",
    given: [inTwoParts("phq9Total", [14, 13])],
    edits: [
      fact("phq9TotalPart1", { whenUnknown: { assume: 0 } }),
      fact("phq9TotalPart2", { whenUnknown: { assume: 0 } }),
    ],
    caughtBy: { difference: "changes-outcomes" },
  },
  {
    id: "b-bereavement-forgotten",
    program: "choix-de-service",
    class: "dropped-condition",
    what: "Bereavement no longer leads to psychosocial support.",
    edits: [when("B-S4", { fact: "difficulties", operator: "containsAny", value: ["job_loss", "breakup"] })],
    caughtBy: { difference: "changes-outcomes" },
  },
];
