// The words of a statement of a source document, and, where no criterion carries it, why: what the gate of the sources asks.
import type { Statement } from "@jumelage/engine";
import { Checkbox } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { TextPair } from "../../ui/text-pair.tsx";
import { setStatement } from "./edits.ts";
import { WordsEditor } from "./words-editor.tsx";

export function StatementWords({ statement }: { readonly statement: Statement }): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const tv = useTranslations("vocabulary");
  const { update } = useWorkspace();
  const { id, modelled } = statement;
  const change = (part: Partial<Statement>, field?: string): void =>
    update(
      tv("editWordsOf", { label: id }),
      setStatement(id, part),
      field === undefined ? undefined : `statement/${id}/${field}`,
    );
  return (
    <WordsEditor
      name={id}
      fields={[
        {
          key: "text",
          label: t("statement"),
          long: true,
          value: statement.text,
          onChange: (text) => change({ text }, "text"),
        },
      ]}
    >
      <Checkbox
        label={t("notCarried")}
        description={t("notCarriedHint")}
        checked={modelled !== true}
        onChange={({ currentTarget: { checked } }) =>
          change({ modelled: checked ? { reason: { fr: "", en: "" } } : true })
        }
      />
      {modelled === true ? null : (
        <TextPair
          label={t("notCarriedWhy")}
          value={modelled.reason}
          long
          onChange={(reason) => change({ modelled: { reason } }, "reason")}
        />
      )}
    </WordsEditor>
  );
}
