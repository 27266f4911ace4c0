// Starts `no-op-server.ts` as a process, and asks it for its CPU time.
import { fork } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../apps/server/test/server-process.ts";

export interface NoOpProcess {
  readonly url: string;
  /** The CPU time the whole process has used so far, in microseconds. */
  readonly cpu: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

export async function startNoOpServer(execArgv: readonly string[] = []): Promise<NoOpProcess> {
  const dataDir = temporaryFolder();
  const child = fork(join(import.meta.dirname, "no-op-server.ts"), {
    execArgv: [...execArgv],
    // As in service, except that the log goes nowhere: where it goes is not ours to measure.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", JUMELAGE_MODE: "demo", JUMELAGE_DATA_DIR: dataDir },
  });
  const ended = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
  const answer = <T>(): Promise<T> =>
    new Promise((resolve, reject) => {
      const onExit = (): void => reject(new Error("the benchmark's server has ended"));
      child.once("exit", onExit);
      child.once("message", (message) => {
        child.off("exit", onExit);
        resolve(message as T);
      });
    });
  const { url } = await answer<{ url: string }>();
  return {
    url,
    async cpu() {
      const asked = answer<{ cpu: NodeJS.CpuUsage }>();
      child.send("cpu");
      const { user, system } = (await asked).cpu;
      return user + system;
    },
    async stop() {
      child.disconnect();
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
