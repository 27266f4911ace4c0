export const booklet = {
  title: "Livret – {version}",
  lead: "Le recueil des critères, tel qu’un comité le lit et le signe. Imprimez-le, ou enregistrez-le en PDF depuis la fenêtre d’impression.",
  toVersion: "Voir la version dans la console",
  ofVersion: "Livret de la version {number}",
  fingerprint: "Empreinte {short}",
  running: "La décision revient à l’intervenante ou l’intervenant, avec la personne.",
  page: "Page ",
  of: " de ",
  contents: "Dans ce livret",
  print: {
    paper: "Format du papier",
    letter: "Lettre",
    a4: "A4",
    both: "Français et anglais côte à côte",
    print: "Imprimer",
  },
  nothing: {
    page: "Livret",
    title: "Rien à imprimer encore",
    text: "Ce programme n’a ni version publiée ni ébauche ouverte.",
  },
  parts: {
    summary: "En une page",
    vocabulary: "Vocabulaire",
    criteria: "Critères",
    profiles: "Profils fictifs : attendu et obtenu",
    guarantees: "Garanties",
    changes: "Changements depuis la version précédente",
    limits: "Limites",
  },
  cover: {
    kind: "Livret des critères",
    draft: "Ébauche « {name} »",
    version: "Version {number}",
    watermark: "BROUILLON — ne pas utiliser",
    changed: "Modifiée le",
    published: "Publiée le",
    by: "par {name}",
    authors: "Rédigée par {names}",
    waiver: "Dérogation : {what}",
    approvals: "Approbations",
    approvalsOfDraft: "Approbations de ce contenu",
    noApproval: "Aucune approbation n’est enregistrée pour cette version.",
    name: "Nom",
    meaning: "Sens de l’approbation",
    when: "Date et heure",
    signature: "Signature",
    inConsole: "dans la console",
    toSign: "Ligne à remplir à la main",
    fingerprint: "Empreinte de la version, en mots et en entier (SHA-256)",
    contentFingerprint: "Empreinte du contenu, en mots et en entier (SHA-256)",
    qr: "Code à balayer : mène à ce contenu dans la console",
    sealOfVersion:
      "Le code mène à cette version dans la console, qui dit si l’empreinte est la bonne. Deux livrets qui portent les mêmes mots ont le même contenu.",
    sealOfDraft:
      "Le code mène à l’ébauche dans la console. Si elle change d’un mot, son empreinte change et ce papier ne vaut plus.",
    whoDecides: "Recommandation — la décision revient à l’intervenante ou l’intervenant, avec la personne.",
  },
  counts: {
    facts: "{count, plural, one {# renseignement demandé} other {# renseignements demandés}}",
    criteria: "{count, plural, one {# critère en vigueur} other {# critères en vigueur}}",
    profiles:
      "{count, plural, one {# profil fictif} other {# profils fictifs}}, {failing, plural, =0 {tous conformes} one {# en écart} other {# en écart}}",
    unproved:
      "{count, plural, =0 {aucune garantie écrite} one {# garantie, non démontrée pour ce contenu} other {# garanties, non démontrées pour ce contenu}}",
    guarantees:
      "{count, plural, =0 {aucune garantie écrite} one {# garantie} other {# garanties}}, {proved, plural, =0 {aucune démontrée} one {# démontrée} other {# démontrées}}",
  },
  answers: {
    one: "une seule réponse, la plus prudente d’abord",
    many: "autant de réponses qu’il en faut",
    outcome: "Réponse",
    criteria: "Critères",
    profiles: "Profils fictifs qui l’obtiennent",
    getting: "{outcome} : {count, plural, =0 {aucun profil} one {# profil} other {# profils}}",
    otherwise: "à défaut",
  },
  criteria: {
    lead: "Les critères sont groupés par orientation, dans l’ordre où elles l’emportent : quand plusieurs critères sont vrais, la première orientation de la liste est retenue.",
    why: "Raison",
    noReason: "Aucune raison n’est écrite.",
    source: "Source",
  },
  profiles: {
    lead: "Ces personnes sont inventées. Ce que chacune devrait recevoir a été écrit par une personne; ce qu’elle obtient est calculé avec les critères de ce livret. Quand les deux sont pareils, la réponse n’est écrite qu’une fois.",
    profile: "Profil",
    expected: "Attendu",
    obtained: "Obtenu",
    same: "attendu et obtenu",
    other: "en écart",
    decision: "{title} :",
  },
  guarantees: {
    lead: "Ce qui doit rester vrai pour toutes les personnes possibles, aux réponses complètes ou non, et pas seulement pour les profils de ce livret.",
    none: "Aucune démonstration n’a été faite pour exactement ce contenu.",
    standard:
      "Garanties générales, demandées de tout jeu de critères : {proved, plural, =0 {aucune démontrée} one {# démontrée} other {# démontrées}} sur {all}.",
  },
  changes: {
    first: "C’est une première version : tout est nouveau.",
    lead: "{count, plural, =0 {Aucun changement depuis la version {number}.} one {# changement depuis la version {number}.} other {# changements depuis la version {number}.}}",
    before: "Avant",
    after: "Après",
  },
  limits: {
    support:
      "Ce livret soutient un jugement; il n’en tient pas lieu. Une réponse n’est ni un diagnostic ni un refus de service.",
    unknown:
      "Une réponse inconnue n’est jamais comptée comme un « non ». Quand elle compte pour la sécurité, elle est demandée avant toute recommandation.",
    profiles:
      "Les profils sont fictifs. Ils montrent ce que donnent les critères; ils ne disent pas combien de personnes réelles recevraient chaque réponse.",
    thresholds:
      "Un seuil est une valeur locale, à valider par une clinicienne ou un clinicien : sa raison est écrite à côté.",
    current:
      "Le papier ne se met pas à jour. La version en service est celle que montre la console; le code de la couverture y mène.",
    left: "Ce que les documents disent et qu’aucun critère ne traite",
    statement: "Énoncé",
    reason: "Pourquoi",
  },
} as const;
