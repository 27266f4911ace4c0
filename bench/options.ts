// What the command line asks for.
import { parseArgs } from "node:util";

export interface Options {
  /** Fewer and shorter rounds. */
  readonly quick: boolean;
  /** Whether the rows that need a browser are measured. */
  readonly browser: boolean;
  /** Only the parts whose title has these words in it. */
  readonly only: string;
  /** Where the rows are written as JSON. */
  readonly json: string | undefined;
}

export const usage = "pnpm bench [--quick] [--browser] [--only WORDS] [--json FILE]";

/** @throws TypeError on an option that does not exist */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    // pnpm passes `--` on.
    args: args.filter((arg) => arg !== "--"),
    options: {
      quick: { type: "boolean", default: false },
      browser: { type: "boolean", default: false },
      only: { type: "string", default: "" },
      json: { type: "string" },
    },
  });
  const { quick, browser, only, json } = values;
  return { quick, browser: browser || !quick, only, json };
}
