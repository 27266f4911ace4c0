// Which keys to press where, so that every one of them changes how many profiles the draft moves; the counts are worked
// out here with the engine, and the page must show exactly these.
import {
  compareWithExpected,
  evaluate,
  type Condition,
  type Criterion,
  type DecisionResult,
  type Profile,
  type RuleSet,
} from "@jumelage/engine";
import { dayOf, type ParsedProgram } from "./corpus.ts";

export interface Stroke {
  readonly key: string;
  /** What the strip that shows the state of the draft says once this key was pressed. */
  readonly shown: string;
}

export interface TypingPlan {
  readonly program: string;
  /** What is typed into, for people. */
  readonly name: string;
  /** The address below the program's. */
  readonly path: string;
  readonly field: { readonly role: "textbox" | "switch" | "spinbutton"; readonly name: string };
  /** Pressed again and again, from the first. */
  readonly strokes: readonly Stroke[];
}

/** What the strip says of profiles that get another answer than in the release. */
function movedWords(moved: number): string {
  return moved === 0
    ? "aucun profil ne change"
    : moved === 1
      ? "1 profil change"
      : `${moved} profils changent`;
}

export function typingPlanOf(program: ParsedProgram): TypingPlan {
  return thresholdPlan(program) ?? switchPlan(program);
}

/** A threshold of two digits: its last digit is taken away and another one typed. */
function thresholdPlan({ program, ruleSet, profiles }: ParsedProgram): TypingPlan | undefined {
  const parameter = ruleSet.parameters.find((p) => /^\d\d$/.test(String(p.value)));
  if (!parameter) return undefined;
  const moved = (value: number): number =>
    movedBy(profiles, ruleSet, {
      ...ruleSet,
      parameters: ruleSet.parameters.map((p) => (p.id === parameter.id ? { ...p, value } : p)),
    });
  const tens = Math.floor(parameter.value / 10);
  const alone = moved(tens);
  const digits = [6, 7, 4, 8, 3]
    .map((digit) => ({ key: String(digit), moved: moved(tens * 10 + digit) }))
    .filter((stroke) => stroke.moved !== alone)
    .map((stroke) => ({ key: stroke.key, shown: movedWords(stroke.moved) }));
  return {
    program,
    name: "a threshold",
    path: "/vocabulaire",
    field: { role: "textbox", name: `Valeur – ${parameter.label.fr}` },
    strokes: digits.flatMap((stroke) => [{ key: "Backspace", shown: movedWords(alone) }, stroke]),
  };
}

/** Where no threshold is: the criterion that moves most, switched off and on again. */
function switchPlan({ program, ruleSet, profiles }: ParsedProgram): TypingPlan {
  const effects = ruleSet.criteria.map(({ id }) => {
    const criteria = ruleSet.criteria.map((c) => (c.id === id ? { ...c, enabled: false } : c));
    return { id, moved: movedBy(profiles, ruleSet, { ...ruleSet, criteria }) };
  });
  const most = effects.reduce((best, effect) => (effect.moved > best.moved ? effect : best));
  return {
    program,
    name: "a criterion’s switch",
    path: `/criteres/${most.id}`,
    field: { role: "switch", name: "Actif" },
    strokes: [
      { key: "Space", shown: movedWords(most.moved) },
      { key: "Space", shown: movedWords(0) },
    ],
  };
}

/**
 * The number that opens the sentence of a criterion: its last digit is taken away and typed again. Of a program that was
 * never published and whose profiles are as expected: what shows is how many no longer are.
 * @throws Error when no such number changes an answer: both keys would show the same words
 */
export function slotPlan({ program, ruleSet, profiles }: ParsedProgram): TypingPlan {
  const plans = ruleSet.criteria.flatMap((criterion) => {
    const leaf = "all" in criterion.when ? criterion.when.all[0] : undefined;
    if (!leaf || !("fact" in leaf) || typeof leaf.value !== "number" || leaf.value < 10) return [];
    const failing = failingBy(
      profiles,
      withFirst(ruleSet, criterion, { ...leaf, value: Math.floor(leaf.value / 10) }),
    );
    return [{ criterion, leaf, value: leaf.value, failing }];
  });
  const most = plans.reduce((best, plan) => (plan.failing > best.failing ? plan : best));
  if (most.failing === 0) throw new Error(`no number of ${program} changes an answer`);
  return {
    program,
    name: "a number in a sentence",
    path: `/criteres/${most.criterion.id}`,
    field: { role: "spinbutton", name: ": valeur" },
    strokes: [
      { key: "Backspace", shown: failingWords(most.failing) },
      { key: String(most.value % 10), shown: failingWords(0) },
    ],
  };
}

function withFirst(ruleSet: RuleSet, { id }: Criterion, leaf: Condition): RuleSet {
  return {
    ...ruleSet,
    criteria: ruleSet.criteria.map((c) =>
      c.id === id && "all" in c.when ? { ...c, when: { all: [leaf, ...c.when.all.slice(1)] } } : c,
    ),
  };
}

/** What the strip says of profiles that do not answer as expected. */
function failingWords(failing: number): string {
  if (failing === 0) return "tous les profils sont conformes";
  return failing === 1 ? "1 profil en écart" : `${failing} profils en écart`;
}

function failingBy(profiles: readonly Profile[], ruleSet: RuleSet): number {
  return profiles.filter((profile) => {
    const { result } = evaluate(ruleSet, profile.facts, dayOf(profile));
    return compareWithExpected(profile.expected, result).length > 0;
  }).length;
}

function movedBy(profiles: readonly Profile[], before: RuleSet, after: RuleSet): number {
  const answers = (ruleSet: RuleSet, profile: Profile): string => {
    const { decisions } = evaluate(ruleSet, profile.facts, dayOf(profile)).result;
    return JSON.stringify(Object.values(decisions).map(answerOf));
  };
  return profiles.filter((p) => answers(before, p) !== answers(after, p)).length;
}

function answerOf(decision: DecisionResult): unknown {
  return decision.kind === "one"
    ? decision.state
    : [decision.suggested, decision.undetermined, decision.withheld].map((list) => [...list].sort());
}
