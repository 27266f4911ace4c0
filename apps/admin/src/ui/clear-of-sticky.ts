// In a table whose heads stay while it scrolls, the browser takes what lies under a head for visible. Whoever goes through it
// with Tab would not see where they are.
import { useEffect } from "react";

/** Room for the ring around what has the focus. */
const ring = 4;

/** For as long as a page is open: what gets the focus in a table comes out from under the heads that stay. */
export function useClearOfSticky(): void {
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof Element) bringOut(target);
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, []);
}

function bringOut(target: Element): void {
  const cell = target.closest<HTMLTableCellElement>("th, td");
  // What scrolls is around the table itself.
  const scroller = cell?.closest("table")?.parentElement;
  if (!cell || !scroller) return;
  const box = target.getBoundingClientRect();
  const head = cell.closest("thead") ? undefined : cell.closest("table")?.tHead;
  const top = Math.max(...boxesOf(head?.querySelectorAll("th, td") ?? []).map((b) => b.bottom));
  if (box.top < top) scroller.scrollTop -= top - box.top + ring;
  if (staysAside(cell)) return;
  const row = [...(cell.parentElement?.children ?? [])];
  const at = row.indexOf(cell);
  const left = Math.max(...boxesOf(row.slice(0, at).filter(staysAside)).map((b) => b.right));
  const right = Math.min(...boxesOf(row.slice(at + 1).filter(staysAside)).map((b) => b.left));
  if (box.left < left) scroller.scrollLeft -= left - box.left + ring;
  else if (box.right > right) scroller.scrollLeft += box.right - right + ring;
}

function boxesOf(cells: Iterable<Element>): readonly DOMRect[] {
  return [...cells].map((cell) => cell.getBoundingClientRect());
}

/** Whether a cell stays where it is while the table scrolls sideways. */
function staysAside(cell: Element): boolean {
  const { position, left, right } = getComputedStyle(cell);
  return position === "sticky" && (left !== "auto" || right !== "auto");
}
