// Names and places of a document that may not even be well formed: findings must be worded before a document parses,
// so everything here takes unknown JSON and falls back on numbers and on the name that was written.
import type { Path } from "../model/diagnostic.ts";
import type { Lang, Text } from "../model/text.ts";
import { quote, say, textIn } from "./language.ts";

type Json = unknown;

function child(json: Json, key: string | number): Json {
  return typeof json === "object" && json !== null && Object.hasOwn(json, key)
    ? (json as Readonly<Record<string | number, Json>>)[key]
    : undefined;
}

function isText(json: Json): json is Text {
  return typeof child(json, "fr") === "string" && typeof child(json, "en") === "string";
}

export interface DocumentReader {
  readonly lang: Lang;
  /** The quoted label of a fact, threshold, named condition or decision; its id where there is none. */
  named(list: "facts" | "parameters" | "conditions" | "decisions", id: string): string;
  /** The quoted label of one of a fact's values or of a decision's outcomes. */
  member(list: "facts" | "decisions", id: string, member: string): string;
  /** Where something stands, in words: « critère A-D4, titre (anglais) ». */
  place(at: Path): string;
}

export function documentReader(doc: Json, lang: Lang): DocumentReader {
  const items = (json: Json, key: string): readonly Json[] => {
    const list = child(json, key);
    return Array.isArray(list) ? list : [];
  };
  const find = (json: Json, key: string, id: string): Json =>
    items(json, key).find((item) => child(item, "id") === id);
  const labelOf = (item: Json, fallback: string): string => {
    const text = [child(item, "label"), child(item, "title")].find(isText);
    const words = (text && textIn(text, lang)) || fallback;
    return words.trim() === "" ? say(lang, "(vide)", "(empty)") : quote(words, lang);
  };
  return {
    lang,
    named: (list, id) => labelOf(find(doc, list, id), id),
    member(list, id, member) {
      const owner = find(doc, list, id);
      return labelOf(find(owner, list === "facts" ? "values" : "outcomes", member), member);
    },
    place: (at) => placeIn(doc, at, lang),
  };
}

type Two = readonly [fr: string, en: string];

// How the items of each list are called, and whether by their id (which is on paper too) or by their label.
const lists: ReadonlyMap<string, { readonly name: Two; readonly by: "id" | "label" }> = new Map(
  Object.entries({
    criteria: { name: ["critère", "criterion"], by: "id" },
    properties: { name: ["garantie", "guarantee"], by: "id" },
    statements: { name: ["énoncé", "statement"], by: "id" },
    facts: { name: ["renseignement", "fact"], by: "label" },
    values: { name: ["réponse", "answer"], by: "label" },
    parameters: { name: ["seuil", "threshold"], by: "label" },
    conditions: { name: ["condition", "condition"], by: "label" },
    decisions: { name: ["décision", "decision"], by: "label" },
    outcomes: { name: ["orientation", "outcome"], by: "label" },
    sources: { name: ["source", "source"], by: "label" },
  } as const),
);

const parts: ReadonlyMap<string, Two> = new Map(
  Object.entries<Two>({
    title: ["titre", "title"],
    purpose: ["raison d’être", "purpose"],
    timeZone: ["fuseau horaire", "time zone"],
    program: ["programme", "program"],
    label: ["libellé", "label"],
    short: ["libellé court", "short label"],
    question: ["question", "question"],
    help: ["aide", "help"],
    message: ["message", "message"],
    rationale: ["justification", "rationale"],
    statement: ["énoncé", "statement"],
    text: ["texte", "text"],
    reason: ["raison", "reason"],
    locator: ["repère", "locator"],
    url: ["adresse", "address"],
    edition: ["édition", "edition"],
    date: ["date", "date"],
    id: ["identifiant", "identifier"],
    type: ["type de réponse", "type of answer"],
    values: ["réponses possibles", "possible answers"],
    range: ["étendue", "range"],
    scale: ["décimales", "decimals"],
    unit: ["unité", "unit"],
    value: ["valeur", "value"],
    operator: ["comparaison", "comparison"],
    whenUnknown: ["quand il est inconnu", "when unknown"],
    validFor: ["durée de validité", "how long it is good for"],
    derive: ["parties du total", "parts of the total"],
    sources: ["sources", "sources"],
    then: ["conclusion", "conclusion"],
    shadowedOnPurpose: ["pourquoi un autre critère le recouvre", "why another criterion covers it"],
    otherwise: ["réponse par défaut", "default answer"],
    states: ["états à vérifier", "states to check"],
    outcomes: ["orientations", "outcomes"],
    withheldWhileSafetyUnknown: ["retenue de sécurité", "safety hold"],
    order: ["ordre", "order"],
    decision: ["décision", "decision"],
    facts: ["renseignements", "facts"],
    evaluatedOn: ["date d’évaluation", "evaluation date"],
    expected: ["réponses attendues", "expected answers"],
    tags: ["étiquettes", "tags"],
    story: ["récit", "story"],
    provenance: ["provenance", "provenance"],
    modelled: ["pourquoi cet énoncé n’a pas de critère", "why this statement has no criterion"],
    "@undetermined": ["renseignements à compléter", "information to complete"],
    "@safety-unknown": ["sécurité à vérifier", "safety to check"],
  }),
);

function placeIn(doc: Json, at: Path, lang: Lang): string {
  const words: string[] = [];
  let json = doc;
  let i = 0;
  if (typeof at[0] === "number") {
    json = child(doc, at[0]);
    words.push(called(["profil", "profile"], json, "label", at[0], lang));
    i = 1;
  }
  for (; i < at.length; i += 1) {
    const step = String(at[i]);
    const next = at[i + 1];
    const list = lists.get(step);
    if (list && typeof next === "number") {
      json = child(child(json, step), next);
      // A citation is a plain id in a list of sources: its number says nothing.
      words.push(
        typeof json === "string"
          ? say(lang, ...(parts.get(step) ?? list.name))
          : called(list.name, json, list.by, next, lang),
      );
      i += 1;
      continue;
    }
    if (step === "when" || step === "given" || step === "condition") {
      words.push(conditionPlace(at.slice(i + 1), lang));
      break;
    }
    if (step === "fr" || step === "en") {
      const name = step === "fr" ? say(lang, "français", "French") : say(lang, "anglais", "English");
      const last = words.pop();
      words.push(last === undefined ? name : `${last} (${name})`);
      break;
    }
    const part = parts.get(step);
    if (part) words.push(say(lang, ...part));
    json = child(json, step);
  }
  return words.length === 0 ? say(lang, "jeu de critères", "rule set") : words.join(", ");
}

function called(name: Two, json: Json, by: "id" | "label", index: number, lang: Lang): string {
  const id = child(json, "id");
  const text = [child(json, "label"), child(json, "title")].find(isText);
  const label = text && textIn(text, lang);
  const word = say(lang, ...name);
  if (by === "id" && typeof id === "string" && id !== "") return `${word} ${id}`;
  if (by === "label" && label) return `${word} ${quote(label, lang)}`;
  return say(lang, `${word} nº ${index + 1}`, `${word} no. ${index + 1}`);
}

/** Members of a condition are numbered as in its outline: « condition 2.1 ». */
function conditionPlace(inside: Path, lang: Lang): string {
  const end = inside.findIndex((step) => step === "value" || step === "operator");
  const numbers = (end < 0 ? inside : inside.slice(0, end)).filter((step) => typeof step === "number");
  const word = say(lang, "condition", "condition");
  return numbers.length === 0 ? word : `${word} ${numbers.map((n) => n + 1).join(".")}`;
}
