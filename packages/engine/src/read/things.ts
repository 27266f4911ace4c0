// What typed words can name: facts, answers, named conditions, in either language, by whole words or their beginnings.
import type { Fact } from "../model/fact.ts";
import type { Text } from "../model/text.ts";
import { languages } from "../model/text.ts";
import type { Wordable } from "../words/lexicon.ts";
import { small, tokensOf } from "./tokens.ts";

export type Thing =
  | { readonly kind: "fact"; readonly fact: Fact }
  | { readonly kind: "value"; readonly fact: Fact; readonly value: string }
  | { readonly kind: "condition"; readonly id: string };

interface Named {
  readonly thing: Thing;
  /** The ways it is called, each as its words. */
  readonly names: readonly (readonly string[])[];
}

export class Things {
  readonly #all: readonly Named[];
  readonly #words: ReadonlySet<string>;

  constructor(ruleSet: Wordable) {
    const named = (thing: Thing, { label, id }: { readonly label: Text; readonly id: string }): Named => ({
      thing,
      names: [
        ...languages.map((lang) => label[lang]),
        id.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").replaceAll(/[_-]/g, " "),
      ].map(wordsIn),
    });
    this.#all = [
      ...ruleSet.facts.map((fact) => named({ kind: "fact", fact }, fact)),
      ...ruleSet.facts.flatMap((fact) =>
        (fact.values ?? []).map((v) => named({ kind: "value", fact, value: v.id }, v)),
      ),
      ...ruleSet.conditions.map((c) => named({ kind: "condition", id: c.id }, c)),
    ];
    this.#words = new Set(this.#all.flatMap((n) => n.names.flat()));
  }

  /** Whether some thing has this word in its name. */
  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** What all these words can name, the closest names first, with how far each is. */
  named(words: readonly string[]): readonly { readonly thing: Thing; readonly distance: number }[] {
    const wanted = words.filter((w) => !small.has(w));
    if (wanted.length === 0) return [];
    return this.#all
      .flatMap(({ thing, names }) => {
        const fitting = names.filter((name) => wanted.every((w) => name.some((own) => begins(own, w))));
        const distances = fitting.map(
          (name) => name.length - wanted.length + (name.some((own) => wanted.includes(own)) ? 0 : 0.5),
        );
        return fitting.length === 0 ? [] : [{ thing, distance: Math.min(...distances) }];
      })
      .toSorted((a, b) => a.distance - b.distance);
  }
}

function wordsIn(text: string): readonly string[] {
  return tokensOf(text)
    .map((t) => t.word)
    .filter((w) => !small.has(w) && /[\p{L}\d]/u.test(w));
}

/** Whether a word is another one, or a beginning of it that is long enough to mean it. */
function begins(own: string, typed: string): boolean {
  return own === typed || (typed.length >= 4 && own.startsWith(typed));
}
