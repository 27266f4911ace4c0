// Somebody other than its author has confirmed, as it stands, every criterion that no source states, every parameter and
// every dated source.
import type { GateRule } from "./gate.ts";
import { unconfirmed } from "./unconfirmed.ts";

export const signOffGate: GateRule = {
  id: "sign-off",
  waivable: true,
  run: ({ ledger }) => unconfirmed(ledger.filter((entry) => entry.kind !== "sentence")),
};
