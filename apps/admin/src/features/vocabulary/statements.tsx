// The statements of the source documents as something to choose among and to quote: each by its id and place, found by
// any of its words.
import type { Lang, Text } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import type { ComboboxItem, ComboboxParsedItem, OptionsFilter } from "@mantine/core";
import type { ReactNode } from "react";
import { AppLink } from "../../ui/link.tsx";
import { searchable } from "../../ui/searchable.ts";
import classes from "./vocabulary.module.css";

/** A source as far as its statements can be cited. */
export interface CitableSource {
  readonly id: string;
  readonly title: Text;
  readonly statements: readonly {
    readonly id: string;
    readonly locator: string;
    readonly text: Text;
  }[];
}

/** A statement with the document it stands in. */
export interface Cited {
  readonly source: CitableSource;
  readonly statement: CitableSource["statements"][number];
}

export function statementOf(sources: readonly CitableSource[], id: string | undefined): Cited | undefined {
  for (const source of sources) {
    const statement = source.statements.find((s) => s.id === id);
    if (statement) return { source, statement };
  }
  return undefined;
}

/** What a list of choices of Mantine needs to offer the statements, grouped by document and searched by their words. */
export function statementChoices(
  sources: readonly CitableSource[],
  lang: Lang,
): {
  readonly data: { group: string; items: ComboboxItem[] }[];
  readonly filter: OptionsFilter;
  readonly renderOption: (item: { readonly option: ComboboxItem }) => ReactNode;
  readonly maxDropdownHeight: number;
} {
  const words = (id: string): string => {
    const found = statementOf(sources, id);
    return found ? textIn(found.statement.text, lang) : "";
  };
  return {
    data: sources.map((source) => ({
      group: textIn(source.title, lang),
      items: source.statements.map((s) => ({ value: s.id, label: `${s.id} · ${s.locator}` })),
    })),
    filter: ({ options, search }) => {
      const sought = searchable(search).split(/\s+/).filter(Boolean);
      const fits = (item: ComboboxItem): boolean => {
        const text = searchable(`${item.label} ${words(item.value)}`);
        return sought.every((word) => text.includes(word));
      };
      return options.flatMap((option): ComboboxParsedItem[] => {
        if (!("items" in option)) return fits(option) ? [option] : [];
        const items = option.items.filter(fits);
        return items.length === 0 ? [] : [{ ...option, items }];
      });
    },
    renderOption: ({ option }) => (
      <span className="j-stack-tight">
        <strong>{option.label}</strong>
        <span className="j-small">{words(option.value)}</span>
      </span>
    ),
    maxDropdownHeight: 360,
  };
}

/** The words of a statement, with where they stand; `href` leads to it in the vocabulary. */
export function StatementQuote({
  cited: { source, statement },
  lang,
  href,
}: {
  readonly cited: Cited;
  readonly lang: Lang;
  readonly href?: string;
}): ReactNode {
  return (
    <blockquote className={classes.quote}>
      {textIn(statement.text, lang)}
      <footer className="j-muted">
        {href === undefined ? statement.id : <AppLink href={href}>{statement.id}</AppLink>} ·{" "}
        {textIn(source.title, lang)}, {statement.locator}
      </footer>
    </blockquote>
  );
}
