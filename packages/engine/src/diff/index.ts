export { things, type Change, type FactChange, type ProfileChange, type Thing } from "./change.ts";
export {
  anchorOf,
  anchorOfChange,
  changesToSee,
  textOfChange,
  type ChangeToSee,
  type HazardChange,
  type Reviewed,
} from "./changes-to-see.ts";
export {
  additionsOf,
  consumerLacks,
  countAdditions,
  lackKinds,
  type Additions,
  type ConsumerInUse,
  type ConsumerLack,
} from "./consumer-lacks.ts";
export { diffProfiles } from "./diff-profiles.ts";
export { diffRuleSets } from "./diff-rule-sets.ts";
