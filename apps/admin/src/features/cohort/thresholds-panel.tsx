// The thresholds of the draft beside what they do to the cohort: a number typed or stepped here is an edit like any other.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { NumberSlot } from "../../ui/number-slot.tsx";
import { writeNumber } from "../../ui/numbers.ts";
import { Panel } from "../../ui/page.tsx";
import { setParameter } from "../vocabulary/edits.ts";
import { boundsOf, numberWithin } from "../vocabulary/usage.ts";
import classes from "./cohort.module.css";

export function ThresholdsPanel(): ReactNode {
  const t = useTranslations("cohort.thresholds");
  const { ruleSet, baseline, lang, editable, update, start, starting } = useWorkspace();
  if (ruleSet.parameters.length === 0) return null;
  return (
    <Panel title={t("title")}>
      {editable ? <p className="j-muted j-small">{t("lead")}</p> : null}
      {!editable && start !== null ? (
        <div className="j-stack-tight">
          <p>{t("readOnly")}</p>
          <div>
            <Button variant="default" loading={starting} onClick={start}>
              {t("start")}
            </Button>
          </div>
        </div>
      ) : null}
      <ul className={classes.thresholds}>
        {ruleSet.parameters.map(({ id, label, value }) => {
          const bounds = boundsOf(ruleSet, id);
          const { min, max } = bounds;
          const words =
            min === undefined || max === undefined
              ? t("number")
              : t("range", { min: writeNumber(min, lang), max: writeNumber(max, lang) });
          const before = baseline?.ruleSet.parameters.find((p) => p.id === id)?.value;
          return (
            <li key={id}>
              <span>{label[lang]}</span>
              <span className="j-row">
                {editable ? (
                  <NumberSlot
                    label={label[lang]}
                    lang={lang}
                    value={value}
                    range={min === undefined || max === undefined ? undefined : { min, max }}
                    hint={words}
                    accepts={(n) => numberWithin(writeNumber(n, lang), bounds) !== undefined}
                    problem={() => words}
                    onType={(n) => {
                      if (n !== undefined && n !== value)
                        update(
                          t("changed", { label: label[lang] }),
                          setParameter(id, { value: n }),
                          `parameter/${id}/value`,
                        );
                    }}
                  />
                ) : (
                  <strong>{writeNumber(value, lang)}</strong>
                )}
                {before === undefined || before === value || baseline === null ? null : (
                  <span className="j-small">
                    {t("was", { value: writeNumber(before, lang), number: String(baseline.number) })}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
