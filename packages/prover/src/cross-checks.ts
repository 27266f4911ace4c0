// The ways of answering that check the solver: neither shares code with it beyond the shapes of documents and questions.
import { createDiagrams } from "./diagrams.ts";
import { createEnumeration } from "./enumerate/index.ts";
import type { Method } from "./prove.ts";

/** So many classes of persons are gone through in about a second at most; more are left to the diagrams. */
const classes = 2 ** 26;

/** An enumeration of all classes of persons where they are few enough, and decision diagrams. */
export function crossChecks(): readonly Method[] {
  return [createEnumeration({ budget: classes }), createDiagrams()];
}
