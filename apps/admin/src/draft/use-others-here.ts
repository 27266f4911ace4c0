// Who else has the draft on screen. Where one is oneself is said in the same breath, and only while one is at work: a page
// that nobody touches says nothing, and so keeps no session open.
import type { OthersHere } from "@jumelage/api/schemas";
import { useIdle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { api } from "../api/client.ts";
import { useWorkspace } from "./use-draft.ts";

/** Between two times that a page says where it is; the server forgets it after three of them (milliseconds). */
const every = 15_000;
/** Whoever has not touched the page for so long is not at work (milliseconds). */
const idleAfter = 60_000;

const nobody: OthersHere = [];

/**
 * The others, by name; nobody where no draft is open, and while this page is idle. `again`: whether this place asks over
 * and over; one on a page does, the others read what it was told.
 */
export function useOthersHere({ again }: { readonly again: boolean }): OthersHere {
  const { draft } = useWorkspace();
  const { pathname } = useLocation();
  const idle = useIdle(idleAfter, { initialState: false });
  const [id, place] = [draft?.id ?? "", placeOf(pathname)];
  const { data } = useQuery({
    queryKey: ["others-here", id, place],
    queryFn: () => api.drafts.here.mutate({ id, place }),
    enabled: id !== "" && !idle,
    refetchInterval: again && every,
    staleTime: every,
    // Not to be seen, or to see nobody, hinders no work.
    retry: false,
    placeholderData: (before) => before,
    gcTime: 0,
  });
  return idle ? nobody : (data ?? nobody);
}

/** What is on screen, as an address of the console says it after the program: a screen, or a thing on it. */
export function placeOf(pathname: string): string {
  const [screen = "", thing] = pathname.split("/").slice(3);
  return thing !== undefined && /^[A-Za-z0-9_.-]{1,80}$/.test(thing) ? `${screen}/${thing}` : screen;
}
