// Which keys to press where, so that every one of them changes how many profiles the draft moves; the counts are worked
// out here with the engine, and the page must show exactly these.
import { evaluate, type DecisionResult, type Profile, type RuleSet } from "@jumelage/engine";
import { dayOf, type ParsedProgram } from "./corpus.ts";

export interface Stroke {
  readonly key: string;
  /** How many profiles get another answer than in the release once this key was pressed. */
  readonly moved: number;
}

export interface TypingPlan {
  readonly program: string;
  /** What is typed into, for people. */
  readonly name: string;
  /** The address below the program's. */
  readonly path: string;
  readonly field: { readonly role: "textbox" | "switch"; readonly name: string };
  /** Pressed again and again, from the first. */
  readonly strokes: readonly Stroke[];
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
    .filter((stroke) => stroke.moved !== alone);
  return {
    program,
    name: "a threshold",
    path: "/vocabulaire",
    field: { role: "textbox", name: `Valeur – ${parameter.label.fr}` },
    strokes: digits.flatMap((stroke) => [{ key: "Backspace", moved: alone }, stroke]),
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
      { key: "Space", moved: most.moved },
      { key: "Space", moved: 0 },
    ],
  };
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
