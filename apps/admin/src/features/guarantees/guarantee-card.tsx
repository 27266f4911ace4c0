// One guarantee of the program: its words and the sentence that is checked, its proof or the person who breaks it, and
// for an author the ways to change it or take it away.
import { breaksClaim, runnable } from "@jumelage/engine";
import { claimSentence, textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { profileTitles } from "../../lab/profile-titles.ts";
import { WitnessCard, type Reading } from "../../lab/witness-card.tsx";
import { CardHead } from "../../ui/cards.tsx";
import type { Guarantee } from "./edit-guarantee.ts";
import { GuaranteeEditor } from "./guarantee-editor.tsx";
import classes from "./guarantees.module.css";
import { ProofBadge, ProofMeta, type Proof } from "./proof-status.tsx";

export interface GuaranteeCardProps {
  readonly guarantee: Guarantee;
  readonly proof: Proof | undefined;
  readonly stale: boolean;
  readonly onRemove: () => void;
}

export function GuaranteeCard({ guarantee, proof, stale, onRemove }: GuaranteeCardProps): ReactNode {
  const t = useTranslations("guarantees");
  const { ruleSet, lang, editable } = useWorkspace();
  const [editing, setEditing] = useState(false);
  const statement = textIn(guarantee.statement, lang);
  const generated = claimSentence(guarantee.claim, ruleSet, lang);
  return (
    <>
      <CardHead>
        <h3>
          <span className={classes.id}>{guarantee.id}</span> {statement}
        </h3>
        <div className="j-row">
          <ProofBadge proof={proof} stale={stale} />
          {editable ? (
            <>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-expanded={editing}
                onClick={() => setEditing(!editing)}
              >
                {t(editing ? "edit.close" : "edit.open")}
                <span className="j-hidden"> – {guarantee.id}</span>
              </Button>
              <Button variant="subtle" color="red" size="compact-sm" onClick={onRemove}>
                {t("edit.remove")}
                <span className="j-hidden"> – {guarantee.id}</span>
              </Button>
            </>
          ) : null}
        </div>
      </CardHead>
      {generated === statement ? null : (
        <p className={classes.generated}>
          <span className="j-muted">{t("generated")}</span> {generated}
        </p>
      )}
      {editing ? <GuaranteeEditor guarantee={guarantee} /> : null}
      {proof ? <ProofMeta proof={proof} /> : null}
      {proof?.witness ? <Counterexample guarantee={guarantee} proof={proof} stale={stale} /> : null}
    </>
  );
}

interface CounterexampleProps {
  readonly guarantee: Guarantee;
  readonly proof: Proof;
  /** The content changed since: they broke it as it was. */
  readonly stale: boolean;
}

function Counterexample({ guarantee, proof, stale }: CounterexampleProps): ReactNode {
  const t = useTranslations("guarantees");
  const { ruleSet } = useWorkspace();
  const readings = useMemo((): readonly Reading[] => {
    const { witness } = proof;
    if (!witness) return [];
    const worlds = breaksClaim(runnable(ruleSet), guarantee.claim).worlds;
    return worlds.map((world, i) => ({
      ruleSet: world.ruleSet,
      person: { at: witness.at, facts: i === 1 && witness.second ? witness.second : witness.facts },
      ...(worlds.length > 1 ? { name: t(i === 0 ? "firstPerson" : "secondPerson") } : {}),
    }));
  }, [proof, guarantee, ruleSet, t]);
  return (
    <div className="j-stack-tight">
      <p>
        <strong>{t(stale ? "brokenBefore" : "broken")}</strong>
      </p>
      <WitnessCard
        readings={readings}
        decisions={[guarantee.claim.decision]}
        saveAs={profileTitles.property(guarantee.statement)}
        tags={["garantie"]}
      />
    </div>
  );
}
