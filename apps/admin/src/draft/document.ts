// The editable documents of a draft, as the screens change them. Immutable: a change returns new objects and shares what it left alone.
import type { DraftRuleSet, Hazard, Profile } from "@jumelage/engine";

export interface Documents {
  readonly ruleSet: DraftRuleSet;
  readonly profiles: readonly Profile[];
  readonly hazards: readonly Hazard[];
}

/** What profiles are run against: the hazard file says nothing of what anybody gets. */
export type Judged = Pick<Documents, "ruleSet" | "profiles">;

export type Change = (documents: Documents) => Documents;
