// The simulation of what is on screen, as a hook. An edit gives new rows in the same render; nothing is fetched.
import { useMemo } from "react";
import { simulate, type Simulation, type SimulationInput } from "./simulate.ts";

/** The profiles of a workspace run against its draft and against the release it started from. */
export function useSimulation({ ruleSet, profiles, baseline }: SimulationInput): Simulation {
  return useMemo(() => simulate({ ruleSet, profiles, baseline }), [ruleSet, profiles, baseline]);
}
