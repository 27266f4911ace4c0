// What of the simulation is shown, as the address says it, and how to choose otherwise.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { SimulationSearch } from "./simulation-search.ts";

type Change = { readonly [K in keyof SimulationSearch]: SimulationSearch[K] | undefined };

/** The choices, and how to change some of them: what is `undefined` is taken off the address. */
export function useChoices(): readonly [SimulationSearch, (change: Change) => void] {
  const search: SimulationSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (next: Change) =>
      void navigate({
        to: ".",
        search: (now: Record<string, unknown>) =>
          Object.fromEntries(Object.entries({ ...now, ...next }).filter(([, value]) => value !== undefined)),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return [search, change];
}
