// From arguments to an exit code: parses the command line, runs one command, and prints its outcome once, as one JSON
// document or as lines. Nothing escapes: a fault of ours is exit 3, never mistaken for a finding.
import { Command, CommanderError, Option } from "commander";
import type { Lang } from "@jumelage/engine";
import { describeAdmin } from "./admin-commands.ts";
import { describeInstallation } from "./installation-commands.ts";
import { describeKeys } from "./key-commands.ts";
import { boundaries, type BoundariesOptions } from "./commands/boundaries.ts";
import { check } from "./commands/check.ts";
import { cohort, detailChoices, sqlChoices, type CohortOptions } from "./commands/cohort.ts";
import { coverage } from "./commands/coverage.ts";
import { diff, type DiffOptions } from "./commands/diff.ts";
import { evaluateRuleSet, type EvaluateOptions } from "./commands/evaluate.ts";
import { findings, type FindingsOptions } from "./commands/findings.ts";
import { consumers } from "./commands/consumers.ts";
import { gates, type GatesOptions } from "./commands/gates.ts";
import { hazards } from "./commands/hazards.ts";
import { interview, type InterviewOptions } from "./commands/interview.ts";
import { proveRuleSet, type ProveOptions } from "./commands/prove.ts";
import { mutate, type MutateOptions } from "./commands/mutate.ts";
import { sources } from "./commands/sources.ts";
import { simulate, type SimulateOptions } from "./commands/simulate.ts";
import { verify, type VerifyOptions } from "./commands/verify.ts";
import { say, type MessageKey } from "./messages.ts";
import { Unusable, type CommonOptions, type Io, type Outcome } from "./outcome.ts";
import { diagnosticLines, problemLines } from "./lines.ts";

/** Runs the command line; the answer is the exit code. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code = 0;
  // Commander may fail before it has read these; whoever asked for them is answered that way all the same.
  const wanted: CommonOptions = { json: args.includes("--json"), lang: langOf(args) };
  const program = describe(wanted, io, (outcome) => {
    print(outcome, wanted, io);
    code = outcome.findings ? 1 : 0;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    return printFailure(error, wanted, io);
  }
}

function describe(wanted: CommonOptions, io: Io, done: (outcome: Outcome) => void): Command {
  const { lang } = wanted;
  const words = (fr: string, en: string): string => (lang === "fr" ? fr : en);
  const program = new Command("jumelage");
  const configure = (command: Command): Command =>
    command
      .exitOverride()
      .configureOutput({ writeOut: io.out, writeErr: () => undefined, outputError: () => undefined })
      .allowExcessArguments(false)
      .helpOption("-h, --help", words("affiche cette aide", "shows this help"));
  const below = (of: Command, name: string, fr: string, en: string): Command =>
    configure(of.command(name))
      .description(words(fr, en))
      .option(
        "--json",
        words("un document JSON sur la sortie standard", "one JSON document on standard output"),
      )
      .addOption(
        new Option("--lang <lang>", words("langue des messages", "language of messages"))
          .choices(["fr", "en"])
          .default("fr"),
      );
  const command = (name: string, fr: string, en: string): Command => below(program, name, fr, en);

  configure(program)
    .description(
      words(
        "Critères cliniques\u00a0: vérifier, évaluer, simuler.",
        "Clinical criteria: check, evaluate, simulate.",
      ),
    )
    .helpCommand(false);
  command(
    "check <ruleset>",
    "relève ce qui est à corriger dans un jeu de critères",
    "finds what is to be mended in a rule set",
  ).action(async (ruleSet: string) => done(await check(ruleSet, lang, io)));
  /** Of a command about one person: who it is. */
  const aboutPerson = (of: Command): Command =>
    of
      .option(
        "--facts <file>",
        words(
          "renseignements en JSON, ou - pour l’entrée standard",
          "facts as JSON, or - for standard input",
        ),
      )
      .option(
        "--at <date>",
        words("date ou instant d’évaluation (aujourd’hui)", "date or instant of evaluation (today)"),
      )
      .option(
        "--lenient",
        words("répond malgré des renseignements illisibles", "answers in spite of unreadable facts"),
      );
  aboutPerson(
    command("evaluate <ruleset>", "évalue une personne (fictive)", "evaluates one (synthetic) person"),
  )
    .option("--engine <list>", "evaluate, compiled, json-rules-engine", "evaluate")
    .action(async (ruleSet: string, options: EvaluateOptions) =>
      done(await evaluateRuleSet(ruleSet, { ...options, lang }, io)),
    );
  aboutPerson(
    command(
      "interview <ruleset>",
      "dit ce qui est certain d’une personne (fictive), pourquoi, ce qui le changerait et quoi demander ensuite",
      "tells what is certain of a (synthetic) person, why, what would change it, and what to ask next",
    ),
  )
    .option(
      "--decision <id>",
      words(
        "décision à régler (toutes celles à réponse unique)",
        "decision to settle (all with a single answer)",
      ),
    )
    .action(async (ruleSet: string, options: InterviewOptions) =>
      done(await interview(ruleSet, { ...options, lang }, io)),
    );
  command(
    "simulate <ruleset> <profiles>",
    "compare des profils à ce qu’on en attend",
    "compares profiles with what is expected",
  )
    .option(
      "--baseline <ruleset>",
      words("montre aussi ce qui change par rapport à", "also shows what changes from"),
    )
    .action(async (ruleSet: string, profiles: string, options: SimulateOptions) =>
      done(await simulate({ ...options, ruleSet, profiles, lang }, io)),
    );
  const floor = words("part minimale, en pour cent", "least share, in percent");
  command(
    "boundaries <ruleset> <profiles>",
    "relève les seuils et les listes qu’aucun profil n’éprouve",
    "finds the thresholds and lists that no profile exercises",
  )
    .option("--floor <percent>", `${floor} (90)`)
    .action(async (ruleSet: string, profiles: string, options: BoundariesOptions) =>
      done(await boundaries({ ...options, ruleSet, profiles, lang }, io)),
    );
  command(
    "mutate <ruleset> <profiles>",
    "sème une erreur à la fois et relève celles qu’aucun profil ne remarque",
    "seeds one fault at a time and finds those no profile notices",
  )
    .option("--floor <percent>", `${floor} (95)`)
    .option(
      "--timeout <seconds>",
      words("le plus de secondes que peut prendre une question", "the most seconds one question may take"),
      "20",
    )
    .action(async (ruleSet: string, profiles: string, options: MutateOptions) =>
      done(await mutate({ ...options, ruleSet, profiles, lang }, io)),
    );
  command(
    "coverage <ruleset> <profiles>",
    "montre ce que les profils éprouvent de chaque critère, et le plus petit groupe qui en éprouve autant",
    "shows what the profiles exercise of every criterion, and the smallest set that exercises as much",
  ).action(async (ruleSet: string, profiles: string) =>
    done(await coverage({ ruleSet, profiles, lang }, io)),
  );
  command(
    "diff <base> <head>",
    "compare deux jeux de critères, pour toutes les personnes possibles",
    "compares two rule sets, for every possible person",
  )
    .option(
      "--timeout <seconds>",
      words("le plus de secondes que peut prendre une question", "the most seconds one question may take"),
      "20",
    )
    .action(async (base: string, head: string, options: DiffOptions) =>
      done(await diff({ ...options, base, head, lang }, io)),
    );
  command(
    "findings <ruleset>",
    "relève, pour toutes les personnes possibles, ce qui est en trop, caché ou sans réponse",
    "finds, for every possible person, what is superfluous, hidden or without an answer",
  )
    .option(
      "--timeout <seconds>",
      words("le plus de secondes que peut prendre une question", "the most seconds one question may take"),
      "20",
    )
    .action(async (ruleSet: string, options: FindingsOptions) =>
      done(await findings(ruleSet, { ...options, lang }, io)),
    );
  command(
    "prove <ruleset>",
    "prouve pour tout le monde les propriétés de sécurité d’un jeu de critères",
    "proves the safety properties of a rule set for everybody",
  )
    .option(
      "--timeout <seconds>",
      words("le plus de secondes que peut prendre une question", "the most seconds one question may take"),
      "20",
    )
    .action(async (ruleSet: string, options: ProveOptions) =>
      done(await proveRuleSet(ruleSet, { ...options, lang }, io)),
    );
  command(
    "hazards <ruleset> <hazards> <profiles>",
    "relève les dangers sans mesure ou sans profil, et les mesures sans danger",
    "finds hazards without a control or a profile, and controls without a hazard",
  ).action(async (ruleSet: string, file: string, profiles: string) =>
    done(await hazards({ ruleSet, hazards: file, profiles, lang }, io)),
  );
  command(
    "sources <ruleset>",
    "relève les énoncés des sources que rien ne cite ni n’explique",
    "finds the statements of the sources that nothing cites or explains",
  ).action(async (ruleSet: string) => done(await sources(ruleSet, lang, io)));
  const appsWords = words(
    "applications en usage\u00a0: [{ consumer, name, channel, sends }]",
    "applications in use: [{ consumer, name, channel, sends }]",
  );
  command(
    "consumers <base> <head>",
    "relève ce que des applications n’envoient ou ne montrent pas encore",
    "finds what applications do not send or show yet",
  )
    .requiredOption("--consumers <file>", appsWords)
    .action(async (base: string, head: string, options: { readonly consumers: string }) =>
      done(await consumers({ base, head, apps: options.consumers, lang }, io)),
    );
  command(
    "gates <folder>",
    "passe les contrôles d’une publication que des fichiers peuvent passer",
    "runs the gates of a publication that files can answer",
  )
    .option("--base <ruleset>", words("jeu de critères en vigueur", "the rule set in force"))
    .option("--consumers <file>", appsWords)
    .option("--mutants <percent>", `${floor} (95)`)
    .option("--boundaries <percent>", `${floor} (90)`)
    .option(
      "--timeout <seconds>",
      words("le plus de secondes que peut prendre une question", "the most seconds one question may take"),
      "20",
    )
    .action(async (folder: string, options: GatesOptions) =>
      done(await gates({ ...options, folder, lang }, io)),
    );
  command(
    "cohort <ruleset>",
    "évalue toute une cohorte\u00a0: un fichier de personnes, ou la requête SQL qui l’évalue là où elle se trouve",
    "evaluates a whole cohort: a file of persons, or the SQL query that evaluates it where it lies",
  )
    .option("--data <file>", words("personnes, en CSV ou en Parquet", "persons, as CSV or Parquet"))
    .option(
      "--baseline <ruleset>",
      words(
        "avec --data\u00a0: montre aussi qui change par rapport à",
        "with --data: also shows who changes from",
      ),
    )
    .addOption(
      new Option("--emit-sql <dialect>", words("base de données visée", "the database it is for")).choices(
        sqlChoices,
      ),
    )
    .option(
      "--at <date>",
      words("date ou instant d’évaluation (aujourd’hui)", "date or instant of evaluation (today)"),
    )
    .option("--table <name>", words("table des personnes", "table of persons"), "persons")
    .option(
      "--key <columns>",
      words("colonnes à rendre telles quelles", "columns to be answered as they are"),
      "id",
    )
    .option(
      "--columns <file>",
      words("colonnes de chaque renseignement, en JSON", "columns of every fact, as JSON"),
    )
    .addOption(
      new Option("--detail <level>", words("ce que la requête répond", "how much the query answers"))
        .choices(detailChoices)
        .default("criteria"),
    )
    .action(async (ruleSet: string, options: CohortOptions) =>
      done(await cohort(ruleSet, { ...options, lang }, io)),
    );
  command(
    "verify <source>",
    "vérifie une version publiée, un pointeur ou un reçu signés",
    "verifies a signed release, pointer or receipt",
  )
    .option("--keys <jwks>", words("clés de confiance (JWKS)", "trusted keys (JWKS)"))
    .option("--program <id>", words("programme attendu", "expected program"))
    .option("--channel <id>", words("canal attendu", "expected channel"))
    .option(
      "--release <source>",
      words("version publiée que nomme le reçu", "signed release that the receipt names"),
    )
    .option("--facts <file>", words("renseignements du reçu", "facts of the receipt"))
    .action(async (source: string, options: VerifyOptions) =>
      done(await verify(source, { ...options, lang }, io)),
    );
  const admin = configure(program.command("admin")).description(
    words("s’occupe d’une installation", "looks after an installation"),
  );
  describeAdmin(admin, { lang, io, done, command: below });
  describeKeys(admin, { lang, io, done, command: below });
  const group = (name: string, fr: string, en: string): Command =>
    configure(program.command(name)).description(words(fr, en));
  describeInstallation(program, group, { lang, io, done, command: below });
  return program;
}

function print(outcome: Outcome, { json }: CommonOptions, io: Io): void {
  if (json === true) io.out(`${JSON.stringify(outcome.document)}\n`);
  else io.out(outcome.lines.map((line) => `${line}\n`).join(""));
}

function printFailure(error: unknown, { json, lang }: CommonOptions, io: Io): number {
  const failure = failureOf(error);
  const { about, ...listed } = failure.details;
  const { diagnostics = [], problems = [] } = listed;
  const message = say(lang, failure.key, failure.params);
  const lines = [
    `jumelage${lang === "fr" ? "\u00a0" : ""}: ${message}`,
    ...diagnosticLines(diagnostics, about, lang),
    ...problemLines(problems, lang),
  ];
  io.err(lines.map((line) => `${line}\n`).join(""));
  if (json === true) {
    io.out(`${JSON.stringify({ error: { code: failure.key, message, ...listed } })}\n`);
  }
  return failure.key === "fault" ? 3 : 2;
}

const usage: Readonly<Record<string, MessageKey>> = {
  "commander.unknownOption": "unknown-option",
  "commander.unknownCommand": "unknown-command",
  "commander.invalidArgument": "wrong-value",
};

function failureOf(error: unknown): Pick<Unusable, "key" | "params" | "details"> {
  if (error instanceof Unusable) return error;
  if (error instanceof CommanderError) {
    // Commander's own sentence is English; what it names (the option, the argument) stands between quotes in it.
    const what = /'([^']*)'/.exec(error.message)?.[1] ?? "";
    return { key: usage[error.code] ?? "wrong-arguments", params: { what }, details: {} };
  }
  return { key: "fault", params: { what: error instanceof Error ? error.message : "?" }, details: {} };
}

function langOf(args: readonly string[]): Lang {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const value = args[at]?.startsWith("--lang=") === true ? args[at]?.slice("--lang=".length) : args[at + 1];
  return at >= 0 && value === "en" ? "en" : "fr";
}
