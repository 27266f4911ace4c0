// The server as it is installed – what `pnpm build` made, one process, with its PostgreSQL – and what Linux says of the
// process: its memory and the time it has had of the processors.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { temporaryFolder } from "../../apps/server/test/server-process.ts";
import { root } from "../../scripts/run.ts";

export interface BuiltServer {
  readonly url: string;
  /** The time it has had of the processors so far, all its threads together (seconds). */
  readonly cpuSeconds: () => number;
  /** Memory that is resident at this moment (MiB). */
  readonly residentMiB: () => number;
  readonly stop: () => Promise<void>;
}

/** Starts it in its demo mode, on an embedded PostgreSQL in a folder of its own, on the loopback interface alone. */
export async function startBuilt(): Promise<BuiltServer> {
  const main = join(root, "apps/server/dist/main.js");
  if (!existsSync(main)) throw new Error("pnpm build first");
  const dataDir = temporaryFolder();
  const child = spawn(process.execPath, [main], {
    // As in service, except that the log goes nowhere: where it goes is not ours to measure.
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", JUMELAGE_MODE: "demo", JUMELAGE_DATA_DIR: dataDir },
  });
  const lines = createInterface(child.stdout);
  const [line] = (await Promise.race([
    once(lines, "line"),
    once(child, "exit").then(() => {
      throw new Error("the server ended before it was ready");
    }),
  ])) as [string];
  const { url } = JSON.parse(line) as { readonly url: string };
  return {
    url,
    cpuSeconds: () => {
      // The name of the process, which may hold spaces, ends with the last bracket; times are in hundredths (proc(5)).
      const stat = readFileSync(`/proc/${child.pid ?? 0}/stat`, "utf8");
      const [user = 0, system = 0] = stat
        .slice(stat.lastIndexOf(")") + 2)
        .split(" ")
        .slice(11, 13)
        .map(Number);
      return (user + system) / 100;
    },
    residentMiB: () => {
      const status = readFileSync(`/proc/${child.pid ?? 0}/status`, "utf8");
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
    },
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
