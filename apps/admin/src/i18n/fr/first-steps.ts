export const firstSteps = {
  title: "Premiers pas",
  lead: "Trois minutes pour voir ce qu’un changement fait aux personnes\u00a0: changer un seuil, voir qui change d’issue, annuler.",
  copy: "Ceci est une copie, pour essayer. Rien de ce que vous faites ici n’est enregistré ni envoyé.",
  steps: "Les trois pas",
  step: {
    change: "Changer un seuil.",
    see: "Voir qui change d’issue, et pourquoi.",
    undo: "Annuler.",
  },
  how: {
    change: "Faites passer «\u00a0{label}\u00a0» de {from} à {to}. L’effet suit à chaque frappe.",
    see: "Sous «\u00a0Effet sur les profils\u00a0», ouvrez un des profils\u00a0: le motif de sa réponse y est écrit en toutes lettres. Refermez-le ensuite.",
    undo: "Appuyez sur «\u00a0Annuler la dernière modification\u00a0», ou faites Ctrl Z. Dans une ébauche aussi, chaque changement peut être annulé, même après coup.",
  },
  done: "Fait",
  restart: "Recommencer",
  finished:
    "C’est tout. Dans une ébauche, les mêmes gestes s’enregistrent d’eux-mêmes, et rien n’entre en service sans approbation.",
  toThresholds: "Voir les seuils du programme",
  toSimulation: "Voir tous les profils",
  changed: "Valeur – {label}",
  effect: "Effet sur les profils",
  moved:
    "{count, plural, =0 {Aucun profil ne change d’issue, sur {total}.} one {# profil change d’issue, sur {total}.} other {# profils changent d’issue, sur {total}.}}",
  nothing:
    "Ce programme n’a pas encore de quoi essayer\u00a0: il lui faut une version en service, et un seuil qui change l’issue d’un profil.",
  toProgram: "Aller au programme",
} as const;
