// The fast way to run a rule set, for bulk work and for the browser at every keystroke.
export type { Way } from "./choose.ts";
export { compile, type Compiled, type CompileOptions, type Written } from "./compile.ts";
export { vocabularyKey } from "./layout.ts";
export type { EncodedPerson } from "./person.ts";
export type { Masks } from "./run.ts";
export { Unmodelled, type UnmodelledCode } from "./unmodelled.ts";
