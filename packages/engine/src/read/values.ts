// Values and lists as sentences write them, read back.
import type { FactOperator, Literal } from "../model/condition.ts";
import type { Fact } from "../model/fact.ts";
import { literalKind } from "../model/operators.ts";
import type { Lang } from "../model/text.ts";
import { dateIn, say } from "../words/language.ts";
import { literalIn, valueIn, type Lexicon } from "../words/lexicon.ts";
import { flat, type Scanner } from "./scanner.ts";

export interface ListWords {
  readonly lang: Lang;
  readonly link: "and" | "or";
  readonly wordsOf: (id: string) => string;
}

/** One or more names in a list of the language; none where no name stands here. */
export function readNames(
  scan: Scanner,
  ids: readonly string[],
  { lang, link, wordsOf }: ListWords,
): readonly string[] {
  const found: string[] = [];
  const last = link === "and" ? say(lang, " et ", " and ") : say(lang, " ou ", " or ");
  for (;;) {
    const id = scan.oneOf(ids, wordsOf);
    if (id === undefined) return [];
    found.push(id);
    if (scan.take(", ")) continue;
    if (!scan.take(last)) return found;
    const end = scan.oneOf(ids, wordsOf);
    return end === undefined ? [] : [...found, end];
  }
}

/** What a test of a fact compares with. */
export function readLiteral(
  scan: Scanner,
  lexicon: Lexicon,
  { fact, operator }: { readonly fact: Fact; readonly operator: FactOperator },
): Literal | undefined {
  const { lang, names } = lexicon;
  const members = (fact.values ?? []).map((v) => v.id);
  const wordsOf = (value: string): string => valueIn(fact, value, lang);
  if (literalKind(operator) === "list") {
    const found = readNames(scan, members, {
      lang,
      link: operator === "containsAll" ? "and" : "or",
      wordsOf,
    });
    return found.length === 0 ? undefined : found;
  }
  const parameter = scan.oneOf([...names.parameters.keys()], (id) =>
    literalIn(lexicon, fact, { parameter: id }),
  );
  if (parameter !== undefined) return { parameter };
  switch (fact.type) {
    case "boolean":
      return scan.oneOf([true, false], (value) => valueIn(fact, value, lang));
    case "enum":
    case "set":
      return scan.oneOf(members, wordsOf);
    case "date": {
      const words = scan.match(/\d+(?:er)? \p{L}+ \d{4}/uy);
      return words === undefined ? undefined : dateOf(words, lang);
    }
    case "integer":
    case "decimal":
      return scan.either([() => readQuantity(scan, fact, lang)]);
    default:
      return fact.type satisfies never;
  }
}

/** A number with the unit of its fact. */
function readQuantity(scan: Scanner, fact: Fact, lang: Lang): number | undefined {
  const words = scan.match(
    lang === "fr" ? /−?\d{1,3}(?: \d{3})*(?:,\d+)?/uy : /−?\d{1,3}(?:,\d{3})*(?:\.\d+)?/uy,
  );
  if (words === undefined) return undefined;
  const digits = lang === "fr" ? words.replaceAll(" ", "").replace(",", ".") : words.replaceAll(",", "");
  const value = Number(digits.replace("−", "-"));
  const unit = flat(valueIn(fact, value, lang)).slice(words.length);
  return unit === "" || scan.take(unit) ? value : undefined;
}

/** The day that words of the language name. */
export function dateOf(words: string, lang: Lang): string | undefined {
  const [day = "", , year = ""] = words.split(" ");
  for (let month = 1; month <= 12; month += 1) {
    const date = `${year}-${String(month).padStart(2, "0")}-${String(Number.parseInt(day, 10)).padStart(2, "0")}`;
    if (flat(dateIn(date, lang)).toLowerCase() === words.toLowerCase()) return date;
  }
  return undefined;
}
