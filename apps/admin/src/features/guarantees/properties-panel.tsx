// The properties of a program and those every program has, each with its sentence, its proof or the person who breaks
// it, and the reviewer's reading of the sentence. An author writes new ones here, and takes some away.
import type { ProofReport } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { JobBar } from "../../lab/job-bar.tsx";
import { entryOf, SignOff, useLedger } from "../../lab/sign-off.tsx";
import { useJob } from "../../lab/use-job.ts";
import { guaranteeId } from "../../paths.ts";
import { Card, Cards } from "../../ui/cards.tsx";
import { Loading } from "../../ui/loading.tsx";
import { EmptyState, Panel } from "../../ui/page.tsx";
import { removeGuarantee, restoreGuarantee, type Guarantee } from "./edit-guarantee.ts";
import { GuaranteeCard } from "./guarantee-card.tsx";
import { AddedNotice, RemovedNotice } from "./guarantee-notices.tsx";
import classes from "./guarantees.module.css";
import { NewGuarantee } from "./new-guarantee.tsx";
import type { Proof } from "./proof-status.tsx";
import { StandardChecks } from "./standard-checks.tsx";

interface Removed {
  readonly guarantee: Guarantee;
  readonly index: number;
}

export function PropertiesPanel(): ReactNode {
  const t = useTranslations("guarantees");
  const { ruleSet, lang, editable, update } = useWorkspace();
  const view = useJob("proofs");
  const ledger = useLedger();
  const [writing, setWriting] = useState(false);
  const [added, setAdded] = useState<string | undefined>();
  const [removed, setRemoved] = useState<Removed | undefined>();
  const { report, stale } = view;
  const nameOf = (id: string): string => {
    const property = ruleSet.properties.find((p) => p.id === id);
    if (property) return textIn(property.statement, lang) || property.id;
    return ruleSet.criteria.some((c) => c.id === id) ? t("criterion", { id }) : t("standard.one");
  };
  const proofOf = (id: string): Proof | undefined => report?.properties.find((p) => p.id === id);
  const has = (id: string): boolean => ruleSet.properties.some((p) => p.id === id);
  const remove = (guarantee: Guarantee): void => {
    setRemoved({ guarantee, index: ruleSet.properties.indexOf(guarantee) });
    update(t("edit.removeLabel", { id: guarantee.id }), (doc) => ({
      ...doc,
      ruleSet: removeGuarantee(doc.ruleSet, guarantee.id),
    }));
  };
  const restore = ({ guarantee, index }: Removed): void => {
    setRemoved(undefined);
    update(t("removed.label", { id: guarantee.id }), (doc) => ({
      ...doc,
      ruleSet: restoreGuarantee(doc.ruleSet, guarantee, index),
    }));
  };
  const takeBack = (id: string): void => {
    setAdded(undefined);
    update(t("edit.removeLabel", { id }), (doc) => ({ ...doc, ruleSet: removeGuarantee(doc.ruleSet, id) }));
  };
  // What was proved and who confirmed what stand inside the cards: cards shown without them would grow under the reader.
  if (view.loading || ledger.isLoading) return <Loading />;
  return (
    <div className="j-stack">
      <JobBar view={view} kind="proofs" nameOf={nameOf} />
      {report ? <Summary report={report} /> : null}
      {writing ? (
        <NewGuarantee
          onAdded={(id) => {
            setWriting(false);
            setAdded(id);
            // Whatever is still to be saved goes first: what is proved is what was just written.
            view.start();
          }}
          onCancel={() => setWriting(false)}
        />
      ) : null}
      {added !== undefined && has(added) ? (
        <AddedNotice
          id={added}
          proof={stale ? undefined : proofOf(added)}
          proving={view.starting || view.job?.state === "running"}
          onUndo={() => takeBack(added)}
        />
      ) : null}
      {removed && !has(removed.guarantee.id) ? (
        <RemovedNotice guarantee={removed.guarantee} onRestore={() => restore(removed)} />
      ) : null}
      <Panel
        title={t("properties", { count: ruleSet.properties.length })}
        actions={
          editable && !writing ? (
            <Button variant="default" size="compact-md" onClick={() => setWriting(true)}>
              {t("new.open")}
            </Button>
          ) : undefined
        }
      >
        {ruleSet.properties.length === 0 ? (
          <EmptyState title={t("noProperty")}>{t("noPropertyHint")}</EmptyState>
        ) : null}
        <Cards>
          {lookedAtFirst(ruleSet.properties, report).map((property) => (
            <Card key={property.id} id={guaranteeId(property.id)}>
              <GuaranteeCard
                guarantee={property}
                proof={proofOf(property.id)}
                stale={stale}
                onRemove={() => remove(property)}
              />
              <SentenceSignOff property={property.id} entries={ledger.data?.entries} />
            </Card>
          ))}
        </Cards>
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
