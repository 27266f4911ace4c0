// Constats: what the laws about the whole rule set found, the grave first, each with the person who shows it and the
// place where it is mended.
import type { Finding } from "@jumelage/engine";
import { findingSentence } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { JobBar } from "../../lab/job-bar.tsx";
import { placeAt } from "../../lab/place-at.ts";
import { profileTitles } from "../../lab/profile-titles.ts";
import { useJob } from "../../lab/use-job.ts";
import { WitnessCard } from "../../lab/witness-card.tsx";
import { programPaths } from "../../paths.ts";
import { Card, Cards } from "../../ui/cards.tsx";
import { AppLink } from "../../ui/link.tsx";
import { EmptyState, Notice, Panel } from "../../ui/page.tsx";

const laws = [
  "condition-always-false",
  "condition-always-true",
  "criterion-duplicated",
  "criterion-never-decides",
  "criterion-never-fires",
  "criterion-subsumed",
  "fact-without-effect",
  "gap-at-threshold",
  "no-criterion-speaks",
  "outcome-unreachable",
  "outcomes-overlap",
  "threshold-at-edge",
] as const;
const severities = ["error", "warning", "info"] as const;

export function FindingsPanel(): ReactNode {
  const t = useTranslations("guarantees.findings");
  const view = useJob("findings");
  const { report, job } = view;
  const nameOf = (id: string): string => {
    const law = laws.find((l) => l === id);
    return law ? t(`laws.${law}`) : "";
  };
  return (
    <div className="j-stack">
      <p className="j-muted">{t("lead")}</p>
      <JobBar view={view} kind="findings" nameOf={nameOf} />
      {report === undefined && job?.state !== "running" ? (
        <EmptyState title={t("notYet")}>{t("notYetHint")}</EmptyState>
      ) : null}
      {report && report.undecided.length > 0 ? (
        <Notice title={t("undecided", { count: report.undecided.length })} />
      ) : null}
      {report && report.findings.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      ) : null}
      {severities.map((severity) => {
        const found = report?.findings.filter((f) => f.severity === severity) ?? [];
        return found.length === 0 ? null : (
          <Panel key={severity} title={t(`severity.${severity}`, { count: found.length })}>
            <Cards>
              {found.map((finding) => (
                <Card key={JSON.stringify([finding.law, finding.at, finding.params])}>
                  <FindingCard finding={finding} />
                </Card>
              ))}
            </Cards>
          </Panel>
        );
      })}
    </div>
  );
}

function FindingCard({ finding }: { readonly finding: Finding }): ReactNode {
  const t = useTranslations("guarantees.findings");
  const { ruleSet, program, lang } = useWorkspace();
  const where = { ruleSet, lang, paths: programPaths(program) };
  const places = [finding.at, ...(finding.also ?? [])].flatMap((at) => placeAt(at, where) ?? []);
  const { witness } = finding;
  const decisions = [finding.at, ...(finding.also ?? [])].flatMap(([list, index]) => {
    if (typeof index !== "number") return [];
    if (list === "criteria") return ruleSet.criteria[index]?.then.decision ?? [];
    return list === "decisions" ? (ruleSet.decisions[index]?.id ?? []) : [];
  });
  return (
    <>
      <p>{findingSentence(finding, ruleSet, lang)}</p>
      {places.length === 0 ? null : (
        <p className="j-row j-small">
          <span className="j-muted">{t("where")}</span>
          {places.map((place) => (
            <AppLink key={place.href} href={place.href}>
              {place.name ?? t("see")}
            </AppLink>
          ))}
        </p>
      )}
      {witness === undefined ? null : finding.severity === "info" ? (
        <details>
          <summary>{t("seePerson")}</summary>
          <Shown witness={witness} decisions={decisions} />
        </details>
      ) : (
        <Shown witness={witness} decisions={decisions} />
      )}
    </>
  );
}

interface ShownProps {
  readonly witness: NonNullable<Finding["witness"]>;
  readonly decisions: readonly string[];
}

/** The person who shows a finding. */
function Shown({ witness, decisions }: ShownProps): ReactNode {
  const { ruleSet } = useWorkspace();
  return (
    <WitnessCard
      readings={[
        { ruleSet, person: { at: witness.at, facts: witness.facts } },
        ...(witness.second ? [{ ruleSet, person: { at: witness.at, facts: witness.second } }] : []),
      ]}
      decisions={decisions.length > 0 ? decisions : ruleSet.decisions.map((d) => d.id)}
      saveAs={profileTitles.finding()}
      tags={["constat"]}
    />
  );
}
