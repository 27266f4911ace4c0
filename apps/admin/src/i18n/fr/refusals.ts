export const refusals = {
  "not-found":
    "Introuvable : cette page ou cet élément n’existe pas, ou votre rôle ne permet pas de le voir.",
  "stale-revision": "Une autre personne a modifié l’ébauche pendant votre travail. Vos mots sont gardés.",
  scheduleEnded: "Ce qui était prévu a déjà eu lieu, ou a déjà été annulé.",
  webhookChanged:
    "Cet avis a changé entre-temps, ou l’envoi est déjà en cours. Regardez où il en est, puis recommencez.",
  channelMoved: "Une autre personne a déplacé ce canal entre-temps. Regardez où il en est, puis recommencez.",
  forbidden: "Votre rôle ne le permet pas.",
  whoGivesRoles:
    "La personne qui administre l’installation donne les rôles : demandez-lui celui qu’il vous faut.",
  ownEdits: "Vous avez modifié cette ébauche : l’approbation revient à une autre personne.",
  "signed-out": "Votre session est terminée. Connectez-vous pour continuer; rien n’est perdu.",
  "step-up-needed": "Pour cette action, montrez de nouveau qui vous êtes.",
  "invalid-input": "Le serveur n’a pas accepté ce contenu. Rien n’a été enregistré de cet envoi.",
  "changes-unseen": "Des changements restent à marquer comme vus avant d’approuver.",
  changesUnseen:
    "Avant d’approuver, marquez comme {count, plural, one {vu ce changement} other {vus ces # changements}} : {list}",
  "publish-blocked": "Publication impossible : au moins une garde n’est pas franchie.",
  "release-immutable": "Une version publiée ne change plus jamais.",
  "rate-limited": "Trop de demandes en peu de temps. Attendez une minute, puis réessayez.",
  undecided: "La vérification n’a pas abouti dans le temps prévu.",
  archived: "Ce programme est archivé : il se lit, mais plus rien ne s’y écrit.",
  offline: "Hors connexion : le service ne répond pas. Rien n’est perdu.",
  fault: "Le service a rencontré un problème. Rien n’est perdu.",
  faultCode: "Code {id} pour le soutien.",
  places: "À corriger :",
  reasonNeeded: "Indiquez pourquoi l’orientation attendue change.",
  wrongStatus: "L’ébauche a changé d’état entre-temps. Relisez-la, puis recommencez.",
  baseMoved:
    "Une version plus récente est en service : cette ébauche part d’une version dépassée. Elle est intacte; mettez-la à jour pour la publier.",
  vaultFull:
    "Rien n’a été publié : il n’y a plus de place sur le disque du serveur. L’ébauche est intacte; avisez la personne qui administre l’installation, puis recommencez.",
  vaultUnwritable:
    "Rien n’a été publié : le serveur n’a pas pu mettre la version en sûreté sur son disque. L’ébauche est intacte; avisez la personne qui administre l’installation, puis recommencez.",
  vaultAhead:
    "Rien n’a été publié : des versions publiées plus tôt manquent à la base de données. La personne qui administre l’installation les rétablit d’abord; l’ébauche est intacte.",
  openConflicts: "Des choix restent à faire. Rien n’a été écrit.",
  illTyped: "Les deux côtés ne peuvent pas être réunis ainsi. Rien n’a été écrit.",
  draftNameTaken: "Une autre ébauche ouverte de ce programme porte déjà ce nom.",
  wrongPassword: "Adresse courriel ou mot de passe inexact. Après cinq essais, le compte attend un peu.",
  lastAdmin: "C’est la seule personne qui administre cette installation : nommez-en d’abord une autre.",
  idTaken: "Cet identifiant est déjà celui d’une autre personne.",
  emailTaken: "Cette adresse courriel est déjà celle d’une autre personne.",
} as const;
