// Findings in words: where, what is the matter, and the way out. One table per maker of findings; together they cover
// every code there is.
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Lang } from "../../model/text.ts";
import { documentReader } from "../document-reader.ts";
import { capitalised, say, typeset } from "../language.ts";
import { checkTable } from "./check.ts";
import { findingWords, type Table } from "./entry.ts";
import { shapeTable } from "./shape.ts";
import { typingTable } from "./typing.ts";

const table: Table = { ...shapeTable, ...typingTable, ...checkTable };

export interface DiagnosticWords {
  /** Where, in words: « critère A-D4, titre (anglais) ». */
  readonly place: string;
  /** What is the matter, as a sentence. */
  readonly problem: string;
  /** What to do about it, as a sentence. */
  readonly remedy: string;
}

/** The codes there are words for. */
export const wordedCodes: readonly string[] = Object.keys(table);

/**
 * A finding in three pieces. `doc` is the document the finding is about (a rule set, a draft or a list of profiles),
 * parsed or not: a document that does not parse has findings too.
 */
export function diagnosticWords(diagnostic: Diagnostic, doc: unknown, lang: Lang): DiagnosticWords {
  return wordsFrom(table, diagnostic, doc, lang);
}

/** The words that a table has for a finding. */
export function wordsFrom(
  entries: Table,
  ...[diagnostic, doc, lang]: Parameters<typeof diagnosticWords>
): DiagnosticWords {
  const entry = Object.hasOwn(entries, diagnostic.code) ? entries[diagnostic.code] : undefined;
  const words = (l: Lang) => findingWords(diagnostic, documentReader(doc, l));
  const [problem, remedy] = entry
    ? entry({ fr: words("fr"), en: words("en") })[lang]
    : [
        say(
          lang,
          `il y a ici un point à vérifier (${diagnostic.code})`,
          `there is something to check here (${diagnostic.code})`,
        ),
        say(lang, "Revoyez cette partie du document.", "Review this part of the document."),
      ];
  return {
    place: typeset(documentReader(doc, lang).place(diagnostic.at), lang),
    problem: typeset(capitalised(`${problem}.`), lang),
    remedy: typeset(remedy, lang),
  };
}

/** A finding as one text: « Critère A-D4, titre (anglais) : le texte manque. Écrivez-le avant de publier. ». */
export function diagnosticSentence(diagnostic: Diagnostic, doc: unknown, lang: Lang): string {
  return sentenceOf(diagnosticWords(diagnostic, doc, lang), lang);
}

/** Three pieces as one text. */
export function sentenceOf({ place, problem, remedy }: DiagnosticWords, lang: Lang): string {
  const clause = problem.charAt(0).toLowerCase() + problem.slice(1);
  return typeset(`${capitalised(place)}${say(lang, " :", ":")} ${clause} ${remedy}`, lang);
}
