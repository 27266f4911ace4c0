// A sentence in the reader's language, or in both side by side, each marked as what it is.
import type { Lang } from "@jumelage/engine";
import { createContext, use, type ReactNode } from "react";
import { useLanguage } from "../../i18n/i18n.tsx";
import classes from "./booklet.module.css";

const BothContext = createContext(false);

/** Says to everything inside whether both languages are shown. */
export const ShowBoth = BothContext.Provider;

/** Whether both languages are shown. */
export function useShowsBoth(): boolean {
  return use(BothContext);
}

/** What `render` makes of a language, for the languages that are shown: the reader's first. */
export function InLanguages({ render }: { readonly render: (lang: Lang) => ReactNode }): ReactNode {
  const { lang } = useLanguage();
  const both = useShowsBoth();
  if (!both) return <div lang={lang}>{render(lang)}</div>;
  const other = lang === "fr" ? "en" : "fr";
  return (
    <div className={classes.pair}>
      <div lang={lang}>{render(lang)}</div>
      <div lang={other}>{render(other)}</div>
    </div>
  );
}
