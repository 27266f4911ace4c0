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
  const nameOf = (item: Json, fallback: string): string => {
    const words = labelOf(item, lang) || fallback;
    return words.trim() === "" ? say(lang, "(vide)", "(empty)") : quote(words, lang);
  };
  return {
    lang,
    named: (list, id) => nameOf(find(doc, list, id), id),
    member(list, id, member) {
      const owner = find(doc, list, id);
      return nameOf(find(owner, list === "facts" ? "values" : "outcomes", member), member);
    },
    place: (at) => placeIn(doc, at, lang),
  };
}

type Two = readonly [fr: string, en: string];

/** How the items of a list are called, and whether by their id (which is on paper too) or by their label. */
interface Called {
  readonly name: Two;
  readonly by: "id" | "label";
}

// Maps, because a place may go through any name that somebody wrote, `constructor` too.
const lists = mapOf<Called>({
  criteria: { name: ["critère", "criterion"], by: "id" },
  properties: { name: ["propriété de sécurité", "safety property"], by: "id" },
  statements: { name: ["énoncé", "statement"], by: "id" },
  facts: { name: ["renseignement", "fact"], by: "label" },
  values: { name: ["réponse", "answer"], by: "label" },
  parameters: { name: ["seuil", "threshold"], by: "label" },
  conditions: { name: ["condition", "condition"], by: "label" },
  decisions: { name: ["décision", "decision"], by: "label" },
  outcomes: { name: ["orientation", "outcome"], by: "label" },
  sources: { name: ["source", "source"], by: "label" },
});
const profile: Called = { name: ["profil", "profile"], by: "label" };

const parts = mapOf<Two>({
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
  given: ["condition", "condition"],
  condition: ["condition", "condition"],
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
});
const tongues = mapOf<Two>({ fr: ["français", "French"], en: ["anglais", "English"] });

function mapOf<T>(record: Readonly<Record<string, T>>): ReadonlyMap<unknown, T> {
  return new Map(Object.entries(record));
}

function placeIn(doc: Json, at: Path, lang: Lang): string {
  const [index] = at;
  // A list of profiles has no name of its own.
  const words =
    typeof index === "number"
      ? itemWords(profile, { json: doc, at, lang })
      : wordsOf({ json: doc, at, lang });
  const tongue = tongues.get(at.at(-1));
  const place = words.join(", ");
  if (tongue === undefined) return place === "" ? say(lang, "jeu de critères", "rule set") : place;
  return place === "" ? say(lang, ...tongue) : `${place} (${say(lang, ...tongue)})`;
}

/** What is left of a place: the way `at` from `json` on. */
interface Way {
  readonly json: Json;
  readonly at: Path;
  readonly lang: Lang;
}

function wordsOf({ json, at, lang }: Way): readonly string[] {
  const [step, next] = at;
  if (step === undefined) return [];
  const way: Way = { json: child(json, step), at: at.slice(1), lang };
  const list = lists.get(step);
  if (list && typeof next === "number") {
    // A citation is a plain id in a list of sources: its number says nothing.
    const isId = typeof child(way.json, next) === "string";
    return isId ? [say(lang, ...(parts.get(step) ?? list.name))] : itemWords(list, way);
  }
  if (step === "when" || step === "given" || step === "condition") return [conditionPlace(way.at)];
  const part = parts.get(step);
  return [...(part ? [say(lang, ...part)] : []), ...wordsOf(way)];
}

/** An item of a list, by the number that `at` begins with, and what follows. */
function itemWords(list: Called, { json, at, lang }: Way): readonly string[] {
  const index = Number(at[0]);
  const item = child(json, index);
  return [called(list, { item, index, lang }), ...wordsOf({ json: item, at: at.slice(1), lang })];
}

function called(
  { name, by }: Called,
  { item, index, lang }: { readonly item: Json; readonly index: number; readonly lang: Lang },
): string {
  const id = child(item, "id");
  const label = labelOf(item, lang);
  const word = say(lang, ...name);
  if (by === "id" && typeof id === "string" && id !== "") return `${word} ${id}`;
  if (by === "label" && label !== "") return `${word} ${quote(label, lang)}`;
  return say(lang, `${word} nº ${index + 1}`, `${word} no. ${index + 1}`);
}

/** The label or title of an item; empty where it has none. */
function labelOf(item: Json, lang: Lang): string {
  const text = [child(item, "label"), child(item, "title")].find(isText);
  return text ? textIn(text, lang) : "";
}

/** Members of a condition are numbered as in its outline: « condition 2.1 ». */
function conditionPlace(inside: Path): string {
  const end = inside.findIndex((step) => step === "value" || step === "operator");
  const numbers = (end < 0 ? inside : inside.slice(0, end)).filter((step) => typeof step === "number");
  return numbers.length === 0 ? "condition" : `condition ${numbers.map((n) => n + 1).join(".")}`;
}
