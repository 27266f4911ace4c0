// A part that scrolls sideways on a narrow page (a wide table), reachable by keyboard and named.
import type { ReactNode } from "react";

export function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // A region that scrolls must take the focus, or the keyboard cannot reach what lies outside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="j-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
