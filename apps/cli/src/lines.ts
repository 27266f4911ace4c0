// Answers as lines for people, in the words that the whole product uses.
import type { Certain, Diagnostic, Evaluation, Lang, Problem, RuleSet } from "@jumelage/engine";
import { certainSentences, diagnosticSentence, explain } from "@jumelage/engine/words";
import { say } from "./messages.ts";

/** Findings about a document, parsed or not, one line each with its code. */
export function diagnosticLines(
  diagnostics: readonly Diagnostic[],
  document: unknown,
  lang: Lang,
): readonly string[] {
  return diagnostics.map((d) => `  ${diagnosticSentence(d, document, lang)} [${d.code}]`);
}

export function problemLines(problems: readonly Problem[], lang: Lang): readonly string[] {
  return problems.map(({ fact, code }) => `  ${say(lang, code, { what: fact })}`);
}

/** An answer with its reasons, decision by decision. */
export function explanationLines(evaluation: Evaluation, ruleSet: RuleSet, lang: Lang): readonly string[] {
  const { decisions, remarks } = explain(evaluation, ruleSet, lang);
  return [
    ...decisions.flatMap(({ title, sentences }) => [title, ...sentences.map((s) => `  ${s}`)]),
    ...remarks,
  ];
}

/** For every decision that is still open: whether it is decided all the same, or what alone can still change it. */
export function certainLines(
  certain: Readonly<Record<string, Certain>>,
  { result }: Pick<Evaluation, "result">,
  { ruleSet, lang }: { readonly ruleSet: RuleSet; readonly lang: Lang },
): readonly string[] {
  return Object.entries(certain).flatMap(([decision, known]) => {
    const made = result.decisions[decision];
    if (made?.kind !== "one" || made.outcome !== undefined) return [];
    return certainSentences(known, { ruleSet, decision, lang });
  });
}
