// What the command line says of signed documents, check by check, in both languages.
import type { Lang } from "@jumelage/engine";

export const verifyMessages = {
  "check-size": { fr: "taille", en: "size" },
  "check-envelope": { fr: "enveloppe", en: "envelope" },
  "check-payload-type": { fr: "sorte de document", en: "kind of document" },
  "check-signature": { fr: "signature", en: "signature" },
  "check-canonical": { fr: "forme canonique du contenu", en: "canonical form of the content" },
  "check-content": { fr: "contenu", en: "content" },
  "check-schema": { fr: "version du format", en: "format version" },
  "check-program": { fr: "programme", en: "program" },
  "check-channel": { fr: "canal", en: "channel" },
  "check-vectors": { fr: "réponses de référence", en: "reference answers" },
  "check-release": { fr: "version nommée par le reçu", en: "release the receipt names" },
  "check-facts": { fr: "renseignements dont il s’agit", en: "facts it is about" },
  "check-answer": { fr: "réponse que donnent ces renseignements", en: "answer that these facts give" },
  "replay-needs": {
    fr: "pour rejouer un reçu, il faut --release, --facts, et le fichier du reçu avec son sel",
    en: "to replay a receipt, --release, --facts, and the file of the receipt with its salt are needed",
  },
  "newer-format": {
    fr: "Ce document est au format {got}, et cette version de Jumelage lit le format {supported}\u00a0: installer une version plus récente.",
    en: "This document is in format {got}, and this version of Jumelage reads format {supported}: install a newer one.",
  },
  "check-expiry": { fr: "échéance", en: "expiry" },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>;
