// The first rows of the file that go from one state to another, and why: which criteria make the difference.
import { textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { Panel } from "../../ui/page.tsx";
import type { Explained } from "./cohort-messages.ts";
import classes from "./cohort.module.css";
import { StateName, type ShownProps } from "./shares-panel.tsx";
import type { CohortView } from "./use-cohort.ts";

export function ExamplesPanel({
  shown,
  face,
  cohort,
  version,
}: Omit<ShownProps, "smallCell"> & { readonly cohort: CohortView }): ReactNode {
  const t = useTranslations("cohort.examples");
  const { subject, examples } = shown;
  const { explained, session } = cohort;
  if (examples.length === 0) return null;
  const isHere = examples.some((e) => explained !== null && e.rows.includes(explained.row));
  return (
    <Panel title={t("title")}>
      <ul className={classes.examples}>
        {examples.map(({ from, to, rows }) => (
          <li key={`${from}/${to}`}>
            <span className={classes.way}>
              <StateName face={face(subject, from)} />
              <span aria-hidden="true">→</span>
              <span className="j-hidden">{t("to")}</span>
              <StateName face={face(subject, to)} />
            </span>
            <span className="j-row">
              {rows.map((row) => (
                <Button
                  key={row}
                  variant={explained?.row === row ? "filled" : "default"}
                  size="compact-sm"
                  aria-pressed={explained?.row === row}
                  onClick={() => session.explain(row)}
                >
                  {t("row", { row: String(row + 1) })}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {explained !== null && isHere && subject.kind !== "criterion" ? (
        <Why explained={explained} decision={subject.decision} version={version ?? 0} />
      ) : null}
    </Panel>
  );
}

interface WhyProps {
  readonly explained: Explained;
  readonly decision: string;
  readonly version: number;
}

function Why({ explained, decision, version }: WhyProps): ReactNode {
  const t = useTranslations("cohort.examples");
  const { program, ruleSet, baseline, lang } = useWorkspace();
  const { before, after, row } = explained;
  const verdict = ({ fired, undecided }: Explained["before"], id: string): "true" | "unknown" | "false" =>
    fired.includes(id) ? "true" : undecided.includes(id) ? "unknown" : "false";
  const all = [...before.fired, ...before.undecided, ...after.fired, ...after.undecided];
  const titled = [...ruleSet.criteria, ...(baseline?.ruleSet.criteria ?? [])];
  // Those of the decision that is shown; others change for reasons of their own.
  const ours = new Set(titled.filter((c) => c.then.decision === decision).map((c) => c.id));
  const changed = [...new Set(all)].filter(
    (id) => ours.has(id) && verdict(before, id) !== verdict(after, id),
  );
  return (
    <output className={classes.why}>
      <strong>{t("why", { row: String(row + 1) })}</strong>
      {changed.length === 0 ? <p>{t("noCriterion")}</p> : null}
      <ul>
        {changed.map((id) => {
          const criterion = titled.find((c) => c.id === id);
          return (
            <li key={id}>
              <AppLink href={programPaths(program).criterion(id)}>
                {id}
                {criterion ? ` – ${textIn(criterion.title, lang).replace(/\.$/, "")}` : ""}
              </AppLink>{" "}
              {t("verdicts", {
                before: t(`verdict.${verdict(before, id)}`),
                after: t(`verdict.${verdict(after, id)}`),
                number: String(version),
              })}
            </li>
          );
        })}
      </ul>
    </output>
  );
}
