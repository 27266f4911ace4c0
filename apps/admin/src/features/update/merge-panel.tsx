// What an update does that neither side did: two edits that touch nowhere may together give somebody an answer that
// nobody wrote. Each such answer with a person who gets it, and how each side answers that person.
import type { Draft } from "@jumelage/api/schemas";
import type { MergeReport } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { useEffect, useEffectEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { FactList } from "../../lab/fact-list.tsx";
import { JobBar } from "../../lab/job-bar.tsx";
import { useJob } from "../../lab/use-job.ts";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { Notice, Panel } from "../../ui/page.tsx";
import { stateFace } from "../../ui/tones.ts";

type Found = MergeReport["conflicts"][number];

export function MergePanel({ updated }: { readonly updated: NonNullable<Draft["updated"]> }): ReactNode {
  const t = useTranslations("update.merge");
  const { ruleSet, lang } = useWorkspace();
  const view = useJob("merge");
  const { job, report, allowed, start, starting, error } = view;
  const ask = useEffectEvent(start);
  const unasked = allowed && !starting && !error && job?.state === "none" && job.obstacle === undefined;
  // Nobody has to think of asking: it is looked at as soon as there is something to look at.
  useEffect(() => {
    if (unasked) ask();
  }, [unasked]);
  const nameOf = (id: string): string => {
    const decision = ruleSet.decisions.find((d) => d.id === id);
    return decision ? textIn(decision.title, lang) : "";
  };
  const release = String(updated.to);
  return (
    <Panel title={t("title")}>
      <p className="j-muted">{t("lead", { number: release })}</p>
      <JobBar view={view} kind="merge" nameOf={nameOf} />
      {report?.status === "undecided" ? <Notice title={t("undecided")} /> : null}
      {report?.status === "complete" ? (
        <Notice
          announce="politely"
          {...(report.conflicts.length > 0 ? { tone: "problem" as const } : {})}
          title={t("found", { count: report.conflicts.length })}
        >
          {report.conflicts.length > 0 ? <p>{t("foundHint")}</p> : null}
        </Notice>
      ) : null}
      {report && report.conflicts.length > 0 ? (
        <ul className="j-plain-list j-stack">
          {report.conflicts.map((conflict) => (
            <li key={`${conflict.decision}/${conflict.answer}`} className="j-stack">
              <PersonCard conflict={conflict} updated={updated} name={nameOf(conflict.decision)} />
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}

interface PersonCardProps {
  readonly conflict: Found;
  readonly updated: NonNullable<Draft["updated"]>;
  readonly name: string;
}

function PersonCard({ conflict, updated, name }: PersonCardProps) {
  const t = useTranslations("update.merge");
  const { ruleSet } = useWorkspace();
  const sides = [
    ["base", updated.from === null ? t("nothing") : t("base", { number: String(updated.from) })],
    ["mine", t("mine")],
    ["theirs", t("theirs", { number: String(updated.to) })],
    ["merged", t("merged")],
  ] as const;
  return (
    <>
      <h3>{name}</h3>
      <FactList ruleSet={ruleSet} facts={conflict.person.facts} />
      <div className="j-scroll">
        <table className="j-table">
          <thead>
            <tr>
              {sides.map(([side, words]) => (
                <th key={side} scope="col">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {sides.map(([side]) => (
                <td key={side}>
                  <Given decision={conflict.decision} given={conflict.given[side]} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}

function Given({
  decision: id,
  given,
}: {
  readonly decision: string;
  readonly given: readonly string[] | null;
}) {
  const t = useTranslations("update.merge");
  const { ruleSet, lang } = useWorkspace();
  const decision = ruleSet.decisions.find((d) => d.id === id);
  if (given === null || decision === undefined) return <span className="j-muted">{t("noDecision")}</span>;
  const [state] = given;
  if (decision.kind === "one" && state !== undefined)
    return <OutcomeBadge decision={decision} state={state} lang={lang} />;
  if (given.length === 0) return <span>{t("noOutcome")}</span>;
  return (
    <ul className="j-plain-list">
      {given.map((answer) => {
        const [outcome = answer, standing] = answer.split(":");
        return (
          <li key={answer}>
            {stateFace(decision, outcome, lang).label}
            {standing === "undetermined" || standing === "withheld" ? ` (${t(standing)})` : ""}
          </li>
        );
      })}
    </ul>
  );
}
