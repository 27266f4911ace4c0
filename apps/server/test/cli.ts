// `jumelage` as whoever operates an installation runs it, on that of a data folder.
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { ofProcess } from "./server-process.ts";

const cli = path.resolve(import.meta.dirname, "../../cli/src/main.ts");

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in English. */
export async function jumelage(dataDir: string, ...args: string[]): Promise<Said> {
  const env = { ...ofProcess, JUMELAGE_DATA_DIR: dataDir };
  return promisify(execFile)(process.execPath, [cli, ...args, "--lang", "en"], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      err: error.stderr,
    }),
  );
}
