// What a draft does to the saved profiles: what each gets now, what the release gave, and whether that was expected.
import {
  compareWithExpected,
  sameJson,
  type DecisionResult,
  type Difference,
  type Profile,
  type Result,
} from "@jumelage/engine";
import { useMemo } from "react";
import type { Documents } from "./document.ts";
import { changedKeys } from "./entries.ts";
import { resultFor } from "./run.ts";
import { useWorkspace, type Baseline } from "./use-draft.ts";

export interface ProfileEffect {
  readonly profile: Profile;
  readonly after: Result;
  /** What the release answers for its own copy of this profile; undefined for a new profile or without a release. */
  readonly before: Result | undefined;
  /** Decisions whose answer is another than in the release. */
  readonly moved: readonly string[];
  /** Whether the profile's own facts are other than in the release. */
  readonly factsChanged: boolean;
  /** What is not as expected. */
  readonly differences: readonly Difference[];
}

export interface Effects {
  readonly profiles: readonly ProfileEffect[];
  readonly moved: readonly ProfileEffect[];
  readonly failing: readonly ProfileEffect[];
  /** Profiles of the release that the draft no longer has. */
  readonly removed: readonly Profile[];
  /** How many entries (criteria, thresholds, profiles…) are other than in the release. */
  readonly changes: number;
}

/** The part of an answer that says what a person gets; what is still to ask is not part of it. */
function answerOf(result: DecisionResult | undefined): unknown {
  if (result === undefined) return null;
  return result.kind === "one"
    ? result.state
    : [result.suggested, result.undetermined, result.withheld].map((list) => [...list].sort());
}

/** The decisions that two results answer differently. */
export function movedDecisions(before: Result, after: Result): readonly string[] {
  const ids = new Set([...Object.keys(before.decisions), ...Object.keys(after.decisions)]);
  return [...ids].filter((id) => !sameJson(answerOf(before.decisions[id]), answerOf(after.decisions[id])));
}

export function effectsOf(documents: Documents, baseline: Baseline | null): Effects {
  const old = new Map(baseline?.profiles.map((p) => [p.id, p]));
  const profiles = documents.profiles.map((profile): ProfileEffect => {
    const after = resultFor(documents.ruleSet, profile);
    const was = old.get(profile.id);
    const before = was && baseline ? resultFor(baseline.ruleSet, was) : undefined;
    return {
      profile,
      after,
      before,
      moved: before === undefined ? [] : movedDecisions(before, after),
      factsChanged: was !== undefined && was !== profile && !sameJson(was.facts, profile.facts),
      differences: compareWithExpected(profile.expected, after),
    };
  });
  const kept = new Set(documents.profiles.map((p) => p.id));
  return {
    profiles,
    moved: profiles.filter((p) => p.moved.length > 0),
    failing: profiles.filter((p) => p.differences.length > 0),
    removed: baseline?.profiles.filter((p) => !kept.has(p.id)) ?? [],
    changes: baseline === null ? 0 : changedKeys(baseline, documents).length,
  };
}

/** The effects of what is on screen; computed again only when a document changes. */
export function useEffects(): Effects {
  const { ruleSet, profiles, baseline } = useWorkspace();
  return useMemo(() => effectsOf({ ruleSet, profiles }, baseline), [ruleSet, profiles, baseline]);
}
