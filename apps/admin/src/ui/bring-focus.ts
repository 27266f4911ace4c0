// Focus for something that is not on the page yet, or that takes the place of what had it.
import { useLayoutEffect, type RefObject } from "react";

/**
 * How long the heading or the entry is waited for (ms). Whoever puts focus somewhere meanwhile keeps it; a dialog, as the
 * palette that one came from, is waited out.
 */
const patience = 10_000;

export interface Bringing {
  /** The id of an entry that the address names; empty without one. */
  readonly entry: string;
  /** Whether the heading is to be put in focus, too. */
  readonly isNewPage: boolean;
  /** What had the focus; whatever else has it meanwhile keeps it. */
  readonly from: Element | null;
}

/** Puts focus on the heading of a new page, and then on the entry, as they come. Returns what ends the wait. */
export function bringFocus({ entry, isNewPage, from }: Bringing): () => void {
  const end = performance.now() + patience;
  let [frame, put] = [0, null as Element | null];
  // A dialog that was left gives the focus back to what opened it: nobody put it there.
  let isGivenBack = (from?.closest("[role=dialog]") ?? null) !== null;
  const look = (): void => {
    const { activeElement, body } = document;
    const isAtRest = isGivenBack || [from, put, body].includes(activeElement);
    const inDialog = activeElement?.closest("[role=dialog]") ?? null;
    if ((!isAtRest && inDialog === null) || performance.now() > end) return;
    if (inDialog !== null) return void (frame = requestAnimationFrame(look));
    const named = entry === "" ? null : document.getElementById(entry);
    const found = named ?? (isNewPage ? document.getElementById("page-title") : null);
    if (found !== null && found !== put) {
      if (!found.hasAttribute("tabindex")) found.tabIndex = -1;
      found.focus({ preventScroll: named === null });
      put = found;
      isGivenBack = false;
    }
    if (named === null && (put === null || entry !== "")) frame = requestAnimationFrame(look);
  };
  frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}

/**
 * When this button goes away while it has the focus, the part of the page that it was in gets it, else the heading: whoever
 * tried again with a key goes on from there, not from the top of the page.
 */
export function useFocusLeftBehind(button: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = button.current;
    return () => {
      if (element === null || document.activeElement !== element) return;
      const part = element.closest<HTMLElement>("section[aria-labelledby]");
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        if (part?.isConnected !== true) {
          bringFocus({ entry: "", isNewPage: true, from: null });
          return;
        }
        if (!part.hasAttribute("tabindex")) part.tabIndex = -1;
        part.focus({ preventScroll: true });
      });
    };
  }, [button]);
}
