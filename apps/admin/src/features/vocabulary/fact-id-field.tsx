// What applications call a fact: chosen with a new fact, and changed everywhere as long as no version has it.
import type { Fact } from "@jumelage/engine";
import { Button, TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { entryId } from "../../paths.ts";
import { bringFocus } from "../../ui/bring-focus.ts";
import { renameFact, troubleOfId } from "./fact-id.ts";
import { takenIds } from "./grow.ts";

export interface FactIdFieldProps {
  readonly value: string;
  /** The ids that other facts and thresholds have. */
  readonly taken: readonly string[];
  readonly onChange: (id: string) => void;
}

export function FactIdField({ value, taken, onChange }: FactIdFieldProps): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const trouble = value === "" ? undefined : troubleOfId(value, taken);
  return (
    <TextInput
      label={t("sentAs")}
      description={t("sentAsHint")}
      value={value}
      autoComplete="off"
      spellCheck={false}
      maxLength={64}
      maw={480}
      error={trouble && t(`idTrouble.${trouble}`)}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
    />
  );
}

/** The id of a fact that no version has, to be changed wherever the fact is named; nothing for another. */
export function RenameFact({ fact }: { readonly fact: Fact }): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const { ruleSet, baseline, update } = useWorkspace();
  const [id, setId] = useState(fact.id);
  const published = baseline?.ruleSet.facts ?? [];
  if (published.some((f) => f.id === fact.id)) return null;
  const taken = takenIds(ruleSet, baseline?.ruleSet).filter((one) => one !== fact.id);
  return (
    <>
      <FactIdField value={id} taken={taken} onChange={setId} />
      <div>
        <Button
          variant="default"
          size="compact-md"
          disabled={id === fact.id || troubleOfId(id, taken) !== undefined}
          onClick={() => {
            update(t("factRenamed"), (doc) => renameFact(doc, fact.id, id));
            // The row is another one now: whoever pressed goes on from there.
            bringFocus({ entry: entryId("fact", id), isNewPage: false, from: document.activeElement });
          }}
        >
          {t("renameFact")}
        </Button>
      </div>
    </>
  );
}
