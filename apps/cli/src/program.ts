// From arguments to an exit code: parses the command line, runs one command, and prints its outcome once, as one JSON
// document or as lines. Nothing escapes: a fault of ours is exit 3, never mistaken for a finding.
import { Command, CommanderError, Option } from "commander";
import type { Lang } from "@jumelage/engine";
import { diagnosticLines, problemLines } from "./lines.ts";
import { say, type MessageKey } from "./messages.ts";
import { Unusable, type CommonOptions, type Io, type Outcome } from "./outcome.ts";

/** What commands are declared with. */
export interface Commands {
  readonly lang: Lang;
  readonly io: Io;
  readonly done: (outcome: Outcome) => void;
  /** The one of the two that is in the reader's language. */
  readonly words: (fr: string, en: string) => string;
  /** Declares a command below another with the options that all have. */
  readonly command: (of: Command, name: string, fr: string, en: string) => Command;
  /** Declares a command that only has others below it. */
  readonly group: (of: Command, name: string, fr: string, en: string) => Command;
}

/** What a program is for, and its commands. */
export interface Program {
  readonly fr: string;
  readonly en: string;
  readonly describe: (program: Command, given: Commands) => void;
}

/** Runs a program; the answer is the exit code. */
export async function runProgram(args: readonly string[], io: Io, of: Program): Promise<number> {
  let code = 0;
  // Commander may fail before it has read these; whoever asked for them is answered that way all the same.
  const wanted: CommonOptions = { json: args.includes("--json"), lang: langOf(args) };
  const program = described(of, wanted, io, (outcome) => {
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

// oxlint-disable-next-line max-params
function described(
  { fr, en, describe }: Program,
  { lang }: CommonOptions,
  io: Io,
  done: (outcome: Outcome) => void,
): Command {
  const words: Commands["words"] = (french, english) => (lang === "fr" ? french : english);
  const configure = (command: Command): Command =>
    command
      .exitOverride()
      .configureOutput({ writeOut: io.out, writeErr: () => undefined, outputError: () => undefined })
      .allowExcessArguments(false)
      .helpOption("-h, --help", words("affiche cette aide", "shows this help"));
  const command: Commands["command"] = (below, name, french, english) =>
    configure(below.command(name))
      .description(words(french, english))
      .option(
        "--json",
        words("un document JSON sur la sortie standard", "one JSON document on standard output"),
      )
      .addOption(
        new Option("--lang <lang>", words("langue des messages", "language of messages"))
          .choices(["fr", "en"])
          .default("fr"),
      );
  const group: Commands["group"] = (below, name, french, english) =>
    configure(below.command(name)).description(words(french, english));
  const program = configure(new Command("jumelage")).description(words(fr, en)).helpCommand(false);
  describe(program, { lang, io, done, words, command, group });
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
