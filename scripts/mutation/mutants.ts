// Stryker's mutants of some source files, and the files with all of their mutants in them, each behind a switch.
import { globSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { root } from "../run.ts";

export interface Mutant {
  /** What the switch in the file compares with. */
  readonly id: string;
  /** The source file, relative to the root. */
  readonly file: string;
  /** From 1, as editors show them. */
  readonly line: number;
  readonly column: number;
  readonly mutator: string;
  readonly replacement: string;
}

export interface Mutated {
  /** In the order of files and of places in them. */
  readonly mutants: readonly Mutant[];
  /** By absolute path, the source with every mutant in it. */
  readonly sources: Readonly<Record<string, string>>;
}

const none = (): void => undefined;
const silent = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: none,
  debug: none,
  info: none,
  warn: none,
  error: none,
  fatal: none,
};

/**
 * Every mutator of Stryker, on every source file in these folders.
 * @throws RangeError when a folder has no source file
 */
export async function mutate(folders: readonly string[]): Promise<Mutated> {
  const files = [...new Set(folders.flatMap(sourcesIn))].toSorted();
  const instrumenter = new Instrumenter(silent);
  const { mutants, files: instrumented } = await instrumenter.instrument(
    files.map((name) => ({ name, content: readFileSync(name, "utf8"), mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  const found = mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
    id,
    file: relative(root, fileName),
    // Stryker counts both from 0.
    line: location.start.line + 1,
    column: location.start.column + 1,
    mutator: mutatorName,
    replacement,
  }));
  return {
    mutants: found.toSorted(
      (a, b) =>
        a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || Number(a.id) - Number(b.id),
    ),
    sources: Object.fromEntries(instrumented.map(({ name, content }) => [name, content])),
  };
}

function sourcesIn(folder: string): readonly string[] {
  const path = join(root, folder);
  const files = statSync(path).isFile()
    ? [path]
    : globSync(join(path, "**/*.ts")).filter((f) => !f.endsWith(".test.ts"));
  if (files.length === 0) throw new RangeError(`no source file in ${folder}`);
  return files;
}

/** Whether a file is one of these, or in one of these folders. */
export function isIn(file: string, folders: readonly string[]): boolean {
  return folders.some(
    (folder) => file === folder || file.startsWith(folder.endsWith("/") ? folder : `${folder}/`),
  );
}

/** What stays the same of a mutant from run to run, as long as its file does. */
export function placeOf({ file, line, column, mutator, replacement }: Omit<Mutant, "id">): string {
  return `${file}:${line}:${column} ${mutator} ${replacement}`;
}
