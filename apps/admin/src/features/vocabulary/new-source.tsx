// A new source document, with its date, and a new statement of one: what a criterion can then be said to rest on.
import type { Source } from "@jumelage/engine";
import { TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { tidy } from "../../ui/text-pair.tsx";
import { AddForm } from "./add-dialog.tsx";
import { isWorded } from "./fact-form.ts";
import { addSource, addStatement, idOf, nextStatement } from "./grow.ts";
import { NeededInput, useNeeded } from "./needed.tsx";

const isAddress = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === "https:";

export function NewSource({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const needed = useNeeded();
  const { ruleSet, update } = useWorkspace();
  const [title, setTitle] = useState({ fr: "", en: "" });
  const [date, setDate] = useState("");
  const [url, setUrl] = useState("");
  const address = url.trim();
  const lacking = [
    ...(isWorded(title) ? [] : [t("lack.title")]),
    ...(address === "" || isAddress(address) ? [] : [t("lack.address")]),
  ];
  const add = (): void => {
    const id = idOf(
      title.en,
      ruleSet.sources.map((s) => s.id),
    );
    const source: Source = {
      id,
      title,
      ...(date === "" ? {} : { date }),
      ...(address === "" ? {} : { url: address }),
      statements: [],
    };
    update(t("sourceAdded"), (doc) => ({ ...doc, ruleSet: addSource(doc.ruleSet, source) }));
    onDone();
  };
  return (
    <AddForm lacking={lacking} onAdd={add} onCancel={onDone}>
      <BilingualField
        label={t("documentTitle")}
        value={title}
        rows={1}
        needed={needed("title")}
        onChange={setTitle}
      />
      <TextInput
        type="date"
        label={t("date")}
        description={t("dateHint")}
        value={date}
        maw={320}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <NeededInput
        type="url"
        lack={address === "" || isAddress(address) ? undefined : "address"}
        label={t("address")}
        value={url}
        maw={640}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
    </AddForm>
  );
}

export function NewStatement({
  source,
  onDone,
}: {
  readonly source: Source;
  readonly onDone: () => void;
}): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const needed = useNeeded();
  const { ruleSet, update } = useWorkspace();
  const [text, setText] = useState({ fr: "", en: "" });
  const [locator, setLocator] = useState("");
  const lacking = [
    ...(isWorded(text) ? [] : [t("lack.statement")]),
    ...(locator.trim() === "" ? [t("lack.locator")] : []),
  ];
  const add = (): void => {
    update(t("statementAdded"), (doc) => ({
      ...doc,
      ruleSet: addStatement(doc.ruleSet, source.id, {
        id: nextStatement(doc.ruleSet),
        locator: locator.trim(),
        text,
        modelled: true,
      }),
    }));
    onDone();
  };
  return (
    <AddForm lacking={lacking} onAdd={add} onCancel={onDone}>
      <p className="j-muted">{t("statementAs", { id: nextStatement(ruleSet) })}</p>
      <BilingualField
        label={t("statement")}
        value={text}
        hint={t("statementHint")}
        needed={needed("statement")}
        onChange={setText}
      />
      <NeededInput
        lack={locator.trim() === "" ? "locator" : undefined}
        label={t("locator")}
        description={t("locatorHint")}
        value={locator}
        maw={320}
        onChange={(event) => setLocator(tidy(event.currentTarget.value))}
      />
    </AddForm>
  );
}
