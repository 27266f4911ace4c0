// What the command line says of the release vault, in both languages.
import type { Lang } from "@jumelage/engine";

export const vaultMessages = {
  "no-vault": {
    fr: "aucun coffre dans {what}\u00a0: seul un serveur avec sa base de données intégrée en tient un",
    en: "no vault in {what}: only a server with its embedded database keeps one",
  },
  "vault-needs-keys": {
    fr: "aucune clé de signature dans {what}\u00a0: donner les clés publiques avec --keys",
    en: "no signing key in {what}: give the public keys with --keys",
  },
  "vault-held": {
    fr: "Versions dans le coffre et dans la base, identiques\u00a0: {count}.",
    en: "Releases in the vault and in the database, the same: {count}.",
  },
  "vault-refused": {
    fr: "{what} a été modifié, ou n’est pas de cette installation ({why}).",
    en: "{what} was altered, or is not of this installation ({why}).",
  },
  "vault-missing": {
    fr: "{program}, version {number}\u00a0: dans la base seulement. Le serveur l’ajoute au coffre à son prochain démarrage.",
    en: "{program}, release {number}: in the database only. The server adds it to the vault at its next start.",
  },
  "vault-lost": {
    fr: "{program}, version {number}\u00a0: perdue par la base, intacte dans le coffre. «\u00a0jumelage vault restore\u00a0» la rétablit.",
    en: "{program}, release {number}: lost by the database, whole in the vault. “jumelage vault restore” puts it back.",
  },
  "vault-taken": {
    fr: "{program}, version {number}\u00a0: la base a une autre version de ce numéro. Celle du coffre ({sha256}) y reste.",
    en: "{program}, release {number}: the database has another of that number. The vault’s ({sha256}) stays there.",
  },
  "vault-interrupted": {
    fr: "{program}, version {number}\u00a0: sa publication a été interrompue, personne n’a été avisé. «\u00a0--interrupted\u00a0» la rétablit aussi.",
    en: "{program}, release {number}: its publication was interrupted, nobody was told. “--interrupted” puts it back too.",
  },
  "vault-put-back": {
    fr: "{program}, version {number}\u00a0: rétablie du coffre ({sha256}).",
    en: "{program}, release {number}: put back from the vault ({sha256}).",
  },
  "vault-restart": {
    fr: "Redémarrer le serveur\u00a0: il pointe alors les canaux de nouveau, plus haut que tout ce qui a été servi.",
    en: "Restart the server: it then points the channels anew, above whatever was served.",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>;
