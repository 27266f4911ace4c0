// The fast way to run a rule set, for bulk work and for the browser at every keystroke.
export { compile, type Compiled } from "./compile.ts";
export { vocabularyKey, type EncodedPerson } from "./encode.ts";
export { Unmodelled, type UnmodelledCode } from "./unmodelled.ts";
