// What the command line says of persons in a file, in both languages.
import type { Lang } from "@jumelage/engine";

export const cohortMessages = {
  "unused-columns": {
    fr: "colonnes dont rien n’est lu\u00a0: {what}",
    en: "columns that nothing is read from: {what}",
  },
  "table-no-header": {
    fr: "{what} est vide, ou sa première ligne ne nomme pas les colonnes",
    en: "{what} is empty, or its first line does not name the columns",
  },
  "table-same-name": {
    fr: "{what}\u00a0: deux colonnes portent le même nom, «\u00a0{about}\u00a0»",
    en: "{what}: two columns have the same name, “{about}”",
  },
  "table-other-width": {
    fr: "{what}, ligne {line}\u00a0: plus ou moins de cellules que dans la première ligne",
    en: "{what}, line {line}: more or fewer cells than in the first line",
  },
  "table-quotation": {
    fr: "{what}, ligne {line}\u00a0: un guillemet droit là où il n’en faut pas (dans une cellule, il s’écrit deux fois, entre guillemets)",
    en: "{what}, line {line}: a quotation mark where there can be none (within a cell it is written twice, between quotation marks)",
  },
  "table-unclosed": {
    fr: "{what}, ligne {line}\u00a0: un guillemet droit n’est jamais refermé",
    en: "{what}, line {line}: a quotation mark is never closed",
  },
  "table-encoding": {
    fr: "{what}, ligne {line}\u00a0: ce n’est pas de l’UTF-8 (enregistrer le fichier en «\u00a0CSV UTF-8\u00a0»)",
    en: "{what}, line {line}: not UTF-8 (save the file as “CSV UTF-8”)",
  },
  "table-no-such-column": {
    fr: "{what} n’a pas la colonne «\u00a0{about}\u00a0»",
    en: "{what} has no column “{about}”",
  },
  "table-not-parquet": {
    fr: "{what} n’est pas un fichier Parquet lisible",
    en: "{what} is no readable Parquet file",
  },
  "cohort-progress": { fr: "{count} personnes lues", en: "{count} persons read" },
  "cohort-persons": {
    fr: "{program}, {at}\u00a0: {count} personnes",
    en: "{program}, {at}: {count} persons",
  },
  "cohort-problem": {
    fr: "{what}\u00a0: valeur illisible pour {count} personnes (lignes de données {rows})",
    en: "{what}: unreadable value for {count} persons (data rows {rows})",
  },
  "cohort-suggested": { fr: "suggérée", en: "suggested" },
  "cohort-undetermined": { fr: "en suspens", en: "undecided" },
  "cohort-withheld": { fr: "retenue", en: "withheld" },
  "cohort-nobody": { fr: "personne", en: "nobody" },
  "cohort-change": {
    fr: "{what} {count} personnes (lignes de données {rows}…)",
    en: "{what} {count} persons (data rows {rows}…)",
  },
  "cohort-no-change": { fr: "Personne ne change de réponse.", en: "Nobody’s answer changes." },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>;
