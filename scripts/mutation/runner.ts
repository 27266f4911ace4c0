// Asks the host, and ends it with all it has started when it does not answer in time; the next question starts another.
import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../run.ts";
import type { Asked, Said } from "./host.ts";

export class Runner {
  readonly #folder = mkdtempSync(join(tmpdir(), "jumelage-mutants-"));
  #host: ChildProcess | undefined;
  #tests: readonly string[] = [];

  /** @param sources by absolute path, every file with its mutants */
  constructor(sources: Readonly<Record<string, string>>) {
    writeFileSync(this.#file, JSON.stringify(sources));
  }

  get #file(): string {
    return join(this.#folder, "mutated.json");
  }

  /** The test files there are, relative to the root. */
  async tests(): Promise<readonly string[]> {
    await this.#start();
    return this.#tests;
  }

  /** `timeout` when there is no answer within so many seconds. */
  async run(asked: Asked, seconds: number): Promise<Said | "timeout"> {
    const host = await this.#start();
    host.send(asked);
    const said = await message(host, seconds);
    if (said === "timeout") this.#end();
    return said as Said | "timeout";
  }

  close(): void {
    this.#end();
    rmSync(this.#folder, { recursive: true });
  }

  async #start(): Promise<ChildProcess> {
    if (this.#host) return this.#host;
    const host = fork(join(import.meta.dirname, "host.ts"), [this.#file], {
      cwd: root,
      // A group of its own, to end the workers of Vitest too; a fixed seed, so that a run can be repeated.
      detached: true,
      // One run is enough to notice, whatever chance has been asked for elsewhere, and shows nothing of what is promised.
      env: {
        ...process.env,
        NODE_ENV: "test",
        SEED: process.env["SEED"] ?? "1",
        JUMELAGE_LONG: "",
        JUMELAGE_EVIDENCE_FILE: "",
      },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#host = host;
    const said = await message(host, 120);
    if (said === "timeout") throw new Error("Vitest did not start within two minutes");
    this.#tests = (said as { readonly tests: readonly string[] }).tests;
    return host;
  }

  #end(): void {
    const pid = this.#host?.pid;
    this.#host = undefined;
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  }
}

function message(host: ChildProcess, seconds: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (use: () => void): void => {
      clearTimeout(timer);
      host.off("message", answered);
      host.off("exit", ended);
      use();
    };
    const answered = (said: unknown): void => settle(() => resolve(said));
    const ended = (): void => settle(() => reject(new Error("the process of Vitest ended by itself")));
    const timer = setTimeout(() => settle(() => resolve("timeout")), seconds * 1000);
    host.once("message", answered);
    host.once("exit", ended);
  });
}
