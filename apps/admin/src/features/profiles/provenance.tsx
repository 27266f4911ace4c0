// Where what is expected of a profile comes from: how it was entered, as the server recorded it, and the sentence of a
// document that is its reason, which whoever keeps the profiles may give, change or take back.
import type { Profile } from "@jumelage/engine";
import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { QueryTrouble } from "../../ui/error-notice.tsx";
import { programPaths } from "../../paths.ts";
import { statementId } from "../vocabulary/refs.tsx";
import { StatementQuote } from "../vocabulary/statements.tsx";
import { StatementChoice } from "./statement-choice.tsx";
import { useOrigins, useReasons } from "./use-origins.ts";

export function ProvenanceOf({ profile }: { readonly profile: Profile }): ReactNode {
  const t = useTranslations("profiles");
  const { ruleSet, program, lang, profilesEditable, cite, citations } = useWorkspace();
  const origins = useOrigins();
  const reason = useReasons()(profile.id);
  const [choosing, setChoosing] = useState(false);
  const statement = reason?.statement.id;
  // Until the server answers, a reason just given counts as what it will be recorded as.
  const provenance =
    typeof citations[profile.id] === "string" && profile.provenance !== "blind"
      ? "from-source"
      : profile.provenance;
  return (
    <div className="j-stack-tight">
      <p className="j-muted j-small">{t(`expectation.provenance.${provenance}`)}</p>
      <QueryTrouble query={origins} />
      {reason && !choosing ? (
        <StatementQuote
          cited={reason}
          lang={lang}
          href={`${programPaths(program).vocabulary}#${statementId(reason.statement.id)}`}
        />
      ) : null}
      {choosing ? (
        <StatementChoice
          sources={ruleSet.sources}
          lang={lang}
          label={t("reason.label")}
          value={statement}
          onChoose={(chosen) => {
            if (chosen !== undefined || statement !== undefined) cite(profile.id, chosen ?? null);
            setChoosing(false);
          }}
        />
      ) : null}
      {profilesEditable ? (
        <div className="j-row">
          <Button variant="subtle" size="compact-sm" onClick={() => setChoosing(!choosing)}>
            {t(choosing ? "reason.close" : reason ? "reason.change" : "reason.give")}
          </Button>
          {reason && !choosing ? (
            <Button variant="subtle" size="compact-sm" onClick={() => cite(profile.id, null)}>
              {t("reason.takeBack")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
