// One owner of a data folder at a time. A lock is the highest-numbered file of a folder: to take over from a dead
// owner is to create the next number, which only one can; the highest is never deleted, so a newcomer always sees it.
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { processIdentity, processSpace, sleep } from "./processes.ts";

interface Owner {
  readonly pid: number;
  readonly identity: string;
  readonly space: string;
  readonly token: string;
  readonly released?: true;
}

export type LockResult =
  | { readonly kind: "acquired"; readonly release: () => void }
  /** `pid` is that of the owner, in its own set of processes. */
  | { readonly kind: "held"; readonly pid: number; readonly elsewhere: boolean };

// An owner in another container cannot be looked up by its number: it shows it lives by touching its file.
const patience = { heartbeatMs: 4000, deadAfterMs: 12_000 } as const;
type Patience = { readonly heartbeatMs: number; readonly deadAfterMs: number };

/** Takes the lock of `folder`, or says who holds it. Answers at once, unless the owner lives in another container. */
export async function acquireLock(folder: string, times: Patience = patience): Promise<LockResult> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const me: Owner = {
    pid: process.pid,
    identity: processIdentity(process.pid) ?? "",
    space: processSpace(),
    token: randomUUID(),
  };
  const draft = join(folder, `new-${me.token}`);
  writeFileSync(draft, JSON.stringify(me), { mode: 0o600 });
  try {
    for (;;) {
      const top = highest(folder);
      const held = top === 0 ? undefined : await livingOwner(join(folder, String(top)), times);
      if (held) return { kind: "held", pid: held.pid, elsewhere: held.space !== me.space };
      const mine = top + 1;
      if (!created(() => linkSync(draft, join(folder, String(mine))))) continue;
      if (highest(folder) !== mine) {
        // Others went on while we looked away; our number is not the highest, so it means nothing.
        rmSync(join(folder, String(mine)), { force: true });
        continue;
      }
      for (const n of numbers(folder)) if (n < mine) rmSync(join(folder, String(n)), { force: true });
      return hold(join(folder, String(mine)), me, times);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function hold(path: string, me: Owner, times: Patience): LockResult {
  const beat = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(path, now, now);
    } catch {
      // The folder is gone, or read-only: there is nothing to keep alive any more.
    }
  }, times.heartbeatMs);
  beat.unref();
  const release = (): void => {
    clearInterval(beat);
    try {
      // Never deleted, being the highest: marked instead, by an atomic rename.
      const note = `${path}.${me.token}`;
      writeFileSync(note, JSON.stringify({ ...me, released: true }), { mode: 0o600 });
      renameSync(note, path);
    } catch {
      // A folder that was removed under us needs no release.
    }
  };
  return { kind: "acquired", release };
}

async function livingOwner(path: string, times: Patience): Promise<Owner | undefined> {
  const owner = readOwner(path);
  if (!owner || owner.released) return undefined;
  if (owner.space === processSpace())
    return processIdentity(owner.pid) === owner.identity ? owner : undefined;
  const first = touchedAt(path);
  for (let waited = 0; waited < times.deadAfterMs; waited += times.heartbeatMs / 4) {
    await sleep(times.heartbeatMs / 4);
    const now = readOwner(path);
    if (!now || now.released) return undefined;
    if (touchedAt(path) !== first) return owner;
  }
  return undefined;
}

/** What a lock file says; undefined when it is gone, or is not what we write (it is linked whole, so never half). */
function readOwner(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Owner;
  } catch {
    return undefined;
  }
}

function touchedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

function numbers(folder: string): readonly number[] {
  return readdirSync(folder)
    .filter((name) => /^[1-9]\d*$/.test(name))
    .map(Number);
}

function highest(folder: string): number {
  return Math.max(0, ...numbers(folder));
}

function created(make: () => void): boolean {
  try {
    make();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
