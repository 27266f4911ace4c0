// Following one channel: which release serves, which pointer is the newest seen, and what one check does to both. A
// failed check changes neither; what was good goes on serving.
import type { PublicJwk, Verifier } from "@jumelage/engine";
import {
  acceptPointer,
  acceptRelease,
  namesSame,
  type AcceptTerms,
  type Serving,
  type SignedPointer,
} from "./accept.ts";
import { packKept, unpackKept, type Cache } from "./cache.ts";
import type { ClientEvent, Details, Door, ProblemCode } from "./events.ts";
import type { Fetched, Transport } from "./transport.ts";
import { importTrust } from "./web-crypto.ts";

export interface FollowerOptions {
  readonly trust: readonly PublicJwk[];
  readonly program: string;
  readonly channel: string;
  readonly transport: Transport;
  readonly cache: Cache | undefined;
  /** What an application ships with itself: the bytes of a cache, verified like any other. */
  readonly bundled: Uint8Array | undefined;
  readonly clock: () => number;
  readonly emit: (event: ClientEvent) => void;
}

export interface Follower {
  /** One check of the channel: the code of what went wrong, or undefined. Never rejects. */
  check(): Promise<ProblemCode | undefined>;
  serving(): Serving | undefined;
  /** The clock, but never before what a signed pointer proves to be past: a clock set back extends nothing. */
  now(): number;
}

const skewSeconds = 600;

export function createFollower(options: FollowerOptions): Follower {
  const { transport, cache, bundled, clock, emit } = options;
  let trusted: readonly Verifier[] | undefined;
  let storedRead = false;
  let serving: Serving | undefined;
  let seen: SignedPointer | undefined;
  let etag: string | undefined;

  function report(door: Door, code: ProblemCode, details: Details = {}): ProblemCode {
    emit({ type: "problem", door, code, details });
    return code;
  }

  function noteSeen(next: SignedPointer): void {
    if (next === seen) return;
    const before = seen?.pointer.audit;
    const { audit, issuedAt } = next.pointer;
    if (before && (audit.size < before.size || (audit.size === before.size && audit.head !== before.head))) {
      emit({ type: "audit-changed", seen: before.size, got: audit.size });
    }
    const ahead = Math.round((Date.parse(issuedAt) - clock()) / 1000);
    if (ahead > skewSeconds) emit({ type: "clock-behind", seconds: ahead });
    seen = next;
  }

  function switchTo(next: Serving): void {
    const from = serving?.release.number;
    serving = next;
    emit({ type: "switched", from, to: next.release.number, sequence: next.signed.pointer.sequence });
  }

  /** Once, before the network is asked: the cache, then what was shipped, where that is newer or the only thing left. */
  async function readStored(terms: AcceptTerms): Promise<void> {
    if (storedRead) return;
    storedRead = true;
    try {
      const bytes = await cache?.read();
      if (bytes !== undefined) await takeKept("cache", bytes, terms);
    } catch {
      report("cache", "cache-unreadable");
    }
    if (bundled !== undefined) await takeKept("bundled", bundled, terms);
  }

  async function takeKept(door: Door, bytes: Uint8Array, terms: AcceptTerms): Promise<void> {
    const kept = unpackKept(bytes);
    const pointer = await acceptPointer(kept.pointer, terms, seen);
    // Whatever is shipped grows old: behind what is served already it has nothing to say.
    const isOld = serving !== undefined && !pointer.ok && pointer.code === "counter-regression";
    if (isOld || (pointer.ok && namesSame(pointer.value.pointer, serving))) return;
    if (pointer.ok) noteSeen(pointer.value);
    // The mark counts even where the release beside it can no longer be used.
    const newest = await acceptPointer(kept.seen, terms, seen);
    if (newest.ok) noteSeen(newest.value);
    const release = pointer.ok ? await acceptRelease(kept.release, pointer.value, terms) : pointer;
    if (release.ok) switchTo(release.value);
    else report(door, release.code, release.details);
  }

  async function writeCache(): Promise<void> {
    if (cache === undefined || serving === undefined || seen === undefined) return;
    try {
      await cache.write(
        packKept({ pointer: serving.signed.bytes, release: serving.bytes, seen: seen.bytes }),
      );
    } catch {
      report("cache", "cache-unwritable");
    }
  }

  /** Takes a pointer from the network and, if it names another release, that release. */
  async function take(pointerBytes: Uint8Array, terms: AcceptTerms): Promise<ProblemCode | undefined> {
    const pointer = await acceptPointer(pointerBytes, terms, seen);
    if (!pointer.ok) return report("network", pointer.code, pointer.details);
    const isNew = pointer.value !== seen;
    noteSeen(pointer.value);
    if (namesSame(pointer.value.pointer, serving)) {
      serving = { ...serving, signed: pointer.value };
      await writeCache();
      return undefined;
    }
    const problem = await takeRelease(pointer.value, terms);
    // Kept even when the release was refused: the mark must not be lost in a restart.
    if (problem === undefined || isNew) await writeCache();
    return problem;
  }

  async function takeRelease(pointer: SignedPointer, terms: AcceptTerms): Promise<ProblemCode | undefined> {
    const fetched = await transport.release(pointer.pointer.release, pointer.pointer.length);
    if (fetched.kind !== "body") return reportFetch(fetched);
    const release = await acceptRelease(fetched.bytes, pointer, terms);
    if (!release.ok) return report("network", release.code, release.details);
    switchTo(release.value);
    return undefined;
  }

  function reportFetch(fetched: Exclude<Fetched, { kind: "body" }>): ProblemCode {
    // A 304 answers only a question that named an ETag.
    if (fetched.kind === "not-modified") return report("network", "unexpected-answer", { status: 304 });
    return report("network", fetched.code, fetched.status === undefined ? {} : { status: fetched.status });
  }

  async function check(): Promise<ProblemCode | undefined> {
    try {
      trusted ??= await importTrust(options.trust);
    } catch {
      return report("network", "crypto-unavailable");
    }
    const terms: AcceptTerms = { trusted, program: options.program, channel: options.channel };
    await readStored(terms);
    const fetched = await transport.pointer(etag);
    if (fetched.kind === "not-modified" && etag !== undefined) return undefined;
    if (fetched.kind !== "body") return reportFetch(fetched);
    // The ETag stands for a pointer that was taken whole, or a 304 would hide what is still wrong with it.
    etag = undefined;
    const problem = await take(fetched.bytes, terms);
    if (problem === undefined) etag = fetched.etag;
    return problem;
  }

  return {
    check: () => check().catch(() => report("network", "internal-error")),
    serving: () => serving,
    now: () => (seen === undefined ? clock() : Math.max(clock(), Date.parse(seen.pointer.issuedAt))),
  };
}
