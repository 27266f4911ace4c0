// The properties of a program and those every program has, each with its sentence, its proof or the person who breaks
// it, and the reviewer's reading of the sentence.
import type { DraftRuleSet, ProofReport } from "@jumelage/engine";
import { breaksClaim, runnable } from "@jumelage/engine";
import { claimSentence, textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { JobBar } from "../../lab/job-bar.tsx";
import { profileTitles } from "../../lab/profile-titles.ts";
import { entryOf, SignOff, useLedger } from "../../lab/sign-off.tsx";
import { useJob } from "../../lab/use-job.ts";
import { WitnessCard, type Reading } from "../../lab/witness-card.tsx";
import { guaranteeId } from "../../paths.ts";
import { EmptyState, Panel } from "../../ui/page.tsx";
import classes from "./guarantees.module.css";
import { GuaranteeEditor } from "./guarantee-editor.tsx";
import { ProofBadge, ProofMeta, type Proof } from "./proof-status.tsx";
import { StandardChecks } from "./standard-checks.tsx";

export function PropertiesPanel(): ReactNode {
  const t = useTranslations("guarantees");
  const { ruleSet, lang } = useWorkspace();
  const view = useJob("proofs");
  const ledger = useLedger();
  const { report, stale } = view;
  const nameOf = (id: string): string => {
    const property = ruleSet.properties.find((p) => p.id === id);
    if (property) return textIn(property.statement, lang) || property.id;
    return ruleSet.criteria.some((c) => c.id === id) ? t("criterion", { id }) : t("standard.one");
  };
  return (
    <div className="j-stack">
      <JobBar view={view} kind="proofs" nameOf={nameOf} />
      {report ? <Summary report={report} /> : null}
      <Panel title={t("properties", { count: ruleSet.properties.length })}>
        {ruleSet.properties.length === 0 ? (
          <EmptyState title={t("noProperty")}>{t("noPropertyHint")}</EmptyState>
        ) : null}
        <ul className={classes.cards}>
          {lookedAtFirst(ruleSet.properties, report).map((property) => (
            <li key={property.id} id={guaranteeId(property.id)} className={classes.card}>
              <PropertyCard
                property={property}
                proof={report?.properties.find((p) => p.id === property.id)}
                stale={stale}
              />
              <SentenceSignOff property={property.id} entries={ledger.data?.entries} />
            </li>
          ))}
        </ul>
      </Panel>
      <StandardChecks checks={report?.standard ?? []} stale={stale} />
    </div>
  );
}

/** What is refuted or undecided first; the rest as the document has it. */
function lookedAtFirst<P extends { readonly id: string }>(
  properties: readonly P[],
  report: ProofReport | undefined,
): readonly P[] {
  const ranks = { refuted: 0, undecided: 1, proved: 2 } as const;
  const rank = ({ id }: P): number => {
    const status = report?.properties.find((p) => p.id === id)?.status;
    return status === undefined ? 2 : ranks[status];
  };
  return properties.toSorted((a, b) => rank(a) - rank(b));
}

/** How many are proved, refuted, undecided: said as counts, never as a share. */
function Summary({ report }: { readonly report: ProofReport }): ReactNode {
  const t = useTranslations("guarantees");
  const all = [...report.properties, ...report.standard];
  const count = (status: Proof["status"]): number => all.filter((p) => p.status === status).length;
  return (
    <output className={classes.summary}>
      {t("summary", {
        proved: count("proved"),
        refuted: count("refuted"),
        undecided: count("undecided"),
      })}
    </output>
  );
}

interface PropertyCardProps {
  readonly property: DraftProperty;
  readonly proof: Proof | undefined;
  readonly stale: boolean;
}
type DraftProperty = DraftRuleSet["properties"][number];

function PropertyCard({ property, proof, stale }: PropertyCardProps): ReactNode {
  const t = useTranslations("guarantees");
  const { ruleSet, lang, editable } = useWorkspace();
  const [editing, setEditing] = useState(false);
  return (
    <>
      <div className={classes.cardHead}>
        <h3>
          <span className={classes.id}>{property.id}</span> {textIn(property.statement, lang)}
        </h3>
        <ProofBadge proof={proof} stale={stale} />
      </div>
      <p className={classes.generated}>
        <span className="j-muted">{t("generated")}</span> {claimSentence(property.claim, ruleSet, lang)}
      </p>
      {editable ? (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          >
            {t(editing ? "edit.close" : "edit.open")}
            <span className="j-hidden"> – {property.id}</span>
          </Button>
        </div>
      ) : null}
      {editing ? <GuaranteeEditor guarantee={property} /> : null}
      {proof ? <ProofMeta proof={proof} /> : null}
      {proof?.witness ? <Counterexample property={property} proof={proof} /> : null}
    </>
  );
}

function Counterexample({ property, proof }: { readonly property: DraftProperty; readonly proof: Proof }) {
  const t = useTranslations("guarantees");
  const { ruleSet } = useWorkspace();
  const readings = useMemo((): readonly Reading[] => {
    const { witness } = proof;
    if (!witness) return [];
    const worlds = breaksClaim(runnable(ruleSet), property.claim).worlds;
    return worlds.map((world, i) => ({
      ruleSet: world.ruleSet,
      person: { at: witness.at, facts: i === 1 && witness.second ? witness.second : witness.facts },
      ...(worlds.length > 1 ? { name: t(i === 0 ? "firstPerson" : "secondPerson") } : {}),
    }));
  }, [proof, property, ruleSet, t]);
  return (
    <div className="j-stack-tight">
      <p>
        <strong>{t("broken")}</strong>
      </p>
      <WitnessCard
        readings={readings}
        decisions={[property.claim.decision]}
        saveAs={profileTitles.property(property.statement)}
        tags={["garantie"]}
      />
    </div>
  );
}

function SentenceSignOff({
  property,
  entries,
}: {
  readonly property: string;
  readonly entries: Parameters<typeof entryOf>[0];
}): ReactNode {
  const entry = entryOf(entries, "sentence", property);
  return entry ? <SignOff entry={entry} name={property} /> : null;
}
