// A part that scrolls sideways on a narrow page (a wide table), reachable by keyboard and named.
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

export function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const t = useTranslations("common");
  return (
    // A region that scrolls must take the focus, or the keyboard cannot reach what lies outside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="j-scroll" aria-label={t("tableOf", { name: label })} tabIndex={0}>
      {children}
    </section>
  );
}
