// What the command line says to people, in both languages. A key is also the stable code of an error in `--json`.
import type { Lang } from "@jumelage/engine";
import { adminMessages } from "./admin-messages.ts";
import { cohortMessages } from "./cohort-messages.ts";
import { keyMessages } from "./key-messages.ts";
import { vaultMessages } from "./vault-messages.ts";
import { verifyMessages } from "./verify-messages.ts";

export type MessageParams = Readonly<Record<string, string | number>>;

const table = {
  ...adminMessages,
  ...cohortMessages,
  ...keyMessages,
  ...vaultMessages,
  ...verifyMessages,
  "unknown-option": { fr: "option inconnue\u00a0: {what}", en: "unknown option: {what}" },
  "unknown-command": { fr: "commande inconnue\u00a0: {what}", en: "unknown command: {what}" },
  "wrong-arguments": {
    fr: "arguments en trop ou manquants ({what})",
    en: "missing or extra arguments ({what})",
  },
  "wrong-value": { fr: "valeur non admise\u00a0: {what}", en: "value not allowed: {what}" },
  unreadable: { fr: "impossible de lire {what}", en: "cannot read {what}" },
  unreachable: {
    fr: "aucune réponse utilisable de {what} ({why})",
    en: "no usable answer from {what} ({why})",
  },
  "too-large": { fr: "{what} dépasse {limit} octets", en: "{what} is over {limit} bytes" },
  "not-json": { fr: "{what} n’est pas du JSON en UTF-8", en: "{what} is not JSON in UTF-8" },
  "not-a-rule-set": {
    fr: "{what} n’est pas un jeu de critères utilisable\u00a0:",
    en: "{what} is not a usable rule set:",
  },
  "not-profiles": {
    fr: "{what} n’est pas un fichier de profils\u00a0:",
    en: "{what} is not a profile file:",
  },
  "not-facts": {
    fr: "{what} n’associe pas des renseignements à leurs valeurs",
    en: "{what} does not map facts to values",
  },
  "fact-problems": {
    fr: "renseignements refusés (--lenient pour répondre quand même)\u00a0:",
    en: "facts refused (--lenient to answer anyway):",
  },
  "other-program": {
    fr: "le point de comparaison est d’un autre programme ({what})",
    en: "the baseline is of another program ({what})",
  },
  "keys-needed": {
    fr: "donner les clés de confiance avec --keys",
    en: "give the trusted keys with --keys",
  },
  "not-keys": {
    fr: "{what} n’est pas une liste de clés publiques Ed25519 (JWKS)",
    en: "{what} is not a list of Ed25519 public keys (JWKS)",
  },
  fault: { fr: "erreur interne\u00a0: {what}", en: "internal error: {what}" },
  invalid: { fr: "valeur impossible à lire pour «\u00a0{what}\u00a0»", en: "unreadable value for “{what}”" },
  "undeclared-fact": {
    fr: "renseignement inconnu du programme\u00a0: «\u00a0{what}\u00a0»",
    en: "fact unknown to the program: “{what}”",
  },
  "not-columns": {
    fr: "{what} n’associe pas des renseignements à des colonnes (à «\u00a0{where}\u00a0»)",
    en: "{what} does not map facts to columns (at “{where}”)",
  },
  "no-such-name": {
    fr: "nom impossible dans cette base de données\u00a0: «\u00a0{what}\u00a0»",
    en: "this database can have no such name: “{what}”",
  },
  "undeclared-member": {
    fr: "choix inconnu du renseignement\u00a0: «\u00a0{what}\u00a0»",
    en: "choice unknown to the fact: “{what}”",
  },
  "columns-of-type": {
    fr: "colonnes qu’un renseignement de ce type n’a pas\u00a0: «\u00a0{what}\u00a0»",
    en: "columns that a fact of this type does not have: “{what}”",
  },
  "without-columns": {
    fr: "sans colonne, donc inconnus pour tout le monde\u00a0: {what}",
    en: "without a column, hence unknown for everybody: {what}",
  },
  "no-such-decision": {
    fr: "décision inconnue du jeu de critères\u00a0: {what}",
    en: "decision unknown to the rule set: {what}",
  },
  "several-answers": {
    fr: "un parcours demande une décision à réponse unique\u00a0: {what} en donne plusieurs à la fois",
    en: "an interview needs a decision with a single answer: {what} gives several at once",
  },
  "reasons-heading": { fr: "Pourquoi\u00a0:", en: "Why:" },
  "more-reasons": {
    fr: "Autres ensembles de renseignements qui suffisent\u00a0: {count}.",
    en: "Other sets of facts that are enough: {count}.",
  },
  "too-many-reasons": {
    fr: "Trop d’ensembles de renseignements suffisent pour les énumérer.",
    en: "Too many sets of facts are enough to list them.",
  },
  "otherwise-heading": { fr: "Ce qui changerait la réponse\u00a0:", en: "What would change the answer:" },
  "ways-heading": { fr: "Ce qui mènerait à chaque réponse\u00a0:", en: "What would lead to each answer:" },
  "interview-over": {
    fr: "Parcours terminé\u00a0: plus aucune question ne peut changer la réponse.",
    en: "The interview is over: no further question can change the answer.",
  },
  "interview-length": {
    fr: "Parcours le plus court, en nombre de questions\u00a0: {worst} au plus, {mean} en moyenne.",
    en: "Shortest interview, in questions: {worst} at most, {mean} on average.",
  },
  "interview-too-long": {
    fr: "Parcours trop long pour être planifié d’avance.",
    en: "The interview is too long to be planned ahead.",
  },
  "interview-safety": {
    fr: "{number}. {what} (question de sécurité\u00a0: avant toutes les autres)",
    en: "{number}. {what} (a safety question: before all others)",
  },
  "interview-shortest": {
    fr: "{number}. {what} (mène le plus vite à une réponse certaine, quoi que la personne réponde)",
    en: "{number}. {what} (leads soonest to a certain answer, whatever the person replies)",
  },
  "interview-ends": { fr: "{answer}\u00a0: {states}", en: "{answer}: {states}" },
  "interview-goes-on": {
    fr: "{answer}\u00a0: question {next}; encore possible\u00a0: {states}",
    en: "{answer}: question {next}; still possible: {states}",
  },
  "no-diagram-too-large": {
    fr: "{what}\u00a0: trop vaste pour une réponse exacte, donc laissée de côté.",
    en: "{what}: too large for an exact answer, hence left out.",
  },
  "no-diagram-unmodelled": {
    fr: "{what}\u00a0: contient quelque chose que le calcul exact ne traite pas, donc laissée de côté.",
    en: "{what}: holds something that the exact answer does not deal with, hence left out.",
  },
  "no-interview-for": {
    fr: "Sans parcours, car plusieurs réponses peuvent valoir à la fois\u00a0: {what}.",
    en: "Without an interview, since several answers may hold at once: {what}.",
  },
  "nothing-found": { fr: "Rien à signaler.", en: "Nothing to report." },
  holes: {
    fr: "ébauche\u00a0: les critères incomplets comptent comme désactivés",
    en: "draft: incomplete criteria count as disabled",
  },
  agree: { fr: "Les évaluateurs concordent\u00a0: {what}", en: "The evaluators agree: {what}" },
  disagree: { fr: "LES ÉVALUATEURS DIVERGENT\u00a0: {what}", en: "THE EVALUATORS DISAGREE: {what}" },
  "all-profiles": {
    fr: "{passed} profils conformes sur {all}",
    en: "{passed} of {all} profiles as expected",
  },
  "profile-differs": { fr: "Profil {what}\u00a0: {why}", en: "Profile {what}: {why}" },
  "profile-changed": { fr: "Profil {what}, changé\u00a0: {why}", en: "Profile {what}, changed: {why}" },
  "for-example": { fr: "  par exemple\u00a0: {what}", en: "  for example: {what}" },
  "nobody-asked": { fr: "personne n’a encore rien répondu", en: "nothing has been answered yet" },
  "unseen-change": {
    fr: "Aucune réponse ne le montre\u00a0: {what}",
    en: "No answer shows it: {what}",
  },
  undecided: {
    fr: "Indécis dans le temps accordé\u00a0: rien n’est prouvé.",
    en: "Undecided within the time allowed: nothing is proved.",
  },
  "severity-error": { fr: "[erreur]", en: "[error]" },
  "severity-warning": { fr: "[attention]", en: "[warning]" },
  "severity-info": { fr: "[note]", en: "[note]" },
  "law-undecided": {
    fr: "Indécis dans le temps accordé\u00a0: {what}",
    en: "Undecided within the time allowed: {what}",
  },
  "boundary-missing": { fr: "Aucun profil\u00a0: {what}", en: "No profile: {what}" },
  "ready-profile": {
    fr: "Profil prêt à enregistrer, {id}\u00a0: {what}",
    en: "Profile ready to be saved, {id}: {what}",
  },
  "boundaries-covered": {
    fr: "Bornes couvertes\u00a0: {covered} sur {all} ({share})",
    en: "Boundaries covered: {covered} of {all} ({share})",
  },
  "fault-survives": {
    fr: "Aucun profil ne remarquerait cette erreur\u00a0: {what}",
    en: "No profile would notice this fault: {what}",
  },
  "fault-undecided": {
    fr: "Aucun profil ne remarque cette erreur, et on ne sait pas si elle change une réponse\u00a0: {what}",
    en: "No profile notices this fault, and whether it changes any answer is not known: {what}",
  },
  "profile-fails": {
    fr: "Profil {what}\u00a0: non conforme sans aucune erreur semée, il ne compte pas",
    en: "Profile {what}: not as expected without any seeded fault, it does not count",
  },
  "faults-settled": {
    fr: "erreurs examinées\u00a0: {done} sur {all}",
    en: "faults settled: {done} of {all}",
  },
  "faults-killed": {
    fr: "Erreurs remarquées\u00a0: {killed} sur {all} ({share}); sans effet, par preuve\u00a0: {equivalent}",
    en: "Faults noticed: {killed} of {all} ({share}); without effect, by proof: {equivalent}",
  },
  "not-hazards": {
    fr: "{what} n’est pas un fichier de dangers (à «\u00a0{where}\u00a0»)",
    en: "{what} is not a hazard file (at “{where}”)",
  },
  "not-consumers": {
    fr: "{what} n’est pas un fichier d’applications (à «\u00a0{where}\u00a0»)",
    en: "{what} is not a file of applications (at “{where}”)",
  },
  "never-true": {
    fr: "Aucun profil ne remplit le critère {what}\u00a0: {title}",
    en: "No profile makes criterion {what} true: {title}",
  },
  "never-decides": {
    fr: "Aucun profil n’a une réponse qui tienne au critère {what}\u00a0: {title}",
    en: "No profile has an answer that hangs on criterion {what}: {title}",
  },
  "never-reached": {
    fr: "Aucun profil n’obtient, pour {what}\u00a0: {state}",
    en: "No profile gets, for {what}: {state}",
  },
  "criterion-coverage": {
    fr: "{what}\u00a0: rempli {fired}, décisif {decides}, inconnu {unknown}\u00a0; chaque condition montrée seule\u00a0: {share}",
    en: "{what}: true {fired}, decides {decides}, unknown {unknown}; every condition shown alone: {share}",
  },
  "smallest-set": {
    fr: "Le plus petit groupe de profils qui en montre autant\u00a0: {count} sur {all} ({what})",
    en: "The smallest set of profiles that shows as much: {count} of {all} ({what})",
  },
  "small-set": {
    fr: "Un petit groupe de profils qui en montre autant\u00a0: {count} sur {all} ({what})",
    en: "A small set of profiles that shows as much: {count} of {all} ({what})",
  },
  "hazard-open": {
    fr: "Danger {what} sans mesure ou sans profil qui existe\u00a0: {title}",
    en: "Hazard {what} without a control or a profile that exists: {title}",
  },
  "property-without-hazard": {
    fr: "Propriété {what}\u00a0: aucun danger ne la nomme",
    en: "Property {what}: no hazard names it",
  },
  "criterion-without-hazard": {
    fr: "Critère {what}, qui arrête\u00a0: aucun danger ne le nomme",
    en: "Criterion {what}, which stops: no hazard names it",
  },
  "hazards-whole": {
    fr: "Dangers maîtrisés et mis à l’épreuve\u00a0: {whole} sur {all}",
    en: "Hazards controlled and tested: {whole} of {all}",
  },
  "statement-not-cited": {
    fr: "Énoncé {what}\u00a0: dit modélisé, et rien ne le cite",
    en: "Statement {what}: said to be modelled, and nothing cites it",
  },
  "statement-unexplained": {
    fr: "Énoncé {what}\u00a0: laissé de côté sans raison écrite dans les deux langues",
    en: "Statement {what}: left out without a reason written in both languages",
  },
  "statements-settled": {
    fr: "Énoncés modélisés ou expliqués\u00a0: {settled} sur {all}",
    en: "Statements modelled or explained: {settled} of {all}",
  },
  "evaluators-agree": {
    fr: "Profils pour lesquels les trois évaluateurs concordent\u00a0: {agree} sur {all}",
    en: "Profiles on which the three evaluators agree: {agree} of {all}",
  },
  "difference-unexplained": {
    fr: "Aucun profil ne l’explique\u00a0: {what}",
    en: "No profile explains it: {what}",
  },
  "difference-needs-profile": {
    fr: "Quelqu’un n’est plus arrêté, et aucun profil ne le montre\u00a0: {what}",
    en: "Somebody is not stopped any more, and no profile shows it: {what}",
  },
  "differences-explained": {
    fr: "Différences expliquées par un profil\u00a0: {explained} sur {all}",
    en: "Differences explained by a profile: {explained} of {all}",
  },
  "gate-runs": {
    fr: "{what}…",
    en: "{what}…",
  },
  "gate-passed": {
    fr: "[réussi] {what}",
    en: "[passed] {what}",
  },
  "gate-failed": {
    fr: "[à corriger] {what}",
    en: "[to be mended] {what}",
  },
  "gates-on-server": {
    fr: "Restent au serveur, où des personnes en répondent\u00a0: {what}",
    en: "Left to the server, where people answer for them: {what}",
  },
  "gate-diagnostics": {
    fr: "Relire le jeu de critères",
    en: "Check the rule set",
  },
  "gate-profiles": {
    fr: "Simuler les profils",
    en: "Simulate the profiles",
  },
  "gate-evaluators": {
    fr: "Faire concorder les trois évaluateurs",
    en: "Have the three evaluators agree",
  },
  "gate-properties": {
    fr: "Démontrer les garanties",
    en: "Prove the guarantees",
  },
  "gate-differences": {
    fr: "Expliquer les différences",
    en: "Explain the differences",
  },
  "gate-mutants": {
    fr: "Détecter les fautes semées",
    en: "Detect the seeded faults",
  },
  "gate-boundaries": {
    fr: "Couvrir les bornes",
    en: "Cover the edges",
  },
  "gate-hazards": {
    fr: "Tenir le fichier des dangers",
    en: "Keep the hazard file",
  },
  "gate-sources": {
    fr: "Traiter chaque énoncé des sources",
    en: "Deal with every statement of the sources",
  },
  "gate-sign-off": {
    fr: "Remplir le registre des confirmations",
    en: "Complete the sign-off ledger",
  },
  "gate-sentences": {
    fr: "Relire les phrases des garanties",
    en: "Read the sentences of the guarantees",
  },
  "gate-consumers": {
    fr: "Prévenir les applications clientes",
    en: "Tell the applications",
  },
  "consumers-told": {
    fr: "Nouveautés pour les applications\u00a0: {added}; applications connues\u00a0: {all}.",
    en: "New for applications: {added}; applications known: {all}.",
  },
  "gate-approval": {
    fr: "Faire approuver",
    en: "Get it approved",
  },
  "loading-solver": { fr: "chargement du solveur…", en: "loading the solver…" },
  "proof-progress": { fr: "preuve {done} sur {total}\u00a0: {what}", en: "proof {done} of {total}: {what}" },
  "proof-counts": {
    fr: "Propriétés prouvées\u00a0: {proved}, réfutées\u00a0: {refuted}, en suspens\u00a0: {undecided}.",
    en: "Properties proved: {proved}, refuted: {refuted}, undecided: {undecided}.",
  },
  "standard-counts": {
    fr: "Vérifications générales établies\u00a0: {proved}, réfutées\u00a0: {refuted}, en suspens\u00a0: {undecided}.",
    en: "General checks established: {proved}, refuted: {refuted}, undecided: {undecided}.",
  },
  "proof-refuted": { fr: "RÉFUTÉ [{id}] {what}", en: "REFUTED [{id}] {what}" },
  "proof-undecided": { fr: "EN SUSPENS ({why}) [{id}] {what}", en: "UNDECIDED ({why}) [{id}] {what}" },
  "proof-claim": { fr: "affirmation\u00a0: {what}", en: "claim: {what}" },
  "witness-heading": { fr: "profil témoin\u00a0:", en: "witness:" },
  "undecided-time": { fr: "temps écoulé", en: "out of time" },
  "undecided-size": { fr: "trop grand", en: "too large" },
  "undecided-cancelled": { fr: "interrompu", en: "cancelled" },
  "undecided-disagreement": { fr: "les méthodes se contredisent", en: "the methods contradict each other" },
  "not-reached": { fr: "non vérifié", en: "not reached" },
  "keys-from-server": {
    fr: "clés lues sur le serveur lui-même\u00a0: cela montre que le document est intact, pas de qui il vient",
    en: "keys read from the server itself: this shows that the document is intact, not whom it is from",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>;

export type MessageKey = keyof typeof table;

/** A message in the reader's language. */
export function say(lang: Lang, key: MessageKey, params: MessageParams = {}): string {
  return table[key][lang].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
}
