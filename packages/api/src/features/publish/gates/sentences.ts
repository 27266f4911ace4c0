// Somebody other than its author has read the sentence that is generated from every property: the proof is of what that
// sentence says, whatever its author meant.
import type { GateRule } from "./gate.ts";
import { unconfirmed } from "./unconfirmed.ts";

export const sentencesGate: GateRule = {
  id: "sentences",
  waivable: true,
  run: ({ ledger }) => unconfirmed(ledger.filter((entry) => entry.kind === "sentence")),
};
