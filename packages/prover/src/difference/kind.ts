// The kind of a change, from all its transitions and what no outcome shows (rulings: computed on all persons).
import type { Decision, DifferenceReport, RuleSet, Transition } from "@jumelage/engine";

type Kind = NonNullable<DifferenceReport["kind"]>;
type Change = Pick<Transition, "decision" | "from" | "to">;

export interface Shown {
  readonly transitions: readonly Change[];
  /** Whether a text or anything else that is delivered differs. */
  readonly silent: boolean;
  /** Whether an answer came or went altogether: a decision, or the way in which it is taken. */
  readonly reshaped: boolean;
}

/** The first kind that fits, the mildest first. */
export function kindOf(base: RuleSet, head: RuleSet, { transitions, silent, reshaped }: Shown): Kind {
  if (reshaped) return "changes-outcomes";
  if (transitions.length === 0) return silent ? "texts-only" : "equivalent";
  const described = transitions.map((t) => describe(base, head, t));
  if (described.every((d) => d.cautious)) return "more-cautious";
  return described.every((d) => d.decides) ? "decides-more" : "changes-outcomes";
}

interface Described {
  readonly cautious: boolean;
  readonly decides: boolean;
}

function describe(base: RuleSet, head: RuleSet, transition: Change): Described {
  const [before, after] = [base, head].map((r) => r.decisions.find((d) => d.id === transition.decision));
  if (before === undefined || after === undefined) return { cautious: false, decides: false };
  return before.kind === "one" ? describeOne(before, after, transition) : describeMany(before, transition);
}

function describeOne(base: Decision, head: Decision, { from, to }: Change): Described {
  const isEarlier = (decision: Decision): boolean => {
    const place = (state: string): number => decision.outcomes.findIndex((o) => o.id === state);
    return place(to) >= 0 && place(to) < place(from);
  };
  // Where the order of precedence differs, a step counts as earlier only when both orders say so.
  const earlier = isComputed(to) || (isEarlier(base) && isEarlier(head));
  return { cautious: earlier, decides: isComputed(from) && !isComputed(to) };
}

function describeMany(base: Decision, { from, to }: Change): Described {
  const [before, after] = [standingIn(from), standingIn(to)];
  const stops = base.outcomes.some((o) => from.startsWith(`${o.id}:`) && o.tone === "stop");
  // A stop that was suggested, or might have been, and no longer is.
  const lost = stops && (before === "suggested" || (before === "undetermined" && after !== "suggested"));
  return { cautious: !lost, decides: open.includes(before) && !open.includes(after) };
}

const open: readonly string[] = ["undetermined", "withheld"];

/** How an outcome stands, of `outcome:standing`. */
function standingIn(state: string): string {
  return state.slice(state.indexOf(":") + 1);
}

function isComputed(state: string): boolean {
  return state.startsWith("@");
}
