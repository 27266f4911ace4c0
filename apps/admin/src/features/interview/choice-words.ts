// One way to answer a question, in words: a value, a run of values, members named or not.
import type { AnswerChoice, DiagramOption, Fact, Lang } from "@jumelage/engine";
import { listOf, typeset, valueIn } from "@jumelage/engine/words";

/** The words for what stands around values; the screen gives them in its language. */
export interface ChoiceWords {
  readonly unknown: string;
  readonly known: string;
  readonly anything: string;
  readonly from: (from: string) => string;
  readonly to: (to: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly has: (members: string) => string;
  readonly hasNone: (members: string) => string;
  /** At least one member, whichever. */
  readonly hasAny: string;
  /** No member at all. */
  readonly empty: string;
}

export function choiceIn(
  choice: AnswerChoice,
  fact: Fact,
  say: { readonly words: ChoiceWords; readonly lang: Lang },
): string {
  const { words, lang } = say;
  const members = (groups: readonly (readonly string[])[]): string =>
    listOf(
      groups.flat().map((m) => valueIn(fact, m, lang)),
      lang,
      "or",
    );
  // Naming every member there is says less than saying so.
  const every = (group: readonly string[]): boolean =>
    fact.values !== undefined && fact.values.every((v) => group.includes(v.id));
  const parts = [
    ...(choice.option === undefined ? [] : [optionIn(choice.option, fact, say)]),
    ...(choice.known === undefined ? [] : [choice.known ? words.known : words.unknown]),
    // Each group is a demand of its own.
    ...(choice.has ?? []).map((group) => (every(group) ? words.hasAny : words.has(members([group])))),
    ...(choice.hasNone && choice.hasNone.length > 0
      ? [every(choice.hasNone.flat()) ? words.empty : words.hasNone(members(choice.hasNone))]
      : []),
  ];
  return parts.length === 0 ? words.anything : typeset(listOf(parts, lang, "and"), lang);
}

function optionIn(
  option: DiagramOption,
  fact: Fact,
  { words, lang }: { readonly words: ChoiceWords; readonly lang: Lang },
): string {
  if (option === "unknown") return words.unknown;
  if ("values" in option) {
    return listOf(
      option.values.map((v) => valueIn(fact, v, lang)),
      lang,
      "or",
    );
  }
  const [from, to] = [option.from ?? fact.range?.min ?? null, option.to ?? fact.range?.max ?? null];
  const value = (v: number | string): string => valueIn(fact, v, lang);
  if (from !== null && from === to) return value(from);
  if (from === null && to === null) return words.known;
  if (from === null) return words.to(value(to ?? ""));
  if (to === null) return words.from(value(from));
  return words.between(value(from), value(to));
}
