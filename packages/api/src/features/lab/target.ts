// What the lab looks at: a draft as it stands or a release, with what it is compared with.
import { getDraft, getRelease, type Draft } from "@jumelage/db";
import { parseRuleSet, type DraftRuleSet, type Hazard, type Profile, type RuleSet } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
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
