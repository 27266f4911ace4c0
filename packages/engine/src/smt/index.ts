// Questions about all persons as SMT-LIB text, and a solver's values as people.
export { encodeQuestion, type Encoding } from "./encode.ts";
export type { Values } from "./values.ts";
