// The difference of two rule sets over all persons, and what a merge of two does that neither did.
export { neitherGave, type MergedRuleSets } from "./neither-gave.ts";
export { compareAll } from "./compare-all.ts";
