// What stands behind a criterion: its title, why it is so, the statements it rests on, where it comes from.
import { origins, type DraftCriterion, type DraftRuleSet, type Lang, type Origin } from "@jumelage/engine";
import { Checkbox, MultiSelect, NativeSelect } from "@mantine/core";
import { memo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { Panel } from "../../ui/page.tsx";
import slot from "../../ui/slot.module.css";
import { statementChoices, statementOf, StatementQuote } from "../vocabulary/statements.tsx";
import { withCriterion } from "./edit-criteria.ts";
import type { ChangeRuleSet } from "./use-change-rule-set.ts";

export interface CriterionDetailsProps {
  readonly criterion: DraftCriterion;
  readonly sources: DraftRuleSet["sources"];
  readonly lang: Lang;
  readonly editable: boolean;
  readonly changeRuleSet: ChangeRuleSet;
}

/** Drawn again only when the criterion itself changes: typing in a threshold leaves it alone. */
export const CriterionDetails = memo(function CriterionDetails(props: CriterionDetailsProps): ReactNode {
  const { criterion, sources, lang, editable, changeRuleSet } = props;
  const t = useTranslations("criteria");
  const { id } = criterion;
  const change = (label: string, part: Partial<DraftCriterion>, field?: string): void =>
    changeRuleSet(
      label,
      (r) => withCriterion(r, id, (c) => ({ ...c, ...part })),
      field && `criterion/${id}/${field}`,
    );
  const cited = criterion.sources.flatMap((ref) => statementOf(sources, ref) ?? []);
  const onPurpose = criterion.shadowedOnPurpose;
  return (
    <Panel title={t("grounds")}>
      <BilingualField
        label={t("titleField")}
        value={criterion.title}
        disabled={!editable}
        onChange={(title) => change(t("change.title", { id }), { title }, "title")}
      />
      <BilingualField
        label={t("rationale")}
        value={criterion.rationale}
        rows={3}
        disabled={!editable}
        onChange={(rationale) => change(t("change.rationale", { id }), { rationale }, "rationale")}
      />
      <div className="j-stack-tight">
        {editable ? (
          <MultiSelect
            label={t("sources")}
            placeholder={cited.length === 0 ? t("chooseSources") : ""}
            {...statementChoices(sources, lang)}
            value={criterion.sources}
            searchable
            hidePickedOptions={false}
            onChange={(sources) => change(t("change.sources", { id }), { sources })}
          />
        ) : (
          <h3>{t("sources")}</h3>
        )}
        {cited.length === 0 ? <p className={slot.hint}>{t("noSources")}</p> : null}
        {cited.map((one) => (
          <StatementQuote key={one.statement.id} cited={one} lang={lang} />
        ))}
      </div>
      <NativeSelect
        label={t("originField")}
        data={origins.map((origin) => ({ value: origin, label: t(`originLong.${origin}`) }))}
        value={criterion.origin}
        disabled={!editable}
        maw={480}
        onChange={(event) =>
          change(t("change.origin", { id }), { origin: event.currentTarget.value as Origin })
        }
      />
      <Checkbox
        label={t("onPurpose")}
        description={t("onPurposeHint")}
        checked={onPurpose !== undefined}
        disabled={!editable}
        onChange={(event) => {
          const shadowedOnPurpose = event.currentTarget.checked ? { fr: "", en: "" } : undefined;
          changeRuleSet(t("change.onPurpose", { id }), (r) =>
            withCriterion(r, id, ({ shadowedOnPurpose: _was, ...rest }) =>
              shadowedOnPurpose ? { ...rest, shadowedOnPurpose } : rest,
            ),
          );
        }}
      />
      {onPurpose === undefined ? null : (
        <BilingualField
          label={t("onPurposeWhy")}
          value={onPurpose}
          disabled={!editable}
          onChange={(shadowedOnPurpose) =>
            change(t("change.onPurpose", { id }), { shadowedOnPurpose }, "onPurpose")
          }
        />
      )}
    </Panel>
  );
});
