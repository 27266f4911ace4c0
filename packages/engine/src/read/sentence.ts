// A generated sentence read back into the condition it was made of, in the words of `words`: the same criterion, but for
// what a sentence does not tell apart (a group of one and its member, a negated comparison and its opposite).
import type { DraftCondition, FactOperator, Hole } from "../model/condition.ts";
import type { Fact } from "../model/fact.ts";
import { literalKind, operatorsOf } from "../model/operators.ts";
import { languages, type Lang } from "../model/text.ts";
import { say } from "../words/language.ts";
import { negatedOperatorIn, operatorIn, oppositeOf } from "../words/leaf.ts";
import { lexiconOf, type Lexicon, type Wordable } from "../words/lexicon.ts";
import { flat, Scanner } from "./scanner.ts";
import { readLiteral, readNames } from "./values.ts";

/** The condition that a sentence says in one of the languages; undefined where it says none, or something more. */
export function readSentence(text: string, ruleSet: Wordable): DraftCondition | undefined {
  const plain = flat(text.trim().replace(/\.$/u, ""));
  for (const lang of languages) {
    const reader = new SentenceReader(lexiconOf(ruleSet, lang), plain);
    const node = reader.whole();
    if (node) return node;
  }
  return undefined;
}

type Node = DraftCondition;
type Wrap = (members: readonly Node[], count: number) => Node;

/** The openings of groups, with `#` for a number, and what each makes of its members. */
const openings: Readonly<Record<Lang, readonly (readonly [string, Wrap])[]>> = {
  fr: [
    ["toutes ces conditions sont remplies", (all) => ({ all })],
    ["au moins une de ces conditions est remplie", (any) => ({ any })],
    ["aucune de ces conditions n’est remplie", (any) => ({ not: { any } })],
    ["ces conditions ne sont pas toutes remplies", (all) => ({ not: { all } })],
    ["au moins # de ces # conditions sont remplies", (of, count) => ({ atLeast: { count, of } })],
    ["au moins # de ces # conditions est remplie", (of, count) => ({ atLeast: { count, of } })],
    ["moins de # de ces # conditions sont remplies", (of, count) => ({ not: { atLeast: { count, of } } })],
  ],
  en: [
    ["all of these conditions are met", (all) => ({ all })],
    ["at least one of these conditions is met", (any) => ({ any })],
    ["none of these conditions is met", (any) => ({ not: { any } })],
    ["these conditions are not all met", (all) => ({ not: { all } })],
    ["at least # of these # conditions are met", (of, count) => ({ atLeast: { count, of } })],
    ["at least # of these # conditions is met", (of, count) => ({ atLeast: { count, of } })],
    ["fewer than # of these # conditions are met", (of, count) => ({ not: { atLeast: { count, of } } })],
  ],
};

class SentenceReader {
  readonly #lexicon: Lexicon;
  readonly #scan: Scanner;

  constructor(lexicon: Lexicon, text: string) {
    this.#lexicon = lexicon;
    this.#scan = new Scanner(text);
  }

  whole(): Node | undefined {
    const node = this.#scan.either([() => this.#group(), () => this.#leaf()]);
    return node && this.#scan.atEnd ? node : undefined;
  }

  #group(): Node | undefined {
    const { lang } = this.#lexicon;
    return this.#scan.either(
      openings[lang].map(([opening, wrap]) => () => {
        const numbers = this.#scan.pattern(`${opening}${say(lang, " :", ":")} `);
        const members = numbers && this.#members();
        if (!members || (numbers.length > 0 && numbers[1] !== members.length)) return undefined;
        return wrap(members, numbers[0] ?? 0);
      }),
    );
  }

  #members(): readonly Node[] | undefined {
    const members: Node[] = [];
    do {
      const member = this.#nested();
      if (!member) return undefined;
      members.push(member);
    } while (this.#scan.take("; "));
    return members;
  }

  #nested(): Node | undefined {
    return this.#scan.either([
      () => {
        if (!this.#scan.take("(")) return undefined;
        const group = this.#group();
        return group && this.#scan.take(")") ? group : undefined;
      },
      () => this.#leaf(),
    ]);
  }

  #leaf(): Node | undefined {
    return this.#scan.either([
      () => this.#always(),
      () => this.#denied(),
      () => this.#named(),
      () => this.#decision(),
      () => this.#fact(),
      () => this.#hole(),
    ]);
  }

  #always(): Node | undefined {
    const { lang } = this.#lexicon;
    if (this.#scan.take(say(lang, "toujours", "always"))) return { always: true };
    return this.#scan.take(say(lang, "jamais", "never")) ? { not: { always: true } } : undefined;
  }

  #denied(): Node | undefined {
    const words = say(this.#lexicon.lang, "il n’est pas vrai que ", "it is not true that ");
    if (!this.#scan.take(words)) return undefined;
    const inner = this.#nested();
    if (!inner || !("fact" in inner)) return inner && { not: inner };
    // What is denied was denied already: its words are those of the opposite.
    const operator = oppositeOf(inner.operator);
    return operator && { not: { not: { ...inner, operator } } };
  }

  #named(): Node | undefined {
    const { lang, names } = this.#lexicon;
    if (!this.#scan.take(say(lang, "la condition ", "the condition "))) return undefined;
    const id = this.#scan.oneOf([...names.conditions.keys()], (c) => this.#lexicon.condition(c));
    if (id === undefined) return undefined;
    if (this.#scan.take(say(lang, " est remplie", " is met"))) return { condition: id };
    return this.#scan.take(say(lang, " n’est pas remplie", " is not met"))
      ? { not: { condition: id } }
      : undefined;
  }

  #decision(): Node | undefined {
    const { lang, names } = this.#lexicon;
    const answer = this.#scan.take(say(lang, "la réponse à ", "the answer to "));
    const id = this.#scan.oneOf([...names.decisions.keys()], (d) => this.#lexicon.decision(d));
    if (id === undefined || !this.#scan.take(" ")) return undefined;
    const states = (names.decisions.get(id)?.decision.outcomes ?? []).map((o) => o.id);
    const all = answer ? [...states, "@undetermined", "@safety-unknown"] : states;
    const tests = [
      ["in", false],
      ["notIn", true],
      ["equal", false],
      ["notEqual", true],
    ] as const;
    return this.#scan.either(
      tests.map(([operator, negated]) => () => {
        if (!this.#scan.take(`${operatorIn(operator, undefined, lang)} `)) return undefined;
        const found = readNames(this.#scan, all, {
          lang,
          link: "or",
          wordsOf: (s) => this.#lexicon.state(id, s),
        });
        const [first] = found;
        const list = operator === "in" || operator === "notIn";
        if (first === undefined || (!list && found.length > 1)) return undefined;
        const leaf: Node = answer
          ? { decision: id, state: found }
          : list
            ? { decision: id, operator: "in", value: found }
            : { decision: id, operator: "equal", value: first };
        return negated ? { not: leaf } : leaf;
      }),
    );
  }

  #fact(): Node | undefined {
    const fact = this.#factName();
    if (!fact || !this.#scan.take(" ")) return undefined;
    const { lang } = this.#lexicon;
    const own = operatorsOf(fact.type);
    const denied = own.filter((operator) => !own.some((other) => other === oppositeOf(operator)));
    const tests = [
      ...own.map((operator) => ({ words: operatorIn(operator, fact.type, lang), operator, negated: false })),
      ...denied.map((operator) => ({
        words: negatedOperatorIn(operator, fact.type, lang),
        operator,
        negated: true,
      })),
    ].toSorted((a, b) => b.words.length - a.words.length);
    return this.#scan.either(
      tests.map(({ words, operator, negated }) => () => {
        if (!this.#scan.take(words)) return undefined;
        const leaf = this.#test(fact, operator);
        return leaf && negated ? { not: leaf } : leaf;
      }),
    );
  }

  #test(fact: Fact, operator: FactOperator): Node | undefined {
    const kind = literalKind(operator);
    if (kind === "none") return { fact: fact.id, operator };
    if (!this.#scan.take(" ")) return undefined;
    const value = readLiteral(this.#scan, this.#lexicon, { fact, operator });
    return value === undefined ? undefined : { fact: fact.id, operator, value };
  }

  #hole(): Node | undefined {
    const { lang } = this.#lexicon;
    const hole: { fact?: string; operator?: FactOperator; text?: string } = {};
    const end = say(lang, "(à compléter)", "(to be completed)");
    const fact = this.#scan.either([
      () => {
        const found = this.#factName();
        return found && this.#scan.take(" ") ? found : undefined;
      },
    ]);
    if (fact) {
      hole.fact = fact.id;
      const operators = [...operatorsOf(fact.type)].toSorted(
        (a, b) => operatorIn(b, fact.type, lang).length - operatorIn(a, fact.type, lang).length,
      );
      const operator = operators.find((o) => this.#scan.take(`${operatorIn(o, fact.type, lang)} `));
      if (operator) hole.operator = operator;
    }
    const text = this.#scan.quoted(lang);
    if (text !== undefined) hole.text = text;
    return this.#scan.take(end) ? ({ hole } satisfies Hole) : undefined;
  }

  #factName(): Fact | undefined {
    const { facts } = this.#lexicon.names;
    const id = this.#scan.oneOf([...facts.keys()], (f) => this.#lexicon.fact(f));
    return id === undefined ? undefined : facts.get(id);
  }
}
