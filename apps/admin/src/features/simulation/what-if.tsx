// « Et si ? »: one fact of a profile changed for a try. The saved profile stays as it is.
import type { Profile } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import slot from "../../ui/slot.module.css";
import { FactControl } from "../profiles/fact-control.tsx";
import { readEntry, withEntry } from "../profiles/facts-form.ts";
import classes from "./simulation.module.css";

export interface WhatIfProps {
  readonly saved: Profile;
  /** The facts being tried; null while nothing is. */
  readonly facts: Profile["facts"] | null;
  readonly onTry: (facts: Profile["facts"] | null) => void;
}

export function WhatIf({ saved, facts, onTry }: WhatIfProps): ReactNode {
  const t = useTranslations("simulation.explanation");
  const { ruleSet, lang } = useWorkspace();
  const [which, setWhich] = useState("");
  const fact = ruleSet.facts.find((f) => f.id === which);
  const tried = facts ?? saved.facts;
  return (
    <section className={classes.whatIf} aria-label={t("whatIf")}>
      <h3>{t("whatIf")}</h3>
      <p className="j-muted j-small">{t("whatIfHint")}</p>
      <select
        value={which}
        aria-label={t("whatIfFact")}
        className={`${slot.slot} ${slot.plain}`}
        onChange={(event) => setWhich(event.currentTarget.value)}
      >
        <option value="">{t("chooseFact")}</option>
        {ruleSet.facts.map((f) => (
          <option key={f.id} value={f.id}>
            {textIn(f.label, lang) || f.id}
          </option>
        ))}
      </select>
      {fact ? (
        <FactControl
          fact={fact}
          entry={readEntry(fact, tried[fact.id], saved.evaluatedOn)}
          dated={false}
          disabled={false}
          onChange={(entry) => onTry(withEntry(tried, fact.id, entry))}
        />
      ) : null}
      {facts === null ? null : (
        <output className="j-row">
          {t("tried")}
          <Button variant="default" size="compact-sm" onClick={() => onTry(null)}>
            {t("forget")}
          </Button>
        </output>
      )}
    </section>
  );
}
