// What a new decision says of what is not known yet, until somebody says it in the program's own words.
import type { Decision } from "./rule-set.ts";

/** The words of the computed states that a decision with one answer begins with. */
export const firstStates: NonNullable<Decision["states"]> = {
  "@undetermined": {
    label: { fr: "Renseignements à compléter", en: "More information needed" },
    message: {
      fr: "Les renseignements qui peuvent encore changer la réponse sont listés dans l’ordre où les demander.",
      en: "The facts that can still change the answer are listed in the order in which to ask them.",
    },
  },
  "@safety-unknown": {
    label: {
      fr: "Sécurité à vérifier : aucune recommandation",
      en: "Safety to be checked: no recommendation",
    },
    message: {
      fr: "Poser d’abord les questions de sécurité restées sans réponse fiable.",
      en: "Ask first the safety questions that have no reliable answer.",
    },
  },
};
