// An id with the title of what it names.
import type { DraftRuleSet, Lang, Text } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";

export function nameOf(
  list: readonly { readonly id: string; readonly title: Text }[],
  id: string,
  lang: Lang,
): string {
  const title = list.find((item) => item.id === id)?.title;
  return title ? `${id} – ${textIn(title, lang)}` : id;
}

/** A guarantee has no title: its statement names it. */
export function guaranteeName(properties: DraftRuleSet["properties"], id: string, lang: Lang): string {
  const statement = properties.find((p) => p.id === id)?.statement;
  return statement ? `${id} – ${textIn(statement, lang)}` : id;
}
