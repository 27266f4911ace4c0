// Table: the same criteria as rows of decision tables, one for each decision, exact. A cell is changed where it stands, and a
// criterion in its sentence, which opens over the table.
import { decisionTable, type Finding } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { useJob } from "../../lab/use-job.ts";
import { programPaths } from "../../paths.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { EmptyState, PageTitle, Panel } from "../../ui/page.tsx";
import { DecisionGrid } from "./decision-grid.tsx";

/** Laws that say of a criterion that it never decides. */
const idle = new Set([
  "criterion-never-fires",
  "criterion-never-decides",
  "criterion-subsumed",
  "criterion-duplicated",
]);
const gaps = new Set(["no-criterion-speaks", "gap-at-threshold"]);

/** What the last analysis says of criteria, by id. */
export interface Marks {
  readonly idle: ReadonlySet<string>;
  readonly overlapping: ReadonlySet<string>;
}

export function TableScreen(): ReactNode {
  const t = useTranslations("table");
  const { ruleSet, program, lang } = useWorkspace();
  const paths = programPaths(program);
  const analysis = useJob("findings");
  const { report, stale } = analysis;
  const findings = report?.findings;
  const marks = useMemo((): Marks => {
    const about = (wanted: (f: Finding) => boolean): ReadonlySet<string> =>
      new Set(
        (findings ?? [])
          .filter(wanted)
          .flatMap((f) =>
            [f.at, ...(f.also ?? [])].flatMap(([list, index]) =>
              list === "criteria" && typeof index === "number" ? (ruleSet.criteria[index]?.id ?? []) : [],
            ),
          ),
      );
    // Places are by number: of another content they may be of other criteria.
    if (stale) return { idle: new Set(), overlapping: new Set() };
    return { idle: about((f) => idle.has(f.law)), overlapping: about((f) => f.law === "outcomes-overlap") };
  }, [findings, ruleSet, stale]);
  const holes = findings?.filter((f) => gaps.has(f.law)).length ?? 0;
  const overlaps = findings?.filter((f) => f.law === "outcomes-overlap").length ?? 0;
  return (
    <>
      <PageTitle title={t("title")} context={ruleSet.title[lang]}>
        {t("lead")}
      </PageTitle>
      <div className="j-stack">
        {analysis.error ? <ErrorNotice error={analysis.error} onRetry={analysis.retry} /> : null}
        <p className="j-row">
          <span>
            {findings === undefined
              ? t("notAnalysed")
              : stale
                ? t("analysedBefore")
                : t("analysed", { gaps: holes, overlaps })}
          </span>
          <AppLink href={paths.guarantees}>{t("seeAnalysis")}</AppLink>
        </p>
        {ruleSet.criteria.length === 0 ? (
          <EmptyState
            title={t("empty")}
            action={<AppLink href={paths.criteria}>{t("toCriteria")}</AppLink>}
          />
        ) : (
          ruleSet.decisions.map((decision) => {
            const table = decisionTable(ruleSet, decision.id);
            return (
              <Panel key={decision.id} title={textIn(decision.title, lang)}>
                {table.groups.length === 0 ? (
                  <p className="j-muted">{t("noCriteria")}</p>
                ) : (
                  <DecisionGrid decision={decision} table={table} marks={marks} />
                )}
              </Panel>
            );
          })
        )}
      </div>
    </>
  );
}
