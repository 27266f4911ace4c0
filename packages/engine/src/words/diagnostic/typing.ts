// Findings of typing: names that are not declared, and values, operators and parts that do not go together.
import type { Table } from "./entry.ts";

export const typingTable = {
  "duplicate-id": ({ fr, en }) => ({
    fr: [`l’identifiant ${fr.quoted("id")} sert déjà`, "Donnez-en un autre à l’un des deux."],
    en: [`the identifier ${en.quoted("id")} is already used`, "Give one of the two another one."],
  }),
  "undeclared-statement": ({ fr, en }) => ({
    fr: [
      `l’énoncé ${fr.quoted("statement")} n’est dans aucune source`,
      "Ajoutez-le à une source, ou citez-en un autre.",
    ],
    en: [
      `the statement ${en.quoted("statement")} is in no source`,
      "Add it to a source, or cite another one.",
    ],
  }),
  "undeclared-condition": ({ fr, en }) => ({
    fr: [`la condition nommée ${fr.condition} n’existe pas`, "Écrivez-la, ou choisissez-en une autre."],
    en: [`the named condition ${en.condition} does not exist`, "Write it, or choose another one."],
  }),
  "undeclared-fact": ({ fr, en }) => ({
    fr: [
      `le renseignement ${fr.fact} n’est pas dans le vocabulaire`,
      "Ajoutez-le au vocabulaire, ou choisissez-en un autre.",
    ],
    en: [`the fact ${en.fact} is not in the vocabulary`, "Add it to the vocabulary, or choose another one."],
  }),
  "undeclared-parameter": ({ fr, en }) => ({
    fr: [`le seuil ${fr.parameter} n’existe pas`, "Ajoutez-le, ou mettez un nombre."],
    en: [`the threshold ${en.parameter} does not exist`, "Add it, or put a number."],
  }),
  "undeclared-decision": ({ fr, en }) => ({
    fr: [`la décision ${fr.decision} n’existe pas`, "Choisissez une décision du programme."],
    en: [`the decision ${en.decision} does not exist`, "Choose a decision of the program."],
  }),
  "undeclared-outcome": ({ fr, en }) => ({
    fr: [
      `${fr.outcome} n’est pas une réponse de la décision ${fr.decision}`,
      "Choisissez une de ses réponses.",
    ],
    en: [`${en.outcome} is not an answer of the decision ${en.decision}`, "Choose one of its answers."],
  }),
  "unknown-test-not-here": () => ({
    fr: [
      "« est inconnu » ne peut servir que dans un devoir ou dans une garantie",
      "Retirez cette condition : un renseignement inconnu laisse déjà la décision ouverte.",
    ],
    en: [
      "“is unknown” may serve only in a duty or in a guarantee",
      "Remove this condition: an unknown fact already leaves the decision open.",
    ],
  }),
  "state-test-not-here": ({ fr, en }) => ({
    fr: [
      `l’état de la décision ${fr.decision} ne peut être lu que dans un devoir ou dans une garantie`,
      "Lisez plutôt ses orientations.",
    ],
    en: [
      `the state of the decision ${en.decision} may be read only in a duty or in a guarantee`,
      "Read its outcomes instead.",
    ],
  }),
  "decision-not-here": () => ({
    fr: [
      "une condition nommée ne peut pas lire une décision",
      "Mettez cette condition dans le critère lui-même.",
    ],
    en: ["a named condition cannot read a decision", "Put this condition in the criterion itself."],
  }),
  "decision-not-one": ({ fr, en }) => ({
    fr: [
      `la décision ${fr.decision} peut avoir plusieurs réponses à la fois et ne peut pas être lue ici`,
      "Choisissez une décision à réponse unique.",
    ],
    en: [
      `the decision ${en.decision} can have several answers at once and cannot be read here`,
      "Choose a decision with a single answer.",
    ],
  }),
  "decision-not-earlier": ({ fr, en }) => ({
    fr: [
      `la décision ${fr.decision} n’est pas encore prise à ce moment`,
      "Lisez une décision qui vient avant, ou changez l’ordre des décisions.",
    ],
    en: [
      `the decision ${en.decision} is not yet made at this point`,
      "Read a decision that comes before, or change the order of decisions.",
    ],
  }),
  "circular-conditions": ({ fr, en }) => ({
    fr: [`la condition ${fr.condition} finit par se lire elle-même`, "Retirez l’un des renvois."],
    en: [`the condition ${en.condition} ends up reading itself`, "Remove one of the references."],
  }),
  "expands-too-far": ({ fr, en }) => ({
    fr: [
      `avec ses conditions nommées écrites en entier, la condition a plus de ${fr.number("limit")} parties`,
      "Retirez des renvois d’une condition nommée à une autre.",
    ],
    en: [
      `with its named conditions written out, the condition has more than ${en.number("limit")} parts`,
      "Remove references from one named condition to another.",
    ],
  }),
  "at-least-too-many": ({ fr, en }) => ({
    fr: [
      `il en faudrait au moins ${fr.number("count")}, mais le groupe n’en a que ${fr.number("of")}`,
      "Baissez le nombre, ou ajoutez des conditions.",
    ],
    en: [
      `at least ${en.number("count")} are asked for, but the group has only ${en.number("of")}`,
      "Lower the number, or add conditions.",
    ],
  }),
  "operator-type": ({ fr, en }) => ({
    fr: [
      `${fr.operator} ne convient pas à ${fr.fact}, qui est ${fr.type}`,
      "Choisissez une autre comparaison.",
    ],
    en: [`${en.operator} does not suit ${en.fact}, which is ${en.type}`, "Choose another comparison."],
  }),
  "literal-not-allowed": ({ fr, en }) => ({
    fr: [`${fr.operator} ne prend pas de valeur`, "Retirez la valeur."],
    en: [`${en.operator} takes no value`, "Remove the value."],
  }),
  "literal-required": ({ fr, en }) => ({
    fr: [`il manque la valeur à laquelle comparer ${fr.fact}`, "Entrez-la."],
    en: [`the value to compare ${en.fact} with is missing`, "Enter it."],
  }),
  "literal-list": () => ({
    fr: [
      "il faut ici une valeur ou plusieurs, selon la comparaison choisie",
      "Choisissez les valeurs de nouveau.",
    ],
    en: ["one value or several are needed here, depending on the comparison", "Choose the values again."],
  }),
  "literal-type": ({ fr, en }) => ({
    fr: [
      `${fr.value} n’est pas une réponse possible de ${fr.fact}, qui est ${fr.type}`,
      "Choisissez une de ses réponses, dans son étendue.",
    ],
    en: [
      `${en.value} is not a possible answer of ${en.fact}, which is ${en.type}`,
      "Choose one of its answers, within its range.",
    ],
  }),
  "literal-repeated": () => ({
    fr: ["la même valeur est nommée deux fois", "Retirez l’une des deux."],
    en: ["the same value is named twice", "Remove one of the two."],
  }),
  "otherwise-required": ({ fr, en }) => ({
    fr: [
      `la décision ${fr.decision} n’a pas de réponse par défaut`,
      "Dites ce qu’elle répond quand aucun critère n’est vrai.",
    ],
    en: [
      `the decision ${en.decision} has no default answer`,
      "Say what it answers when no criterion is true.",
    ],
  }),
  "otherwise-not-allowed": ({ fr, en }) => ({
    fr: [
      `la décision ${fr.decision} peut n’avoir aucune réponse : une réponse par défaut n’y a pas de sens`,
      "Retirez-la.",
    ],
    en: [
      `the decision ${en.decision} may have no answer at all: a default answer makes no sense there`,
      "Remove it.",
    ],
  }),
  "states-required": ({ fr, en }) => ({
    fr: [
      `la décision ${fr.decision} n’a pas de mots pour « renseignements à compléter » et « sécurité à vérifier »`,
      "Écrivez ces deux textes.",
    ],
    en: [
      `the decision ${en.decision} has no words for “more information needed” and “safety to be checked”`,
      "Write these two texts.",
    ],
  }),
  "states-not-allowed": ({ fr, en }) => ({
    fr: [
      `la décision ${fr.decision} peut avoir plusieurs réponses à la fois : ces textes n’y servent pas`,
      "Retirez-les.",
    ],
    en: [
      `the decision ${en.decision} can have several answers at once: these texts serve no purpose there`,
      "Remove them.",
    ],
  }),
  "withheld-not-allowed": ({ fr, en }) => ({
    fr: [
      `la retenue de sécurité ne s’applique pas à la décision ${fr.decision}, qui n’a qu’une réponse`,
      "Retirez-la.",
    ],
    en: [
      `the safety hold does not apply to the decision ${en.decision}, which has a single answer`,
      "Remove it.",
    ],
  }),
  "order-not-natural": ({ fr, en }) => ({
    fr: [`${fr.fact} n’a pas d’ordre naturel`, "Donnez ses réponses de la meilleure à la pire."],
    en: [`${en.fact} has no natural order`, "Give its answers from best to worst."],
  }),
  "values-required": ({ fr, en }) => ({
    fr: [`${fr.fact} est ${fr.type}, mais n’a pas de réponses possibles`, "Ajoutez-en au moins une."],
    en: [`${en.fact} is ${en.type}, but has no possible answers`, "Add at least one."],
  }),
  "values-not-allowed": ({ fr, en }) => ({
    fr: [
      `${fr.fact} est ${fr.type} et ne prend pas de liste de réponses`,
      "Retirez la liste, ou changez le type.",
    ],
    en: [`${en.fact} is ${en.type} and takes no list of answers`, "Remove the list, or change the type."],
  }),
  "range-not-allowed": ({ fr, en }) => ({
    fr: [`${fr.fact} est ${fr.type} et n’a pas d’étendue`, "Retirez-la, ou changez le type."],
    en: [`${en.fact} is ${en.type} and has no range`, "Remove it, or change the type."],
  }),
  "range-reversed": ({ fr, en }) => ({
    fr: [`le minimum de ${fr.fact} dépasse son maximum`, "Inversez les deux."],
    en: [`the minimum of ${en.fact} is above its maximum`, "Swap the two."],
  }),
  "scale-required": ({ fr, en }) => ({
    fr: [`il manque le nombre de décimales de ${fr.fact}`, "Indiquez-le."],
    en: [`the number of decimals of ${en.fact} is missing`, "State it."],
  }),
  "scale-not-allowed": ({ fr, en }) => ({
    fr: [`${fr.fact} est ${fr.type} et n’a pas de décimales`, "Retirez ce nombre, ou changez le type."],
    en: [`${en.fact} is ${en.type} and has no decimals`, "Remove this number, or change the type."],
  }),
  "assumption-type": ({ fr, en }) => ({
    fr: [
      `la valeur supposée de ${fr.fact} n’est pas une de ses réponses possibles`,
      "Choisissez une de ses réponses.",
    ],
    en: [`the value assumed for ${en.fact} is not one of its possible answers`, "Choose one of its answers."],
  }),
  "derived-type": ({ fr, en }) => ({
    fr: [`${fr.fact} est un total et doit être un nombre entier`, "Changez son type."],
    en: [`${en.fact} is a total and must be a whole number`, "Change its type."],
  }),
  "derived-part-type": ({ fr, en }) => ({
    fr: [
      `une partie du total ${fr.fact} n’est pas un nombre entier, ou est elle-même un total`,
      "Choisissez des nombres entiers donnés directement.",
    ],
    en: [
      `a part of the total ${en.fact} is not a whole number, or is itself a total`,
      "Choose whole numbers that are given directly.",
    ],
  }),
  "derived-part-repeated": ({ fr, en }) => ({
    fr: [`une partie est comptée deux fois dans le total ${fr.fact}`, "Retirez l’une des deux."],
    en: [`a part is counted twice in the total ${en.fact}`, "Remove one of the two."],
  }),
} as const satisfies Table;
