// Of a very long table that scrolls with the page, only the rows in sight are in the page. A table of ordinary length is
// there whole, so that the browser finds what is searched in it.
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState, type ReactNode, type Ref } from "react";
import { rowHeights, useDensity } from "./density.ts";

/** As many rows are in the page whole; drawing them takes no time that is felt. */
const wholeUpTo = 400;

export interface RowsInSight {
  readonly table: Ref<HTMLTableElement>;
  /** The rows to draw, by their places. */
  readonly rows: readonly number[];
  /** The heights of what is above and below them (CSS pixels). */
  readonly above: number;
  readonly below: number;
  /** To be the `ref` of each row, which says its place as `data-index`. */
  readonly measure: Ref<HTMLTableRowElement> | undefined;
}

export function useRowsInSight(count: number): RowsInSight {
  const table = useRef<HTMLTableElement>(null);
  const [density] = useDensity();
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState<number>(rowHeights[density]);
  const whole = count <= wholeUpTo;
  // oxlint-disable-next-line react/incompatible-library -- nothing memoised is given its functions
  const virtual = useWindowVirtualizer({
    count: whole ? 0 : count,
    estimateSize: () => height,
    scrollMargin: top,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const drawn = items.length > 0;
  useLayoutEffect(() => {
    const body = table.current?.tBodies[0];
    if (whole || !body) return;
    setTop(body.getBoundingClientRect().top + window.scrollY);
    // What is in a row may be higher than the row has to be: rows out of sight are taken to be as the first one.
    const row = drawn ? body.querySelector("tr[data-index]") : null;
    if (row) setHeight(row.getBoundingClientRect().height);
  }, [whole, count, density, drawn]);
  useLayoutEffect(() => virtual.measure(), [virtual, height]);
  if (whole) {
    const rows = Array.from({ length: count }, (_, i) => i);
    return { table, rows, above: 0, below: 0, measure: undefined };
  }
  const [first, last] = [items[0], items.at(-1)];
  return {
    table,
    rows: items.map(({ index }) => index),
    above: first ? first.start - top : 0,
    below: last ? virtual.getTotalSize() - (last.end - top) : 0,
    measure: virtual.measureElement,
  };
}

/** The height of the rows that are not in the page; nothing to read. */
export function RowSpacer({ height, width }: { readonly height: number; readonly width: number }): ReactNode {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- not a control */}
      <td colSpan={width} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
