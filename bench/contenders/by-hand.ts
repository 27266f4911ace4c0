// The criteria of autosoins-diriges that read facts alone, as somebody would write them without any engine: no vocabulary,
// no validation, nothing unknown, no explanation. What a rule engine costs is what it costs beside this.
import type { TwoValued, Values } from "../two-valued.ts";
import { at, type Prepared } from "./contender.ts";

interface Person {
  readonly suicidalIdeation: "none" | "passive" | "active" | "active_plan_or_intent";
  readonly acutePsychosocialCrisis: boolean;
  readonly imminentDanger: boolean;
  readonly primaryProblem: string;
  readonly severity: "subthreshold" | "mild" | "moderate" | "severe";
  readonly priorityNeed: string;
  readonly challengeCharacteristics: readonly string[];
  readonly ageYears: number;
  readonly personChoice: string;
  readonly deeperAssessmentDone: boolean;
  readonly phq9Total: number;
  readonly phq9Item9: number;
  readonly gad7Total: number;
  readonly functionalImpairment: string;
  readonly familyInvolvementWished: boolean;
}

/** The criteria in the order of their bits. */
const ids = [
  ["A-I1", "A-I2", "A-I3", "A-I4"],
  ["A-O1", "A-O2", "A-O3", "A-O4"],
  ["A-L1", "A-L2", "A-L3"],
  ["A-D1", "A-D2", "A-D3", "A-D4", "A-D5", "A-D6", "A-D7", "A-D8"],
  ["A-C1", "A-M1", "A-U1", "A-U2", "A-OB1", "A-OB2", "A-OB4", "A-OB10"],
].flat();

function criteriaOf(p: Person): number {
  const { primaryProblem: problem, priorityNeed: need } = p;
  const plan = p.suicidalIdeation === "active_plan_or_intent";
  const isTreated =
    problem === "depressive_disorder" ||
    problem === "generalized_anxiety" ||
    problem === "panic_disorder" ||
    problem === "agoraphobia" ||
    problem === "specific_phobia" ||
    problem === "mixed_anxiety_depression" ||
    problem === "other_anxiety_disorder";
  const isElsewhere =
    problem === "personality_disorder" ||
    problem === "other_mental_disorder" ||
    problem === "life_difficulty_no_disorder";
  const needsSelfCare = need === "reduce_symptoms" || need === "learn_tools";
  const isEmergency = need === "face_emergency";
  const challenges = p.challengeCharacteristics.length > 0;
  const isSubthreshold = p.severity === "subthreshold";
  const [phq9, gad7, item9] = [p.phq9Total >= 15, p.gad7Total >= 15, p.phq9Item9 >= 1];
  const isImpaired = p.functionalImpairment === "marked";
  const isMinor = p.ageYears < 18;
  const looksAgain =
    challenges || !needsSelfCare || isSubthreshold || phq9 || gad7 || item9 || isImpaired || isMinor;
  const done = p.deeperAssessmentDone;
  let bits = 0;
  let bit = 0;
  const put = (holds: boolean): void => {
    bits |= holds ? 1 << bit : 0;
    bit += 1;
  };
  put(plan || p.suicidalIdeation === "passive" || p.suicidalIdeation === "active");
  put(p.acutePsychosocialCrisis);
  put(p.imminentDanger);
  put(plan);
  put(p.severity === "severe");
  put(isElsewhere);
  put(p.personChoice === "declines");
  put(isEmergency);
  put(problem === "ptsd");
  put(problem === "ocd");
  put(problem === "social_anxiety");
  put(challenges && !done);
  put(!needsSelfCare && !done);
  put(isSubthreshold && !done);
  put(phq9 && !done);
  put(gad7 && !done);
  put(item9 && !done);
  put(isImpaired && !done);
  put(isMinor && !done);
  put(done && !isEmergency && looksAgain);
  put(isTreated && (p.severity === "mild" || p.severity === "moderate") && needsSelfCare && !challenges);
  put(p.imminentDanger);
  put(plan);
  put(true);
  put(true);
  put(p.familyInvolvementWished);
  put(false);
  return bits;
}

/** Nothing for any other rule set. */
export function byHand(form: TwoValued, persons: readonly Values[]): readonly Prepared[] {
  if (form.criteria.map((c) => c.id).join() !== ids.join()) return [];
  const people = persons as unknown as readonly Person[];
  return [
    {
      name: "written by hand in TypeScript",
      isEngine: false,
      run: (n) => criteriaOf(at(people, n)),
      holding: (answer) => ids.filter((_, i) => (((answer as number) >>> i) & 1) === 1),
    },
  ];
}
