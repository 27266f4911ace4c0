// What a draft does to the saved profiles: what each gets now, what the release gave, and whether that was expected.
import {
  compareWithExpected,
  type DecisionResult,
  type Difference,
  type Profile,
  type Result,
} from "@jumelage/engine";
import { useMemo } from "react";
import type { Documents, Judged } from "./document.ts";
import { changedKeys, sameValue } from "./entries.ts";
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
}

/** The part of an answer that says what a person gets, as one text; what is still to ask is not part of it. */
function answerOf(result: DecisionResult | undefined): string {
  if (result === undefined) return "";
  if (result.kind === "one") return result.state;
  const lists = [result.suggested, result.undetermined, result.withheld];
  return lists.map((list) => [...list].sort().join(",")).join("|");
}

/** The decisions that two results answer differently. */
export function movedDecisions(before: Result, after: Result): readonly string[] {
  const ids = new Set([...Object.keys(before.decisions), ...Object.keys(after.decisions)]);
  return [...ids].filter((id) => answerOf(before.decisions[id]) !== answerOf(after.decisions[id]));
}

interface Remembered {
  readonly profiles: Judged["profiles"];
  readonly baseline: Baseline | null;
  readonly effects: Effects;
}
const remembered = new WeakMap<Judged["ruleSet"], Remembered>();

/** What these documents do; several parts of a screen ask for the same, which is worked out once. */
export function effectsOf(documents: Judged, baseline: Baseline | null): Effects {
  const known = remembered.get(documents.ruleSet);
  if (known?.profiles === documents.profiles && known.baseline === baseline) return known.effects;
  const effects = workOut(documents, baseline);
  remembered.set(documents.ruleSet, { profiles: documents.profiles, baseline, effects });
  return effects;
}

function workOut(documents: Judged, baseline: Baseline | null): Effects {
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
      factsChanged: was !== undefined && was !== profile && !sameValue(was.facts, profile.facts),
      differences: compareWithExpected(profile.expected, after),
    };
  });
  const kept = new Set(documents.profiles.map((p) => p.id));
  return {
    profiles,
    moved: profiles.filter((p) => p.moved.length > 0),
    failing: profiles.filter((p) => p.differences.length > 0),
    removed: baseline?.profiles.filter((p) => !kept.has(p.id)) ?? [],
  };
}

/** The effects of what is on screen; computed again only when a document changes. */
export function useEffects(): Effects {
  const { ruleSet, profiles, baseline } = useWorkspace();
  return useMemo(() => effectsOf({ ruleSet, profiles }, baseline), [ruleSet, profiles, baseline]);
}

/** How many entries (criteria, thresholds, profiles, hazards…) are other than in the release. */
export function changesIn(documents: Documents, baseline: Baseline | null): number {
  return baseline === null ? 0 : changedKeys(baseline, documents).length;
}

/** How many entries of the draft are other than in the release it started from. */
export function useChanges(): number {
  const { ruleSet, profiles, hazards, baseline } = useWorkspace();
  return useMemo(
    () => changesIn({ ruleSet, profiles, hazards }, baseline),
    [ruleSet, profiles, hazards, baseline],
  );
}
