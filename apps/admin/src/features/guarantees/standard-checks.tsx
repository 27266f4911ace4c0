// What is asked of every rule set without being written in it, grouped by question; what does not hold comes first.
import type { ProofReport, StandardCheck } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { WitnessCard } from "../../lab/witness-card.tsx";
import { programPaths } from "../../paths.ts";
import { Card, CardHead, Cards } from "../../ui/cards.tsx";
import { AppLink } from "../../ui/link.tsx";
import { Panel } from "../../ui/page.tsx";
import { stateFace } from "../../ui/tones.ts";
import classes from "./guarantees.module.css";
import { ProofBadge, ProofMeta } from "./proof-status.tsx";

type Checked = ProofReport["standard"][number];

const kinds = [
  "determined-is-stable",
  "safety-is-asked",
  "criterion-fires",
  "criterion-decides",
  "outcome-reached",
] as const satisfies readonly StandardCheck["kind"][];

export interface StandardChecksProps {
  readonly checks: readonly Checked[];
  readonly stale: boolean;
}

export function StandardChecks({ checks, stale }: StandardChecksProps): ReactNode {
  const t = useTranslations("guarantees.standard");
  return (
    <Panel title={t("title")}>
      <p className="j-muted">{t("hint")}</p>
      <Cards>
        {kinds.map((kind) => (
          <Card key={kind}>
            <Group kind={kind} checks={checks.filter((c) => c.check.kind === kind)} stale={stale} />
          </Card>
        ))}
      </Cards>
    </Panel>
  );
}

interface GroupProps extends StandardChecksProps {
  readonly kind: (typeof kinds)[number];
}

function Group({ kind, checks, stale }: GroupProps): ReactNode {
  const t = useTranslations("guarantees.standard");
  const failing = checks.filter((c) => c.status !== "proved");
  const proved = checks.length - failing.length;
  return (
    <>
      <CardHead>
        <h3>{t(`kind.${kind}`)}</h3>
        {checks.length === 0 ? (
          <ProofBadge proof={undefined} stale={stale} />
        ) : (
          <span className={classes.status} data-status={failing.length === 0 ? "proved" : "refuted"}>
            {t("count", { proved: String(proved), total: String(checks.length) })}
          </span>
        )}
      </CardHead>
      {failing.map((checked) => (
        <Check key={JSON.stringify(checked.check)} checked={checked} stale={stale} />
      ))}
      {proved === 0 ? null : (
        <details>
          <summary>{t("seeProved", { count: proved })}</summary>
          <ul className={classes.provedList}>
            {checks
              .filter((c) => c.status === "proved")
              .map((c) => (
                <li key={JSON.stringify(c.check)}>
                  <Named check={c.check} />
                  <ProofMeta proof={c} />
                </li>
              ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Check({ checked, stale }: { readonly checked: Checked; readonly stale: boolean }): ReactNode {
  const t = useTranslations("guarantees.standard");
  const { ruleSet } = useWorkspace();
  const { check, witness } = checked;
  const decision =
    "decision" in check
      ? check.decision
      : ruleSet.criteria.find((c) => c.id === check.criterion)?.then.decision;
  return (
    <div className={classes.check}>
      <CardHead>
        <p>
          <Named check={check} />
        </p>
        <ProofBadge proof={checked} stale={stale} />
      </CardHead>
      {checked.status === "refuted" ? <p>{t(`refuted.${check.kind}`)}</p> : null}
      <ProofMeta proof={checked} />
      {witness ? (
        <WitnessCard
          readings={[
            { ruleSet, person: { at: witness.at, facts: witness.facts } },
            ...(witness.second
              ? [{ ruleSet, person: { at: witness.at, facts: witness.second }, name: t("later") }]
              : []),
          ]}
          decisions={decision === undefined ? [] : [decision]}
          saveAs={{
            fr: "Personne montrée par une garantie générale",
            en: "Person shown by a general guarantee",
          }}
          tags={["garantie"]}
        />
      ) : null}
    </div>
  );
}

/** What a check is about: the criterion, the outcome or the decision, with a link to it. */
function Named({ check }: { readonly check: StandardCheck }): ReactNode {
  const { ruleSet, program, lang } = useWorkspace();
  const paths = programPaths(program);
  if ("criterion" in check) {
    const criterion = ruleSet.criteria.find((c) => c.id === check.criterion);
    return (
      <AppLink href={paths.criterion(check.criterion)}>
        {check.criterion}
        {criterion ? ` – ${textIn(criterion.title, lang)}` : ""}
      </AppLink>
    );
  }
  const decision = ruleSet.decisions.find((d) => d.id === check.decision);
  if (!decision) return check.decision;
  const title = textIn(decision.title, lang);
  return "outcome" in check ? `${title} – ${stateFace(decision, check.outcome, lang).label}` : title;
}
