// Loading an evaluator from a copy of its source in which one line is broken. The copy stands outside the repository;
// everything it does not change is linked, so that nothing else is loaded twice.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Break } from "./breaks.ts";
import type * as Evaluators from "./evaluators.ts";

export type { Break } from "./breaks.ts";

const engine = join(import.meta.dirname, "..");

/** A folder for broken copies, to be removed in the end. */
export function workshop(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "jumelage-breaks-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * How often the snippet occurs in its file; once, or the break is out of date.
 * @param folder the files are in; the engine's sources when none is named
 */
export function occurrences(
  { file, source }: Pick<Break, "file" | "source">,
  folder = join(engine, "src"),
): number {
  return readFileSync(join(folder, file), "utf8").split(spaced(source)).length - 1;
}

/** The breaks of a list that are out of date. */
export function outOfDate<T extends Pick<Break, "file" | "source">>(
  list: readonly T[],
  folder?: string,
): readonly T[] {
  return list.filter((one) => occurrences(one, folder) !== 1);
}

/** The snippet however it is broken into lines. */
function spaced(source: string): RegExp {
  const words = source.split(/\s+/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(words.join(String.raw`\s+`));
}

/** A copy of the engine's source with the break in it; what does not read the broken file is linked. */
export function brokenCopy(broken: Break, into: string): void {
  const [folder] = broken.file.split("/");
  const whole = join(engine, "src");
  // What reads a broken shared file must be copied as well, or it would go on reading the sound one.
  const copied = folder === "model" || broken.file === "kleene.ts";
  mkdirSync(join(into, "src"), { recursive: true });
  mkdirSync(join(into, "test"));
  symlinkSync(join(engine, "node_modules"), join(into, "node_modules"), "junction");
  for (const name of readdirSync(whole)) {
    const [from, to] = [join(whole, name), join(into, "src", name)];
    if (copied || name === folder || name.endsWith(".ts")) cpSync(from, to, { recursive: true });
    else symlinkSync(from, to, "junction");
  }
  const file = join(into, "src", broken.file);
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(spaced(broken.source), () => broken.replacement),
  );
}

/** The evaluators with the break in them; those that do not read the broken file are as they were. */
export async function evaluatorsWith(broken: Break, into: string): Promise<typeof Evaluators> {
  brokenCopy(broken, into);
  cpSync(join(import.meta.dirname, "evaluators.ts"), join(into, "test", "evaluators.ts"));
  return (await import(
    /* @vite-ignore */ pathToFileURL(join(into, "test", "evaluators.ts")).href
  )) as typeof Evaluators;
}
