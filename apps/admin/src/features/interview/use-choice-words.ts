// The words for ways to answer a question, in the reader's language.
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { ChoiceWords } from "./choice-words.ts";

export function useChoiceWords(): ChoiceWords {
  const t = useTranslations("interview.choice");
  return useMemo(
    () => ({
      unknown: t("unknown"),
      known: t("known"),
      anything: t("anything"),
      from: (from) => t("from", { from }),
      to: (to) => t("to", { to }),
      between: (from, to) => t("between", { from, to }),
      has: (members) => t("has", { members }),
      hasNone: (members) => t("hasNone", { members }),
      hasAny: t("hasAny"),
      empty: t("empty"),
    }),
    [t],
  );
}
