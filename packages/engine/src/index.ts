export { allOf, anyOf, atLeastOf, notOf, type Verdict } from "./kleene.ts";
export { compile, Unmodelled, type Compiled } from "./compile/index.ts";
export * from "./evaluate/index.ts";
export * from "./model/index.ts";
export * from "./release/index.ts";
export * from "./simulate/index.ts";
