export const register = {
  title: "Registre",
  lead: "Ce qu’une autre personne que l’autrice ou l’auteur doit avoir lu et confirmé, et les dangers avec ce qui les maîtrise.",
  tab: { ledger: "Registre des confirmations", hazards: "Fichier des dangers" },
  ledger: {
    left: "{left, plural, =0 {Tout est confirmé} one {# élément à confirmer} other {# éléments à confirmer}} (sur {total})",
    show: "Montrer",
    showOpen: "ce qui reste à confirmer",
    showAll: "tout",
    allDone: "Rien ne reste à confirmer",
    none: "Rien n’est à confirmer dans ce jeu de critères",
    noneHint:
      "Les critères qui vont au-delà de leur source, les seuils, les sources datées et les phrases des garanties apparaissent ici.",
    kind: {
      criterion: "Critères au-delà de leur source",
      parameter: "Seuils",
      source: "Sources datées",
      sentence: "Phrases des garanties",
    },
    why: {
      criterion:
        "Ils sont déduits de la source ou la dépassent : une personne responsable dit qu’elle les a lus.",
      parameter: "Un nombre que quelqu’un a choisi : une personne responsable dit qu’il convient.",
      source: "Une édition peut être remplacée : une personne responsable dit que celle-ci vaut encore.",
      sentence:
        "La phrase est générée depuis ce qui est vérifié : une personne responsable dit qu’elle correspond à la garantie.",
    },
    value: "Valeur :",
    generated: "Ce qui est vérifié, en toutes lettres :",
    statements: "{count, plural, one {# énoncé cité} other {# énoncés cités}}",
  },
  hazards: {
    lead: "Chaque danger a ce qui le maîtrise (critères, garanties) et les profils qui le mettent à l’épreuve. La chaîne doit être complète dans les deux sens.",
    count: "{count, plural, =0 {Aucun danger inscrit} one {# danger inscrit} other {# dangers inscrits}}",
    add: "Ajouter un danger",
    addLabel: "Ajouter un danger",
    edit: "Modifier",
    close: "Fermer la modification",
    remove: "Supprimer",
    removeNamed: "Supprimer le danger {id}",
    removeLabel: "Supprimer le danger {id}",
    changeLabel: "Changer le danger {id}",
    none: "Le fichier des dangers est vide",
    noneHint:
      "Commencez par ce qui arriverait de pire à quelqu’un : par exemple des idées suicidaires qui passent inaperçues.",
    complete:
      "La chaîne est complète : chaque danger est maîtrisé et mis à l’épreuve, chaque garantie et chaque critère d’arrêt répond à un danger.",
    incomplete: "La chaîne a des trous",
    uncovered: {
      hazards:
        "{count, plural, one {Danger sans maîtrise ou sans profil :} other {Dangers sans maîtrise ou sans profil :}}",
      properties:
        "{count, plural, one {Garantie qu’aucun danger ne nomme :} other {Garanties qu’aucun danger ne nomme :}}",
      criteria:
        "{count, plural, one {Critère d’arrêt qu’aucun danger ne nomme :} other {Critères d’arrêt qu’aucun danger ne nomme :}}",
    },
    titleField: "Danger",
    controls: "Ce qui le maîtrise",
    tests: "Profils qui le mettent à l’épreuve",
    properties: "Garanties",
    criteria: "Critères",
    noControl: "Rien ne le maîtrise encore",
    noTest: "Aucun profil ne le met à l’épreuve",
  },
} as const;
