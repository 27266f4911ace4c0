export { compareWithExpected, type Difference, type ListPart, type ManyPart } from "./compare.ts";
