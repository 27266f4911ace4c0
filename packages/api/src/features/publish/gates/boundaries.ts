// Some profile stands at nearly every side of every test the criteria make: the program says how many, never fewer than
// 90 %.
import type { GateRule } from "./gate.ts";

export const boundariesGate: GateRule = {
  id: "boundaries",
  waivable: true,
  run({ complete, profiles, boundaryScore, floors }) {
    const floor = floors.boundaries;
    if (!complete)
      return { count: 0, floor, findings: [{ code: "not-run", params: { because: "diagnostics" } }] };
    const { boundaries: sides, score } = boundaryScore(complete, profiles);
    const bare = score >= floor ? [] : sides.filter((side) => side.profiles.length === 0);
    return {
      count: sides.length,
      score,
      floor,
      findings: bare.map(({ fact, side, value, at }) => ({
        code: "boundary-uncovered",
        params: { fact, side, ...worded(value) },
        ...(at[0] ? { at: [...at[0]] } : {}),
      })),
    };
  },
};

function worded(value: unknown): { readonly value?: string | number | boolean | string[] } {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return { value };
  return Array.isArray(value) ? { value: value.map(String) } : {};
}
