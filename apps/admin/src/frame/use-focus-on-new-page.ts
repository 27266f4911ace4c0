// Where focus goes when another page is opened: to its heading, so that a screen reader says where one is, or to the entry
// that the address names. Both may come later than the address: a screen is loaded, and so is what it shows.
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/**
 * How long the heading or the entry is waited for (ms). Whoever puts focus somewhere meanwhile keeps it; a dialog, as the
 * palette that one came from, is waited out.
 */
const patience = 10_000;

export function useFocusOnNewPage(): void {
  const router = useRouter();
  useEffect(() => {
    let stop = (): void => undefined;
    const leave = router.subscribe("onRendered", ({ fromLocation, toLocation, pathChanged, hashChanged }) => {
      if (fromLocation === undefined || !(pathChanged || hashChanged)) return;
      stop();
      stop = bringFocus(toLocation.hash, pathChanged);
    });
    return () => {
      stop();
      leave();
    };
  }, [router]);
}

/** Puts focus on the heading of a new page, and then on the entry, as they come. Returns what ends the wait. */
function bringFocus(entry: string, isNewPage: boolean): () => void {
  const end = performance.now() + patience;
  const before = document.activeElement;
  let [frame, put] = [0, null as Element | null];
  const look = (): void => {
    const { activeElement, body } = document;
    const isAtRest = [before, put, body].includes(activeElement);
    const inDialog = activeElement?.closest("[role=dialog]") ?? null;
    if ((!isAtRest && inDialog === null) || performance.now() > end) return;
    if (inDialog !== null) return void (frame = requestAnimationFrame(look));
    const named = entry === "" ? null : document.getElementById(entry);
    const found = named ?? (isNewPage ? document.getElementById("page-title") : null);
    if (found !== null && found !== put) {
      if (!found.hasAttribute("tabindex")) found.tabIndex = -1;
      found.focus({ preventScroll: named === null });
      put = found;
    }
    if (named === null && (put === null || entry !== "")) frame = requestAnimationFrame(look);
  };
  frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}
