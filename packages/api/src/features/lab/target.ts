// What the lab looks at: a draft as it stands or a release, with what it is compared with.
import { getDraft, getRelease, lastUpdateContent, type Draft } from "@jumelage/db";
import {
  parseRuleSet,
  runnable,
  type DraftRuleSet,
  type Hazard,
  type Profile,
  type RuleSet,
} from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import type { MergedRuleSets } from "./jobs.ts";
import type { Target } from "./lab.schemas.ts";

export interface Content {
  readonly program: string;
  readonly ruleSet: DraftRuleSet;
  /** Present only when the rule set is complete and well typed. */
  readonly complete: RuleSet | undefined;
  readonly profiles: readonly Profile[];
  readonly hazards: readonly Hazard[];
  /** The rule set of the release it was made from. */
  readonly base: RuleSet | undefined;
  /** What its last update merged; read only where a job is about it. */
  readonly merge?: MergedRuleSets | undefined;
}

/** @throws Refusal `not-found`. */
export async function contentOf(target: Target, deps: Deps): Promise<Content> {
  if ("draft" in target) {
    const draft = await getDraft(deps.db, target.draft);
    if (!draft) throw new Refusal("not-found");
    return contentOfDraft(draft, deps);
  }
  const release = await getRelease(deps.db, target.program, target.release);
  if (!release) throw new Refusal("not-found");
  const draft = release.draft === null ? undefined : await getDraft(deps.db, release.draft);
  return {
    program: target.program,
    ruleSet: release.ruleSet,
    complete: release.ruleSet,
    profiles: release.profiles,
    hazards: release.hazards,
    base: await baseOf(target.program, draft?.base?.number, deps),
  };
}

export async function contentOfDraft(draft: Draft, deps: Deps): Promise<Content> {
  const { program, ruleSet, profiles, hazards } = draft;
  const parsed = parseRuleSet(ruleSet);
  return {
    program,
    ruleSet,
    complete: parsed.ok ? parsed.value : undefined,
    profiles,
    hazards,
    base: await baseOf(program, draft.base?.number, deps),
  };
}

async function baseOf(program: string, number: number | undefined, deps: Deps): Promise<RuleSet | undefined> {
  return number === undefined ? undefined : (await getRelease(deps.db, program, number))?.ruleSet;
}

/** What the last update of a draft merged; criteria with something left to fill in count as disabled. */
export async function lastMergeOf(
  draft: string,
  program: string,
  deps: Deps,
): Promise<MergedRuleSets | undefined> {
  const update = await lastUpdateContent(deps.db, draft);
  if (!update) return undefined;
  const [base, theirs] = await Promise.all([
    baseOf(program, update.from ?? undefined, deps),
    baseOf(program, update.to, deps),
  ]);
  if (!theirs) throw new Error(`release ${update.to} of ${program} is gone`);
  const [mine, merged] = [runnable(update.before.ruleSet), runnable(update.after.ruleSet)];
  return { ...(base ? { base } : {}), mine, theirs, merged };
}
