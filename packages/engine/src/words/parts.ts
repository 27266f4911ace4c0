// One part of a document's thing as a short sentence: « Étendue : de 0 à 27 », « Quand il est inconnu : bloque la
// décision ». Used to show what a part was before a change and is after it.
import { validDays } from "../model/date.ts";
import type { Fact } from "../model/fact.ts";
import type { Claim } from "../model/property.ts";
import type { DraftCondition } from "../model/condition.ts";
import type { Thing } from "../diff/index.ts";
import { languages, type Lang, type Text } from "../model/text.ts";
import { claimSentence } from "./claim.ts";
import { conditionSentence } from "./condition.ts";
import {
  capitalised,
  dateIn,
  listOf,
  numberIn,
  quantityIn,
  quote,
  say,
  textIn,
  typeset,
} from "./language.ts";
import { valueIn, type Lexicon, type Wordable } from "./lexicon.ts";

type Two = readonly [fr: string, en: string];
type Json = Readonly<Record<string, unknown>>;

const names: ReadonlyMap<string, Two> = new Map(
  Object.entries<Two>({
    program: ["Programme", "Program"],
    title: ["Titre", "Title"],
    purpose: ["Raison d’être", "Purpose"],
    timeZone: ["Fuseau horaire", "Time zone"],
    label: ["Libellé", "Label"],
    short: ["Libellé court", "Short label"],
    question: ["Question", "Question"],
    help: ["Aide", "Help"],
    message: ["Message", "Message"],
    rationale: ["Justification", "Rationale"],
    statement: ["Énoncé", "Statement"],
    text: ["Texte", "Text"],
    type: ["Type de réponse", "Type of answer"],
    range: ["Étendue", "Range"],
    scale: ["Décimales", "Decimals"],
    unit: ["Unité", "Unit"],
    value: ["Valeur", "Value"],
    whenUnknown: ["Quand il est inconnu", "When unknown"],
    safety: ["Renseignement de sécurité", "Safety fact"],
    validFor: ["Durée de validité", "How long it is good for"],
    code: ["Code", "Code"],
    derive: ["Total de", "Total of"],
    sources: ["Sources", "Sources"],
    retired: ["Retirée de l’usage", "Retired from use"],
    kind: ["Réponses", "Answers"],
    otherwise: ["Réponse par défaut", "Default answer"],
    withheldWhileSafetyUnknown: [
      "Retenue tant que la sécurité est à vérifier",
      "Withheld while safety is to be checked",
    ],
    states: ["Mots des états à vérifier", "Words of the states to check"],
    order: ["Ordre", "Order"],
    tone: ["Ton", "Tone"],
    override: ["Peut être écartée", "May be overridden"],
    when: ["Condition", "Condition"],
    then: ["Conclusion", "Conclusion"],
    origin: ["Origine", "Origin"],
    enabled: ["Actif", "Enabled"],
    shadowedOnPurpose: ["Pourquoi un autre critère le recouvre", "Why another criterion covers it"],
    claim: ["Ce qui est affirmé", "What is claimed"],
    edition: ["Édition", "Edition"],
    date: ["Date", "Date"],
    url: ["Adresse", "Address"],
    locator: ["Repère", "Locator"],
    modelled: ["Repris dans un critère", "Taken up in a criterion"],
    story: ["Récit", "Story"],
    tags: ["Étiquettes", "Tags"],
    evaluatedOn: ["Date d’évaluation", "Evaluation date"],
    provenance: ["Provenance", "Provenance"],
  }),
);

const codes: ReadonlyMap<string, Two> = new Map(
  Object.entries<Two>({
    boolean: ["oui ou non", "yes or no"],
    integer: ["nombre entier", "whole number"],
    decimal: ["nombre décimal", "decimal number"],
    enum: ["choix unique", "single choice"],
    set: ["choix multiple", "multiple choice"],
    block: ["bloque la décision", "blocks the decision"],
    ignore: ["n’empêche pas de conclure", "does not prevent a conclusion"],
    one: ["une seule", "a single one"],
    many: ["plusieurs à la fois", "several at once"],
    stop: ["arrêt", "stop"],
    caution: ["prudence", "caution"],
    neutral: ["neutre", "neutral"],
    go: ["favorable", "favourable"],
    source: ["énoncé par une source", "stated by a source"],
    inference: ["déduit des sources", "inferred from sources"],
    "beyond-source": ["au-delà des sources", "beyond the sources"],
    blind: ["attentes posées avant tout essai", "expectations set before any run"],
    "accepted-output": ["réponse obtenue puis acceptée", "answer obtained, then accepted"],
    "from-source": ["tirée des sources", "drawn from the sources"],
  }),
);

// The only codes that mean one thing as the type of a fact and nothing elsewhere.
const coded: ReadonlySet<string> = new Set(["type", "whenUnknown", "kind", "tone", "origin", "provenance"]);

/** The name of a part, in lower case: « condition », « durée de validité ». */
export function partName(part: string, lang: Lang): string {
  const name = headOf(part, lang);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function headOf(part: string, lang: Lang): string {
  const [fr, en] = names.get(part) ?? ["Autre chose", "Something else"];
  return say(lang, fr, en);
}

/** Where a part stands: in which document, on which thing. */
export interface PartContext {
  readonly lexicon: Lexicon;
  readonly ruleSet: Wordable;
  readonly what: Thing | "profile";
  readonly item: Json;
  /** The same thing on the other side of the change, so that a text is shown in the language that changed. */
  readonly other?: Json | undefined;
}

/** One part as a short sentence with its full stop. */
export function partSentence(context: PartContext, part: string): string {
  const { lexicon, item, other } = context;
  const { lang } = lexicon;
  const value = item[part];
  let name = headOf(part, lang);
  let words: string;
  if (isText(value)) {
    const old = other?.[part];
    const changed = isText(old) ? languages.filter((l) => old[l] !== value[l]) : languages;
    const shown = changed.includes(lang) ? lang : (changed[0] ?? lang);
    if (shown !== lang) name += say(lang, " (anglais)", " (French)");
    words = value[shown].trim() === "" ? say(lang, "(vide)", "(empty)") : quote(value[shown], lang);
  } else {
    words =
      part === "order"
        ? orderIn(context)
        : value === undefined
          ? say(lang, "(rien)", "(nothing)")
          : valueWords(context, part, value);
  }
  return typeset(`${name}${say(lang, " :", ":")} ${words}${/[.!?…]$/u.test(words) ? "" : "."}`, lang);
}

export function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && "fr" in value && "en" in value;
}

function orderIn({ lexicon, item, ruleSet }: PartContext): string {
  const outcomes = item["outcomes"];
  const labels = Array.isArray(outcomes)
    ? (outcomes as readonly { readonly label: Text }[]).map((o) => lexicon.text(o.label))
    : ruleSet.decisions.map((d) => lexicon.text(d.title));
  return labels.join("; ");
}

function valueWords(context: PartContext, part: string, value: unknown): string {
  const { lexicon, ruleSet, item } = context;
  const { lang } = lexicon;
  const nothing = say(lang, "aucune", "none");
  if (typeof value === "boolean") return valueIn(undefined, value, lang);
  if (coded.has(part) && typeof value === "string") {
    // A date is called so in both languages.
    const [fr, en] = codes.get(value) ?? [value, value];
    return say(lang, fr, en);
  }
  switch (part) {
    case "value":
    case "scale":
      return typeof value === "number" ? numberIn(value, lang) : quote(String(value), lang);
    case "range": {
      const { min, max } = value as NonNullable<Fact["range"]>;
      return say(
        lang,
        `de ${numberIn(min, lang)} à ${numberIn(max, lang)}`,
        `from ${numberIn(min, lang)} to ${numberIn(max, lang)}`,
      );
    }
    case "unit":
      return quantityIn(2, String(value), lang).replace(/^2\s?/u, "") || nothing;
    case "whenUnknown": {
      const assumed = valueIn(item as unknown as Fact, (value as { readonly assume: unknown }).assume, lang);
      return say(lang, `est tenu pour ${assumed}`, `is taken as ${assumed}`);
    }
    case "validFor": {
      const days = validDays(String(value));
      return days === 0 ? say(lang, "le jour même", "the same day") : quantityIn(days, "d", lang);
    }
    case "derive":
      return listOf(
        (value as { readonly sum: readonly string[] }).sum.map((id) => lexicon.fact(id)),
        lang,
        "and",
      );
    case "sources":
    case "tags":
      return listOf((value as readonly string[]).map(String), lang, "and") || nothing;
    case "code": {
      const { system, code } = value as { readonly system: string; readonly code: string };
      return quote(`${system} ${code}`, lang);
    }
    case "otherwise":
      return lexicon.state(String(item["id"]), String(value));
    case "states":
      return Object.values(
        value as Readonly<Record<string, { readonly label: Text; readonly message: Text }>>,
      )
        .map((state) => `${lexicon.text(state.label)} (${textIn(state.message, lang).replace(/\.$/u, "")})`)
        .join("; ");
    case "date":
    case "evaluatedOn":
      return dateIn(String(value), lang);
    case "when":
      return capitalised(conditionSentence(value as DraftCondition, ruleSet, { lang, definitions: true }));
    case "claim":
      return claimSentence(value as Claim, ruleSet, lang);
    case "modelled":
      return isText((value as { readonly reason?: unknown }).reason)
        ? say(
            lang,
            `non, ${lexicon.text((value as { readonly reason: Text }).reason)}`,
            `no, ${lexicon.text((value as { readonly reason: Text }).reason)}`,
          )
        : valueIn(undefined, true, lang);
    default:
      return quote(String(value), lang);
  }
}
