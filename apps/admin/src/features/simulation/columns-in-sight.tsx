// Of a matrix with very many criteria, only the columns in sight are in the page, and as much to both sides; their widths
// are fixed. A matrix of ordinary width is there whole, so that the browser finds what is searched in it.
import { useEffect, useState, type ReactNode, type RefObject } from "react";

/** As many columns are in the page whole. */
const wholeUpTo = 30;
/** The width of a criterion's column, and of the profile's before it (CSS pixels); the same stand in the style sheet. */
const [columnWidth, nameWidth] = [34, 260];

interface Page {
  /** The first column in sight, in steps of some: scrolling by less draws nothing anew. */
  readonly first: number;
  readonly shown: number;
}

function pageAt(scrolled: number, shown: number): Page {
  const step = Math.max(1, Math.floor(shown / 2));
  return { first: Math.floor(scrolled / columnWidth / step) * step, shown };
}

interface ColumnsInSight {
  /** The first in the page. */
  readonly from: number;
  /** The first after the last. */
  readonly to: number;
  /** Scrolls until this one can be seen. */
  readonly show: (column: number) => void;
}

export function useColumnsInSight(scroller: RefObject<HTMLElement | null>, count: number): ColumnsInSight {
  const [page, setPage] = useState<Page>({ first: 0, shown: wholeUpTo });
  const whole = count <= wholeUpTo;
  useEffect(() => {
    const element = scroller.current;
    if (whole || !element) return;
    let width = 0;
    // The width is told, never asked for: asking makes the browser lay out the page in the middle of scrolling.
    const look = (): void => {
      const next = pageAt(element.scrollLeft, Math.ceil(Math.max(0, width - nameWidth) / columnWidth));
      setPage((now) => (now.first === next.first && now.shown === next.shown ? now : next));
    };
    const observer = new ResizeObserver(([entry]) => {
      width = entry?.contentRect.width ?? 0;
      look();
    });
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller, whole]);
  const show = (column: number): void => {
    const element = scroller.current;
    if (whole || !element || column >= count) return;
    const left = column * columnWidth;
    const room = (page.shown * columnWidth) / 2;
    if (left >= element.scrollLeft && left <= element.scrollLeft + room - columnWidth) return;
    const to = Math.max(0, left - room / 2);
    element.scrollTo({ left: to, behavior: "instant" });
    // Drawn with this event, not with the scrolling that follows: the cell is there to take the focus.
    setPage(pageAt(to, page.shown));
  };
  if (whole) return { from: 0, to: count, show };
  return {
    from: Math.max(0, page.first - Math.ceil(page.shown / 4)),
    to: Math.min(count, page.first + Math.ceil(page.shown * 1.5)),
    show,
  };
}

/** As many columns that are not in the page; nothing to read. */
export function ColumnSpacer({ span }: { readonly span: number }): ReactNode {
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- not a control
  return span > 0 ? <td colSpan={span} aria-hidden="true" /> : null;
}
