// The criteria as a list by decision and outcome, in order of precedence, each with its marks.
import type { Threads } from "@jumelage/api/schemas";
import { anchorOf } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { useEffect, useMemo, useRef, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { ToneGlyph } from "../../ui/outcome.tsx";
import { isOpen, useTalk } from "../comments/use-threads.ts";
import classes from "./criteria.module.css";
import { outline, touched, type OutcomeGroup } from "./outline.ts";
import { useFindings, type Findings } from "./use-findings.ts";

export interface CriteriaListProps {
  readonly selected: string | undefined;
}

export function CriteriaList({ selected }: CriteriaListProps): ReactNode {
  const t = useTranslations("criteria");
  const { ruleSet, baseline, lang } = useWorkspace();
  const findings = useFindings(ruleSet, lang);
  const changed = useMemo(() => touched(baseline?.ruleSet, ruleSet), [baseline, ruleSet]);
  const { threads } = useTalk();
  const groups = useMemo(() => outline(ruleSet), [ruleSet]);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // Only the list scrolls, and only as far as needed: the page stays where it is.
    const item = nav.current?.querySelector<HTMLElement>("[data-selected]");
    const list = nav.current;
    if (!item || !list || list.scrollHeight <= list.clientHeight) return;
    const [inner, outer] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      list.scrollTop += inner.top - outer.top - outer.height / 3;
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- after another choice, and only then
  }, [selected]);
  return (
    <nav ref={nav} className={classes.list} aria-label={t("title")}>
      {ruleSet.decisions.map((decision) => (
        <section key={decision.id} aria-label={textIn(decision.title, lang)}>
          <h2 className={classes.decision}>{textIn(decision.title, lang)}</h2>
          <p className={classes.precedence}>{t(decision.kind === "one" ? "precedence" : "independent")}</p>
          <div className={classes.groups}>
            {groups
              .filter((g) => g.decision === decision && g.criteria.length > 0)
              .map((group) => (
                <OutcomeSection
                  key={group.outcome.id}
                  group={group}
                  selected={selected}
                  changed={changed}
                  findings={findings}
                  threads={threads}
                />
              ))}
          </div>
        </section>
      ))}
    </nav>
  );
}

interface OutcomeSectionProps extends CriteriaListProps {
  readonly group: OutcomeGroup;
  readonly changed: ReadonlySet<string>;
  readonly findings: Findings;
  readonly threads: Threads;
}

function OutcomeSection({ group, selected, changed, findings, threads }: OutcomeSectionProps): ReactNode {
  const t = useTranslations("criteria");
  const tc = useTranslations("comments");
  const { ruleSet, program, lang } = useWorkspace();
  const paths = programPaths(program);
  return (
    <div className={classes.outcome}>
      <h3 className={classes.outcomeHead}>
        <ToneGlyph look={group.outcome.tone} />
        <span>{textIn(group.outcome.label, lang)}</span>
        <span className={classes.count} title={t("count", { count: group.criteria.length })}>
          <span aria-hidden="true">{group.criteria.length}</span>
          <span className="j-hidden">{t("count", { count: group.criteria.length })}</span>
        </span>
      </h3>
      <ul className="j-plain-list">
        {group.criteria.map((criterion) => {
          const problems = findings.below(["criteria", ruleSet.criteria.indexOf(criterion)]);
          const errors = problems.filter((f) => f.severity === "error").length;
          const anchor = anchorOf("criterion", criterion.id);
          const comments = threads.filter((thread) => thread.anchor === anchor && isOpen(thread)).length;
          return (
            <li key={criterion.id}>
              <AppLink
                href={paths.criterion(criterion.id)}
                className={classes.item}
                data-selected={criterion.id === selected || undefined}
              >
                <span className={criterion.enabled ? undefined : classes.off}>
                  {textIn(criterion.title, lang) || t("untitled")}
                </span>
                <span className={classes.marks}>
                  <span>{criterion.id}</span>
                  {criterion.origin === "source" ? null : <span>{t(`origin.${criterion.origin}`)}</span>}
                  {criterion.enabled ? null : <span className={classes.mark}>{t("disabled")}</span>}
                  {changed.has(criterion.id) ? (
                    <span className={classes.markChanged}>{t("changedMark")}</span>
                  ) : null}
                  {comments > 0 ? (
                    <span className={classes.mark}>{tc("open", { count: comments })}</span>
                  ) : null}
                  {errors > 0 ? (
                    <span className={classes.markProblem}>{t("problems", { count: errors })}</span>
                  ) : null}
                  {problems.length > errors ? (
                    <span className={classes.mark}>{t("remarks", { count: problems.length - errors })}</span>
                  ) : null}
                </span>
              </AppLink>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
