// What somebody decided with an answer before them, as their application recorded it.
import type { RuleSet } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import { Moment, useList } from "../../ui/moment.tsx";
import { Notice } from "../../ui/page.tsx";
import type { HumanRecord } from "./replay.ts";

export interface HumanDecisionProps {
  readonly record: HumanRecord;
  readonly isOfReceipt: boolean;
  readonly ruleSet: RuleSet;
}

export function HumanDecision({ record, isOfReceipt, ruleSet }: HumanDecisionProps): ReactNode {
  const t = useTranslations("versions.replay.human");
  const { lang } = useLanguage();
  const list = useList();
  const { by, decidedAt, decided, override } = record;
  const outcomes = ruleSet.decisions.find(({ id }) => id === record.decision)?.outcomes ?? [];
  const words = decided.map((id) => {
    const outcome = outcomes.find((o) => o.id === id);
    return outcome ? textIn(outcome.label, lang) : id;
  });
  return (
    <Notice tone={isOfReceipt ? "info" : "problem"} title={t(isOfReceipt ? "title" : "another")}>
      <p>
        {t("decided", { outcomes: list(words), name: by.name, role: by.role })} <Moment at={decidedAt} />
      </p>
      {override === undefined ? null : (
        <p>
          {t("override", { reason: override.reason })} {override.text}
        </p>
      )}
    </Notice>
  );
}
