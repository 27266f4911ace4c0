// The draft is based on the release in force: what has been published since it began, or was last updated, is in it.
import type { GateRule } from "./gate.ts";

export const baseGate: GateRule = {
  id: "base",
  waivable: false,
  run({ basedOn, inForce }) {
    // Zero: none.
    const params = { base: basedOn ?? 0, inForce: inForce ?? 0 };
    return { count: params.inForce, findings: basedOn === inForce ? [] : [{ code: "base-moved", params }] };
  },
};
