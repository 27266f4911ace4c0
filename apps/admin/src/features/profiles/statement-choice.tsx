// The field in which somebody gives a sentence of a source document as the reason of an expectation.
import type { Lang } from "@jumelage/engine";
import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import {
  statementChoices,
  statementOf,
  StatementQuote,
  type CitableSource,
} from "../vocabulary/statements.tsx";

export interface StatementChoiceProps {
  readonly sources: readonly CitableSource[];
  readonly lang: Lang;
  readonly value: string | undefined;
  readonly onChoose: (statement: string | undefined) => void;
  readonly label: string;
}

export function StatementChoice({ sources, lang, value, onChoose, label }: StatementChoiceProps): ReactNode {
  const t = useTranslations("profiles.reason");
  const cited = statementOf(sources, value);
  return (
    <div className="j-stack-tight">
      <Select
        w="100%"
        label={label}
        description={t("hint")}
        placeholder={t("placeholder")}
        {...statementChoices(sources, lang)}
        nothingFoundMessage={t("nothingFound")}
        searchable
        clearable
        clearButtonProps={{ "aria-label": t("clear") }}
        value={value ?? null}
        onChange={(next) => onChoose(next ?? undefined)}
      />
      {cited ? <StatementQuote cited={cited} lang={lang} /> : null}
    </div>
  );
}
