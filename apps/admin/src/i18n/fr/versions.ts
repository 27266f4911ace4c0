export const versions = {
  title: "Versions publiées",
  lead: "Une version publiée ne change plus jamais. Revenir en arrière, c’est faire désigner par un canal une version antérieure.",
  empty: "Aucune version n’est publiée.",
  version: "Version {number}",
  inService: "en service",
  read: "Lire la version {number}",
  publishedBy: "Publiée par {name}",
  approvedBy: "Approuvée par {names}",
  notApproved: "Sans approbation enregistrée",
  waivers: "Dérogations : {names}",
  review: {
    by: "À revoir au plus tard le {date}",
    since: "À revoir depuis le {date}",
    overdue: "Version {number} : à revoir depuis le {date}",
    effect: "Elle reste en service, et chaque réponse aux applications dit que sa révision est due.",
    todo: "Relisez les critères et leurs sources dans une ébauche, faites approuver cette ébauche, puis publiez, même si rien ne change. La nouvelle version aura un nouveau jour de révision.",
    todoOfOthers:
      "Une personne du rôle de rédaction relit les critères et leurs sources dans une ébauche, qui est approuvée puis publiée, même si rien ne change.",
    readCriteria: "Relire les critères",
  },
  seed: "contenu de départ",
  fingerprint: "Empreinte SHA-256",
  note: "Message",
  readOnly: "Cette version est en lecture seule, pour toujours.",
  criteria: "Critères, en mots",
  criteriaFor: "{decision} : {outcome}",
  disabled: "désactivé",
  thresholds: "Seuils",
  threshold: "Seuil",
  value: "Valeur",
  rationale: "Raison d’être",
  properties: "Propriétés de sécurité",
  profiles: "Profils et orientations attendues",
  profile: "Profil",
  expected: "Attendu",
  booklet: "Imprimer le livret",
  paper: {
    same: "Le livret que vous avez en main est celui de cette version : l’empreinte est la même.",
    other:
      "Le livret que vous avez en main n’est pas celui de cette version : l’empreinte est une autre. Ne vous y fiez pas.",
  },
  replay: {
    title: "Rejouer une réponse",
    lead: "Pour savoir pourquoi une personne a reçu une réponse : les renseignements et le reçu que l’application a gardés, repris par cette version.",
    files: "Fichiers gardés par l’application",
    filesHint:
      "Les renseignements (JSON), avec le reçu et la décision consignée, s’il y en a. Ils sont lus dans ce navigateur : rien n’est envoyé ni gardé.",
    unreadable: "Aucun renseignement ne peut être lu dans ces fichiers.",
    day: "Répondre comme le",
    of: "Réponse donnée pour le {day}.",
    signature: {
      ours: "Le reçu porte la signature de ce serveur.",
      "another-key":
        "Le reçu n’est pas signé par une clé de ce serveur. Si la clé a été remplacée depuis, vérifiez-le avec la commande verify.",
      wrong: "La signature du reçu n’est pas valable. Ne vous y fiez pas.",
      unreachable:
        "La signature n’a pas pu être vérifiée : les clés du serveur n’ont pas été obtenues. Choisissez les fichiers de nouveau dans un moment.",
    },
    human: {
      title: "Ce qui a été décidé",
      another: "Cette décision n’est pas celle de ce reçu",
      decided: "{outcomes}, par {name}, {role}, le",
      override: "La recommandation n’a pas été suivie : {reason}.",
    },
    standing: {
      "no-receipt":
        "Sans reçu : voici ce que cette version répond, sans preuve que ce fut la réponse donnée.",
      same: "La réponse est celle du reçu, pour ces renseignements.",
      "other-version": "Ce reçu n’est pas de cette version, mais de la version {number}.",
      "facts-differ": "Ces renseignements ne sont pas ceux du reçu.",
      "result-differs": "La réponse n’est pas celle du reçu. Ne vous y fiez pas.",
      suspended:
        "Le programme était suspendu à ce moment : l’application s’en est remise au jugement clinique. Voici ce que la version aurait répondu.",
    },
  },
  backToList: "Toutes les versions",
} as const;
