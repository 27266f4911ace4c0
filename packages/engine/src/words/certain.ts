// What a decision diagram says of a person, in words: what is decided all the same, why, what would change it, and what
// an answer of an interview stands for.
import type {
  AnswerChoice,
  ChangedFact,
  Counterfactual,
  InterviewAnswer,
  Reasons,
} from "../diagram/index.ts";
import type { Certain, DiagramOption } from "../model/diagram.ts";
import type { Lang } from "../model/text.ts";
import { capitalised, listOf, say, typeset } from "./language.ts";
import { lexiconOf, valueIn, type Lexicon, type Wordable } from "./lexicon.ts";
import { fewerWords } from "./set-choices.ts";

/** The decision a sentence is about, and the document that names it. */
export interface About {
  readonly ruleSet: Wordable;
  readonly decision: string;
  readonly lang: Lang;
}

/** Whether an open decision is decided all the same, or what it can still become and which facts alone matter for it. */
export function certainSentences({ outcomes, canChange }: Certain, about: About): readonly string[] {
  const { lexicon, decision, lang } = worded(about);
  const states = listOf(
    outcomes.map((o) => lexicon.state(about.decision, o)),
    lang,
    "or",
  );
  if (canChange.length === 0) {
    const sentence = say(
      lang,
      `${decision} : ${states}, quelles que soient les réponses qui manquent`,
      `${decision}: ${states}, whatever the missing answers are`,
    );
    return [finished(sentence, lang)];
  }
  const facts = listOf(
    canChange.map((f) => lexicon.fact(f)),
    lang,
    "and",
  );
  const only = canChange.length === 1 ? `seul ${facts} peut` : `seuls ${facts} peuvent`;
  const sentences = [
    say(lang, `${decision} : encore possible, ${states}`, `${decision}: still possible, ${states}`),
    say(lang, `${only} encore changer la réponse`, `only ${facts} can still change the answer`),
  ];
  return sentences.map((s) => finished(s, lang));
}

/** A reason: the facts that are enough, whatever all the others were. */
export function reasonSentence(
  reason: readonly string[],
  { outcomes }: Pick<Reasons, "outcomes">,
  about: About,
): string {
  const { lexicon, lang } = worded(about);
  const states = listOf(
    outcomes.map((o) => lexicon.state(about.decision, o)),
    lang,
    "or",
  );
  const facts = listOf(
    reason.map((f) => lexicon.fact(f)),
    lang,
    "and",
  );
  const text =
    reason.length === 0
      ? say(lang, `${states}, quels que soient les renseignements`, `${states}, whatever the facts are`)
      : reason.length === 1
        ? say(lang, `${facts} suffit pour ${states}`, `${facts} is enough for ${states}`)
        : say(lang, `${facts} suffisent pour ${states}`, `${facts} are enough for ${states}`);
  return finished(text, lang);
}

/** What would have to be different for another outcome. */
export function counterfactualSentence({ outcome, changes, supposed }: Counterfactual, about: About): string {
  const { lexicon, lang } = worded(about);
  // What is only still open may well turn out so; what is known would have to be otherwise.
  const contrary = changes.length > 0;
  const told = listOf(
    [...changes, ...supposed].map((f) => changedIn(f, lexicon, contrary)),
    lang,
    "and",
  );
  const state = lexicon.state(about.decision, outcome);
  const text =
    told === ""
      ? say(lang, `la réponse peut encore être ${state}`, `the answer can still be ${state}`)
      : contrary
        ? say(lang, `ce serait ${state} si ${told}`, `it would be ${state} if ${told}`)
        : say(lang, `ce sera ${state} si ${told}`, `it will be ${state} if ${told}`);
  return finished(text, lang);
}

/** An answer of an interview: what is answered, in words. */
export function interviewAnswerIn(
  fact: string,
  { choices }: Pick<InterviewAnswer, "choices">,
  about: Omit<About, "decision">,
): string {
  const { lang } = about;
  const lexicon = lexiconOf(about.ruleSet, lang);
  const declared = lexicon.names.facts.get(fact);
  const values = choices.flatMap(({ option }) => (isListed(option) ? option.values : []));
  const classes = choices.flatMap(({ option }) =>
    option === undefined || isListed(option) ? [] : [optionIn(fact, option, lexicon)],
  );
  const plain = listOf([...values.map((v) => valueIn(declared, v, lang)), ...classes], lang, "or");
  const sets = fewerWords(choices.filter((c) => c.option === undefined)).map((c) =>
    setChoiceIn(fact, c, lexicon),
  );
  // What is said of a set has commas of its own.
  const told = [...(plain === "" ? [] : [plain]), ...new Set(sets)];
  return typeset(told.join(say(lang, "; ou ", "; or ")), lang);
}

function isListed(option: DiagramOption | undefined): option is Extract<DiagramOption, { values: unknown }> {
  return option !== undefined && option !== "unknown" && "values" in option;
}

function worded(about: About): { readonly lexicon: Lexicon; readonly decision: string; readonly lang: Lang } {
  const lexicon = lexiconOf(about.ruleSet, about.lang);
  return { lexicon, decision: lexicon.decision(about.decision), lang: about.lang };
}

function finished(sentence: string, lang: Lang): string {
  return typeset(capitalised(`${sentence}.`), lang);
}

function changedIn({ fact, value, option }: ChangedFact, lexicon: Lexicon, contrary: boolean): string {
  const { lang, names } = lexicon;
  const label = lexicon.fact(fact);
  if (value === undefined) {
    const stays = contrary ? say(lang, "restait", "stayed") : say(lang, "reste", "stays");
    return `${label} ${stays} ${say(lang, "sans réponse", "unanswered")}`;
  }
  const is = contrary ? say(lang, "était", "were") : say(lang, "est", "is");
  const said =
    option === undefined ? valueIn(names.facts.get(fact), value, lang) : optionIn(fact, option, lexicon);
  return `${label} ${is} ${said}`;
}

/** What is said of a set: of which groups it has a member, and what it does not have. */
function setChoiceIn(
  fact: string,
  { known, has = [], hasNone = [] }: AnswerChoice,
  { lang, names }: Lexicon,
): string {
  if (known === false) return say(lang, "sans réponse", "no answer");
  const listed = (members: readonly string[]): string =>
    listOf(
      members.map((m) => valueIn(names.facts.get(fact), m, lang)),
      lang,
      "and",
    );
  const absent = hasNone.flat();
  const parts = [
    ...has.map((members) =>
      members.length === 1
        ? say(lang, `avec ${listed(members)}`, `with ${listed(members)}`)
        : say(lang, `au moins un élément parmi ${listed(members)}`, `at least one of ${listed(members)}`),
    ),
    ...(absent.length === 0
      ? []
      : absent.length === 1
        ? [say(lang, `sans ${listed(absent)}`, `without ${listed(absent)}`)]
        : [say(lang, `aucun élément parmi ${listed(absent)}`, `none of ${listed(absent)}`)]),
  ];
  return parts.length === 0 ? say(lang, "toute réponse", "any answer") : parts.join(", ");
}

/** A class of values: `« Modérée » ou « Sévère »`, `de 15 à 27`, `au plus tôt le 4 mars 2026`, `oui`. */
function optionIn(fact: string, option: DiagramOption, { lang, names }: Lexicon): string {
  const declared = names.facts.get(fact);
  const value = (v: unknown): string => valueIn(declared, v, lang);
  if (option === "unknown") return say(lang, "sans réponse", "no answer");
  if ("values" in option) return listOf(option.values.map(value), lang, "or");
  const { from, to } = option;
  const first = from === null || from === "0000-01-01" ? undefined : value(from);
  const last = to === null || to === "9999-12-31" ? undefined : value(to);
  if (first === undefined && last === undefined) return say(lang, "toute valeur", "any value");
  return declared?.type === "date" ? datesIn(first, last, lang) : numbersIn(first, last, lang);
}

function numbersIn(first: string | undefined, last: string | undefined, lang: Lang): string {
  if (first === undefined) return say(lang, `${last} ou moins`, `${last} or less`);
  if (last === undefined) return say(lang, `${first} ou plus`, `${first} or more`);
  return first === last ? first : say(lang, `de ${first} à ${last}`, `from ${first} to ${last}`);
}

function datesIn(first: string | undefined, last: string | undefined, lang: Lang): string {
  if (first === undefined) return say(lang, `au plus tard le ${last}`, `no later than ${last}`);
  if (last === undefined) return say(lang, `au plus tôt le ${first}`, `no earlier than ${first}`);
  if (first === last) return say(lang, `le ${first}`, first);
  return say(lang, `entre le ${first} et le ${last}`, `between ${first} and ${last}`);
}
