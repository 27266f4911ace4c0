// Sentences read back: what `words` makes of a condition, and what people type of their own.
export { readSentence } from "./sentence.ts";
export { readTyped, type Piece, type Question, type Typed } from "./typed.ts";
