// A cache in a file, for servers and command lines on Node. Browsers bring their own `Cache`.
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { Cache } from "./cache.ts";

// Two pointers and a release at their largest; anything bigger is not a cache of ours.
const limit = 9 * 1024 * 1024;
let written = 0;

/**
 * Keeps the last good release in a file. A write goes to a file beside it, is flushed to the disk, then takes the name:
 * whenever the process or the machine stops, the old content or the new one is there, whole.
 */
export function fileCache(path: string): Cache {
  const file = resolve(path);
  const directory = dirname(file);
  const beside = `.${basename(file)}.${hostname()}-`;
  return {
    async read() {
      try {
        await removeLeftovers(directory, beside);
        if ((await stat(file)).size > limit) return undefined;
        return new Uint8Array(await readFile(file));
      } catch (error) {
        if (isCode(error, "ENOENT")) return undefined;
        throw error;
      }
    },
    async write(bytes) {
      await mkdir(directory, { recursive: true });
      const temporary = join(directory, `${beside}${process.pid}-${written++}.tmp`);
      try {
        await writeFlushed(temporary, bytes);
        await rename(temporary, file);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await flushDirectory(directory);
    },
  };
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "w", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what processes of this machine that are no more left behind when they were stopped while writing. */
async function removeLeftovers(directory: string, beside: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const pid =
      name.startsWith(beside) && name.endsWith(".tmp") ? Number.parseInt(name.slice(beside.length), 10) : NaN;
    if (Number.isInteger(pid) && !isRunning(pid)) await rm(join(directory, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, "ESRCH");
  }
}

/** Makes the new name itself durable. Some systems cannot flush a directory; they order renames by themselves. */
async function flushDirectory(path: string): Promise<void> {
  try {
    const handle = await open(path, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!["EISDIR", "EPERM", "EINVAL", "ENOTSUP", "EACCES"].some((code) => isCode(error, code))) throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
