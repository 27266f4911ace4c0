// The ways in which an answer can change between two rule sets, as pairs of states: how each is asked about, and which of
// them happen to one person.
import {
  isTrueOf,
  type Decision,
  type Formula,
  type Read,
  type RuleSet,
  type Standing,
} from "@jumelage/engine";

/** What a change is about: from one state to another, or an outcome of a `many` decision from one standing to another. */
export interface Pair {
  readonly decision: string;
  readonly from: string;
  readonly to: string;
  readonly ask: Formula;
}

const standings = ["suggested", "undetermined", "withheld"] as const;
type Place = Standing | "not-suggested";
const places: readonly Place[] = [...standings, "not-suggested"];

/** How an outcome of a `many` decision can stand. */
export const placesOf = places;

/** Never true. */
const never: Formula = { any: [] };

/** That a `one` decision of a world is in a state; never, where it does not know the state. */
export function stateIs(decision: Decision, world: number, state: string): Formula {
  const known = state.startsWith("@") || decision.outcomes.some((o) => o.id === state);
  return known ? { world, decision: decision.id, state: [state] } : never;
}

/** That an outcome of a `many` decision of a world stands so; one it does not have is never suggested. */
export function standsAt(
  decision: Decision,
  world: number,
  { outcome, place }: { readonly outcome: string; readonly place: Place },
): Formula {
  if (!decision.outcomes.some((o) => o.id === outcome))
    return place === "not-suggested" ? { all: [] } : never;
  const is = (standing: Standing): Formula => ({ world, decision: decision.id, outcome, is: standing });
  return place === "not-suggested" ? { not: { any: standings.map(is) } } : is(place);
}

/** Every change there could be of the decisions that both rule sets have, and take in the same way. */
export function pairsOf(base: RuleSet, head: RuleSet, decisions: readonly string[]): readonly Pair[] {
  return decisions.flatMap((id) => {
    const [from, to] = [base, head].map((r) => r.decisions.find((d) => d.id === id));
    if (from?.kind === "one" && to?.kind === "one") return pairsOfOne(from, to);
    if (from?.kind === "many" && to?.kind === "many") return pairsOfMany(from, to);
    return [];
  });
}

function pairsOfOne(base: Decision, head: Decision): readonly Pair[] {
  const states = (d: Decision): readonly string[] => [
    ...d.outcomes.map((o) => o.id),
    "@undetermined",
    "@safety-unknown",
  ];
  const { id } = base;
  return states(base).flatMap((from) =>
    states(head).flatMap((to) =>
      from === to
        ? []
        : [
            {
              decision: id,
              from,
              to,
              ask: {
                all: [
                  { world: 0, decision: id, state: [from] },
                  { world: 1, decision: id, state: [to] },
                ],
              },
            },
          ],
    ),
  );
}

function pairsOfMany(base: Decision, head: Decision): readonly Pair[] {
  const outcomes = [...new Set([...base.outcomes, ...head.outcomes].map((o) => o.id))];
  const { id } = base;
  return outcomes.flatMap((outcome) => {
    const stands = (decision: Decision, world: number, place: Place): Formula | undefined => {
      const formula = standsAt(decision, world, { outcome, place });
      return formula === never ? undefined : formula;
    };
    return places.flatMap((from) =>
      places.flatMap((to) => {
        const [before, after] = [stands(base, 0, from), stands(head, 1, to)];
        if (from === to || before === undefined || after === undefined) return [];
        return [
          {
            decision: id,
            from: `${outcome}:${from}`,
            to: `${outcome}:${to}`,
            ask: { all: [before, after] },
          },
        ];
      }),
    );
  });
}

/** The changes that happen to one person, read by both rule sets. */
export function happening(pairs: readonly Pair[], reads: readonly Read[]): readonly Pair[] {
  return pairs.filter(({ ask }) => isTrueOf(ask, reads));
}
