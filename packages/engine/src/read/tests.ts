// The tests that typed words can say of a fact, in either language and in signs.
import type { FactOperator } from "../model/condition.ts";

/** Longest first, so that « plus de » is not read as « plus ». */
export const comparisons: readonly (readonly [readonly string[], FactOperator])[] = (
  [
    ["superieur ou egal a", "greaterThanInclusive"],
    ["superieure ou egale a", "greaterThanInclusive"],
    ["inferieur ou egal a", "lessThanInclusive"],
    ["inferieure ou egale a", "lessThanInclusive"],
    ["greater than or equal to", "greaterThanInclusive"],
    ["less than or equal to", "lessThanInclusive"],
    ["au plus tot le", "greaterThanInclusive"],
    ["au plus tard le", "lessThanInclusive"],
    ["no earlier than", "greaterThanInclusive"],
    ["no later than", "lessThanInclusive"],
    ["au moins", "greaterThanInclusive"],
    ["at least", "greaterThanInclusive"],
    ["minimum", "greaterThanInclusive"],
    ["depuis le", "greaterThanInclusive"],
    ["since", "greaterThanInclusive"],
    [">=", "greaterThanInclusive"],
    ["≥", "greaterThanInclusive"],
    ["au plus", "lessThanInclusive"],
    ["at most", "lessThanInclusive"],
    ["maximum", "lessThanInclusive"],
    ["<=", "lessThanInclusive"],
    ["≤", "lessThanInclusive"],
    ["plus de", "greaterThan"],
    ["plus que", "greaterThan"],
    ["superieur a", "greaterThan"],
    ["superieure a", "greaterThan"],
    ["more than", "greaterThan"],
    ["greater than", "greaterThan"],
    ["over", "greaterThan"],
    ["above", "greaterThan"],
    ["apres le", "greaterThan"],
    ["apres", "greaterThan"],
    ["after", "greaterThan"],
    [">", "greaterThan"],
    ["moins de", "lessThan"],
    ["moins que", "lessThan"],
    ["inferieur a", "lessThan"],
    ["inferieure a", "lessThan"],
    ["less than", "lessThan"],
    ["fewer than", "lessThan"],
    ["under", "lessThan"],
    ["below", "lessThan"],
    ["avant le", "lessThan"],
    ["avant", "lessThan"],
    ["before", "lessThan"],
    ["<", "lessThan"],
    ["egal a", "equal"],
    ["egale a", "equal"],
    ["equal to", "equal"],
    ["≠", "notEqual"],
    ["=", "equal"],
  ] as const
).map(([words, operator]) => [words.split(" "), operator]);

/** What follows a number and turns it into a bound. */
export const suffixes: readonly (readonly [readonly string[], FactOperator])[] = [
  [["ou", "plus"], "greaterThanInclusive"],
  [["et", "plus"], "greaterThanInclusive"],
  [["or", "more"], "greaterThanInclusive"],
  [["ou", "moins"], "lessThanInclusive"],
  [["or", "less"], "lessThanInclusive"],
];

export const ranges: readonly (readonly [string, readonly string[]])[] = [
  ["entre", ["et"]],
  ["between", ["and"]],
  ["de", ["a"]],
  ["from", ["to"]],
];

/** What links a fact to its test and says nothing more. */
export const links: ReadonlySet<string> = new Set(
  "est is are sont soit de of a has comprend includes contient le the was etait".split(" "),
);
export const denials: ReadonlySet<string> = new Set(
  "pas sans aucun aucune ni non no not without jamais never isnt".split(" "),
);
export const units: ReadonlySet<string> = new Set(
  "an ans annee annees year years mois month months jour jours day days semaine semaines week weeks heure heures hour hours minute minutes % point points old inclus inclusivement inclusive".split(
    " ",
  ),
);
export const yes: ReadonlySet<string> = new Set(["oui", "yes", "vrai", "true"]);
export const no: ReadonlySet<string> = new Set(["non", "no", "faux", "false"]);
export const known: ReadonlySet<string> = new Set(["connu", "connue", "known"]);
export const unknown: ReadonlySet<string> = new Set([
  "inconnu",
  "inconnue",
  "unknown",
  "manquant",
  "manquante",
  "missing",
]);
export const ands: ReadonlySet<string> = new Set(["et", "and", "mais", "but"]);
export const ors: ReadonlySet<string> = new Set(["ou", "or"]);
export const pauses: ReadonlySet<string> = new Set([",", ";"]);
