// What the address says of the simulation on screen, so that a link shows the same to somebody else: which profiles, for
// which decision, which side of the criteria, and whether it lies on paper.
import type { Show, View } from "./matrix.ts";

export interface SimulationSearch {
  /** Which profiles; all of them where it is absent. */
  readonly montrer?: "changes" | "ecarts";
  /** An id, or `*` for all decisions; the first where it is absent. */
  readonly decision?: string;
  /** The state whose profiles alone are shown. */
  readonly reponse?: string;
  /** The draft's criteria where it is absent. */
  readonly vue?: "version" | "differences";
  readonly papier?: "letter" | "a4";
}

const shown = { changes: "moved", ecarts: "failing" } as const satisfies Record<string, Show>;
const viewed = { version: "before", differences: "diff" } as const satisfies Record<string, View>;

/** Reads it; anything else on the address is left aside. */
export function simulationSearch(search: Record<string, unknown>): SimulationSearch {
  const { montrer, decision, reponse, vue, papier } = search;
  return {
    ...(montrer === "changes" || montrer === "ecarts" ? { montrer } : {}),
    ...(typeof decision === "string" ? { decision } : {}),
    ...(typeof reponse === "string" ? { reponse } : {}),
    ...(vue === "version" || vue === "differences" ? { vue } : {}),
    ...(papier === "letter" || papier === "a4" ? { papier } : {}),
  };
}

export function showIn({ montrer }: SimulationSearch): Show {
  return montrer === undefined ? "all" : shown[montrer];
}

export function viewIn({ vue }: SimulationSearch): View {
  return vue === undefined ? "after" : viewed[vue];
}

/** What an address says for these profiles. */
export function saidOfShow(show: Show): SimulationSearch["montrer"] {
  return show === "moved" ? "changes" : show === "failing" ? "ecarts" : undefined;
}

/** What an address says for this side of the criteria. */
export function saidOfView(view: View): SimulationSearch["vue"] {
  return view === "before" ? "version" : view === "diff" ? "differences" : undefined;
}
