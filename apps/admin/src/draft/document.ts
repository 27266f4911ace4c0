// The editable documents of a draft, as the screens change them. Immutable: a change returns new objects and shares what it left alone.
import type { DraftRuleSet, Profile } from "@jumelage/engine";

export interface Documents {
  readonly ruleSet: DraftRuleSet;
  readonly profiles: readonly Profile[];
}

export type Change = (documents: Documents) => Documents;
