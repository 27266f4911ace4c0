export const refusals = {
  "not-found":
    "Introuvable : cette page ou cet élément n’existe pas, ou votre rôle ne permet pas de le voir.",
  "stale-revision": "Une autre personne a modifié l’ébauche pendant votre travail. Vos mots sont gardés.",
  forbidden: "Votre rôle dans ce programme ne permet pas cette action.",
  ownEdits: "Vous avez modifié cette ébauche : l’approbation revient à une autre personne.",
  "signed-out": "Votre session est terminée. Connectez-vous pour continuer; rien n’est perdu.",
  "step-up-needed": "Pour cette action, montrez de nouveau qui vous êtes.",
  "invalid-input": "Le serveur n’a pas accepté ce contenu. Rien n’a été enregistré de cet envoi.",
  "publish-blocked": "Publication impossible : au moins une garde n’est pas franchie.",
  "release-immutable": "Une version publiée ne change plus jamais.",
  "rate-limited": "Trop de demandes en peu de temps. Attendez une minute, puis réessayez.",
  undecided: "La vérification n’a pas abouti dans le temps prévu.",
  offline: "Hors connexion : le service ne répond pas. Rien n’est perdu.",
  fault: "Le service a rencontré un problème. Rien n’est perdu.",
  faultCode: "Code {id} pour le soutien.",
  places: "À corriger :",
  reasonNeeded: "Indiquez pourquoi l’orientation attendue change.",
  wrongStatus: "L’ébauche a changé d’état entre-temps. Relisez-la, puis recommencez.",
  baseMoved:
    "Une version plus récente est en service : cette ébauche part d’une version dépassée. Elle est intacte; ouvrez-en une nouvelle pour publier.",
} as const;
