// The small change of writing in two languages: quotation marks, lists, numbers, dates, and the typography of Québec
// French. Nothing here knows of rule sets.
import { languages, type Lang, type Text } from "../model/text.ts";

const noBreakSpace = "\u00a0";

/** One of two wordings, by language. */
export function say(lang: Lang, fr: string, en: string): string {
  return lang === "fr" ? fr : en;
}

/** A text in one language; while a draft lacks it, in the other one; `""` when both are empty. */
export function textIn(text: Text, lang: Lang): string {
  const own = text[lang].trim();
  return own === "" ? languages.reduce((found, l) => found || text[l].trim(), "") : own;
}

/** Quotation marks of the language; quotations inside take the inner marks. */
export function quote(text: string, lang: Lang): string {
  if (lang === "en") return `“${text.replaceAll("“", "‘").replaceAll("”", "’")}”`;
  const inner = text.replaceAll(/«\s*/gu, "“").replaceAll(/\s*»/gu, "”");
  return `« ${inner} »`;
}

/** `a, b et c`, `a, b or c`. */
export function listOf(items: readonly string[], lang: Lang, link: "and" | "or"): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  const word = link === "and" ? say(lang, "et", "and") : say(lang, "ou", "or");
  return `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

/** A number as people write it: decimal comma and spaced thousands in French. */
export function numberIn(value: number, lang: Lang): string {
  const [whole = "", decimals] = String(Math.abs(value)).split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, lang === "fr" ? noBreakSpace : ",");
  const point = lang === "fr" ? "," : ".";
  return `${value < 0 ? "−" : ""}${grouped}${decimals === undefined ? "" : point + decimals}`;
}

const months = {
  fr: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const;

/** `22 novembre 2026`, `22 November 2026`; anything else than a calendar date is given back as it is. */
export function dateIn(date: string, lang: Lang): string {
  const [year, month, day] = date.split("-").map(Number);
  const name = month === undefined ? undefined : months[lang][month - 1];
  if (name === undefined || year === undefined || day === undefined) return date;
  return `${day === 1 && lang === "fr" ? "1er" : day}${noBreakSpace}${name} ${year}`;
}

// UCUM units a vocabulary may carry, with their singular and plural; `{score}` and the like are counts without a name.
const units: Readonly<
  Record<string, { readonly fr: readonly [string, string]; readonly en: readonly [string, string] }>
> = {
  a: { fr: ["an", "ans"], en: ["year", "years"] },
  mo: { fr: ["mois", "mois"], en: ["month", "months"] },
  wk: { fr: ["semaine", "semaines"], en: ["week", "weeks"] },
  d: { fr: ["jour", "jours"], en: ["day", "days"] },
  h: { fr: ["heure", "heures"], en: ["hour", "hours"] },
  min: { fr: ["minute", "minutes"], en: ["minute", "minutes"] },
  Cel: { fr: ["°C", "°C"], en: ["°C", "°C"] },
};

/** A number with its unit: `18 ans`, `37,5 %`, `15` for a score. */
export function quantityIn(value: number, unit: string | undefined, lang: Lang): string {
  const amount = numberIn(value, lang);
  if (unit === undefined || unit === "" || unit === "1" || /^\{.*\}$/u.test(unit)) return amount;
  if (unit === "%") return lang === "fr" ? `${amount}${noBreakSpace}%` : `${amount}%`;
  const plural = lang === "fr" ? Math.abs(value) >= 2 : value !== 1;
  const word = Object.hasOwn(units, unit) ? units[unit]?.[lang][plural ? 1 : 0] : unit;
  return `${amount}${noBreakSpace}${word}`;
}

/** The first letter in upper case. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The last touch on every generated sentence: no-break spaces and typographic apostrophes. */
export function typeset(text: string, lang: Lang): string {
  const apostrophes = text.replaceAll("'", "’").replaceAll("...", "…");
  if (lang === "en") return apostrophes;
  return apostrophes
    .replaceAll(/ +([;!?])/gu, "$1")
    .replaceAll(/[ \u202f]+([:%»])/gu, `${noBreakSpace}$1`)
    .replaceAll(/«[ \u202f]+/gu, `«${noBreakSpace}`);
}
