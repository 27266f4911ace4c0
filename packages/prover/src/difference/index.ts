// The difference of two rule sets over all persons.
export { compareAll, type CompareOptions } from "./compare-all.ts";
