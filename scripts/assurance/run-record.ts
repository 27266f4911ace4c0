// One run of one test or command, as evidence for a line: written as a line of JSON to the file that
// JUMELAGE_EVIDENCE_FILE names, by whatever ran, and read again by whoever makes the page.
import { appendFileSync, existsSync, readFileSync } from "node:fs";

export interface RunRecord {
  readonly line: string;
  /** The test and its file, or the command. */
  readonly by: string;
  /** Runs of one kind add up; of several kinds (two databases), the least counts. */
  readonly kind: string;
  readonly passed: boolean;
  readonly asked: number;
  readonly reached: number;
  readonly seed: string | null;
  readonly seconds: number;
  /** How many tests this stands for; absent: one. */
  readonly tests?: number;
}

const variable = "JUMELAGE_EVIDENCE_FILE";

/** Adds to the evidence, where somebody collects it. */
export function record(run: RunRecord): void {
  const file = process.env[variable];
  if (file) appendFileSync(file, `${JSON.stringify(run)}\n`);
}

/** What was recorded in a file; nothing where there is none. */
export function recorded(file: string): readonly RunRecord[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((text) => text !== "").map((text) => JSON.parse(text) as RunRecord);
}

/** The environment in which what runs adds to that file. */
export const collectingIn = (file: string): Readonly<Record<string, string>> => ({ [variable]: file });
