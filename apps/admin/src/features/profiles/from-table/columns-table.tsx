// The columns of a spreadsheet, what each is taken for, and what stands in its first rows.
import { textIn } from "@jumelage/engine/words";
import { NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../../draft/use-draft.ts";
import { Scroll } from "../../../ui/scroll.tsx";
import { decisionsOf, factsOf, type ColumnUse } from "./columns.ts";
import type { Table } from "./read-rows.ts";

const examples = 3;
const own = ["left", "title", "title:fr", "title:en", "story", "tags", "day"] as const;

export interface ColumnsTableProps {
  readonly table: Table;
  readonly uses: readonly ColumnUse[];
  readonly onChoose: (column: number, use: ColumnUse) => void;
}

export function ColumnsTable({ table, uses, onChoose }: ColumnsTableProps): ReactNode {
  const t = useTranslations("profiles.fromTable");
  const { ruleSet, lang } = useWorkspace();
  const named = (id: string, text: { readonly fr: string; readonly en: string }): string =>
    textIn(text, lang) || id;
  const choices = [
    ...own.map((value) => ({ value, label: t(`use.${value.replace(":", "-") as UseName}`) })),
    {
      group: t("facts"),
      items: factsOf(ruleSet).map(({ id, label }) => ({ value: `fact:${id}`, label: named(id, label) })),
    },
    {
      group: t("expected"),
      items: decisionsOf(ruleSet).map(({ id, title }) => ({
        value: `expected:${id}`,
        label: named(id, title),
      })),
    },
  ];
  return (
    <Scroll label={t("columns")}>
      <table className="j-table" aria-label={t("columns")}>
        <thead>
          <tr>
            <th scope="col">{t("column")}</th>
            <th scope="col">{t("takenFor")}</th>
            <th scope="col">{t("examples")}</th>
          </tr>
        </thead>
        <tbody>
          {table.names.map((name, column) => (
            // Two columns may have one name.
            // oxlint-disable-next-line react/no-array-index-key -- the order of the columns is what they are known by
            <tr key={column}>
              <th scope="row">{name || t("unnamed", { n: String(column + 1) })}</th>
              <td>
                <NativeSelect
                  aria-label={t("takenForOf", { column: name || String(column + 1) })}
                  value={uses[column] ?? "left"}
                  data={choices}
                  onChange={(event) => onChoose(column, event.currentTarget.value as ColumnUse)}
                />
              </td>
              <td className="j-muted">
                {table.rows
                  .slice(0, examples)
                  .map((row) => row[column] ?? "")
                  .filter((cell) => cell !== "")
                  .join(" · ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

type UseName = "left" | "title" | "title-fr" | "title-en" | "story" | "tags" | "day";
