// The test that stands after the name of a fact in typed words: a bound, a range, a day, an answer, or that it is known.
import type { DraftCondition, FactOperator } from "../model/condition.ts";
import { isValueOf, type Fact } from "../model/fact.ts";
import { operatorsOf } from "../model/operators.ts";
import { languages } from "../model/text.ts";
import * as words from "./tests.ts";
import type { Things } from "./things.ts";
import { folded, small, type Token } from "./tokens.ts";
import { dateOf } from "./values.ts";

export type TestRead =
  | { readonly fits: true; readonly node: DraftCondition; readonly end: number }
  /** A test whose value is none of the fact's. */
  | { readonly fits: false; readonly operator: FactOperator; readonly text: string; readonly end: number };

export interface About {
  readonly fact: Fact;
  readonly things: Things;
}

export function readTest(tokens: readonly Token[], at: number, about: About): TestRead | undefined {
  const { fact } = about;
  let denied = false;
  let here = at;
  const word = (i = here): string => tokens[i]?.word ?? "";
  const range =
    fact.type === "integer" || fact.type === "decimal" ? readRange(tokens, here, fact) : undefined;
  if (range) return range;
  while (words.links.has(word()) || word() === "n" || (words.denials.has(word()) && !words.no.has(word()))) {
    if (words.denials.has(word())) denied = !denied;
    here += 1;
    const inside =
      fact.type === "integer" || fact.type === "decimal" ? readRange(tokens, here, fact) : undefined;
    if (inside && !denied) return inside;
  }
  const done = (operator: FactOperator, value: unknown, end: number): TestRead => ({
    fits: true,
    node: denied
      ? denial(fact, operator, value)
      : ({ fact: fact.id, operator, ...(value === undefined ? {} : { value }) } as DraftCondition),
    end,
  });
  if (words.known.has(word())) return done("isKnown", undefined, here + 1);
  if (words.unknown.has(word())) return done("isUnknown", undefined, here + 1);
  switch (fact.type) {
    case "boolean":
      if (words.yes.has(word())) return done("equal", true, here + 1);
      return words.no.has(word()) ? done("equal", false, here + 1) : undefined;
    case "integer":
    case "decimal":
    case "date": {
      const bound = comparisonAt(tokens, here);
      const found = (fact.type === "date" ? dayAt : numberAt)(tokens, bound?.end ?? here);
      const suffix = bound || !found ? undefined : phraseAt(tokens, found.end, words.suffixes);
      // A bare number right after a fact says no test.
      if (!found || (!bound && !suffix && here === at)) return undefined;
      const operator = bound?.operator ?? suffix?.operator ?? "equal";
      const end = suffix?.end ?? found.end;
      if (!isValueOf(fact, found.value)) return { fits: false, operator, text: found.text, end };
      return done(operator, found.value, end);
    }
    case "enum":
    case "set": {
      const list = answersAt(tokens, here, about);
      if (!list) return undefined;
      const many = list.values.length > 1;
      const one = fact.type === "set" ? "contains" : "equal";
      const several = fact.type === "set" ? "containsAny" : "in";
      return done(many ? several : one, many ? list.values : list.values[0], list.end);
    }
    default:
      return fact.type satisfies never;
  }
}

function denial(fact: Fact, operator: FactOperator, value: unknown): DraftCondition {
  const leaf = { fact: fact.id, operator, ...(value === undefined ? {} : { value }) } as DraftCondition;
  if (typeof value === "boolean") return { fact: fact.id, operator, value: !value };
  const opposites: Partial<Record<FactOperator, FactOperator>> = {
    equal: "notEqual",
    in: "notIn",
    contains: "doesNotContain",
    containsAny: "containsNone",
    lessThan: "greaterThanInclusive",
    lessThanInclusive: "greaterThan",
    greaterThan: "lessThanInclusive",
    greaterThanInclusive: "lessThan",
  };
  const opposite = opposites[operator];
  return opposite && operatorsOf(fact.type).includes(opposite)
    ? ({ ...leaf, operator: opposite } as DraftCondition)
    : { not: leaf };
}

interface Bound {
  readonly operator: FactOperator;
  readonly end: number;
}

const comparisonAt = (tokens: readonly Token[], at: number): Bound | undefined =>
  phraseAt(tokens, at, words.comparisons);

function phraseAt(
  tokens: readonly Token[],
  at: number,
  phrases: readonly (readonly [readonly string[], FactOperator])[],
): Bound | undefined {
  const found = phrases.find(([phrase]) => phrase.every((word, i) => tokens[at + i]?.word === word));
  return found && { operator: found[1], end: at + found[0].length };
}

interface Found {
  readonly value: number | string;
  readonly text: string;
  readonly end: number;
}

function numberAt(tokens: readonly Token[], at: number): Found | undefined {
  const text = tokens[at]?.word ?? "";
  if (!/^[−-]?\d+(?:[.,]\d+)?$/.test(text)) return undefined;
  let end = at + 1;
  while (words.units.has(tokens[end]?.word ?? "")) end += 1;
  return { value: Number(text.replace("−", "-").replace(",", ".")), text, end };
}

function dayAt(tokens: readonly Token[], at: number): Found | undefined {
  const start = ["le", "on", "the"].includes(tokens[at]?.word ?? "") ? at + 1 : at;
  const iso = tokens[start]?.word ?? "";
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return { value: iso, text: iso, end: start + 1 };
  const typed = tokens.slice(start, start + 3).map((t) => t.word);
  const day = Number.parseInt(typed[0] ?? "", 10);
  if (typed.length < 3 || Number.isNaN(day)) return undefined;
  for (const lang of languages) {
    for (const first of [String(day), "1er"]) {
      // Months are compared without their accents.
      const date = months(lang).find((name) => folded(name) === typed[1]);
      const found = date && dateOf(`${first} ${date} ${typed[2]}`, lang);
      if (found) return { value: found, text: typed.join(" "), end: start + 3 };
    }
  }
  return undefined;
}

const monthNames = {
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  en: "January February March April May June July August September October November December",
} as const;
const months = (lang: "fr" | "en"): readonly string[] => monthNames[lang].split(" ");

function readRange(tokens: readonly Token[], at: number, fact: Fact): TestRead | undefined {
  for (const [open, [between]] of words.ranges) {
    if (tokens[at]?.word !== open) continue;
    const from = numberAt(tokens, at + 1);
    if (!from || tokens[from.end]?.word !== between) continue;
    const to = numberAt(tokens, from.end + 1);
    if (!to) continue;
    const bad = [from, to].find((found) => !isValueOf(fact, found.value));
    if (bad)
      return {
        fits: false,
        operator: "greaterThanInclusive",
        text: `${from.text} – ${to.text}`,
        end: to.end,
      };
    return {
      fits: true,
      end: to.end,
      node: {
        all: [
          { fact: fact.id, operator: "greaterThanInclusive", value: Number(from.value) },
          { fact: fact.id, operator: "lessThanInclusive", value: Number(to.value) },
        ],
      },
    };
  }
  return undefined;
}

/** One or more answers of the fact, with « ou » between them. */
function answersAt(
  tokens: readonly Token[],
  at: number,
  { fact, things }: About,
): { readonly values: readonly string[]; readonly end: number } | undefined {
  const values: string[] = [];
  let here = at;
  for (;;) {
    const found = answerAt(tokens, here, { fact, things });
    if (!found) return values.length === 0 ? undefined : { values, end: here };
    values.push(found.value);
    here = found.end;
    const joint = tokens[here]?.word ?? "";
    if (!words.ors.has(joint) && joint !== ",") return { values, end: here };
    if (!answerAt(tokens, here + 1, { fact, things })) return { values, end: here };
    here += 1;
  }
}

function answerAt(tokens: readonly Token[], at: number, { fact, things }: About) {
  for (let end = Math.min(tokens.length, at + 12); end > at; end -= 1) {
    if (small.has(tokens[end - 1]?.word ?? "")) continue;
    const named = things
      .named(tokens.slice(at, end).map((t) => t.word))
      .flatMap(({ thing, distance }) =>
        thing.kind === "value" && thing.fact === fact ? [{ value: thing.value, distance }] : [],
      );
    const [best, next] = named;
    if (best && next?.distance !== best.distance) return { value: best.value, end };
  }
  return undefined;
}
