// A guarantee as its author edits it: the statement in both languages, and its promise as a sentence of slots. An
// unfinished sentence stays here until it is complete: a guarantee never holds a gap.
import { sameJson, type Claim } from "@jumelage/engine";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { useChangeRuleSet } from "../criteria/use-change-rule-set.ts";
import { useFindings } from "../criteria/use-findings.ts";
import { claimOf, draftOf, type ClaimDraft } from "./claim-draft.ts";
import { ClaimEditor, ClaimSentences } from "./claim-editor.tsx";
import { withClaim, withStatement, type Guarantee } from "./edit-guarantee.ts";
import classes from "./guarantees.module.css";

export interface GuaranteeEditorProps {
  readonly guarantee: Guarantee;
}

/** What is said here, and over which claim: undoing elsewhere lets it go. */
interface Saying {
  readonly draft: ClaimDraft;
  readonly over: Claim;
}

export function GuaranteeEditor({ guarantee }: GuaranteeEditorProps): ReactNode {
  const t = useTranslations("guarantees.edit");
  const { ruleSet, lang } = useWorkspace();
  const changeRuleSet = useChangeRuleSet();
  const findings = useFindings(ruleSet, lang);
  const { id, claim, statement } = guarantee;
  const [saying, setSaying] = useState<Saying | undefined>();
  const draft = saying && sameJson(saying.over, claim) ? saying.draft : draftOf(claim);
  const index = ruleSet.properties.indexOf(guarantee);
  const complete = claimOf(draft, ruleSet) !== undefined;
  const key = draft.kind === "requires" ? "condition" : "given";
  const change = (next: ClaimDraft): void => {
    const said = claimOf(next, ruleSet);
    setSaying({ draft: next, over: said ?? claim });
    if (said && !sameJson(said, claim))
      changeRuleSet(t("changeClaim", { id }), (r) => withClaim(r, id, said));
  };
  return (
    <div className={classes.editor}>
      <BilingualField
        label={t("statement")}
        value={statement}
        rows={3}
        disabled={false}
        onChange={(next) =>
          changeRuleSet(t("changeStatement", { id }), (r) => withStatement(r, id, next), `property/${id}`)
        }
      />
      <ClaimEditor
        draft={draft}
        onChange={change}
        label={t("sentenceOf", { id })}
        findingsAt={(path) =>
          complete ? findings.wordsAt(["properties", index, "claim", key, ...path]) : nothing
        }
      />
      {complete ? null : (
        <>
          <ClaimSentences draft={draft} />
          <output className="j-small">{t("unfinished")}</output>
        </>
      )}
      <p className="j-muted j-small">{t("reopens")}</p>
    </div>
  );
}

const nothing: readonly string[] = [];
