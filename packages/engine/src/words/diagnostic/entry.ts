// What a line of the tables of findings is: the problem and the way out, in both languages.
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { FactOperator } from "../../model/condition.ts";
import { factTypes, type FactType } from "../../model/fact.ts";
import type { DocumentReader } from "../document-reader.ts";
import { listOf, numberIn, quote } from "../language.ts";
import { operatorIn } from "../leaf.ts";

/** The problem, as a clause without a full stop, and the way out, as a whole sentence. */
export type Wording = readonly [problem: string, remedy: string];
export interface Worded {
  readonly fr: Wording;
  readonly en: Wording;
}
export type Entry = (c: FindingReader) => Worded;
export type Table = Readonly<Record<string, Entry>>;

/** What a finding carries, ready to stand in a sentence of either language. */
export interface FindingReader {
  readonly fr: FindingWords;
  readonly en: FindingWords;
}
export interface FindingWords {
  /** A parameter of the finding, quoted. */
  readonly quoted: (key: string) => string;
  readonly plain: (key: string) => string;
  readonly number: (key: string) => string;
  readonly list: (key: string) => string;
  readonly fact: string;
  readonly condition: string;
  readonly parameter: string;
  readonly decision: string;
  readonly outcome: string;
  /** Another outcome of the decision, by the parameter that names it. */
  readonly outcomeNamed: (key: string) => string;
  readonly value: string;
  readonly operator: string;
  /** The type of the fact the finding is about. */
  readonly type: string;
}

const typeWords: Readonly<Record<FactType, readonly [fr: string, en: string]>> = {
  boolean: ["une réponse par oui ou non", "a yes or no answer"],
  integer: ["un nombre entier", "a whole number"],
  decimal: ["un nombre décimal", "a decimal number"],
  date: ["une date", "a date"],
  enum: ["un choix unique", "a single choice"],
  set: ["un choix multiple", "a multiple choice"],
};

export function findingWords(diagnostic: Diagnostic, doc: DocumentReader): FindingWords {
  const { lang } = doc;
  const plain = (key: string): string => {
    const value = diagnostic.params[key];
    // Literals are carried as JSON: their quotation marks are no part of what was written.
    return value === undefined
      ? ""
      : Array.isArray(value)
        ? listOf(value, lang, "and")
        : String(value).replaceAll('"', "");
  };
  const type = factTypes.find((t) => t === diagnostic.params["type"]);
  return {
    plain,
    quoted: (key) => quote(plain(key), lang),
    number: (key) => numberIn(Number(diagnostic.params[key] ?? 0), lang),
    list(key) {
      const value = diagnostic.params[key];
      return listOf(
        (Array.isArray(value) ? value.map(String) : [plain(key)]).map((item) => quote(item, lang)),
        lang,
        "or",
      );
    },
    fact: doc.named("facts", plain("fact")),
    condition: doc.named("conditions", plain("condition")),
    parameter: doc.named("parameters", plain("parameter")),
    decision: doc.named("decisions", plain("decision")),
    outcome: doc.member("decisions", plain("decision"), plain("outcome")),
    outcomeNamed: (key) => doc.member("decisions", plain("decision"), plain(key)),
    value: doc.member("facts", plain("fact"), plain("value") || plain("literal")),
    operator: quote(
      operatorIn((plain("operator") || "equal") as FactOperator, type, lang).replace(/[ \u00a0]?:$/u, ""),
      lang,
    ),
    type: type === undefined ? plain("type") : typeWords[type][lang === "fr" ? 0 : 1],
  };
}
