// The facts: what is asked, what it may answer, and what happens when the answer is missing, in words.
import { TextInput } from "@mantine/core";
import type { Fact } from "@jumelage/engine";
import { memo, useState } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { entryId } from "../../paths.ts";
import { Panel } from "../../ui/page.tsx";
import { searchable } from "../../ui/searchable.ts";
import { AddDialog } from "./add-dialog.tsx";
import { setFact, setValueLabel } from "./edits.ts";
import { FactAnswers } from "./fact-answers.tsx";
import { RenameFact } from "./fact-id-field.tsx";
import { FactValues, useFreshness, useUnknownWords } from "./fact-words.tsx";
import { isFactNamed, removeFact } from "./grow.ts";
import { NewFact } from "./new-fact.tsx";
import { RemoveButton } from "./remove-button.tsx";
import { Refs, RefsChoice } from "./refs.tsx";
import type { Usage } from "./usage.ts";
import { UsedBy } from "./used-by.tsx";
import classes from "./vocabulary.module.css";
import { WordsEditor, type WordsField } from "./words-editor.tsx";

export function FactsTable({ usage }: { readonly usage: Usage }) {
  const t = useTranslations("vocabulary");
  const { ruleSet, lang, editable } = useWorkspace();
  const [filter, setFilter] = useState("");
  const wanted = searchable(filter);
  const shown = ruleSet.facts.filter((f) =>
    searchable(`${f.label.fr} ${f.label.en} ${f.question[lang]}`).includes(wanted),
  );
  return (
    <Panel
      title={t("facts")}
      id="facts"
      actions={
        editable ? (
          <AddDialog label={t("grow.addFact")} title={t("grow.newFact")}>
            {(close) => <NewFact onDone={close} />}
          </AddDialog>
        ) : undefined
      }
    >
      <div className="j-row">
        <TextInput
          label={t("filter")}
          type="search"
          value={filter}
          onChange={(e) => setFilter(e.currentTarget.value)}
        />
        <output className="j-muted j-small">{t("filtered", { count: shown.length })}</output>
      </div>
      <div className="j-scroll">
        <table className="j-table">
          <thead>
            <tr>
              <th scope="col">{t("term")}</th>
              <th scope="col">{t("type")}</th>
              <th scope="col">{t("unknown")}</th>
              <th scope="col">{t("freshness")}</th>
              <th scope="col">{t("usedBy")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((fact) => (
              <FactRow key={fact.id} fact={fact} usedBy={usage.facts.get(fact.id)} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

const none: readonly string[] = [];

const FactRow = memo(function FactRow({
  fact,
  usedBy = none,
}: {
  readonly fact: Fact;
  readonly usedBy: readonly string[] | undefined;
}) {
  const t = useTranslations("vocabulary");
  const { lang, editable } = useWorkspace();
  const other = lang === "fr" ? "en" : "fr";
  return (
    <tr id={entryId("fact", fact.id)}>
      <th scope="row" className={classes.term}>
        <div>
          {fact.label[lang]} {fact.safety ? <span className={classes.tag}>{t("safety")}</span> : null}
        </div>
        <div className={classes.second} lang={other}>
          {fact.label[other]}
        </div>
        <div className={classes.question}>{fact.question[lang]}</div>
        <Refs refs={fact.sources} />
        {editable ? <FactWords fact={fact} /> : null}
        {editable ? <RemoveFact fact={fact} /> : null}
      </th>
      <td className={classes.values}>
        <FactValues fact={fact} />
      </td>
      <td className={classes.unknown}>{useUnknownWords(fact)}</td>
      <td className="j-nowrap">{useFreshness(fact)}</td>
      <td>
        <UsedBy criteria={usedBy} />
      </td>
    </tr>
  );
});

/** The way to take away a fact that no version has and nothing names. */
function RemoveFact({ fact }: { readonly fact: Fact }) {
  const { lang, baseline, ...documents } = useWorkspace();
  const isPublished = baseline?.ruleSet.facts.some((f) => f.id === fact.id) ?? false;
  if (isPublished || isFactNamed(documents, fact.id)) return null;
  return <RemoveButton name={fact.label[lang]} without={(ruleSet) => removeFact(ruleSet, fact.id)} />;
}

function FactWords({ fact }: { readonly fact: Fact }) {
  const t = useTranslations("vocabulary");
  const { lang, update } = useWorkspace();
  const name = fact.label[lang];
  const field = (key: "label" | "question" | "help", label: string): WordsField => ({
    key,
    label,
    long: key !== "label",
    optional: key === "help",
    value: fact[key] ?? { fr: "", en: "" },
    onChange: (value) =>
      update(t("editWordsOf", { label: name }), setFact(fact.id, { [key]: value }), `fact/${fact.id}/${key}`),
  });
  return (
    <WordsEditor
      name={name}
      fields={[
        field("label", t("label")),
        field("question", t("question")),
        field("help", t("helpOptional")),
        ...(fact.values ?? []).map((v): WordsField => ({
          key: `value/${v.id}`,
          label: t("valueOf", { label: v.label[lang] }),
          value: v.label,
          onChange: (value) =>
            update(
              t("editWordsOf", { label: name }),
              setValueLabel(fact.id, v.id, value),
              `fact/${fact.id}/${v.id}`,
            ),
        })),
      ]}
    >
      {fact.values ? <FactAnswers fact={fact} /> : null}
      <RefsChoice
        refs={fact.sources}
        onChange={(sources) => update(t("editWordsOf", { label: name }), setFact(fact.id, { sources }))}
      />
      <RenameFact fact={fact} />
    </WordsEditor>
  );
}
