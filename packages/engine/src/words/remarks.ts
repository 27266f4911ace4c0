// What holds for a whole answer: values that could not be read or are out of date, values assumed, optional facts that
// nobody verified.
import type { Known } from "../evaluate/index.ts";
import type { Result } from "../model/result.ts";
import { quote, say } from "./language.ts";
import type { Lexicon } from "./lexicon.ts";
import { factWithReason, knownIn, reasonIn } from "./reasons.ts";

/** The remarks of a result, as sentences; `known` is what is known of the facts that criteria read. */
export function remarksIn(
  result: Result,
  known: ReadonlyMap<string, Known>,
  lexicon: Lexicon,
): readonly string[] {
  const { lang } = lexicon;
  const reasons = (facts: readonly string[]): string =>
    facts.map((fact) => factWithReason(lexicon, fact, known.get(fact))).join("; ");
  const assumed = result.assumed.map((id) => {
    const fact = lexicon.names.facts.get(id);
    const value = typeof fact?.whenUnknown === "object" ? fact.whenUnknown.assume : undefined;
    return fact === undefined || value === undefined
      ? ""
      : `${knownIn(lexicon, id, { value, assumed: true })}.`;
  });
  const doubtful = result.doubtful.filter((d) => d.reason !== "invalid");
  const problems = result.problems.map(({ fact, code }) =>
    code === "invalid"
      ? say(
          lang,
          `La réponse donnée pour ${lexicon.fact(fact)} n’est pas une réponse possible; elle est tenue pour inconnue.`,
          `The answer given for ${lexicon.fact(fact)} is not a possible answer; it is taken as unknown.`,
        )
      : say(
          lang,
          `${quote(fact, lang)} n’est pas un renseignement de ce jeu de critères; il n’en est pas tenu compte.`,
          `${quote(fact, lang)} is not a fact of this rule set; it is not taken into account.`,
        ),
  );
  return [
    ...problems,
    ...(doubtful.length === 0
      ? []
      : [
          say(
            lang,
            "Réponses dont on ne peut plus se servir telles quelles : ",
            "Answers that can no longer be used as they are: ",
          ) + `${doubtful.map((d) => `${lexicon.fact(d.fact)} (${reasonIn(d.reason, lang)})`).join("; ")}.`,
        ]),
    ...assumed.filter((s) => s !== ""),
    ...(result.unverified.length === 0
      ? []
      : [
          say(
            lang,
            "Non vérifié, sans effet sur la réponse : ",
            "Not verified, without effect on the answer: ",
          ) + `${reasons(result.unverified)}.`,
        ]),
  ];
}
