// What an address says of how a booklet is printed: the paper, and in which languages.
import type { Paper } from "../../ui/paper.ts";

/** What an address says of how a booklet is printed. */
export interface BookletSearch {
  readonly papier?: Paper;
  readonly langues?: "deux";
}

/** Reads it; anything else on the address is left aside. */
export function bookletSearch(search: Record<string, unknown>): BookletSearch {
  return {
    ...(search["papier"] === "a4" ? { papier: "a4" as const } : {}),
    ...(search["langues"] === "deux" ? { langues: "deux" as const } : {}),
  };
}
