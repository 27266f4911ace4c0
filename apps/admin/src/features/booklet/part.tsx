// A part of the booklet: it begins on a page of its own, under a heading.
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import classes from "./booklet.module.css";
import { sectionId, type Part as Name } from "./parts.ts";

export function Part({ part, children }: { readonly part: Name; readonly children: ReactNode }): ReactNode {
  const t = useTranslations("booklet.parts");
  const id = sectionId(part);
  return (
    <section id={id} className={classes.part} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(part)}</h2>
      {children}
    </section>
  );
}
