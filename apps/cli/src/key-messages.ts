// What the command line says of the keys that releases are signed with, in both languages.
import type { Lang } from "@jumelage/engine";

export const keyMessages = {
  "key-rotated": {
    fr: "Nouvelle clé de signature\u00a0: {kid}. Redémarrez le serveur pour qu’il s’en serve.",
    en: "New signing key: {kid}. Restart the server for it to be used.",
  },
  "key-replaced": {
    fr: "Nouvelle clé de signature\u00a0: {kid}. Redémarrez le serveur, et donnez sa partie publique ({x}) à chaque application, comme la première fois\u00a0: aucune ne peut l’apprendre autrement.",
    en: "New signing key: {kid}. Restart the server, and give its public half ({x}) to every application, as the first time: none can learn of it otherwise.",
  },
  "key-not-lost": {
    fr: "{what} est là\u00a0: remplacez cette clé avec rotate-key, que les applications suivent d’elles-mêmes.",
    en: "{what} is there: replace this key with rotate-key, which applications follow by themselves.",
  },
  "key-revoked": {
    fr: "Clé révoquée\u00a0: {kid}. Redémarrez le serveur pour que les applications l’apprennent.",
    en: "Key revoked: {kid}. Restart the server for the apps to learn of it.",
  },
  "not-a-signing-key": {
    fr: "{what}\u00a0: ce fichier ne contient pas de clé privée Ed25519 (PKCS #8, PEM).",
    en: "{what}: this file holds no Ed25519 private key (PKCS #8, PEM).",
  },
  "not-key-lists": {
    fr: "{what}, ligne {line}\u00a0: ce n’est pas une liste de clés. Reprenez ce fichier d’une sauvegarde.",
    en: "{what}, line {line}: this is no key list. Take this file from a backup.",
  },
  "key-in-use": {
    fr: "{what} est la clé qui signe en ce moment\u00a0: remplacez-la d’abord (rotate-key).",
    en: "{what} is the key that signs at this moment: replace it first (rotate-key).",
  },
  "key-not-listed": {
    fr: "{what} n’est pas une clé encore valable de ces listes.",
    en: "{what} is not a key of these lists that still counts.",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>;
