// What the laws over a whole rule set have to say: proved for every person, complete or partial.
import type { Table } from "../diagnostic/entry.ts";

export const findingTable = {
  "criterion-never-fires": () => ({
    fr: [
      "ce critère n’est vrai pour personne, quelles que soient les réponses",
      "Cherchez les conditions qui se contredisent, ou retirez le critère.",
    ],
    en: [
      "this criterion is true of nobody, whatever the answers",
      "Look for conditions that contradict one another, or remove the criterion.",
    ],
  }),
  "outcome-unreachable": ({ fr, en }) => ({
    fr: [
      `personne ne peut recevoir ${fr.outcome}, quelles que soient les réponses`,
      "Vérifiez les critères qui y mènent et ceux, plus prudents, qui parlent avant eux.",
    ],
    en: [
      `nobody can get ${en.outcome}, whatever the answers`,
      "Check the criteria that lead to it, and the more cautious ones that speak before them.",
    ],
  }),
  "gap-at-threshold": ({ fr, en }) => ({
    fr: [
      `quand ${fr.fact} vaut exactement ${fr.number("threshold")}, aucun critère de ${fr.decision} ne parle, alors qu’un critère parle juste au-dessous et juste au-dessus`,
      "Faites entrer ce nombre dans l’un des deux critères.",
    ],
    en: [
      `when ${en.fact} is exactly ${en.number("threshold")}, no criterion of ${en.decision} speaks, though one does just below and just above`,
      "Let one of the two criteria include this number.",
    ],
  }),
  "criterion-duplicated": ({ fr, en }) => ({
    fr: [
      `ce critère est vrai pour les mêmes personnes que le critère ${fr.plain("by")}, et mène à la même orientation`,
      "Gardez-en un seul, ou corrigez celui qui devait dire autre chose.",
    ],
    en: [
      `this criterion is true of the same people as criterion ${en.plain("by")}, and leads to the same outcome`,
      "Keep one of them, or correct the one that was meant to say something else.",
    ],
  }),
  "criterion-subsumed": ({ fr, en }) =>
    fr.plain("sameOutcome") === "true"
      ? {
          fr: [
            `ce critère ne décide jamais : chaque fois qu’il est vrai, le critère ${fr.plain("by")} l’est aussi et mène à la même orientation`,
            "Retirez-le, précisez l’un des deux, ou dites pourquoi vous le gardez.",
          ],
          en: [
            `this criterion never decides: whenever it is true, criterion ${en.plain("by")} is too, and leads to the same outcome`,
            "Remove it, make one of the two more precise, or say why you keep it.",
          ],
        }
      : {
          fr: [
            `ce critère ne décide jamais : chaque fois qu’il est vrai, le critère ${fr.plain("by")}, plus prudent, l’est aussi`,
            "Retirez-le, précisez l’un des deux, ou dites pourquoi vous le gardez.",
          ],
          en: [
            `this criterion never decides: whenever it is true, criterion ${en.plain("by")}, which is more cautious, is too`,
            "Remove it, make one of the two more precise, or say why you keep it.",
          ],
        },
  "criterion-never-decides": ({ fr, en }) => ({
    fr: [
      `ce critère peut être vrai, mais la réponse à ${fr.decision} est la même sans lui, pour tout le monde : d’autres critères parlent toujours avant`,
      "Retirez-le, revoyez l’ordre des orientations, ou dites pourquoi vous le gardez.",
    ],
    en: [
      `this criterion can be true, but the answer to ${en.decision} is the same without it, for everybody: other criteria always speak first`,
      "Remove it, review the order of the outcomes, or say why you keep it.",
    ],
  }),
  "condition-always-true": ({ fr }) =>
    fr.plain("whole") === "true"
      ? {
          fr: [
            "cette condition est vraie pour tous ceux qui ont répondu à ce qu’elle lit",
            "Corrigez la valeur, ou écrivez « toujours » si c’est voulu.",
          ],
          en: [
            "this condition is true of everybody who has answered what it reads",
            "Correct the value, or write “always” if that is what is meant.",
          ],
        }
      : {
          fr: [
            "cette condition ne restreint rien : là où elle compterait, elle est vraie pour tous ceux qui ont répondu",
            "Corrigez-la, ou retirez-la.",
          ],
          en: [
            "this condition restricts nothing: where it would matter, it is true of everybody who has answered",
            "Correct it, or remove it.",
          ],
        },
  "condition-always-false": ({ fr }) =>
    fr.plain("whole") === "true"
      ? {
          fr: ["cette condition n’est vraie pour personne", "Corrigez la valeur, ou retirez la condition."],
          en: ["this condition is true of nobody", "Correct the value, or remove the condition."],
        }
      : {
          fr: [
            "cette condition n’ajoute personne : là où elle compterait, elle n’est jamais vraie",
            "Corrigez-la, ou retirez-la.",
          ],
          en: [
            "this condition adds nobody: where it would matter, it is never true",
            "Correct it, or remove it.",
          ],
        },
  "fact-without-effect": ({ fr, en }) => ({
    fr: [
      `la réponse à ${fr.fact} ne change aucune décision, pour personne : elle est demandée pour rien`,
      "Retirez ce renseignement des critères, ou corrigez le critère qui devait s’en servir.",
    ],
    en: [
      `the answer to ${en.fact} changes no decision, for anybody: it is asked for nothing`,
      "Take this fact out of the criteria, or correct the criterion that was meant to use it.",
    ],
  }),
  "no-criterion-speaks": ({ fr, en }) =>
    fr.plain("permits") === "true"
      ? {
          fr: [
            `il arrive qu’aucun critère ne parle, toutes les réponses étant connues : ${fr.outcome} est alors accordé sans que rien ne l’ait décidé`,
            "Choisissez une réponse par défaut plus prudente, ou écrivez le critère qui manque.",
          ],
          en: [
            `it can happen that no criterion speaks, every answer being known: ${en.outcome} is then allowed though nothing decided so`,
            "Choose a more cautious default answer, or write the missing criterion.",
          ],
        }
      : {
          fr: [
            `il arrive qu’aucun critère ne parle, toutes les réponses étant connues : la réponse par défaut, ${fr.outcome}, est alors donnée`,
            "Vérifiez que c’est bien ce qui est voulu pour cette personne.",
          ],
          en: [
            `it can happen that no criterion speaks, every answer being known: the default answer, ${en.outcome}, is then given`,
            "Check that this is what is meant for this person.",
          ],
        },
  "outcomes-overlap": ({ fr, en }) =>
    fr.plain("reversed") === "true"
      ? {
          fr: [
            `des critères pour ${fr.outcomeNamed("wins")} et pour ${fr.outcomeNamed("loses")} peuvent être vrais ensemble, et c’est la moins prudente des deux orientations qui l’emporte`,
            "Revoyez l’ordre des orientations, ou précisez les critères.",
          ],
          en: [
            `criteria for ${en.outcomeNamed("wins")} and for ${en.outcomeNamed("loses")} can be true together, and the less cautious of the two outcomes wins`,
            "Review the order of the outcomes, or make the criteria more precise.",
          ],
        }
      : {
          fr: [
            `des critères pour ${fr.outcomeNamed("wins")} et pour ${fr.outcomeNamed("loses")} peuvent être vrais ensemble : par l’ordre de prudence, ${fr.outcomeNamed("wins")} l’emporte`,
            "Vérifiez que c’est bien ce qui est voulu pour cette personne.",
          ],
          en: [
            `criteria for ${en.outcomeNamed("wins")} and for ${en.outcomeNamed("loses")} can be true together: by the order of caution, ${en.outcomeNamed("wins")} wins`,
            "Check that this is what is meant for this person.",
          ],
        },
  "threshold-at-edge": ({ fr, en }) => ({
    fr: [
      `seule la valeur ${fr.number("only")}, au bout de l’étendue de ${fr.fact}, rend cette comparaison vraie`,
      "Vérifiez le nombre et le sens de la comparaison.",
    ],
    en: [
      `only the value ${en.number("only")}, at the end of the range of ${en.fact}, makes this comparison true`,
      "Check the number and the direction of the comparison.",
    ],
  }),
} as const satisfies Table;
