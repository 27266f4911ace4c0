// Who else has this criterion on screen: said before two people change the same words.
import { listOf } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useOthersHere } from "../../draft/use-others-here.ts";
import { useWorkspace } from "../../draft/use-draft.ts";

export function OthersAtCriterion({ id }: { readonly id: string }): ReactNode {
  const t = useTranslations("criteria");
  const { lang } = useWorkspace();
  const names = useOthersHere({ again: false })
    .filter(({ place }) => place === `criteres/${id}`)
    .map(({ name }) => name);
  return (
    <output className="j-small">
      {names.length === 0 ? null : t("alsoHere", { names: listOf(names, lang, "and"), count: names.length })}
    </output>
  );
}
