// The difference of two rule sets over all persons, and what a merge of two does that neither did.
export { neitherGave, type MergedRuleSets, type NeitherGaveOptions } from "./neither-gave.ts";
export { compareAll, type CompareOptions } from "./compare-all.ts";
