export const coverage = {
  title: "Couverture",
  lead: "Ce que les profils enregistrés mettent à l’épreuve, et ce qu’ils laissent de côté. Chaque manque dit comment le combler.",
  tab: { criteria: "Critères", boundaries: "Bornes", conditions: "Conditions", faults: "Fautes semées" },
  heat: {
    finding:
      "{decided, plural, =0 {Aucun critère sur {total} ne décide pour un profil} one {# critère sur {total} décide pour au moins un profil} other {# critères sur {total} décident pour au moins un profil}}",
    show: "Montrer",
    all: "tous les critères",
    gapsOnly:
      "{count, plural, =0 {aucun critère à couvrir} one {# critère à couvrir} other {# critères à couvrir}}",
    legend:
      "■ vrai, et c’est ce qui décide · □ vrai, sans décider · « ? » il manque un renseignement · un point : faux",
    keys: "Flèches : d’une case à l’autre · Début et Fin : aux bords de la ligne",
    noProfiles: "Aucun profil enregistré : rien n’est mis à l’épreuve",
    toProfiles: "Créer un profil",
    noGap: "Chaque critère est vrai, faux et décisif pour au moins un profil",
    tableLabel: "Critères et profils",
    criterion: "Critère",
    margin: "Profils",
    cell: {
      decides: "vrai, et c’est ce qui décide",
      true: "vrai, sans décider",
      unknown: "en suspens, il manque un renseignement",
      false: "faux",
    },
    counts: "■ {decides} · □ {others} · « ? » {open}",
    off: "désactivé",
    gap: {
      "never-true": "jamais vrai",
      "never-decides": "ne décide jamais",
      "never-false": "jamais faux",
      "never-unknown": "jamais en suspens",
    },
  },
  conditions: {
    finding: "Conditions qui comptent seules : {shown} sur {total}",
    hint: "Une condition compte seule quand deux profils ne diffèrent, pour leur critère, que par elle, et que le critère change. Sans cette paire, la condition pourrait être de trop sans que rien ne le montre. Pour la former, dupliquez un profil pour qui le critère est vrai et n’y changez que cette réponse.",
    none: "Chaque condition de chaque critère compte seule pour une paire de profils",
    looking: "Examen des conditions…",
    failed: "Les conditions n’ont pas pu être examinées. Rechargez la page.",
    lacks: {
      both: "aucun profil ne la montre seule, ni vraie ni fausse",
      true: "aucun profil ne la montre seule vraie",
      false: "aucun profil ne la montre seule fausse",
    },
  },
  smallest: {
    finding:
      "{count, plural, one {# profil suffit à la même couverture} other {# profils suffisent à la même couverture}}",
    hint: "Les autres profils ({rest}) n’ajoutent rien à la couverture. Ils peuvent tout de même servir d’exemples.",
    exact: "C’est le plus petit nombre possible.",
    near: "Un plus petit ensemble est peut-être possible.",
    see: "Voir lesquels",
  },
  boundaries: {
    finding: "Bornes : {covered} sur {total} ont un profil ({share})",
    hint: "Pour chaque seuil : juste au-dessous, exactement, juste au-dessus. Pour chaque liste : dedans, dehors. Et inconnu.",
    looking: "Examen des bornes…",
    failed: "Les bornes n’ont pas pu être examinées. Rechargez la page.",
    none: "Un profil se tient à chaque borne",
    noReady: "Aucun profil proche n’a pu être fabriqué pour cette borne.",
    see: "Voir le profil proposé",
    seeNamed: "Voir le profil proposé : {title}",
    hide: "Fermer",
    saveAll: "{count, plural, one {Enregistrer # profil proposé} other {Enregistrer les # profils proposés}}",
    saveAllLabel: "Enregistrer les profils proposés",
    covered: "{count, plural, one {# borne couverte} other {# bornes couvertes}}",
    stand: "{count, plural, one {# profil :} other {# profils, dont :}}",
  },
  faults: {
    lead: "Une faute à la fois est glissée dans une copie des critères : un seuil décalé, une condition oubliée, une orientation intervertie. Un bon jeu de profils remarque chacune.",
    notYet: "Les fautes n’ont pas encore été semées pour ce contenu",
    notYetHint: "Rien n’est changé dans l’ébauche : les fautes vivent dans des copies.",
    finding:
      "{seeded, plural, one {# faute semée} other {# fautes semées}}, {killed, plural, one {# détectée} other {# détectées}}; {left, plural, =0 {aucune à couvrir} other {# à couvrir}}",
    equivalent:
      "{count, plural, =0 {Chaque faute semée change la réponse de quelqu’un.} one {# autre ne change la réponse de personne : démontré. Elle ne compte pas.} other {# autres ne changent la réponse de personne : démontré. Elles ne comptent pas.}}",
    failing:
      "{count, plural, one {# profil est en écart sans aucune faute : il n’a rien pu remarquer} other {# profils sont en écart sans aucune faute : ils n’ont rien pu remarquer}}",
    none: "Les profils remarquent toutes les fautes semées",
    undecided:
      "Le temps n’a pas suffi pour savoir si cette faute change la réponse de quelqu’un. Elle compte comme à couvrir.",
    changes: "Avec cette faute, la réponse de cette personne changerait sans qu’aucun profil le remarque :",
    changesQuietly:
      "Avec cette faute, ce qui fonde la réponse de cette personne changerait sans qu’aucun profil le remarque :",
    correct: "Sans la faute",
    faulty: "Avec la faute",
    kind: {
      threshold: "Seuil décalé",
      operator: "Comparaison changée",
      "all-any": "« Toutes » et « au moins une » interverties",
      "dropped-condition": "Condition oubliée",
      "dropped-criterion": "Critère oublié",
      "re-aimed-criterion": "Critère qui mène à une autre orientation",
      "when-unknown": "Réponse manquante traitée autrement",
      safety: "Question de sécurité qui n’en est plus une",
      "valid-for": "Durée de validité changée",
      precedence: "Orientations dans un autre ordre de prudence",
    },
  },
} as const;
