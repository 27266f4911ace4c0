// The two reference programs: the seed of a new installation and the corpus of the tests. Data only; readers
// parse it with `parseRuleSet` and `parseProfiles` like any other document from outside.
import autosoinsHazards from "../autosoins-diriges/hazards.json" with { type: "json" };
import autosoinsProfiles from "../autosoins-diriges/profiles.json" with { type: "json" };
import autosoinsRuleSet from "../autosoins-diriges/rule-set.json" with { type: "json" };
import choixHazards from "../choix-de-service/hazards.json" with { type: "json" };
import choixProfiles from "../choix-de-service/profiles.json" with { type: "json" };
import choixRuleSet from "../choix-de-service/rule-set.json" with { type: "json" };

/** A reference program as it is stored: a rule set, its synthetic profiles and its hazard file, not yet parsed. */
export interface ReferenceProgram {
  readonly program: string;
  readonly ruleSet: unknown;
  readonly profiles: unknown;
  readonly hazards: unknown;
}

export const referencePrograms: readonly ReferenceProgram[] = [
  {
    program: "autosoins-diriges",
    ruleSet: autosoinsRuleSet,
    profiles: autosoinsProfiles,
    hazards: autosoinsHazards,
  },
  { program: "choix-de-service", ruleSet: choixRuleSet, profiles: choixProfiles, hazards: choixHazards },
];
