// A part of a page that takes the place of another: whoever was in what went away is put here, not at the top of the page.
import { useEffect, useRef, type ReactNode } from "react";

export function FocusHere({ children }: { readonly children: ReactNode }): ReactNode {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) here.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={here} tabIndex={-1} className="j-focus-here">
      {children}
    </div>
  );
}
