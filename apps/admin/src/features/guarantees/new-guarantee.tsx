// A guarantee from nothing: which promise, in slots; its sentence as it is being made, in both languages; the words of
// the author, which begin as that sentence. Kept in the draft in one step that can be undone, and proved at once.
import type { Text } from "@jumelage/engine";
import { claimSentence } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { Notice, Panel } from "../../ui/page.tsx";
import { claimOf, emptyClaim } from "./claim-draft.ts";
import { ClaimEditor, ClaimSentences } from "./claim-editor.tsx";
import { addGuarantee } from "./edit-guarantee.ts";

export interface NewGuaranteeProps {
  /** The guarantee is in the draft, under this id. */
  readonly onAdded: (id: string) => void;
  readonly onCancel: () => void;
}

const nothing = (): readonly string[] => [];

export function NewGuarantee({ onAdded, onCancel }: NewGuaranteeProps): ReactNode {
  const t = useTranslations("guarantees.new");
  const tc = useTranslations("common");
  const { ruleSet, baseline, update } = useWorkspace();
  const [draft, setDraft] = useState(() => emptyClaim("implies", ruleSet));
  const [own, setOwn] = useState<Text | undefined>();
  const [tried, setTried] = useState(false);
  const claim = claimOf(draft, ruleSet);
  const made: Text = claim
    ? { fr: claimSentence(claim, ruleSet, "fr"), en: claimSentence(claim, ruleSet, "en") }
    : { fr: "", en: "" };
  const statement = own ?? made;
  const worded = statement.fr.trim() !== "" && statement.en.trim() !== "";
  const add = (): void => {
    setTried(true);
    if (!claim || !worded) return;
    const taken = baseline?.ruleSet.properties.map((p) => p.id);
    const guarantee = { statement, claim };
    const { id } = addGuarantee(ruleSet, guarantee, taken);
    update(t("label", { id }), (doc) => ({
      ...doc,
      ruleSet: addGuarantee(doc.ruleSet, guarantee, taken).ruleSet,
    }));
    onAdded(id);
  };
  return (
    <Panel title={t("title")}>
      <p className="j-muted">{t("hint")}</p>
      <ClaimEditor draft={draft} onChange={setDraft} label={t("condition")} findingsAt={nothing} />
      <ClaimSentences draft={draft} />
      {claim ? (
        <BilingualField
          label={t("statement")}
          value={statement}
          rows={3}
          hint={t("statementHint")}
          onChange={setOwn}
        />
      ) : null}
      {tried && !claim ? <Notice tone="problem" announce="politely" title={t("incomplete")} /> : null}
      {tried && claim && !worded ? <Notice tone="problem" announce="politely" title={t("unworded")} /> : null}
      <div className="j-row">
        <Button onClick={add}>{t("add")}</Button>
        <Button variant="default" onClick={onCancel}>
          {tc("cancel")}
        </Button>
      </div>
    </Panel>
  );
}
