// Profiles from a spreadsheet: pasted or read from a file, its columns matched to the vocabulary, everything to settle told
// by row and column, and nothing taken in before somebody says so.
import type { Profile } from "@jumelage/engine";
import { Button, FileButton, Textarea } from "@mantine/core";
import { useDeferredValue, useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../../draft/use-draft.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Notice } from "../../../ui/page.tsx";
import { usesOf, type ColumnUse } from "./columns.ts";
import { ColumnsTable } from "./columns-table.tsx";
import { ProblemList } from "./problem-list.tsx";
import { readRows } from "./read-rows.ts";
import { mostBytes, mostRows, readText, textOf } from "./read-text.ts";

export interface FromTableDialogProps {
  readonly onClose: () => void;
  readonly onAdd: (profiles: readonly Profile[]) => void;
}

export function FromTableDialog({ onClose, onAdd }: FromTableDialogProps): ReactNode {
  const t = useTranslations("profiles.fromTable");
  const { ruleSet, profiles } = useWorkspace();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<Readonly<Record<number, ColumnUse>>>({});
  const shown = useDeferredValue(text);
  const [isTooLarge, setTooLarge] = useState(false);
  const found = useMemo(() => readText(shown), [shown]);
  const table = found.kind === "table" ? found.table : undefined;
  const uses = useMemo(
    () => (table === undefined ? [] : usesOf(table.names, ruleSet)).map((use, i) => chosen[i] ?? use),
    [table, ruleSet, chosen],
  );
  const read = useMemo(
    () =>
      table === undefined || table.rows.length > mostRows
        ? undefined
        : readRows(table, uses, {
            ruleSet,
            after: profiles,
            titleOf: (n) => ({
              fr: t("ownTitle.fr", { n: String(n) }),
              en: t("ownTitle.en", { n: String(n) }),
            }),
          }),
    [table, uses, ruleSet, profiles, t],
  );
  const open = async (file: File): Promise<void> => {
    setTooLarge(file.size > mostBytes);
    if (file.size <= mostBytes) write(textOf(new Uint8Array(await file.arrayBuffer())));
  };
  const write = (written: string): void => {
    setTooLarge(false);
    setText(written);
    setChosen({});
  };
  return (
    <Dialog opened onClose={onClose} title={t("title")} wide>
      <div className="j-stack">
        <p>{t("lead")}</p>
        <Textarea
          label={t("paste")}
          description={t("pasteHint")}
          value={text}
          rows={6}
          spellCheck={false}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <div>
          <FileButton
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            onChange={(file) => void (file && open(file))}
          >
            {(props) => (
              <Button variant="default" {...props}>
                {t("file")}
              </Button>
            )}
          </FileButton>
        </div>
        {text.trim() !== "" && found.kind === "no-rows" ? (
          <Notice title={t("noRows")} announce="politely" />
        ) : null}
        {found.kind === "quotes" ? (
          <Notice title={t("quotes", { row: String(found.row) })} announce="politely" />
        ) : null}
        {isTooLarge || (table !== undefined && table.rows.length > mostRows) ? (
          <Notice title={t("tooMany", { most: mostRows })} announce="politely" />
        ) : null}
        {table !== undefined && read !== undefined ? (
          <>
            <ColumnsTable
              table={table}
              uses={uses}
              onChoose={(column, use) => setChosen((all) => ({ ...all, [column]: use }))}
            />
            <ProblemList problems={read.problems} refused={read.refused} />
          </>
        ) : null}
        <div className="j-row">
          <Button
            disabled={read === undefined || read.profiles.length === 0}
            onClick={() => onAdd(read?.profiles ?? [])}
          >
            {t("add", { count: read?.profiles.length ?? 0 })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
