// Whether a mutant passes the type check of its package. What does not is no fault that could come to be, and counts as
// neither, as with Stryker's own type checker. Checked in a copy, so that the working tree stays as it is.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { root } from "../run.ts";
import { mutatedText, type Mutant } from "./mutants.ts";

export class Compiler {
  readonly #copy = mkdtempSync(join(tmpdir(), "jumelage-compiles-"));
  readonly #copied = new Set<string>();

  constructor() {
    cpSync(join(root, "tsconfig.base.json"), join(this.#copy, "tsconfig.base.json"));
    symlinkSync(join(root, "node_modules"), join(this.#copy, "node_modules"));
  }

  /** @throws Error when the package does not pass with nothing mutated */
  passes(mutant: Mutant): boolean {
    const [packages = "", name = ""] = mutant.file.split("/");
    const folder = join(packages, name);
    this.#need(folder);
    const file = join(this.#copy, mutant.file);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, mutatedText(text, mutant));
    try {
      return this.#check(folder);
    } finally {
      writeFileSync(file, text);
    }
  }

  close(): void {
    rmSync(this.#copy, { recursive: true, force: true });
  }

  #need(folder: string): void {
    if (this.#copied.has(folder)) return;
    const from = join(root, folder);
    const modules = join(from, "node_modules");
    cpSync(from, join(this.#copy, folder), {
      recursive: true,
      filter: (path) => path !== modules && !path.startsWith(modules + sep),
    });
    symlinkSync(modules, join(this.#copy, folder, "node_modules"));
    if (!this.#check(folder)) throw new Error(`${folder} does not compile with nothing mutated`);
    this.#copied.add(folder);
  }

  #check(folder: string): boolean {
    const { status, error } = spawnSync("tsc", ["--noEmit", "-p", folder], { cwd: this.#copy });
    if (error) throw error;
    return status === 0;
  }
}
