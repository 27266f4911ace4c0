// A copy of the repository to break things in: its own sources, the same dependencies. Whatever a test starts – another
// process, a thread – runs from the copy too.
import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectOf } from "../assurance/lines.ts";
import { root } from "../run.ts";
import { occurrences, type Sabotage } from "./sabotage.ts";

/** What a test file said: that all is well, that a test failed, or nothing that can be counted (it did not load, or did not end). */
export type Verdict = "green" | "red" | "neither";

type Asked = Pick<Sabotage, "test" | "only">;

interface VitestReport {
  readonly success: boolean;
  readonly numFailedTests: number;
  readonly numPassedTests: number;
}

/** The longest that a test file may take (seconds): one that does not end has noticed nothing. */
const patience = 1200;

export class Workshop {
  readonly #folder = mkdtempSync(join(tmpdir(), "jumelage-sabotage-"));

  constructor() {
    const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    for (const file of files.split("\0")) {
      // A file that was deleted and not committed yet is listed all the same.
      if (file !== "" && existsSync(join(root, file))) cpSync(join(root, file), join(this.#folder, file));
    }
    symlinkSync(join(root, "node_modules"), join(this.#folder, "node_modules"), "junction");
    // Links to other packages are relative: copied, they lead to the copies.
    for (const modules of globSync(["{packages,apps}/*/node_modules", "{e2e,bench}/node_modules"], {
      cwd: root,
    })) {
      cpSync(join(root, modules), join(this.#folder, modules), {
        recursive: true,
        verbatimSymlinks: true,
        filter: (from) => !from.endsWith("/.vite") && !from.endsWith("/.cache"),
      });
    }
  }

  /** What a test says of the sources as they are. */
  unbroken(asked: Asked): Promise<Verdict> {
    return this.#ask(asked);
  }

  /**
   * What the test says with the line broken.
   * @throws Error when the snippet does not occur in its file exactly once
   */
  async broken(sabotage: Sabotage): Promise<Verdict> {
    const path = join(this.#folder, sabotage.file);
    const text = readFileSync(path, "utf8");
    if (occurrences(sabotage, text) !== 1)
      throw new Error(`does not occur once in ${sabotage.file}: ${sabotage.source}`);
    writeFileSync(
      path,
      text.replace(sabotage.source, () => sabotage.replacement),
    );
    try {
      return await this.#ask(sabotage);
    } finally {
      writeFileSync(path, text);
    }
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #ask({ test, only }: Asked): Promise<Verdict> {
    const report = join(this.#folder, "report.json");
    rmSync(report, { force: true });
    const child = spawn(
      join(root, "node_modules/.bin/vitest"),
      [
        "run",
        "--project",
        projectOf(test),
        "--reporter=json",
        `--outputFile=${report}`,
        "--bail=1",
        ...(only === undefined ? [] : ["--testNamePattern", only]),
        test,
      ],
      {
        cwd: this.#folder,
        // A group of its own, to end whatever it has started.
        detached: true,
        stdio: "ignore",
        // One run is enough to notice, whatever chance has been asked for elsewhere.
        env: { ...process.env, JUMELAGE_LONG: "", JUMELAGE_EVIDENCE_FILE: "", VITEST: undefined },
      },
    );
    const { pid } = child;
    const ended = new Promise((resolve) => void child.once("exit", resolve));
    const timer = setTimeout(() => pid !== undefined && process.kill(-pid, "SIGKILL"), patience * 1000);
    await ended;
    clearTimeout(timer);
    if (!existsSync(report)) return "neither";
    const said = JSON.parse(readFileSync(report, "utf8")) as VitestReport;
    if (said.numFailedTests > 0) return "red";
    return said.success && said.numPassedTests > 0 ? "green" : "neither";
  }
}

/** What sabotages and tests have in common: the same question of the same test. */
export function questionOf({ test, only }: Asked): string {
  return `${dirname(test)}/${test.split("/").at(-1) ?? ""}${only === undefined ? "" : ` (${only})`}`;
}
