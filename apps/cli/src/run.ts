// The commands of `jumelage`, each with its arguments and options.
import { Option, type Command } from "commander";
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
import type { Io } from "./outcome.ts";
import { runProgram, type Commands } from "./program.ts";
import { describeVerify } from "./verify-commands.ts";

/** Runs the command line; the answer is the exit code. */
export function run(args: readonly string[], io: Io): Promise<number> {
  return runProgram(args, io, {
    fr: "Critères cliniques\u00a0: vérifier, évaluer, simuler.",
    en: "Clinical criteria: check, evaluate, simulate.",
    describe,
  });
}

function describe(program: Command, given: Commands): void {
  const { lang, io, done, words } = given;
  const command = (name: string, fr: string, en: string): Command => given.command(program, name, fr, en);
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
  describeVerify(program, given);
  const admin = given.group(program, "admin", "s’occupe d’une installation", "looks after an installation");
  describeAdmin(admin, given);
  describeKeys(admin, given);
  describeInstallation(program, given);
}
