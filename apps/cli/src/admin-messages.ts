// What the commands of whoever operates an installation say.
export const adminMessages = {
  "no-database": {
    fr: "la base de données ne répond pas ({why})\u00a0: vérifier DATABASE_URL",
    en: "the database does not answer ({why}): check DATABASE_URL",
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
