// The statements of the source documents that an entry cites, each a link to its words further down the page.
import { MultiSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { statementChoices } from "./statements.tsx";

export function statementId(id: string): string {
  return `statement-${id}`;
}

export function Refs({ refs }: { readonly refs: readonly string[] }) {
  const t = useTranslations("vocabulary");
  const { ruleSet, lang } = useWorkspace();
  const statements = new Map(ruleSet.sources.flatMap((s) => s.statements.map((x) => [x.id, x] as const)));
  return (
    <p className="j-small">
      <span className="j-muted">{t("sourcesOf")}</span> {refs.length === 0 ? t("noSource") : null}
      {refs.map((ref, i) => (
        <span key={ref}>
          {i > 0 ? ", " : ""}
          <a href={`#${statementId(ref)}`} title={statements.get(ref)?.text[lang] ?? ref}>
            {ref}
          </a>
        </span>
      ))}
    </p>
  );
}

export interface RefsChoiceProps {
  readonly refs: readonly string[];
  readonly onChange: (refs: string[]) => void;
}

/** The statements that an entry rests on, to be chosen; nothing while no document has any. */
export function RefsChoice({ refs, onChange }: RefsChoiceProps): ReactNode {
  const t = useTranslations("vocabulary");
  const { ruleSet, lang } = useWorkspace();
  if (ruleSet.sources.every((source) => source.statements.length === 0)) return null;
  return (
    <MultiSelect
      label={t("cited")}
      placeholder={refs.length === 0 ? t("chooseCited") : ""}
      {...statementChoices(ruleSet.sources, lang)}
      value={[...refs]}
      searchable
      hidePickedOptions={false}
      onChange={onChange}
    />
  );
}
