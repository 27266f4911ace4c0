// What the command line asks for.
import { parseArgs } from "node:util";

export interface Options {
  /** Fewer and shorter rounds: at most a minute. */
  readonly quick: boolean;
  /** Whether the rows that need a browser are measured. */
  readonly browser: boolean;
  /** Where the rows are written as JSON. */
  readonly json: string | undefined;
}

export const usage = "pnpm bench [--quick] [--browser] [--json FILE]";

/** @throws TypeError on an option that does not exist */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    // pnpm passes `--` on.
    args: args.filter((arg) => arg !== "--"),
    options: {
      quick: { type: "boolean", default: false },
      browser: { type: "boolean", default: false },
      json: { type: "string" },
    },
  });
  return { quick: values.quick, browser: values.browser || !values.quick, json: values.json };
}
