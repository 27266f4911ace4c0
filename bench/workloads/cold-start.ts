// How long a server process takes until it says where it listens: on an empty data folder (making the database, the
// key and the demo's programs), and on the same folder again.
import { rmSync } from "node:fs";
import { startProcess, temporaryFolder } from "../../apps/server/test/server-process.ts";
import type { Row } from "../row.ts";
import { median } from "../statistics.ts";

export async function coldStartRows(times: number): Promise<readonly Row[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let i = 0; i < times; i++) {
    const dataDir = temporaryFolder();
    try {
      cold.push(await secondsToListen(dataDir));
      warm.push(await secondsToListen(dataDir));
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
  const common = { workload: "start of the server", unit: "s" } as const;
  return [
    { ...common, contender: "empty data folder", value: median(cold) },
    { ...common, contender: "again, same folder", value: median(warm) },
  ];
}

async function secondsToListen(dataDir: string): Promise<number> {
  const start = performance.now();
  const server = await startProcess({ built: true, dataDir, env: { LOG_LEVEL: "info" } });
  const seconds = (performance.now() - start) / 1000;
  try {
    const ready = await fetch(`${server.url}/readyz`);
    if (!ready.ok) throw new Error(`the server listens but is not ready: ${await ready.text()}`);
  } finally {
    await server.stop();
  }
  return seconds;
}
