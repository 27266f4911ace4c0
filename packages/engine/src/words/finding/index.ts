// Findings about a whole rule set in words: where, what is the matter, and the way out. The person who shows it is
// worded like any other person, not here.
import type { Finding } from "../../model/lab.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Lang } from "../../model/text.ts";
import { sentenceOf, wordsFrom, type DiagnosticWords } from "../diagnostic/index.ts";
import { findingTable } from "./table.ts";

/** The laws there are words for. */
export const wordedLaws: readonly string[] = Object.keys(findingTable);

/** A finding in three pieces; `doc` is the rule set it is about. */
export function findingWords(finding: Finding, doc: unknown, lang: Lang): DiagnosticWords {
  const { law, severity, at, params } = finding;
  const diagnostic: Diagnostic = { code: law, severity, at, params };
  return wordsFrom(findingTable, diagnostic, doc, lang);
}

/** A finding as one text. */
export function findingSentence(finding: Finding, doc: unknown, lang: Lang): string {
  return sentenceOf(findingWords(finding, doc, lang), lang);
}
