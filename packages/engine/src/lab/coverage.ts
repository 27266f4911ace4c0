// Coverage: what a set of profiles shows of a rule set, and the fewest profiles that show as much.
import { evaluate } from "../evaluate/index.ts";
import type { Verdict } from "../kleene.ts";
import type { Boundary, CoverageReport } from "../model/lab.ts";
import type { Profile } from "../model/profile.ts";
import type { DecisionResult } from "../model/result.ts";
import type { Criterion, RuleSet } from "../model/rule-set.ts";
import { statesOf, withoutCriterion } from "../question/index.ts";
import { boundariesOf } from "./boundaries.ts";
import { isOtherAnswer } from "./full-result.ts";
import { leavesShown, type LeafShown } from "./mcdc.ts";
import { anyDay } from "./neighbours.ts";
import { runnerOf } from "./runner.ts";
import { smallestCover } from "./smallest-cover.ts";

type CriterionCoverage = CoverageReport["criteria"][number];

/** What the profiles show: of every criterion, every outcome, every boundary. */
export function coverage(ruleSet: RuleSet, profiles: readonly Profile[]): CoverageReport {
  const evaluated = profiles.map((profile) => ({
    id: profile.id,
    ...evaluate(ruleSet, profile.facts, profile.evaluatedOn ?? anyDay),
  }));
  const decides = decidingProfiles(ruleSet, profiles);
  const enabled = ruleSet.criteria.filter((c) => c.enabled);
  const criteria = enabled.map((criterion): CriterionCoverage => {
    const seen = evaluated.flatMap(({ id, trace }) => {
      const own = trace.find((t) => t.criterion === criterion.id);
      return own ? [{ id, verdict: own.verdict, leaves: leavesShown(ruleSet, criterion.id, own.node) }] : [];
    });
    const found = leafCoverage(seen);
    const leaves = found.map(({ leaf }) => leaf);
    const whole = found.filter(({ leaf, oneSided }) => {
      const sides = [leaf.true, leaf.false].filter((ids) => ids.length > 0).length;
      return sides === 2 || (oneSided && sides === 1);
    });
    return {
      criterion: criterion.id,
      ...byVerdict(seen),
      decides: [...(decides.get(criterion.id) ?? [])],
      leaves,
      mcdc: leaves.length === 0 ? 1 : whole.length / leaves.length,
    };
  });
  const outcomes = ruleSet.decisions.flatMap((decision) => {
    const states = decision.kind === "one" ? statesOf(decision) : decision.outcomes.map((o) => o.id);
    return states.map((state) => ({
      decision: decision.id,
      state,
      profiles: evaluated
        .filter(({ result }) => reaches(result.decisions[decision.id], state))
        .map(({ id }) => id),
    }));
  });
  const shown = { criteria, outcomes, boundaries: [...boundariesOf(ruleSet, profiles)] };
  const ids = profiles.map((p) => p.id);
  return { profiles: ids, ...shown, smallest: smallestOf(ids, shown) };
}

/** The fewest profiles that show all that the profiles show together; where that is too long to find out, few. */
export function smallestSet(ruleSet: RuleSet, profiles: readonly Profile[]): readonly string[] {
  return coverage(ruleSet, profiles).smallest.profiles;
}

/** Everything that profiles can show, each with the profiles that show it; profiles that show nothing new can go. */
export function shownBy({
  criteria,
  outcomes,
  boundaries,
}: Pick<CoverageReport, "criteria" | "outcomes"> & {
  readonly boundaries: readonly Boundary[];
}): readonly (readonly string[])[] {
  return [
    ...criteria.flatMap((c) => [
      c.true,
      c.false,
      c.unknown,
      c.decides,
      ...c.leaves.flatMap((l) => [l.true, l.false, l.unknown]),
    ]),
    ...outcomes.map((o) => o.profiles),
    ...boundaries.map((b) => b.profiles),
  ].filter((profiles) => profiles.length > 0);
}

function smallestOf(
  ids: readonly string[],
  shown: Parameters<typeof shownBy>[0],
): CoverageReport["smallest"] {
  const elements = shownBy(shown).map((by) => new Set(by));
  const sets = ids.map((id) => elements.flatMap((by, element) => (by.has(id) ? [element] : [])));
  const { chosen, exact } = smallestCover(sets);
  return { profiles: chosen.flatMap((i) => ids[i] ?? []), exact };
}

interface Seen {
  readonly id: string;
  readonly verdict: Verdict;
}

function byVerdict(seen: readonly Seen[]): Record<Verdict, string[]> {
  const those = (verdict: Verdict): string[] => [
    ...new Set(seen.filter((s) => s.verdict === verdict).map((s) => s.id)),
  ];
  return { true: those("true"), false: those("false"), unknown: those("unknown") };
}

/** The leaves of a criterion, each with the profiles in which it alone settles the criterion. */
function leafCoverage(
  seen: readonly { readonly id: string; readonly leaves: readonly LeafShown[] }[],
): readonly { readonly leaf: CriterionCoverage["leaves"][number]; readonly oneSided: boolean }[] {
  const byPlace = new Map<string, { readonly leaf: LeafShown; readonly alone: Seen[] }>();
  for (const { id, leaves } of seen) {
    for (const leaf of leaves) {
      const key = leaf.at.join("\n");
      const known = byPlace.get(key) ?? { leaf, alone: [] };
      byPlace.set(key, known);
      if (leaf.alone) known.alone.push({ id, verdict: leaf.verdict });
    }
  }
  return [...byPlace.values()].map(({ leaf: { at, oneSided }, alone }) => ({
    leaf: { at: [...at], ...byVerdict(alone) },
    oneSided,
  }));
}

/** For every enabled criterion, the profiles whose answer would be another without it. */
function decidingProfiles(
  ruleSet: RuleSet,
  profiles: readonly Profile[],
): ReadonlyMap<string, readonly string[]> {
  const home = runnerOf(ruleSet);
  const people = profiles.map((near) => {
    const person = home.prepare({ facts: near.facts, at: near.evaluatedOn ?? anyDay, near });
    return { id: near.id, person, before: home.run(person).decisions };
  });
  const deciding = ({ id: criterion, then: { decision } }: Criterion): readonly string[] => {
    const without = runnerOf(withoutCriterion(ruleSet, criterion));
    return people.flatMap(({ id, person, before }) => {
      const answer = before[decision];
      return answer && isOtherAnswer(answer, without.run(person).decisions[decision]) ? [id] : [];
    });
  };
  return new Map(ruleSet.criteria.filter((c) => c.enabled).map((c) => [c.id, deciding(c)]));
}

function reaches(answer: DecisionResult | undefined, state: string): boolean {
  return answer?.kind === "one" ? answer.state === state : answer?.suggested.includes(state) === true;
}
