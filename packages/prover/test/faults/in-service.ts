// Seeded faults of the choice of a service that a safety property must refute, for everybody and without any profile.
import { aim, allAny, before, dropMember, fact, named, off, reads, when } from "./edit.ts";
import { ofProperty, dangerOf as danger, type Told } from "./of-property.ts";
import type { SeededFault } from "./fault.ts";

const service = (fault: Told): SeededFault => ofProperty("choix-de-service", fault);

export const inService: readonly SeededFault[] = [
  service({
    id: "b-passive-ideas-forgotten",
    class: "threshold",
    what: "Passive suicidal ideas no longer count as present.",
    edits: [named("suicidal-ideation-present", danger(["active", "active_plan_or_intent"]))],
    property: "SP1",
  }),
  service({
    id: "b-crisis-dropped",
    class: "dropped-criterion",
    what: "The criterion for an acute crisis is switched off.",
    edits: [off("B-I2")],
    property: "SP2",
  }),
  service({
    id: "b-danger-leads-to-therapy",
    class: "re-aimed-criterion",
    what: "Immediate danger leads to psychotherapy.",
    edits: [aim("B-I3", "psychotherapy")],
    property: "SP3",
  }),
  service({
    id: "b-therapy-before-crisis",
    class: "precedence",
    what: "Psychotherapy stands before crisis help.",
    edits: [before("service", "psychotherapy", "crisis")],
    property: "SP1",
  }),
  service({
    id: "b-no-danger-is-urgent",
    class: "swapped-urgencies",
    what: "The emergency is given where there is no danger.",
    edits: [when("B-U1", { fact: "imminentDanger", operator: "equal", value: false })],
    property: "SP3-emergency",
  }),
  service({
    id: "b-urgencies-swapped",
    class: "swapped-urgencies",
    what: "Active ideas without a plan are the emergency, a plan is not.",
    edits: [when("B-U2", { fact: "suicidalIdeation", operator: "equal", value: "active" })],
    property: "SP3-plan",
  }),
  service({
    id: "b-crisis-is-no-safety-fact",
    class: "safety",
    what: "An acute crisis is no longer a safety fact.",
    edits: [fact("acutePsychosocialCrisis", { safety: false })],
    property: "SP4",
  }),
  service({
    id: "b-unsure-person-not-heard",
    class: "dropped-criterion",
    what: "A person who is unsure is sent to psychosocial support.",
    edits: [off("B-O1")],
    property: "SP12",
  }),
  service({
    id: "b-severe-becomes-moderate",
    class: "threshold",
    what: "Psychotherapy for moderate instead of severe symptoms.",
    edits: [when("B-P7", { fact: "severity", operator: "equal", value: "moderate" })],
    property: "SP12",
  }),
  service({
    id: "b-mild-is-worse-than-severe",
    class: "worse-is-more-permissive",
    what: "Psychotherapy for mild symptoms, support for severe ones.",
    edits: [when("B-P7", { fact: "severity", operator: "equal", value: "mild" })],
    property: "SP18-severity",
  }),
  service({
    id: "b-panic-ignored",
    class: "dropped-criterion",
    what: "Panic attacks no longer lead to psychotherapy.",
    edits: [off("B-P6")],
    property: "SP12",
  }),
  service({
    id: "b-other-disorder-forgotten",
    class: "dropped-condition",
    what: "Another mental disorder no longer leads to orientation.",
    edits: [
      when("B-O3", {
        fact: "identifiedConditions",
        operator: "contains",
        value: "nonsevere_anxiety_disorder",
      }),
    ],
    property: "SP12",
  }),
  service({
    id: "b-coaching-while-suffering",
    class: "dropped-condition",
    what: "Coaching is suggested to somebody who suffers.",
    edits: [dropMember("B-K7", reads("psychologicalSuffering"))],
    property: "SP14",
  }),
  service({
    id: "b-any-for-coaching",
    class: "all-any",
    what: "One of the conditions of coaching is enough.",
    edits: [allAny("B-K7")],
    property: "SP14",
  }),
  service({
    id: "b-urgent-need-not-met",
    class: "dropped-condition",
    what: "The need to face an emergency no longer calls for crisis intervention.",
    edits: [dropMember("B-K8", reads("soughtHelp"))],
    property: "SP13-need",
  }),
  service({
    id: "b-all-for-crisis-intervention",
    class: "all-any",
    what: "Crisis intervention only when everything is the matter at once.",
    edits: [allAny("B-K8")],
    property: "SP13",
  }),
  service({
    id: "b-support-before-orientation",
    class: "precedence",
    what: "Psychosocial support stands before orientation.",
    edits: [before("service", "psychosocial", "orient")],
    property: "SP12",
  }),
  service({
    id: "b-family-in-crisis",
    class: "dropped-condition",
    what: "The family is asked to stay out even in a crisis.",
    edits: [dropMember("B-OB4", (m) => "not" in m)],
    property: "SP17-stop",
  }),
  service({
    id: "b-unsure-blocks",
    class: "when-unknown",
    what: "Not knowing whether the person is unsure blocks the answer.",
    edits: [fact("personUnsure", { whenUnknown: "block" })],
    property: "SP9-unsure-unknown",
  }),
  service({
    id: "b-needs-are-a-crisis",
    class: "re-aimed-criterion",
    what: "Ordinary needs lead to crisis help.",
    edits: [aim("B-S5", "crisis")],
    property: "SP4-only",
  }),
  service({
    id: "b-act-for-therapy",
    class: "threshold",
    what: "The duty to act at once follows psychotherapy instead of a crisis.",
    edits: [when("B-OB5", { decision: "service", operator: "equal", value: "psychotherapy" })],
    property: "SP19-act",
  }),
  service({
    id: "b-permit-in-crisis",
    class: "threshold",
    what: "The duty about the permit is also given in a crisis.",
    edits: [when("B-OB6", { decision: "service", operator: "in", value: ["crisis", "psychotherapy"] })],
    property: "SP20-permit",
  }),
];
