// What PostgreSQL writes about itself: the postmaster.pid of a data directory, and its log.
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { isAlive, isPostgres, postgresIn, until } from "./processes.ts";

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** What postmaster.pid says, whether still true or not. Lines: pid, data directory, start, port, … */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const path = join(cluster, "postmaster.pid");
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** The living PostgreSQL server of a data directory, if there is one. */
export function livingPostmaster(cluster: string): Postmaster | undefined {
  const found = readPostmaster(cluster);
  return found && isPostgres(found.pid) ? found : undefined;
}

/**
 * Clears away what a dead server left. PostgreSQL does so by itself, except where the number in postmaster.pid now
 * belongs to a zombie or to something else, which it takes for itself; and it refuses while backends of the dead
 * server still run, so those are waited for first (removing the file earlier would hide them from it).
 */
export async function clearStale(cluster: string): Promise<void> {
  const found = readPostmaster(cluster);
  if (!found || isPostgres(found.pid)) return;
  await until(10_000, () => postgresIn(cluster).length === 0);
  const numberReused = isAlive(found.pid) || !isGone(found.pid);
  if (numberReused && postgresIn(cluster).length === 0)
    rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** Starts a new log when the old one has grown. */
export function turnLog(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 8 * 1024 * 1024) renameSync(path, `${path}.1`);
}

/** The last lines of the log written after `offset`. */
export function logTail(path: string, offset: number): string {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const from = Math.max(offset, size - 4096);
  if (size <= from) return "";
  const buffer = new Uint8Array(size - from);
  const file = openSync(path, "r");
  try {
    readSync(file, buffer, 0, buffer.length, from);
  } finally {
    closeSync(file);
  }
  return new TextDecoder().decode(buffer).trimEnd().split("\n").slice(-12).join("\n");
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
