// What the command line of `pnpm mutation` asks for.
import { parseArgs } from "node:util";

export interface Options {
  /** Folders or files whose mutants are tried, relative to the root. */
  readonly folders: readonly string[];
  /** How many mutants are tried; all of them without. */
  readonly sample: number | undefined;
  readonly seed: number;
  /** Where the report is written as JSON. */
  readonly json: string | undefined;
  /** An earlier report: only what survived there is tried. */
  readonly survivors: string | undefined;
  /** Test files, or folders of them, that are asked; all without. Fewer can only leave more mutants unnoticed. */
  readonly tests: readonly string[] | undefined;
  /** A mutant that tests of so many seconds do not notice is taken to survive; without, all that run its place try it. */
  readonly patience: number;
}

export const usage =
  "pnpm mutation [folders…] [--sample N] [--seed S] [--patience SECONDS] [--tests FOLDER]… [--json FILE] [--survivors REPORT]";

export const everything = ["packages/engine/src", "packages/prover/src", "packages/sdk/src"];

/** What verifies releases wherever they are consumed: the evidence page tells how it fares. */
export const verifying = ["packages/sdk/src", "packages/engine/src/release"];

/** @throws TypeError on an option that does not exist or a number that is none */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    // pnpm passes `--` on.
    args: args.filter((arg) => arg !== "--"),
    allowPositionals: true,
    options: {
      sample: { type: "string" },
      seed: { type: "string", default: "1" },
      json: { type: "string" },
      survivors: { type: "string" },
      patience: { type: "string" },
      tests: { type: "string", multiple: true },
    },
  });
  return {
    folders: positionals.length > 0 ? positionals : everything,
    sample: values.sample === undefined ? undefined : whole(values.sample, 1),
    seed: whole(values.seed, 0),
    json: values.json,
    survivors: values.survivors,
    tests: values.tests,
    patience: values.patience === undefined ? Number.POSITIVE_INFINITY : whole(values.patience, 1),
  };
}

function whole(text: string, least: number): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < least) throw new TypeError(`not a whole number from ${least}: ${text}`);
  return n;
}
