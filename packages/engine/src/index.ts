export * from "./check/index.ts";
export { allOf, anyOf, atLeastOf, notOf, type Verdict } from "./kleene.ts";
export {
  compile,
  Unmodelled,
  vocabularyKey,
  type Compiled,
  type CompileOptions,
  type EncodedPerson,
  type Masks,
  type Way,
  type Written,
  type UnmodelledCode,
} from "./compile/index.ts";
export * from "./diagram/index.ts";
export * from "./diff/index.ts";
export * from "./evaluate/index.ts";
export * from "./graph/index.ts";
export * from "./lab/index.ts";
export * from "./merge/index.ts";
export * from "./model/index.ts";
export * from "./question/index.ts";
export * from "./release/index.ts";
export * from "./simulate/index.ts";
export * from "./smt/index.ts";
export * from "./sql/index.ts";
export * from "./table/index.ts";
