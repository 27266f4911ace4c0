// What is promised, and by which lines of evidence each promise stands. Tests name the lines they show
// (packages/engine/test/evidence.ts); `must` is what the long tier has to reach.
import { promisesOfMeaning } from "./promises-of-meaning.ts";
import { line, type Promised } from "./promised.ts";

export const promises: readonly Promised[] = [
  {
    id: "P1",
    what: {
      fr: "Aucune version confirmée ne se perd, et aucune n’est publiée à moitié.",
      en: "No acknowledged release is lost, and none is half-published.",
    },
    lines: [
      line("server-killed", "Serveur arrêté net pendant une publication", "Server killed while publishing", {
        must: 200,
      }),
      line(
        "database-killed",
        "PostgreSQL arrêté net pendant une publication",
        "PostgreSQL killed while publishing",
        { must: 50 },
      ),
      line(
        "connection-cut",
        "Connexion à la base coupée à un moment au hasard",
        "Database connection cut at a random moment",
      ),
      line(
        "vault-power",
        "Courant coupé à un moment au hasard pendant des publications : le coffre a tout ce qui a été confirmé",
        "Power lost at a random moment while publishing: the vault has all that was acknowledged",
        { must: 200 },
      ),
      line(
        "vault-full",
        "Disque plein à chaque étape d’une publication : elle le dit, et rien n’est à moitié écrit",
        "Disk full at each step of publishing: it says so, and nothing is half-written",
      ),
      line(
        "vault-altered",
        "Fichiers du coffre modifiés d’un bit, chacun refusé par son nom",
        "Vault files changed by one bit, each refused by its name",
        { must: 200 },
      ),
      line(
        "vault-restored",
        "Base de données perdue : les versions du coffre rétablies, aucun numéro donné deux fois",
        "Database lost: releases put back from the vault, no number given twice",
      ),
      line(
        "major-upgrade",
        "Passages d’une version majeure de PostgreSQL à celle qui est fournie, sans que rien y manque",
        "Moves from another major version of PostgreSQL to the one that is shipped, with nothing missing",
        { must: 1, command: "pnpm rehearse:upgrade" },
      ),
      line(
        "restored-above",
        "Copie de sauvegarde restaurée : identique, et jamais un numéro de séquence plus bas",
        "Restored backup: identical, and never a lower sequence",
      ),
    ],
  },
  {
    id: "P2",
    what: {
      fr: "Quand plusieurs personnes publient en même temps, une seule y parvient.",
      en: "When several people publish at once, one of them does.",
    },
    lines: [
      line("two-publishers", "Courses à deux", "Races of two", { must: 1000 }),
      line("eight-publishers", "Courses à huit", "Races of eight", { must: 200 }),
    ],
  },
  {
    id: "P3",
    what: {
      fr: "Ce qui n’est pas exactement ce qui a été signé n’est accepté nulle part.",
      en: "What is not exactly what was signed is accepted nowhere.",
    },
    lines: [
      line(
        "turned-bits-outside",
        "Bits inversés hors du contenu signé (version et pointeur)",
        "Turned bits outside the payload (release and pointer)",
      ),
      line(
        "turned-bits-inside",
        "Bits inversés dans le contenu signé (version et pointeur)",
        "Turned bits inside the payload (release and pointer)",
        { must: 120_000 },
      ),
      line(
        "every-door",
        "Bits inversés et longueurs changées, par le réseau, le cache et le fichier joint",
        "Turned bits and other lengths, through network, cache file and bundled file",
      ),
      line(
        "ways-around-a-signature",
        "Façons de contourner une signature, par chaque porte",
        "Ways around a signature, through each door",
        { must: 60 },
      ),
      line(
        "something-else",
        "Documents signés d’un autre programme, d’un autre canal ou d’une autre version",
        "Signed documents of another program, channel or release",
      ),
      line(
        "command-line",
        "Documents altérés remis à la ligne de commande",
        "Altered documents handed to the command line",
        { must: 200 },
      ),
      line(
        "python-refuses",
        "Documents altérés remis au client en Python, refusés pour la même raison",
        "Altered documents handed to the client in Python, refused for the same reason",
        { must: 10_000 },
      ),
      line("import", "Versions altérées importées dans la console", "Altered releases imported", {
        must: 200,
      }),
      line(
        "key-lost",
        "Clé de signature sauvegardée et remise, puis perdue et remplacée, vue par une application d’avant et une d’après",
        "Signing key backed up and put back, then lost and replaced, as an app of before and one of after see it",
      ),
      line("keys-rotated", "Remplacements de clés de signature", "Rotations of signing keys", {
        must: 50,
      }),
    ],
  },
  {
    id: "P4",
    what: {
      fr: "Une application ne revient jamais en arrière sans qu’on l’ait décidé, et dit quand elle n’est plus à jour.",
      en: "An app never goes back unless somebody decided so, and says when it is no longer up to date.",
    },
    lines: [
      line("histories", "Suites de pointeurs au hasard", "Random histories of pointers", { must: 1000 }),
      line(
        "never-back",
        "Séquence plus basse, ou même séquence pour autre chose",
        "A lower sequence, or the same one for something else",
      ),
      line(
        "later-format",
        "Documents signés d’un format ultérieur : la dernière bonne version reste en service, et la raison est dite",
        "Signed documents of a later format: the last good release serves on, and the reason is told",
        { must: 4 },
      ),
      line(
        "frozen-format",
        "Réponses d’une version signée autrefois, par le réseau, le cache et le fichier joint",
        "Answers of a release signed long ago, through network, cache and bundled file",
        { must: 150 },
      ),
      line(
        "stale-is-told",
        "Pointeur échu : chaque réponse le dit, et les réponses continuent",
        "Expired pointer: every answer says so, and answers go on",
      ),
      line(
        "no-event-missed",
        "Applications qui suivent un canal en direct : rien ne leur manque",
        "Apps that follow a channel live: they miss nothing",
      ),
      line(
        "told-live",
        "Applications avisées en direct : seul ce qui est signé entre, et l’annonce suffit",
        "Apps that are told live: only what is signed gets in, and being told is enough",
      ),
      line(
        "stream-lost",
        "Suivi en direct coupé, muet ou sans fin : l’application demande elle-même",
        "A live stream that ends, is silent or endless: the app asks by itself",
      ),
    ],
  },
  {
    id: "P5",
    what: {
      fr: "Les applications continuent quand le serveur est en panne pendant une journée.",
      en: "Apps go on while the server is down for a day.",
    },
    lines: [
      line(
        "a-day-of-silence",
        "Évaluations pendant une journée sans serveur (96 par application)",
        "Evaluations during a day without a server (96 for each app)",
        { must: 96_000 },
      ),
      line(
        "no-stampede",
        "Applications qui reviennent ensemble sans se ruer",
        "Apps that come back together without a stampede",
        { must: 1000 },
      ),
      line(
        "cache-killed",
        "Application arrêtée net pendant qu’elle écrit son cache",
        "App killed while it writes its cache",
        { must: 500 },
      ),
      line(
        "streams-apart",
        "Applications qui suivaient en direct et reviennent sans se ruer",
        "Apps that were told live and come back without a stampede",
        { must: 1000 },
      ),
      line("cache-corrupted", "Caches abîmés n’importe où", "Caches corrupted anywhere", { must: 1000 }),
    ],
  },
  {
    id: "P6",
    what: {
      fr: "Personne n’entre là où il n’a rien à faire, ni ne s’élève au-dessus de son rôle.",
      en: "Nobody gets in, or up, where they do not belong.",
    },
    lines: [
      line(
        "role-matrix",
        "Rôles × actions × programmes, toutes les cases",
        "Roles × procedures × programs, every cell",
      ),
      line("no-self-approval", "Qui a modifié n’approuve pas", "Whoever edited does not approve"),
      line(
        "changes-seen",
        "Qui approuve a marqué chaque changement, tel qu’il est",
        "Whoever approves has marked each change as it stands",
      ),
      line("what-was-approved", "Une modification annule l’approbation", "An edit voids the approval"),
      line(
        "interleavings",
        "Rédiger, approuver, retourner et publier en même temps : ce qui est publié est ce qui a été approuvé",
        "Editing, approving, returning and publishing at the same time: what is published is what was approved",
        { must: 10_000 },
      ),
      line("wrong-tokens", "Jetons CDS Hooks incorrects", "Wrong CDS Hooks tokens", { must: 25 }),
    ],
  },
  {
    id: "P7",
    what: {
      fr: "Ce que personne ne devrait envoyer reçoit une réponse claire, et rien de ce qui est écrit ne s’exécute.",
      en: "What nobody should send gets a clear answer, and nothing that is written runs.",
    },
    lines: [
      line("bad-bodies", "Documents mal formés, un par appel", "Malformed documents, one a call", {
        must: 100_000,
      }),
      line("bad-lines", "Documents mal formés, en lot", "Malformed documents, in a batch", {
        must: 90_000,
      }),
      line(
        "script-strings",
        "Textes qui contiennent des scripts, dans chaque champ et sur chaque écran",
        "Script strings in every text field, on every screen",
        { must: 150 },
      ),
      line(
        "trusted-types",
        "Façons de faire d’un texte du balisage ou du script dans la console, chacune empêchée",
        "Ways to make markup or script from text in the console, each prevented",
        { must: 11 },
      ),
    ],
  },
  {
    id: "P8",
    what: {
      fr: "Aucun renseignement sur une personne n’est conservé.",
      en: "Nothing about a person is kept.",
    },
    lines: [
      line(
        "nothing-in-the-log",
        "Rien de ce qu’un appel envoie n’est dans les journaux techniques",
        "Nothing that a call sends is in the logs",
      ),
      line(
        "canaries",
        "Textes témoins envoyés partout, cherchés partout",
        "Canary strings sent everywhere, looked for everywhere",
        { must: 50 },
      ),
      line(
        "canaries-in-faults",
        "Textes témoins envoyés à un serveur qui échoue : ses réponses n’en disent rien",
        "Canary strings sent to a server that fails: its answers say nothing of them",
        { must: 50 },
      ),
      line(
        "canaries-in-webhooks",
        "Textes témoins, cherchés dans les avis de publication",
        "Canary strings, looked for in webhooks",
        { must: 50 },
      ),
      line(
        "canaries-in-traces",
        "Textes témoins, cherchés dans les traces envoyées à un collecteur",
        "Canary strings, looked for in the traces sent to a collector",
        { must: 50 },
      ),
      line(
        "canaries-in-browsers",
        "Textes témoins, cherchés dans ce que les navigateurs gardent (console et trousse)",
        "Canary strings, looked for in what browsers keep (console and SDK)",
        { must: 50 },
      ),
    ],
  },
  ...promisesOfMeaning,
  {
    id: "P12",
    what: {
      fr: "Qui a modifié, approuvé et publié quoi peut se démontrer des années plus tard.",
      en: "Who changed, approved and published what can be shown years later.",
    },
    lines: [
      line(
        "record-altered",
        "Façons d’altérer le registre, toutes remarquées",
        "Ways to alter the record, each noticed",
      ),
    ],
  },
  {
    id: "P13",
    what: {
      fr: "Un seul serveur suffit à un réseau.",
      en: "One server is enough for a network.",
    },
    lines: [
      line(
        "evaluations-a-second",
        "Évaluations par seconde, par HTTP",
        "Evaluations a second, through HTTP",
        {
          must: 5000,
          command: "pnpm load --soak 10",
        },
      ),
      line(
        "answers-in-time",
        "Évaluations à la moitié du débit maximal, dont 99 sur 100 en moins de 20 ms",
        "Evaluations at half of the peak, 99 of 100 within 20 ms",
        { command: "pnpm load --soak 10" },
      ),
      line(
        "live-clients",
        "Applications qui suivent un canal en direct, sans qu’un événement se perde",
        "Apps that follow a channel live, without an event lost",
        { must: 1000, command: "pnpm load --soak 10" },
      ),
      line(
        "bounded-memory",
        "Minutes de suivi en direct sans que la mémoire croisse",
        "Minutes of following live without memory growing",
        { must: 10, command: "pnpm load --soak 10" },
      ),
    ],
  },
  {
    id: "P16",
    what: {
      fr: "Ce qui est prévu pour plus tard n’arrive que si tout le permet encore à ce moment.",
      en: "What is planned for later happens only if everything still allows it then.",
    },
    lines: [line("planned", "Changements prévus, faits ou refusés", "Planned changes, done or refused")],
  },
  {
    id: "P14",
    what: {
      fr: "Les essais remarquent une protection qui manque.",
      en: "The tests notice a protection that is missing.",
    },
    lines: [
      line("sabotages", "Sabotages d’une ligne, chacun remarqué", "One-line sabotages, each noticed", {
        must: 30,
        command: "pnpm sabotage",
      }),
      line(
        "mutants",
        "Pour cent des petites fautes remarquées, dans la vérification de la trousse",
        "Per cent of small faults noticed, in what verifies in the SDK",
        { must: 90, command: "pnpm mutation packages/sdk/src packages/engine/src/release --sample 300" },
      ),
    ],
  },
];
