export const publication = {
  title: "Publication",
  leadNumber: "Publier la version {number}",
  lead: "Chaque garde doit être franchie. Elles sont vérifiées de nouveau, par le serveur, au moment de publier.",
  noDraftTitle: "Rien à publier",
  noDraft: "Aucune ébauche n’est ouverte pour ce programme.",
  notAllowed: "Votre rôle ne permet pas de voir les gardes.",
  checking: "Vérification des gardes…",
  recheck: "Vérifier de nouveau",
  unsaved: "La dernière modification n’est pas encore enregistrée : les gardes portent sur ce qui l’est.",
  status: { passed: "Terminé", failed: "Il y a un problème", blocked: "Pas encore possible", ready: "Prêt" },
  gates: {
    diagnostics: "Relire le jeu de critères",
    profiles: "Simuler les profils",
    evaluators: "Faire concorder les trois évaluateurs",
    approval: "Faire approuver",
    publish: "Publier",
  },
  passed: {
    diagnostics:
      "{count, plural, one {# critère relu, aucune erreur} other {# critères relus, aucune erreur}}",
    profiles:
      "{count, plural, one {# profil conforme à son attente} other {# profils conformes à leur attente}}",
    evaluators:
      "{count, plural, one {Les trois évaluateurs donnent la même réponse pour # profil} other {Les trois évaluateurs donnent la même réponse pour # profils}}",
    approval:
      "{count, plural, =0 {Aucune approbation exigée} one {Approuvée par une autre personne que les auteurs} other {Approuvée par # autres personnes que les auteurs}}",
  },
  failed: {
    diagnostics: "{count, plural, one {# point à corriger} other {# points à corriger}}",
    profiles: "{count, plural, one {# profil en écart} other {# profils en écart}}",
    evaluators: "{count, plural, one {# désaccord} other {# désaccords}}",
    approval: "Il manque une approbation",
  },
  remains: "Il reste à franchir : {gates}.",
  findings: {
    noProfiles: "Aucun profil n’est enregistré : il en faut au moins un.",
    notRun: "Pas vérifié : le jeu de critères est à compléter d’abord.",
    disagree: "Réponse différente selon l’évaluateur : {evaluators}",
    approvalMissing: "{given} sur {needed}. Une personne qui n’a pas modifié l’ébauche doit l’approuver.",
    approvalOutdated: "L’approbation de {names} portait sur un contenu qui a changé depuis.",
    see: "Voir",
    seeReview: "Aller à la révision",
  },
  message: "Message aux applications clientes",
  messageHint: "Ce qui change, en une phrase. Il accompagne la version pour toujours.",
  publish:
    "{count, plural, =0 {Publier la version {number}} one {Publier la version {number} pour # application} other {Publier la version {number} pour # applications}}",
  confirmTitle: "Publier la version {number}?",
  confirm:
    "{count, plural, =0 {Aucune application ne suit encore ce programme.} one {# application cliente recevra cette version à sa prochaine visite.} other {# applications clientes recevront cette version à leur prochaine visite.}} Une version publiée ne change plus jamais.",
  onlyReviewer: "La publication revient à une personne qui a le rôle de révision.",
  publishing: "Publication en cours…",
  verifying:
    "La réponse n’est pas arrivée. On vérifie si la publication a eu lieu; rien ne sera publié deux fois.",
  verifyAgain: "Vérifier maintenant",
  published: "Version {number} publiée",
  publishedLead: "Elle est en service depuis le {date}.",
  next: "Ce qui se passe maintenant",
  next1:
    "Chaque application cliente reçoit la nouvelle version à sa prochaine visite, en vérifie la signature, puis l’applique.",
  next2: "Jusque-là, elle continue avec la version précédente.",
  next3: "Les approbations, les profils et les attentes sont gelés dans la version.",
  seeVersion: "Lire la version {number}",
  seeProgram: "Voir qui l’utilise",
  fingerprint: "Empreinte SHA-256",
} as const;
