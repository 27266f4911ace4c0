// Who else reads something shared: said before it is changed, with links.
import type { DraftCriterion } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";

export interface SharedWithProps {
  readonly criteria: readonly DraftCriterion[];
  readonly what: "threshold" | "condition";
}

export function SharedWith({ criteria, what }: SharedWithProps): ReactNode {
  const t = useTranslations("criteria");
  const { program, lang } = useWorkspace();
  if (criteria.length === 0) return t(what === "threshold" ? "thresholdAlone" : "conditionAlone");
  return (
    <>
      {t(what === "threshold" ? "thresholdShared" : "conditionShared", { count: criteria.length })}{" "}
      {criteria.map((c, i) => (
        <span key={c.id}>
          {i === 0 ? "" : ", "}
          <AppLink href={programPaths(program).criterion(c.id)} title={textIn(c.title, lang)}>
            {c.id}
          </AppLink>
        </span>
      ))}
    </>
  );
}
