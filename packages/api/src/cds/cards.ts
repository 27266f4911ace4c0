// The answer of a release as CDS Hooks cards: one a decision that has something to say, what cannot wait first. The
// words are those of the explanation; a card recommends and says so, it never decides.
import {
  tones,
  type Decision,
  type Evaluation,
  type Lang,
  type Outcome,
  type RuleSet,
  type Tone,
} from "@jumelage/engine";
import { explain, lexiconOf, textIn, typeset } from "@jumelage/engine/words";
import { z } from "zod";

const indicators = ["critical", "warning", "info"] as const;
type Indicator = (typeof indicators)[number];

export const cardSchema = z.strictObject({
  summary: z.string().max(140),
  /** GitHub Flavored Markdown. */
  detail: z.string(),
  indicator: z.enum(indicators),
  source: z.strictObject({ label: z.string() }),
  /** Which rules answered, and what: enough to ask them again. */
  extension: z.strictObject({
    "ca.jumelage.answer": z.strictObject({
      program: z.string(),
      release: z.int(),
      sha256: z.string(),
      sequence: z.int(),
      at: z.string(),
      decision: z.string(),
      /** The state of a decision with one answer; what is suggested, of one with several. */
      states: z.array(z.string()),
    }),
  }),
});
export type Card = z.infer<typeof cardSchema>;

/** What answered. */
export interface CardOrigin {
  readonly release: number;
  readonly sha256: string;
  readonly sequence: number;
  readonly at: string;
}

const standing = {
  fr: "Recommandation — la décision revient à la clinicienne ou au clinicien, avec la personne.",
  en: "Recommendation — the decision rests with the clinician, together with the person.",
} as const;
const toAsk = { fr: "À demander :", en: "To be asked:" } as const;

/** The cards for one evaluation. */
export function cardsOf(
  evaluation: Evaluation,
  ruleSet: RuleSet,
  { lang, origin }: { readonly lang: Lang; readonly origin: CardOrigin },
): readonly Card[] {
  const explanation = explain(evaluation, ruleSet, lang);
  const { result } = evaluation;
  const cards = ruleSet.decisions.flatMap((decision, place): readonly Card[] => {
    const answer = result.decisions[decision.id];
    if (answer === undefined) return [];
    const states = answer.kind === "one" ? [answer.state] : answer.suggested;
    // What is merely open of a list of suggestions is said where the answer itself is open.
    if (states.length === 0) return [];
    const shown = states.map((state) => stateIn(decision, state, { ruleSet, lang }));
    const all = explanation.decisions[place]?.sentences ?? [];
    const settled = answer.kind === "one" ? all.length : answer.suggested.length;
    const sentences = all.slice(0, settled);
    const missing = answer.kind === "one" ? answer.missing : [];
    const questions = ruleSet.facts
      .filter((f) => missing.includes(f.id))
      .map((f) => textIn(f.question, lang));
    const paragraphs = [
      standing[lang],
      ...shown.map(({ label, message }) =>
        shown.length > 1 ? `${label}${lang === "fr" ? " : " : ": "}${message}` : message,
      ),
      sentences.join(" "),
      ...(questions.length === 0 ? [] : [toAsk[lang]]),
    ].filter((text) => text !== "");
    const list = questions.map((text) => `- ${plain(typeset(text, lang))}`);
    const title = textIn(decision.title, lang);
    const summary = `${title}${lang === "fr" ? " : " : ": "}${shown.map((s) => s.label).join("; ")}`;
    return [
      {
        summary: shortened(typeset(summary, lang)),
        detail: [paragraphs.map((text) => plain(typeset(text, lang))).join("\n\n"), list.join("\n")]
          .filter((text) => text !== "")
          .join("\n"),
        indicator: indicatorOf(shown.map((s) => s.tone)),
        source: { label: typeset(sourceIn(ruleSet, origin.release, lang), lang) },
        extension: {
          "ca.jumelage.answer": {
            program: ruleSet.program,
            ...origin,
            decision: decision.id,
            states: [...states],
          },
        },
      },
    ];
  });
  const [first, ...rest] = cards.toSorted(
    (a, b) => indicators.indexOf(a.indicator) - indicators.indexOf(b.indicator),
  );
  if (first === undefined) return [];
  const remarks = explanation.remarks.map((text) => `\n\n${plain(text)}`).join("");
  return [{ ...first, detail: first.detail + remarks }, ...rest];
}

const suspended = {
  fr: "Ce programme est hors service : la décision relève du jugement clinique.",
  en: "This program is out of service: the decision is a matter of clinical judgement.",
} as const;

/** The cards of a program that is suspended: one a decision with one answer, which concludes nothing. */
export function suspendedCards(
  ruleSet: RuleSet,
  { lang, origin }: { readonly lang: Lang; readonly origin: CardOrigin },
): readonly Card[] {
  return ruleSet.decisions
    .filter(({ kind }) => kind === "one")
    .map(({ id, title }) => ({
      summary: shortened(
        typeset(`${textIn(title, lang)}${lang === "fr" ? " : " : ": "}${suspended[lang]}`, lang),
      ),
      detail: plain(typeset(suspended[lang], lang)),
      indicator: "warning",
      source: { label: typeset(sourceIn(ruleSet, origin.release, lang), lang) },
      extension: {
        "ca.jumelage.answer": {
          program: ruleSet.program,
          ...origin,
          decision: id,
          states: ["@undetermined"],
        },
      },
    }));
}

interface Shown {
  readonly label: string;
  readonly message: string;
  readonly tone: Tone;
}

function stateIn(
  decision: Decision,
  state: string,
  { ruleSet, lang }: { readonly ruleSet: RuleSet; readonly lang: Lang },
): Shown {
  const outcome: Outcome | undefined = decision.outcomes.find((o) => o.id === state);
  if (outcome) {
    return { label: textIn(outcome.label, lang), message: textIn(outcome.message, lang), tone: outcome.tone };
  }
  const computed =
    state === "@undetermined" || state === "@safety-unknown" ? decision.states?.[state] : undefined;
  return {
    label: computed ? textIn(computed.label, lang) : lexiconOf(ruleSet, lang).state(decision.id, state),
    message: computed ? textIn(computed.message, lang) : "",
    tone: "caution",
  };
}

/** What must be done at once is critical; what calls for care, or is not settled, a warning. */
function indicatorOf(found: readonly Tone[]): Indicator {
  const gravest = tones.find((tone) => found.includes(tone));
  if (gravest === "stop") return "critical";
  return gravest === "caution" ? "warning" : "info";
}

function sourceIn(ruleSet: RuleSet, release: number, lang: Lang): string {
  return `${textIn(ruleSet.title, lang)}, ${lang === "fr" ? "version" : "release"} ${release}`;
}

/** Texts of a rule set are texts: what Markdown would take for its own is written so that it does not. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`);
}

function shortened(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 139).trimEnd()}…`;
}
