// Findings of parsing and of the limits of size: a document that is not of the right form.
import type { Table } from "./entry.ts";

const kinds: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  string: ["un texte", "a text"],
  number: ["un nombre", "a number"],
  int: ["un nombre entier", "a whole number"],
  boolean: ["oui ou non", "yes or no"],
  array: ["une liste", "a list"],
  object: ["un ensemble de champs", "a set of fields"],
  record: ["un ensemble de champs", "a set of fields"],
};

function kind(expected: string, index: 0 | 1): string {
  return kinds[expected]?.[index] ?? (index === 0 ? "une autre sorte de valeur" : "another kind of value");
}

export const shapeTable = {
  "wrong-shape": () => ({
    fr: [
      "ce qui est écrit ici n’a pas la forme attendue",
      "Reprenez-le depuis la console, ou depuis une version publiée.",
    ],
    en: [
      "what is written here does not have the expected form",
      "Redo it in the console, or from a published version.",
    ],
  }),
  "unknown-key": ({ fr, en }) => ({
    fr: [`le champ ${fr.quoted("key")} n’existe pas à cet endroit`, "Retirez-le, ou corrigez son nom."],
    en: [`the field ${en.quoted("key")} does not exist here`, "Remove it, or correct its name."],
  }),
  "missing-key": ({ fr, en }) => ({
    fr: ["il manque quelque chose", `Ajoutez ${kind(fr.plain("expected"), 0)}.`],
    en: ["something is missing", `Add ${kind(en.plain("expected"), 1)}.`],
  }),
  "wrong-type": ({ fr, en }) => ({
    fr: ["ce n’est pas la sorte de valeur attendue", `Mettez ${kind(fr.plain("expected"), 0)}.`],
    en: ["this is not the kind of value expected", `Put ${kind(en.plain("expected"), 1)}.`],
  }),
  "too-small": ({ fr, en }) => ({
    fr: [`c’est moins que le minimum, qui est ${fr.number("minimum")}`, "Ajoutez ce qui manque."],
    en: [`this is less than the minimum, which is ${en.number("minimum")}`, "Add what is missing."],
  }),
  "too-big": ({ fr, en }) => ({
    fr: [`c’est plus que le maximum, qui est ${fr.number("maximum")}`, "Retirez ce qui est de trop."],
    en: [`this is more than the maximum, which is ${en.number("maximum")}`, "Remove what is too much."],
  }),
  "not-one-of": ({ fr, en }) => ({
    fr: ["cette valeur n’est pas admise ici", `Choisissez ${fr.list("values")}.`],
    en: ["this value is not allowed here", `Choose ${en.list("values")}.`],
  }),
  "newer-schema": ({ fr, en }) => ({
    fr: [
      `ce document est au format ${fr.number("got")}, et cette version de Jumelage lit le format ${fr.number("supported")}`,
      "Installez une version plus récente de Jumelage.",
    ],
    en: [
      `this document is in format ${en.number("got")}, and this version of Jumelage reads format ${en.number("supported")}`,
      "Install a newer version of Jumelage.",
    ],
  }),
  "hidden-character": () => ({
    fr: ["le texte contient un caractère invisible", "Retapez le texte au lieu de le coller."],
    en: ["the text contains an invisible character", "Type the text again instead of pasting it."],
  }),
  "not-normalised": () => ({
    fr: ["les accents du texte sont écrits en deux morceaux", "Retapez le texte au lieu de le coller."],
    en: ["the accents of the text are written in two pieces", "Type the text again instead of pasting it."],
  }),
  "empty-text": () => ({
    fr: ["le texte manque", "Écrivez-le avant de publier."],
    en: ["the text is missing", "Write it before publishing."],
  }),
  "malformed-id": () => ({
    fr: [
      "l’identifiant n’est pas bien formé",
      "Commencez par une lettre, sans accent ni espace, et tenez-vous à 64 caractères.",
    ],
    en: [
      "the identifier is not well formed",
      "Begin with a letter, without accent or space, and keep to 64 characters.",
    ],
  }),
  "reserved-id": () => ({
    fr: ["cet identifiant est réservé", "Choisissez-en un autre."],
    en: ["this identifier is reserved", "Choose another one."],
  }),
  "not-a-date": () => ({
    fr: [
      "ce n’est pas une date du calendrier",
      "Écrivez l’année, le mois et le jour, par exemple 2026-11-22.",
    ],
    en: [
      "this is not a date of the calendar",
      "Write the year, the month and the day, for example 2026-11-22.",
    ],
  }),
  "not-a-duration": () => ({
    fr: ["ce n’est pas un nombre de jours", "Écrivez P, un nombre de jours et D, par exemple P14D."],
    en: ["this is not a number of days", "Write P, a number of days and D, for example P14D."],
  }),
  "not-a-time-zone": () => ({
    fr: ["ce n’est pas un fuseau horaire", "Écrivez son nom complet, par exemple America/Toronto."],
    en: ["this is not a time zone", "Write its full name, for example America/Toronto."],
  }),
  "evaluated-on-required": () => ({
    fr: [
      "des réponses sont datées, mais le profil n’a pas de date d’évaluation",
      "Ajoutez-la, pour que le profil donne toujours la même réponse.",
    ],
    en: [
      "answers are dated, but the profile has no evaluation date",
      "Add it, so that the profile always gives the same answer.",
    ],
  }),
  "string-too-long": ({ fr, en }) => ({
    fr: [`le texte dépasse ${fr.number("limit")} octets`, "Raccourcissez-le."],
    en: [`the text is longer than ${en.number("limit")} bytes`, "Shorten it."],
  }),
  "too-deep": ({ fr, en }) => ({
    fr: [
      `les conditions sont emboîtées sur plus de ${fr.number("limit")} niveaux`,
      "Faites-en une condition nommée.",
    ],
    en: [
      `conditions are nested more than ${en.number("limit")} levels deep`,
      "Make a named condition of them.",
    ],
  }),
  "too-many-criteria": ({ fr, en }) => ({
    fr: [`il y a plus de ${fr.number("limit")} critères`, "Séparez le programme en deux."],
    en: [`there are more than ${en.number("limit")} criteria`, "Split the program in two."],
  }),
  "too-many-facts": ({ fr, en }) => ({
    fr: [`il y a plus de ${fr.number("limit")} renseignements`, "Retirez ceux qu’aucun critère ne lit."],
    en: [`there are more than ${en.number("limit")} facts`, "Remove those that no criterion reads."],
  }),
  "too-many-conditions": ({ fr, en }) => ({
    fr: [
      `il y a plus de ${fr.number("limit")} conditions en tout`,
      "Faites des conditions nommées de celles qui se répètent.",
    ],
    en: [
      `there are more than ${en.number("limit")} conditions in all`,
      "Make named conditions of those that repeat.",
    ],
  }),
} as const satisfies Table;
