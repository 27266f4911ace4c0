// Where a person stands in a decision, as lines for people: what is certain and why, what would change it, and the
// interview as a numbered list of questions.
import type { InterviewPoint, Lang, PointAnswer, RuleSet } from "@jumelage/engine";
import {
  certainSentences,
  counterfactualSentence,
  interviewAnswerIn,
  lexiconOf,
  listOf,
  numberIn,
  quote,
  reasonSentence,
  textIn,
  typeset,
  type About,
} from "@jumelage/engine/words";
import type { Outlook } from "./commands/interview.ts";
import { say } from "./messages.ts";

/** How many reasons people are shown; a document has them all. */
const shownReasons = 3;

export function interviewLines(outlook: Outlook, ruleSet: RuleSet, lang: Lang): readonly string[] {
  const { decision, certain, counterfactuals } = outlook;
  const about: About = { ruleSet, decision, lang };
  return [
    ...certainSentences(certain, about),
    ...headed(say(lang, "reasons-heading"), reasonLines(outlook, about)),
    ...headed(
      say(lang, isDecided(outlook) ? "otherwise-heading" : "ways-heading"),
      counterfactuals.map((c) => counterfactualSentence(c, about)),
    ),
    ...planLines(outlook, about),
  ];
}

function headed(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`  ${heading}`, ...lines.map((line) => `    ${line}`)];
}

function isDecided({ certain }: Outlook): boolean {
  return certain.outcomes.length === 1;
}

/** Why a decision is decided; while it is open, every outcome that is left has its own way below. */
function reasonLines(outlook: Outlook, about: About): readonly string[] {
  if (!isDecided(outlook)) return [];
  const { reasons } = outlook;
  if (!reasons.complete) return [say(about.lang, "too-many-reasons")];
  const more = reasons.reasons.length - shownReasons;
  return [
    ...reasons.reasons.slice(0, shownReasons).map((reason) => reasonSentence(reason, reasons, about)),
    ...(more > 0 ? [say(about.lang, "more-reasons", { count: more })] : []),
  ];
}

function planLines({ interview }: Outlook, about: About): readonly string[] {
  const { lang } = about;
  if ("tooLarge" in interview) return [`  ${say(lang, "interview-too-long")}`];
  const { worst, mean, points } = interview;
  if (worst === 0) return [`  ${say(lang, "interview-over")}`];
  const average = numberIn(Math.round(mean * 10) / 10, lang);
  return [
    `  ${say(lang, "interview-length", { worst, mean: average })}`,
    ...points.flatMap((point, place) => pointLines(point, place, about)),
  ];
}

function pointLines({ fact, why, answers }: InterviewPoint, place: number, about: About): readonly string[] {
  const { ruleSet, lang } = about;
  const what = typeset(lexiconOf(ruleSet, lang).fact(fact), lang);
  return [
    `  ${say(lang, `interview-${why}`, { number: place + 1, what })}`,
    ...answers.map((answer) => `     ${answerLine(fact, answer, about)}`),
  ];
}

/** An answer, the outcomes it leaves, and where to go on from there. */
function answerLine(fact: string, answer: PointAnswer, about: About): string {
  const { lang } = about;
  const names = answer.outcomes.map((outcome) => shortNameOf(outcome, about));
  const params = {
    answer: interviewAnswerIn(fact, answer, about),
    states: typeset(listOf(names, lang, "or"), lang),
  };
  return answer.next === undefined
    ? say(lang, "interview-ends", params)
    : say(lang, "interview-goes-on", { ...params, next: answer.next + 1 });
}

/** How an outcome is called where it stands many times over: in short, where it has a short name. */
function shortNameOf(id: string, { ruleSet, decision, lang }: About): string {
  const outcomes = ruleSet.decisions.find((d) => d.id === decision)?.outcomes;
  const short = outcomes?.find((o) => o.id === id)?.short;
  return short === undefined
    ? lexiconOf(ruleSet, lang).state(decision, id)
    : quote(textIn(short, lang), lang);
}
