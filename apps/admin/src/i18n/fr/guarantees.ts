export const guarantees = {
  title: "Garanties",
  lead: "Ce qui doit rester vrai pour toutes les personnes possibles, aux réponses complètes ou non, et pas seulement pour les profils enregistrés.",
  tab: { properties: "Garanties", findings: "Constats" },
  properties: "{count, plural, one {La garantie du programme} other {Les # garanties du programme}}",
  noProperty: "Aucune garantie n’est écrite pour ce programme",
  noPropertyHint: "Les garanties générales, plus bas, valent pour tout programme.",
  generated: "Ce qui est vérifié, en toutes lettres :",
  criterion: "critère {id}",
  summary:
    "{proved, plural, =0 {aucune démontrée} one {# démontrée} other {# démontrées}} · {refuted, plural, =0 {aucune réfutée} one {# réfutée} other {# réfutées}} · {undecided, plural, =0 {aucune indéterminée} one {# indéterminée} other {# indéterminées}}",
  broken: "Cette personne contredit la garantie :",
  firstPerson: "Cette personne",
  secondPerson: "La même personne, autrement",
  edit: {
    open: "Modifier",
    close: "Fermer la modification",
    statement: "Ce que la garantie promet",
    changeStatement: "Changer la garantie {id}",
    given: "Pour qui elle vaut :",
    condition: "Ce qu’elle exige :",
    sentenceOf: "Condition de la garantie {id}",
    unfinished: "La phrase reste à compléter : la garantie garde l’ancienne jusque-là.",
    fixed: "Cette garantie n’a pas de condition à modifier; seuls ses mots changent.",
    reopens:
      "Toute modification demande une nouvelle démonstration et une nouvelle confirmation de la phrase.",
  },
  status: {
    proved: "Démontré pour toutes les réponses possibles",
    refuted: "Réfuté",
    undecided: "Indéterminé",
    none: "Pas encore démontré",
    beforeEdit: "(avant la modification)",
  },
  meta: {
    by: "{count, plural, one {Par {methods}} other {Par # méthodes indépendantes qui concordent : {methods}}}",
    method: {
      solver: "raisonnement logique",
      enumeration: "passage en revue de toutes les classes de personnes",
      diagram: "diagramme de décision",
    },
    classes: "{classes} classes de personnes",
    seconds: "{seconds} s",
    undecided: {
      time: "Le temps prévu n’a pas suffi. Ceci ne compte jamais comme démontré.",
      size: "Il y a trop de cas à examiner. Ceci ne compte jamais comme démontré.",
      cancelled: "Arrêté avant la fin. Ceci ne compte jamais comme démontré.",
      disagreement:
        "Deux méthodes ne concordent pas : à signaler à l’équipe technique. Ceci ne compte jamais comme démontré.",
    },
  },
  standard: {
    title: "Garanties générales",
    one: "garantie générale",
    hint: "Demandées de tout jeu de critères, sans avoir à les écrire.",
    kind: {
      "determined-is-stable":
        "Une réponse établie ne change plus, quoi que deviennent les réponses manquantes",
      "safety-is-asked":
        "Rien de permissif n’est répondu tant qu’une question de sécurité reste sans réponse",
      "criterion-fires": "Chaque critère peut être vrai pour quelqu’un",
      "criterion-decides": "Chaque critère peut changer la réponse de quelqu’un",
      "outcome-reached": "Chaque orientation peut être obtenue par quelqu’un",
    },
    refuted: {
      "determined-is-stable":
        "Cette personne a une réponse établie, et pourtant une réponse de plus la change.",
      "safety-is-asked":
        "Cette personne reçoit une réponse permissive alors qu’une question de sécurité est sans réponse.",
      "criterion-fires": "Personne, quelles que soient ses réponses, ne rend ce critère vrai.",
      "criterion-decides": "Sans ce critère, personne ne recevrait une autre réponse.",
      "outcome-reached": "Personne, quelles que soient ses réponses, n’obtient cette orientation.",
    },
    count: "{proved} sur {total}",
    seeProved: "{count, plural, one {Voir celle qui est démontrée} other {Voir les # qui sont démontrées}}",
    later: "La même personne, une fois les réponses connues",
  },
  findings: {
    lead: "Ce que la machine remarque du jeu de critères entier : trous, contradictions, critères ou conditions sans effet, renseignements inutiles.",
    laws: {
      "condition-always-false": "conditions jamais vraies",
      "condition-always-true": "conditions toujours vraies",
      "criterion-duplicated": "critères en double",
      "criterion-never-decides": "critères qui ne décident jamais",
      "criterion-never-fires": "critères jamais vrais",
      "criterion-subsumed": "critères couverts par un autre",
      "fact-without-effect": "renseignements sans effet",
      "gap-at-threshold": "trous à un seuil",
      "no-criterion-speaks": "personnes dont aucun critère ne parle",
      "outcome-unreachable": "orientations hors d’atteinte",
      "outcomes-overlap": "orientations qui se contredisent",
      "threshold-at-edge": "seuils au bord de l’échelle",
    },
    seePerson: "Voir une personne concernée",
    notYet: "Les constats n’ont pas encore été cherchés pour ce contenu",
    notYetHint: "La recherche examine tout le jeu de critères, pour toutes les personnes possibles.",
    none: "Aucun constat",
    noneHint: "Rien n’a été remarqué dans ce jeu de critères.",
    undecided:
      "{count, plural, one {# examen n’a pas pu se terminer dans le temps prévu} other {# examens n’ont pas pu se terminer dans le temps prévu}}",
    severity: {
      error: "{count, plural, one {# point à corriger} other {# points à corriger}}",
      warning: "{count, plural, one {# point à examiner} other {# points à examiner}}",
      info: "{count, plural, one {# remarque} other {# remarques}}",
    },
    where: "Où :",
    see: "Voir",
  },
} as const;
