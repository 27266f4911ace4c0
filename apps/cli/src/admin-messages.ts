// What the commands of whoever operates an installation say.
export const adminMessages = {
  "no-database": {
    fr: "la base de données ne répond pas ({why})\u00a0: vérifier DATABASE_URL",
    en: "the database does not answer ({why}): check DATABASE_URL",
  },
  "not-written": { fr: "impossible d’écrire {what} ({why})", en: "cannot write {what} ({why})" },
  "file-exists": {
    fr: "{what} existe déjà, et n’est pas remplacé",
    en: "{what} is there already, and is not replaced",
  },
  "no-signing-key": {
    fr: "aucune clé de signature dans {what}",
    en: "no signing key in {what}",
  },
  "backup-not-a-backup": {
    fr: "{what} n’est pas une sauvegarde de Jumelage",
    en: "{what} is not a backup of Jumelage",
  },
  "backup-damaged": {
    fr: "{what} est incomplet ou a été modifié\u00a0: rien n’a été rétabli",
    en: "{what} is incomplete or was altered: nothing was restored",
  },
  "backup-too-new": {
    fr: "{what} vient d’une version plus récente de Jumelage\u00a0: la rétablir avec celle-là",
    en: "{what} is of a newer version of Jumelage: restore it with that one",
  },
  "backup-other-history": {
    fr: "{what} vient d’une base dont l’histoire n’est pas celle de ce programme",
    en: "{what} is of a database whose history is not that of this program",
  },
  "backup-not-empty": {
    fr: "la base n’est pas vide\u00a0: une sauvegarde ne se rétablit que dans une base vide",
    en: "the database is not empty: a backup is restored into an empty database only",
  },
  "backed-up": {
    fr: "{rows} lignes sauvegardées dans {what}; journal de {size} entrées.",
    en: "{rows} rows backed up to {what}; a journal of {size} entries.",
  },
  "backup-with-key": {
    fr: "Le fichier contient la clé de signature\u00a0: qui l’a peut signer des versions.",
    en: "The file holds the signing key: whoever has it can sign releases.",
  },
  "backup-without-key": {
    fr: "La clé de signature n’y est pas\u00a0: la sauvegarder à part.",
    en: "The signing key is not in it: back it up apart.",
  },
  restored: {
    fr: "{rows} lignes rétablies, telles qu’au {when}. Les canaux seront pointés de nouveau au prochain démarrage, plus haut que tout ce qui a été servi.",
    en: "{rows} rows restored, as of {when}. Channels will be pointed anew at the next start, above whatever was served.",
  },
  "restored-key": { fr: "Clé de signature écrite dans {what}.", en: "Signing key written to {what}." },
  "restore-needs-key": {
    fr: "Remettre aussi la clé de signature en place\u00a0: sans elle, les applications clientes refuseraient ce que ce serveur signe.",
    en: "Put the signing key back too: without it, consumers would refuse what this server signs.",
  },
  "audit-exported": {
    fr: "{size} entrées du journal dans {what}; empreinte {head}.",
    en: "{size} entries of the journal in {what}; head {head}.",
  },
  "audit-holds": {
    fr: "Le journal tient\u00a0: {size} entrées, empreinte {head}.",
    en: "The journal holds: {size} entries, head {head}.",
  },
  "audit-broken": {
    fr: "LE JOURNAL NE TIENT PAS à l’entrée {seq}\u00a0: {why}.",
    en: "THE JOURNAL DOES NOT HOLD at entry {seq}: {why}.",
  },
  "audit-malformed": {
    fr: "{what} n’est pas un journal exporté (ligne {line})",
    en: "{what} is no exported journal (line {line})",
  },
  "audit-gap": { fr: "une entrée manque", en: "an entry is missing" },
  "audit-previous": { fr: "elle ne suit pas la précédente", en: "it does not follow the one before" },
  "audit-hash": { fr: "elle a été modifiée", en: "it was altered" },
  "audit-payload": { fr: "son contenu a été modifié", en: "its content was altered" },
  "audit-head": { fr: "la fin n’est pas celle annoncée", en: "the end is not the one announced" },
  "audit-checkpoint": {
    fr: "ce n’est pas le journal que le point de contrôle a vu",
    en: "it is not the journal that the checkpoint saw",
  },
  "not-a-checkpoint": {
    fr: "«\u00a0{what}\u00a0»\u00a0: écrire taille:empreinte, comme dans un pointeur",
    en: "“{what}”: write size:head, as in a pointer",
  },
  "no-embedded": { fr: "{why}", en: "{why}" },
  "not-an-address": {
    fr: "«\u00a0{what}\u00a0» n’est pas une adresse courriel",
    en: "“{what}” is not an e-mail address",
  },
  "not-a-role": {
    fr: "«\u00a0{what}\u00a0»\u00a0: écrire programme:rôle, avec un rôle parmi {roles}",
    en: "“{what}”: write program:role, with a role among {roles}",
  },
  "no-name": {
    fr: "personne n’a cette adresse\u00a0: donner aussi un nom avec --name",
    en: "nobody has this address: give a name too, with --name",
  },
  "no-such-program": {
    fr: "aucun programme «\u00a0{what}\u00a0» dans cette installation",
    en: "no program “{what}” in this installation",
  },
  "user-created": { fr: "{who} est dans l’installation ({id}).", en: "{who} is in the installation ({id})." },
  "user-found": {
    fr: "{who} ({id}) reçoit un nouveau lien; les précédents n’ouvrent plus rien.",
    en: "{who} ({id}) gets a new link; earlier ones open nothing any more.",
  },
  "user-link": {
    fr: "Lien pour choisir un mot de passe, une seule fois, dans les trois jours\u00a0:",
    en: "Link to choose a password, once, within three days:",
  },
} as const;
