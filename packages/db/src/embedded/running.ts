// The address of an embedded PostgreSQL that a server has running, for a command beside it. Nothing is started here.
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { owner } from "./cluster.ts";
import { livingPostmaster } from "./postmaster.ts";

/** The connection string of the embedded PostgreSQL of this data folder; `undefined` when none is running there. */
export function runningEmbeddedUrl(dataDir: string): string | undefined {
  if (!existsSync(join(dataDir, "postgres.password"))) return undefined;
  const folder = realpathSync(dataDir);
  const note = join(folder, "postgres.location");
  const home = existsSync(note) ? readFileSync(note, "utf8").trim() : folder;
  const running = livingPostmaster(join(home, "postgres"));
  if (!running) return undefined;
  const password = readFileSync(join(folder, "postgres.password"), "utf8").trim();
  return `postgresql://${owner}:${password}@127.0.0.1:${running.port}/${owner}`;
}
