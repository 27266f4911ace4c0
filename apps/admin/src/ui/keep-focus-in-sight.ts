// A page that grows (a job that shows its progress, findings that come in) can push what has the focus out of the window.
// Whoever is at a keyboard would not see where they are; who scrolled away themselves is left alone.
import { useEffect } from "react";

/** For as long as a page is open: what has the keyboard's focus and was in sight stays there while the page changes its height. */
export function useFocusInSight(): void {
  useEffect(() => {
    let wasInSight = false;
    const look = (): void => {
      wasInSight = isInSight(document.activeElement);
    };
    const keep = (): void => {
      const { activeElement: focused } = document;
      if (wasInSight && focused?.matches(":focus-visible") && !isInSight(focused))
        focused.scrollIntoView({ block: "nearest" });
      look();
    };
    const grown = new ResizeObserver(keep);
    grown.observe(document.body);
    document.addEventListener("focusin", look);
    document.addEventListener("scroll", look, { passive: true });
    return () => {
      grown.disconnect();
      document.removeEventListener("focusin", look);
      document.removeEventListener("scroll", look);
    };
  }, []);
}

/** Whether all of it is in the window; what is higher than the window never is. */
function isInSight(element: Element | null): boolean {
  if (element === null || element === document.body) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
