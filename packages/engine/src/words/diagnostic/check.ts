// Findings of the laws an author sees at once.
import type { Table } from "./entry.ts";

export const checkTable = {
  "text-missing": () => ({
    fr: ["le texte manque", "Écrivez-le avant de publier."],
    en: ["the text is missing", "Write it before publishing."],
  }),
  "condition-missing": () => ({
    fr: [
      "la condition reste à écrire",
      "Dites quand ce critère s’applique; d’ici là, il compte comme désactivé.",
    ],
    en: [
      "the condition remains to be written",
      "Say when this criterion applies; until then it counts as disabled.",
    ],
  }),
  "condition-hole": () => ({
    fr: [
      "une partie de la condition reste à compléter",
      "Complétez-la; d’ici là, le critère compte comme désactivé.",
    ],
    en: [
      "a part of the condition remains to be completed",
      "Complete it; until then the criterion counts as disabled.",
    ],
  }),
  "source-missing": ({ fr }) =>
    fr.plain("origin") === "source"
      ? {
          fr: [
            "ce critère dit venir d’une source, mais n’en cite aucune",
            "Citez l’énoncé d’où il vient, ou changez son origine.",
          ],
          en: [
            "this criterion is said to come from a source, but cites none",
            "Cite the statement it comes from, or change its origin.",
          ],
        }
      : {
          fr: [
            "ce critère est déduit de sources, mais n’en cite aucune",
            "Citez les énoncés dont il est déduit.",
          ],
          en: [
            "this criterion is inferred from sources, but cites none",
            "Cite the statements it is inferred from.",
          ],
        },
  "safety-not-block": ({ fr, en }) => ({
    fr: [
      `${fr.fact} est un renseignement de sécurité : tant qu’il est inconnu, rien ne doit pouvoir être conclu`,
      "Choisissez « bloque la décision » pour le cas où il est inconnu.",
    ],
    en: [
      `${en.fact} is a safety fact: while it is unknown, nothing must be concluded`,
      "Choose “blocks the decision” for when it is unknown.",
    ],
  }),
  "safety-without-freshness": ({ fr, en }) => ({
    fr: [
      `${fr.fact} est un renseignement de sécurité sans durée de validité`,
      "Dites pendant combien de jours une réponse reste bonne; zéro veut dire le jour même.",
    ],
    en: [
      `${en.fact} is a safety fact with no limit on how old an answer may be`,
      "Say for how many days an answer stays good; zero means the same day.",
    ],
  }),
  "retired-value-read": ({ fr, en }) => ({
    fr: [
      `la réponse ${fr.value} de ${fr.fact} a été retirée et ne peut plus être lue`,
      "Choisissez une réponse encore en usage.",
    ],
    en: [
      `the answer ${en.value} of ${en.fact} has been retired and may no longer be read`,
      "Choose an answer still in use.",
    ],
  }),
  "derived-range": ({ fr, en }) => ({
    fr: [
      `les parties de ${fr.fact} peuvent donner un total hors de son étendue, qui serait tenu pour impossible`,
      "Ajustez l’étendue du total ou celle des parties.",
    ],
    en: [
      `the parts of ${en.fact} can make a total outside its range, which would be taken as impossible`,
      "Adjust the range of the total or of the parts.",
    ],
  }),
  "ignore-negative": ({ fr, en }) => ({
    fr: [
      `${fr.fact} est facultatif : un critère ne peut pas le lire à la forme négative`,
      "Tournez la condition à la forme affirmative, ou faites bloquer la décision quand il est inconnu.",
    ],
    en: [
      `${en.fact} is optional: a criterion may not read it in negative form`,
      "Put the condition in positive form, or let the fact block the decision when it is unknown.",
    ],
  }),
  "comparison-always": ({ fr, en }) => ({
    fr: [
      `cette comparaison est vraie de toutes les réponses possibles de ${fr.fact}`,
      "Corrigez la valeur; pour exiger une réponse, choisissez « est connu ».",
    ],
    en: [
      `this comparison is true of every possible answer of ${en.fact}`,
      "Correct the value; to ask for an answer, choose “is known”.",
    ],
  }),
  "comparison-never": ({ fr, en }) => ({
    fr: [
      `aucune réponse possible de ${fr.fact} ne rend cette comparaison vraie`,
      "Corrigez la valeur ou l’étendue.",
    ],
    en: [`no possible answer of ${en.fact} makes this comparison true`, "Correct the value or the range."],
  }),
  "always-true": () => ({
    fr: [
      "ce critère est toujours vrai : les orientations moins prudentes ne peuvent plus être atteintes",
      "Ajoutez une condition, ou faites-en la réponse par défaut.",
    ],
    en: [
      "this criterion is always true: less cautious outcomes can no longer be reached",
      "Add a condition, or make it the default answer.",
    ],
  }),
  "never-true": () => ({
    fr: [
      "ce critère ne peut jamais être vrai : ses conditions se contredisent",
      "Retirez l’une d’elles, ou remplacez « toutes » par « au moins une ».",
    ],
    en: [
      "this criterion can never be true: its conditions contradict one another",
      "Remove one of them, or replace “all” by “at least one”.",
    ],
  }),
  "criterion-duplicate": ({ fr, en }) => ({
    fr: [`ce critère dit la même chose que le critère ${fr.plain("by")}`, "Gardez-en un seul."],
    en: [`this criterion says the same as criterion ${en.plain("by")}`, "Keep only one of them."],
  }),
  "criterion-shadowed": ({ fr, en }) =>
    fr.plain("same") === "true"
      ? {
          fr: [
            `ce critère ne peut jamais décider : le critère ${fr.plain("by")} mène à la même orientation chaque fois qu’il est vrai`,
            "Retirez-le, ou dites pourquoi vous le gardez.",
          ],
          en: [
            `this criterion can never decide: criterion ${en.plain("by")} leads to the same outcome whenever it is true`,
            "Remove it, or say why you keep it.",
          ],
        }
      : {
          fr: [
            `ce critère ne peut jamais décider : le critère ${fr.plain("by")}, plus prudent, est vrai chaque fois qu’il l’est`,
            "Précisez l’un des deux, ou dites pourquoi vous le gardez.",
          ],
          en: [
            `this criterion can never decide: criterion ${en.plain("by")}, more cautious, is true whenever it is`,
            "Make one of the two more precise, or say why you keep it.",
          ],
        },
  "outcome-never-concluded": ({ fr, en }) => ({
    fr: [`aucun critère actif ne mène à ${fr.outcome}`, "Ajoutez un critère, ou retirez cette orientation."],
    en: [`no enabled criterion leads to ${en.outcome}`, "Add a criterion, or remove this outcome."],
  }),
  "property-uses-condition": ({ fr, en }) => ({
    fr: [
      `la propriété s’appuie sur la condition nommée ${fr.condition} : en l’assouplissant, on l’assouplirait aussi`,
      "Écrivez ici les renseignements et les nombres eux-mêmes.",
    ],
    en: [
      `the property rests on the named condition ${en.condition}: loosening that would loosen it as well`,
      "Write the facts and numbers themselves here.",
    ],
  }),
  "property-uses-parameter": ({ fr, en }) => ({
    fr: [
      `la propriété s’appuie sur le seuil ${fr.parameter} : en le changeant, on la changerait aussi`,
      "Écrivez ici le nombre lui-même.",
    ],
    en: [
      `the property rests on the threshold ${en.parameter}: changing that would change it as well`,
      "Write the number itself here.",
    ],
  }),
  "label-repeated": ({ fr, en }) => ({
    fr: [
      `le libellé ${fr.quoted("label")} sert deux fois dans la même liste`,
      "Changez l’un des deux, pour que les phrases restent claires.",
    ],
    en: [
      `the label ${en.quoted("label")} is used twice in the same list`,
      "Change one of the two, so that sentences stay clear.",
    ],
  }),
  "unused-fact": () => ({
    fr: ["rien ne lit ce renseignement", "Retirez-le, ou écrivez un critère qui s’en sert."],
    en: ["nothing reads this fact", "Remove it, or write a criterion that uses it."],
  }),
  "unused-parameter": () => ({
    fr: ["rien ne se sert de ce seuil", "Retirez-le, ou employez-le dans une condition."],
    en: ["nothing uses this threshold", "Remove it, or use it in a condition."],
  }),
  "unused-condition": () => ({
    fr: ["rien ne se sert de cette condition", "Retirez-la, ou employez-la dans un critère."],
    en: ["nothing uses this condition", "Remove it, or use it in a criterion."],
  }),
} as const satisfies Table;
