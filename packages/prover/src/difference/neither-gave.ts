// What two edits that merge cleanly do together: every answer of the merged rule set that neither side gives, with a
// person who gets it. Such a conflict stands in no text: each edit is right, and somebody gets what nobody wrote.
import {
  evaluate,
  isTrueOf,
  readBy,
  samePerson,
  type Formula,
  type MergeReport,
  type Question,
  type RuleSet,
} from "@jumelage/engine";
import type { SearchOptions } from "../search-options.ts";
import { shrink } from "../shrink.ts";
import { answersOf } from "../witness-report.ts";
import { placesOf, stateIs, standsAt } from "./transitions.ts";

export interface MergedRuleSets {
  /** What both sides started from; absent when they had nothing in common. */
  readonly base?: RuleSet | undefined;
  readonly mine: RuleSet;
  readonly theirs: RuleSet;
  readonly merged: RuleSet;
}

/** An answer of the merged rule set that the sides do not give. */
interface Candidate {
  readonly decision: string;
  readonly answer: string;
  readonly ask: Formula;
}

/** Looks for everybody who gets from the merged rule set what they get from neither side. */
export async function neitherGave(sides: MergedRuleSets, options: SearchOptions): Promise<MergeReport> {
  const start = performance.now();
  const { answerer, at, onProgress, ...ways } = options;
  const { mine, theirs, merged } = sides;
  const between = (ask: Formula): Question => ({
    worlds: [mine, theirs, merged].map((ruleSet) => ({ ruleSet, person: samePerson })),
    ask,
  });
  const all = candidatesOf(sides);
  const found = new Map<Candidate, MergeReport["conflicts"][number]>();
  const report = (rest: Pick<MergeReport, "status" | "reason">): MergeReport => ({
    ...rest,
    conflicts: all.flatMap((c) => found.get(c) ?? []),
    ms: performance.now() - start,
  });
  let open = all;
  for (let [next] = open; next !== undefined; [next] = open) {
    onProgress?.({ done: all.length - open.length, total: all.length, current: next.decision });
    // Each answer has its own small person: this one is only the way to them.
    const answer = await answerer.ask(between({ any: open.map((c) => c.ask) }), {
      small: false,
      at,
      ...ways,
    });
    if (answer.status === "nobody") break;
    if (answer.status === "undecided") return report({ status: "undecided", reason: answer.reason });
    const { people, at: day } = answer.witness;
    const reads = [mine, theirs, merged].map((ruleSet, i) => readBy(ruleSet, people[i] ?? {}, day));
    const shown = open.filter(({ ask }) => isTrueOf(ask, reads));
    if (shown.length === 0) throw new TypeError("a witness of a merge to whom nothing happens");
    for (const candidate of shown) {
      const { decision, ask } = candidate;
      const person = shrink(between(ask), answer.witness);
      const [facts = {}] = person.people;
      const given = (ruleSet: RuleSet | undefined): string[] | null =>
        (ruleSet && answersOf(evaluate(ruleSet, facts, person.at).result, decision)) ?? null;
      found.set(candidate, {
        decision,
        answer: candidate.answer,
        person: { at: person.at, facts: { ...facts } },
        given: {
          base: given(sides.base),
          mine: given(mine),
          theirs: given(theirs),
          merged: given(merged),
        },
      });
    }
    open = open.filter((candidate) => !shown.includes(candidate));
  }
  onProgress?.({ done: all.length, total: all.length, current: "" });
  return report({ status: "complete" });
}

/** Every answer there could be of the decisions that all three take in the same way. */
function candidatesOf({ mine, theirs, merged }: MergedRuleSets): readonly Candidate[] {
  return merged.decisions.flatMap((decision) => {
    const { id, kind } = decision;
    const [first, second] = [mine, theirs].map((r) =>
      r.decisions.find((d) => d.id === id && d.kind === kind),
    );
    if (first === undefined || second === undefined) return [];
    if (kind === "one") {
      const states = [...decision.outcomes.map((o) => o.id), "@undetermined", "@safety-unknown"];
      return states.map((answer) => ({
        decision: id,
        answer,
        ask: {
          all: [
            stateIs(decision, 2, answer),
            { not: stateIs(first, 0, answer) },
            { not: stateIs(second, 1, answer) },
          ],
        },
      }));
    }
    return decision.outcomes.flatMap(({ id: outcome }) =>
      placesOf.map((place) => ({
        decision: id,
        answer: `${outcome}:${place}`,
        ask: {
          all: [
            standsAt(decision, 2, { outcome, place }),
            { not: standsAt(first, 0, { outcome, place }) },
            { not: standsAt(second, 1, { outcome, place }) },
          ],
        },
      })),
    );
  });
}
