// Which conditions count alone: for each, two profiles that differ in nothing else for its criterion, so that it can be
// seen to matter; and the fewest profiles that show as much as all of them.
import { nodesOf, runnable, type Condition, type CoverageReport, type RuleSet } from "@jumelage/engine";
import { conditionSentence, textIn } from "@jumelage/engine/words";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { usePure } from "../../lab/use-pure.ts";
import { programPaths } from "../../paths.ts";
import { Card, Cards } from "../../ui/cards.tsx";
import { AppLink } from "../../ui/link.tsx";
import { EmptyState, Notice, Panel } from "../../ui/page.tsx";

export function ConditionsPanel(): ReactNode {
  const t = useTranslations("coverage");
  const { ruleSet, profiles } = useWorkspace();
  const { answer, pending, failed } = usePure("coverage", { ruleSet, profiles });
  if (failed) return <Notice tone="problem" announce="now" title={t("conditions.failed")} />;
  if (answer === undefined) return <output className="j-muted">{t("conditions.looking")}</output>;
  return (
    <div className="j-stack">
      <Leaves report={answer} pending={pending} />
      <Smallest report={answer} />
    </div>
  );
}

interface PartProps {
  readonly report: CoverageReport;
}

type Leaf = CoverageReport["criteria"][number]["leaves"][number];

function Leaves({ report, pending }: PartProps & { readonly pending: boolean }): ReactNode {
  const t = useTranslations("coverage.conditions");
  const { ruleSet } = useWorkspace();
  const complete = useMemo(() => runnable(ruleSet), [ruleSet]);
  const total = report.criteria.reduce((sum, c) => sum + c.leaves.length, 0);
  const gaps = report.criteria.filter((c) => c.mcdc < 1);
  // A condition that cannot be otherwise is shown one way only: the report counts it as shown.
  const shown = report.criteria.reduce((sum, c) => sum + Math.round(c.mcdc * c.leaves.length), 0);
  return (
    <Panel title={t("finding", { shown: String(shown), total: String(total) })}>
      <output className="j-muted j-small">{pending ? t("looking") : t("hint")}</output>
      {gaps.length === 0 ? <EmptyState title={t("none")} /> : null}
      <Cards>
        {gaps.map(({ criterion, leaves }) => (
          <Card key={criterion}>
            <CriterionLink id={criterion} />
            <ul>
              {leaves
                .filter((leaf) => !isShown(leaf))
                .map((leaf) => (
                  <li key={leaf.at.join()}>
                    <LeafWords leaf={leaf} ruleSet={complete} />
                  </li>
                ))}
            </ul>
          </Card>
        ))}
      </Cards>
    </Panel>
  );
}

/** Whether some profile shows it true alone and another false alone. */
function isShown({ true: yes, false: no }: Leaf): boolean {
  return yes.length > 0 && no.length > 0;
}

function LeafWords({ leaf, ruleSet }: { readonly leaf: Leaf; readonly ruleSet: RuleSet }): ReactNode {
  const t = useTranslations("coverage.conditions");
  const { lang } = useWorkspace();
  const condition = conditionAt(ruleSet, leaf.at);
  const lacks = leaf.true.length === 0 ? (leaf.false.length === 0 ? "both" : "true") : "false";
  return (
    <>
      {condition ? conditionSentence(condition, ruleSet, lang) : ""}{" "}
      <span className="j-muted">– {t(`lacks.${lacks}`)}</span>
    </>
  );
}

/** The condition at a path of the document. */
function conditionAt(ruleSet: RuleSet, at: Leaf["at"]): Condition | undefined {
  const [list, index, , ...inside] = at;
  if (typeof index !== "number" || (list !== "criteria" && list !== "conditions")) return undefined;
  const when = ruleSet[list][index]?.when;
  if (when === undefined) return undefined;
  for (const { at: path, node } of nodesOf<never>(when)) if (path.join() === inside.join()) return node;
  return undefined;
}

function CriterionLink({ id }: { readonly id: string }): ReactNode {
  const { ruleSet, program, lang } = useWorkspace();
  const title = ruleSet.criteria.find((c) => c.id === id)?.title;
  return (
    <p>
      <AppLink href={programPaths(program).criterion(id)}>
        {id}
        {title ? ` – ${textIn(title, lang)}` : ""}
      </AppLink>
    </p>
  );
}

function Smallest({ report }: PartProps): ReactNode {
  const t = useTranslations("coverage.smallest");
  const { profiles, program, lang } = useWorkspace();
  const kept = new Set(report.smallest.profiles);
  return (
    <Panel title={t("finding", { count: kept.size })}>
      <p className="j-muted">
        {t(report.smallest.exact ? "exact" : "near")}{" "}
        {t("hint", { rest: String(profiles.length - kept.size) })}
      </p>
      <details>
        <summary>{t("see")}</summary>
        <ul>
          {profiles
            .filter((p) => kept.has(p.id))
            .map((p) => (
              <li key={p.id}>
                <AppLink href={programPaths(program).profile(p.id)}>
                  {p.id} – {textIn(p.title, lang)}
                </AppLink>
              </li>
            ))}
        </ul>
      </details>
    </Panel>
  );
}
