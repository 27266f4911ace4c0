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
      const here = decision.outcomes.some((o) => o.id === outcome);
      if (!here) return place === "not-suggested" ? { all: [] } : undefined;
      const is = (standing: Standing): Formula => ({ world, decision: id, outcome, is: standing });
      return place === "not-suggested" ? { not: { any: standings.map(is) } } : is(place);
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
