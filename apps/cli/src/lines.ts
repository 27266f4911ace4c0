// Answers as lines for people, in the words that the whole product uses.
import type { Certain, Diagnostic, Evaluation, Lang, Problem, RuleSet } from "@jumelage/engine";
import { diagnosticSentence, explain } from "@jumelage/engine/words";
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
  about: { readonly ruleSet: RuleSet; readonly lang: Lang },
): readonly string[] {
  const { ruleSet, lang } = about;
  const fact = (id: string): string => ruleSet.facts.find((f) => f.id === id)?.label[lang] ?? id;
  return ruleSet.decisions.flatMap((decision) => {
    const made = result.decisions[decision.id];
    const known = certain[decision.id];
    if (made?.kind !== "one" || made.outcome !== undefined || !known) return [];
    const title = decision.title[lang];
    const outcomes = known.outcomes
      .map((id) => decision.outcomes.find((o) => o.id === id)?.label[lang] ?? id)
      .join(", ");
    return known.canChange.length === 0
      ? [say(lang, "certain", { title, what: outcomes })]
      : [
          say(lang, "certain-open", { title, what: outcomes }),
          say(lang, "certain-change", { what: known.canChange.map(fact).join(", ") }),
        ];
  });
}
