// Following one channel: which release serves, which pointer is the newest seen, and what one check does to both. A
// failed check changes neither; what was good goes on serving.
import { openRelease, releaseBytesLimit, type PublicJwk } from "@jumelage/engine";
import {
  acceptPointer,
  acceptRelease,
  namesSame,
  type AcceptTerms,
  type Serving,
  type SignedPointer,
} from "./accept.ts";
import { linesOf, packKept, unpackKept, type Cache } from "./cache.ts";
import type { ClientEvent, Details, Door, ProblemCode } from "./events.ts";
import { barredStep, type Change, type Follow } from "./follow.ts";
import type { Fetched, Transport } from "./transport.ts";
import { configuredTrust, trustAfter, type Trust } from "./trust.ts";
import { digest } from "./web-crypto.ts";

export interface FollowerOptions {
  readonly trust: readonly PublicJwk[];
  readonly program: string;
  readonly channel: string;
  readonly transport: Transport;
  readonly cache: Cache | undefined;
  /** What an application ships with itself: the bytes of a cache, verified like any other. */
  readonly bundled: Uint8Array | undefined;
  readonly follow: Follow;
  readonly clock: () => number;
  readonly emit: (event: ClientEvent) => void;
}

export interface Follower {
  /** One check of the channel: the code of what went wrong, or undefined. Never rejects. */
  check(): Promise<ProblemCode | undefined>;
  /** The same with a pointer that came by itself. Never rejects. */
  told(pointer: Uint8Array): Promise<ProblemCode | undefined>;
  serving(): Serving | undefined;
  /** The clock, but never before what a signed pointer proves to be past: a clock set back extends nothing. */
  now(): number;
}

const skewSeconds = 600;

/** A release on the way to another could not be had; carries how that was reported. */
class Unread extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode) {
    super(code);
    this.code = code;
  }
}

export function createFollower(options: FollowerOptions): Follower {
  const { transport, cache, bundled, clock, emit } = options;
  let trust: Trust | undefined;
  let storedRead = false;
  let serving: Serving | undefined;
  let seen: SignedPointer | undefined;
  let etag: string | undefined;
  /** The last pointer from the network that was taken whole. */
  let whole: Uint8Array | undefined;
  const changes = new Map<number, Change>();

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
    if (serving) serving = { ...serving, seen: next.pointer };
  }

  function switchTo(next: Serving): void {
    const from = serving?.release.number;
    serving = { ...next, seen: seen?.pointer };
    emit({ type: "switched", from, to: next.release.number, sequence: next.signed.pointer.sequence });
  }

  /** Goes along key lists; whether that changed which keys count. */
  async function takeKeyLists(lists: readonly Uint8Array[]): Promise<boolean> {
    if (trust === undefined) return false;
    const before = trust;
    const after = await trustAfter(before, lists);
    if (after === before) return false;
    trust = after;
    emit({
      type: "keys-changed",
      version: after.version,
      trusted: after.verifiers.map(({ keyId }) => keyId),
      revoked: [...after.revoked],
    });
    return true;
  }

  /** What a document is measured against, by the keys that count at this moment. */
  function terms(): AcceptTerms {
    return { trusted: trust?.verifiers ?? [], program: options.program, channel: options.channel };
  }

  /** Once, before the network is asked: the cache, then what was shipped, where that is newer or the only thing left. */
  async function readStored(): Promise<void> {
    if (storedRead) return;
    storedRead = true;
    try {
      const bytes = await cache?.read();
      if (bytes !== undefined) await takeKept("cache", bytes);
    } catch {
      report("cache", "cache-unreadable");
    }
    if (bundled !== undefined) await takeKept("bundled", bundled);
  }

  async function takeKept(door: Door, bytes: Uint8Array): Promise<void> {
    const kept = unpackKept(bytes);
    await takeKeyLists(kept.keyLists ?? []);
    const pointer = await acceptPointer(kept.pointer, terms(), seen);
    // Whatever is shipped grows old: behind what is served already it has nothing to say.
    const isOld = serving !== undefined && !pointer.ok && pointer.code === "counter-regression";
    if (isOld || (pointer.ok && namesSame(pointer.value.pointer, serving))) return;
    if (pointer.ok) noteSeen(pointer.value);
    // The mark counts even where the release beside it can no longer be used.
    const newest = await acceptPointer(kept.seen, terms(), seen);
    if (newest.ok) noteSeen(newest.value);
    const release = pointer.ok ? await acceptRelease(kept.release, pointer.value, terms()) : pointer;
    if (release.ok) switchTo(release.value);
    else report(door, release.code, release.details);
  }

  async function writeCache(): Promise<void> {
    if (cache === undefined || serving === undefined || seen === undefined) return;
    const { bytes: release, signed } = serving;
    try {
      await cache.write(
        packKept({ pointer: signed.bytes, release, seen: seen.bytes, keyLists: trust?.lists ?? [] }),
      );
    } catch {
      report("cache", "cache-unwritable");
    }
  }

  /** Takes a pointer from the network and, if it names another release, that release. */
  async function take(pointerBytes: Uint8Array): Promise<ProblemCode | undefined> {
    const pointer = await acceptPointer(pointerBytes, terms(), seen);
    if (!pointer.ok) return report("network", pointer.code, pointer.details);
    const isNew = pointer.value !== seen;
    noteSeen(pointer.value);
    if (namesSame(pointer.value.pointer, serving)) {
      serving = { ...serving, signed: pointer.value, offer: undefined };
      await writeCache();
      return undefined;
    }
    const problem = await takeRelease(pointer.value);
    // Kept even when the release was refused: the mark must not be lost in a restart.
    if (problem === undefined || isNew) await writeCache();
    return problem;
  }

  async function takeRelease(pointer: SignedPointer): Promise<ProblemCode | undefined> {
    const fetched = await transport.release(pointer.pointer.release, pointer.pointer.length);
    if (fetched.kind !== "body") return reportFetch(fetched);
    const release = await acceptRelease(fetched.bytes, pointer, terms());
    if (!release.ok) return report("network", release.code, release.details);
    try {
      const step =
        serving &&
        (await barredStep({ own: serving.release, to: release.value.release }, options.follow, changeOf));
      if (step === undefined || serving === undefined) switchTo(release.value);
      else {
        const isNew = serving.offer?.signed.pointer.sequence !== pointer.pointer.sequence;
        serving = { ...serving, offer: { signed: pointer, step } };
        if (isNew) emit({ type: "held", release: pointer.pointer.release, step });
      }
      return undefined;
    } catch (error) {
      if (error instanceof Unread) return error.code;
      throw error;
    }
  }

  /** How a release, which is neither served nor pointed at, differs from the one before it. @throws Unread */
  async function changeOf(number: number): Promise<Change> {
    const known = changes.get(number);
    if (known !== undefined) return known;
    const fetched = await transport.release(number, releaseBytesLimit);
    if (fetched.kind !== "body") throw new Unread(reportFetch(fetched));
    const opened = await openRelease(fetched.bytes, { ...terms(), digest, expected: { release: number } });
    if (!opened.ok) throw new Unread(report("network", opened.code, opened.details));
    const { change } = opened.value.release;
    changes.set(number, { number, change });
    return { number, change };
  }

  function reportFetch(fetched: Exclude<Fetched, { kind: "body" }>): ProblemCode {
    // A 304 answers only a question that named an ETag.
    if (fetched.kind === "not-modified") return report("network", "unexpected-answer", { status: 304 });
    return report("network", fetched.code, fetched.status === undefined ? {} : { status: fetched.status });
  }

  /** What comes before the network: the trusted keys, and what was kept. */
  async function prepare(): Promise<ProblemCode | undefined> {
    try {
      trust ??= await configuredTrust(options.trust);
    } catch {
      return report("network", "crypto-unavailable");
    }
    await readStored();
    return undefined;
  }

  async function check(): Promise<ProblemCode | undefined> {
    const unfit = await prepare();
    if (unfit !== undefined) return unfit;
    const fetched = await transport.pointer(etag);
    if (fetched.kind === "not-modified" && etag !== undefined) return undefined;
    if (fetched.kind !== "body") return reportFetch(fetched);
    const problem = await takeWhole(fetched.bytes);
    if (problem === undefined) etag = fetched.etag;
    return problem;
  }

  async function told(pointer: Uint8Array): Promise<ProblemCode | undefined> {
    const unfit = await prepare();
    if (unfit !== undefined) return unfit;
    return whole !== undefined && sameBytes(whole, pointer) ? undefined : takeWhole(pointer);
  }

  /** Takes a pointer from the network, by the keys that count now. */
  async function takeWhole(pointer: Uint8Array): Promise<ProblemCode | undefined> {
    // The ETag stands for a pointer that was taken whole, or a 304 would hide what is still wrong with it.
    etag = undefined;
    whole = undefined;
    // A pointer is signed anew every few hours: that is how soon a revoked key is known to be one. A server that has no
    // lists, or does not answer, changes nothing.
    const lists = await transport.keyLists();
    const changed = lists.kind === "body" && (await takeKeyLists(linesOf(lists.bytes)));
    const problem = await take(pointer);
    if (changed && problem !== undefined) await writeCache();
    if (problem === undefined) whole = pointer;
    return problem;
  }

  return {
    check: () => check().catch(() => report("network", "internal-error")),
    told: (pointer) => told(pointer).catch(() => report("network", "internal-error")),
    serving: () => serving,
    now: () => (seen === undefined ? clock() : Math.max(clock(), Date.parse(seen.pointer.issuedAt))),
  };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
