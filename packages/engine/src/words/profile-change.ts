// Changes of profiles in words: the facts that changed and the answers expected, before and after.
import type { ProfileChange } from "../diff/index.ts";
import type { Expected, Profile } from "../model/profile.ts";
import { plainReasons } from "../model/result.ts";
import type { Lang } from "../model/text.ts";
import { dateIn, listOf, quote, say, typeset } from "./language.ts";
import { lexiconOf, valueIn, type Lexicon, type Wordable } from "./lexicon.ts";
import { partName, partSentence } from "./parts.ts";
import { reasonIn } from "./reasons.ts";

/** Profiles together with the rule set that names their facts. */
export interface Situation {
  readonly ruleSet: Wordable;
  readonly profiles: readonly Profile[];
}

export interface ProfileChangeWords {
  readonly title: string;
  readonly before?: string;
  readonly after?: string;
}

/** A change of a profile from `base` to `head`, in words. */
export function profileChangeSentence(
  change: ProfileChange,
  base: Situation,
  head: Situation,
  lang: Lang,
): ProfileChangeWords {
  const [old, now] = [base, head].map((s) => s.profiles.find((p) => p.id === change.profile));
  const shown = change.kind === "removed" ? old : now;
  const verb = {
    added: say(lang, "Ajout", "Added"),
    removed: say(lang, "Retrait", "Removed"),
    changed: say(lang, "Changement", "Changed"),
  }[change.kind];
  const what = [
    ...(change.facts.length > 0 ? [say(lang, "renseignements", "facts")] : []),
    ...(change.expected ? [say(lang, "réponses attendues", "expected answers")] : []),
    ...change.parts.map((part) => partName(part, lang)),
  ];
  const name = lexiconOf(head.ruleSet, lang).text(shown?.title);
  const list = what.length === 0 ? "" : ` (${listOf(what, lang, "and")})`;
  const side = (situation: Situation, profile: Profile | undefined, other: Profile | undefined): string =>
    profile === undefined
      ? ""
      : typeset(sentencesOf(change, { situation, profile, other, lang }).join(" "), lang);
  const [before, after] = [side(base, old, now), side(head, now, old)];
  return {
    title: typeset(`${verb}${say(lang, " :", ":")} ${say(lang, "profil", "profile")} ${name}${list}.`, lang),
    ...(change.kind === "added" || before === "" ? {} : { before }),
    ...(change.kind === "removed" || after === "" ? {} : { after }),
  };
}

interface View {
  readonly situation: Situation;
  readonly profile: Profile;
  readonly other: Profile | undefined;
  readonly lang: Lang;
}

function sentencesOf(change: ProfileChange, { situation, profile, other, lang }: View): readonly string[] {
  const lexicon = lexiconOf(situation.ruleSet, lang);
  const whole = change.kind !== "changed";
  const facts = whole ? Object.keys(profile.facts) : change.facts.map((f) => f.fact);
  const expected = whole || change.expected !== undefined;
  const colon = say(lang, " :", ":");
  return [
    ...change.parts.map((part) =>
      partSentence({ lexicon, ruleSet: situation.ruleSet, what: "profile", item: profile, other }, part),
    ),
    ...facts.map((fact) => `${lexicon.fact(fact)}${colon} ${sentIn(lexicon, fact, profile.facts[fact])}.`),
    ...(expected ? expectedSentences(profile.expected, lexicon) : []),
  ];
}

/** What a profile says of a fact, as it was entered: a value, a dated value, or why there is none. */
export function sentIn(lexicon: Lexicon, fact: string, sent: unknown): string {
  const { lang, names } = lexicon;
  const declared = names.facts.get(fact);
  if (sent === undefined || sent === null) return reasonIn("not-asked", lang);
  if (typeof sent !== "object" || Array.isArray(sent)) return valueIn(declared, sent, lang);
  const { value, of, observedOn, unknown } = sent as Readonly<Record<string, unknown>>;
  const reason = plainReasons.find((r) => r === unknown);
  if (reason !== undefined) return reasonIn(reason, lang);
  if (value === undefined) return reasonIn("invalid", lang);
  const asked = Array.isArray(of)
    ? say(
        lang,
        ` (demandé sur ${of.length === 0 ? "rien" : valueIn(declared, of, lang)})`,
        ` (asked on ${of.length === 0 ? "nothing" : valueIn(declared, of, lang)})`,
      )
    : "";
  const seen =
    typeof observedOn === "string"
      ? say(lang, `, observé le ${dateIn(observedOn, lang)}`, `, observed on ${dateIn(observedOn, lang)}`)
      : "";
  return `${valueIn(declared, value, lang)}${asked}${seen}`;
}

/** The answers a profile expects, one sentence for each. */
export function expectedSentences(expected: Expected, lexicon: Lexicon): readonly string[] {
  const { lang } = lexicon;
  const colon = say(lang, " :", ":");
  const none = say(lang, "rien", "nothing");
  const line = (head: string, items: readonly string[] | undefined): readonly string[] =>
    items === undefined ? [] : [typeset(`${head}${colon} ${listOf(items, lang, "and") || none}.`, lang)];
  const decisions = Object.entries(expected.decisions).flatMap(([id, wanted]) => {
    const title = lexicon.decision(id);
    const labels = (states: readonly string[] | undefined) => states?.map((s) => lexicon.state(id, s));
    if (typeof wanted === "string")
      return line(`${title}, ${say(lang, "attendu", "expected")}`, labels([wanted]));
    const parts: {
      readonly suggested: readonly string[];
      readonly undetermined?: readonly string[] | undefined;
      readonly withheld?: readonly string[] | undefined;
    } = Array.isArray(wanted) ? { suggested: wanted } : wanted;
    return [
      ...line(
        `${title}, ${say(lang, "suggestions attendues", "expected suggestions")}`,
        labels(parts.suggested),
      ),
      ...line(`${title}, ${say(lang, "en suspens", "undecided")}`, labels(parts.undetermined)),
      ...line(`${title}, ${say(lang, "retenu", "withheld")}`, labels(parts.withheld)),
    ];
  });
  const facts = (ids: readonly string[] | undefined) => ids?.map((f) => lexicon.fact(f));
  return [
    ...decisions,
    ...line(say(lang, "Critères vrais", "True criteria"), expected.fired),
    ...line(say(lang, "À demander", "To be asked"), facts(expected.missing)),
    ...line(say(lang, "Non vérifié", "Not verified"), facts(expected.unverified)),
    ...line(say(lang, "Valeurs supposées", "Assumed values"), facts(expected.assumed)),
    ...line(
      say(lang, "Problèmes signalés", "Problems reported"),
      expected.problems?.map((p) => (p.code === "invalid" ? lexicon.fact(p.fact) : quote(p.fact, lang))),
    ),
  ];
}
