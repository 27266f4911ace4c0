// The client an application holds: it follows one channel, keeps the last good release, and answers from memory. A
// failure of the network, the server or a document is an event and a status; it never takes away what was good.
import type { Facts, PublicJwk, RuleSet, VerificationCode, Verifier } from "@jumelage/engine";
import {
  acceptPointer,
  acceptRelease,
  namesSame,
  type AcceptTerms,
  type Serving,
  type SignedPointer,
} from "./accept.ts";
import { answer, isPast, type Answer, type EvaluateOptions } from "./answer.ts";
import { packKept, unpackKept, type Cache } from "./cache.ts";
import { poll } from "./poll.ts";
import { createTransport, type TransportCode } from "./transport.ts";
import { importTrust, looksLikeEd25519 } from "./web-crypto.ts";

export interface ClientOptions {
  /** Where the server is, without `/v1`. */
  readonly url: string;
  /** The consumer key. */
  readonly key: string;
  readonly program: string;
  readonly channel: string;
  /** The public keys (Ed25519) whose releases are accepted. They come from your configuration, never from the network. */
  readonly trust: readonly PublicJwk[];
  /** Where the last good release is kept between two starts. Without it, a start needs the server. */
  readonly cache?: Cache | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** The clock, in milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  readonly timeoutSeconds?: number | undefined;
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
}

export type ProblemCode =
  | VerificationCode
  | TransportCode
  | "crypto-unavailable"
  | "cache-unreadable"
  | "cache-unwritable";

export type ClientEvent =
  /** Another release answers from now on. */
  | {
      readonly type: "switched";
      readonly from: number | undefined;
      readonly to: number;
      readonly sequence: number;
    }
  | {
      readonly type: "problem";
      readonly door: "network" | "cache";
      readonly code: ProblemCode;
      readonly details: Readonly<Record<string, string | number>>;
    }
  | { readonly type: "recovered" }
  /** The server's journal is shorter than before, or another one: somebody may have rewritten it. Tell its owners. */
  | { readonly type: "audit-changed"; readonly seen: number; readonly got: number }
  /** A pointer was issued in what this machine takes for the future. */
  | { readonly type: "clock-behind"; readonly seconds: number };

export interface Status {
  /**
   * `no-rules`: nothing verified is here. `suspended`, `stale`: the pointer is past its hard or its plain expiry.
   * `problem`: the last check failed and the last good release serves on. `current`: the last check went well.
   */
  readonly state: "no-rules" | "current" | "stale" | "suspended" | "problem";
  /** What went wrong with the last check. */
  readonly code?: ProblemCode;
  readonly release?: number;
  readonly sha256?: string;
  readonly sequence?: number;
  readonly expires?: string;
  /** When the channel was last checked with success. */
  readonly checkedAt?: string;
}

export interface Client {
  /** Checks the channel once. Never rejects: what went wrong is in the status. */
  refresh(): Promise<Status>;
  /** Checks now and then again and again, until `stop`. */
  start(options?: { readonly everySeconds?: number }): Promise<Status>;
  stop(): void;
  status(): Status;
  evaluate(facts: Facts, options?: EvaluateOptions): Answer;
  /** The rule set that answers, to build forms and texts from; frozen. */
  ruleSet(): RuleSet | undefined;
}

const skewSeconds = 600;

/**
 * A client of one channel of one program. It does nothing until `refresh` or `start`.
 * @throws TypeError on a configuration that can never work, above all one that trusts no key.
 */
export function createClient(options: ClientOptions): Client {
  const { program, channel, trust, cache } = options;
  if (trust.length === 0)
    throw new TypeError("trust: at least one public key is needed, there is no unsigned mode");
  if (!trust.every(looksLikeEd25519))
    throw new TypeError('trust: every key must be { kty: "OKP", crv: "Ed25519", x }');
  const timeoutSeconds = options.timeoutSeconds ?? 30;
  const transport = createTransport({
    ...options,
    fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
    timeoutSeconds,
  });
  const clock = options.now ?? Date.now;

  let trusted: readonly Verifier[] | undefined;
  let cacheRead = cache === undefined;
  let serving: Serving | undefined;
  let seen: SignedPointer | undefined;
  let etag: string | undefined;
  let problem: ProblemCode | undefined;
  let checkedAt: string | undefined;
  let inFlight: Promise<Status> | undefined;
  let stopPolling: (() => void) | undefined;

  /** The clock, but never before what a signed pointer proves to be past: a clock set back extends nothing. */
  const now = (): number =>
    seen === undefined ? clock() : Math.max(clock(), Date.parse(seen.pointer.issuedAt));

  function emit(event: ClientEvent): void {
    try {
      options.onEvent?.(event);
    } catch {
      // A listener's own failure is no reason to stop serving.
    }
  }

  function report(
    door: "network" | "cache",
    code: ProblemCode,
    details: Readonly<Record<string, string | number>> = {},
  ): ProblemCode {
    emit({ type: "problem", door, code, details });
    return code;
  }

  function noteSeen(next: SignedPointer): void {
    const before = seen?.pointer.audit;
    const { audit, issuedAt } = next.pointer;
    if (before && (audit.size < before.size || (audit.size === before.size && audit.head !== before.head))) {
      emit({ type: "audit-changed", seen: before.size, got: audit.size });
    }
    const ahead = Math.round((Date.parse(issuedAt) - clock()) / 1000);
    if (next !== seen && ahead > skewSeconds) emit({ type: "clock-behind", seconds: ahead });
    seen = next;
  }

  function switchTo(next: Serving): void {
    const from = serving?.release.number;
    const same = serving?.sha256 === next.sha256;
    serving = next;
    if (!same)
      emit({ type: "switched", from, to: next.release.number, sequence: next.signed.pointer.sequence });
  }

  async function readCache(terms: AcceptTerms): Promise<void> {
    if (cacheRead || cache === undefined) return;
    cacheRead = true;
    try {
      const bytes = await cache.read();
      if (bytes === undefined) return;
      const kept = unpackKept(bytes);
      const pointer = await acceptPointer(kept.pointer, terms, undefined);
      if (pointer.ok) noteSeen(pointer.value);
      const newest = await acceptPointer(kept.seen, terms, seen);
      if (newest.ok) noteSeen(newest.value);
      if (!pointer.ok) return void report("cache", pointer.code, pointer.details);
      const release = await acceptRelease(kept.release, pointer.value, terms);
      if (release.ok) switchTo(frozen(release.value));
      else report("cache", release.code, release.details);
    } catch {
      report("cache", "cache-unreadable");
    }
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

  /** One check of the channel: what went wrong, or undefined. */
  async function check(): Promise<ProblemCode | undefined> {
    try {
      trusted ??= await importTrust(trust);
    } catch {
      return report("network", "crypto-unavailable");
    }
    const terms: AcceptTerms = { trusted, program, channel };
    await readCache(terms);
    const fetched = await transport.pointer(etag);
    if (fetched.kind === "failed") return report("network", fetched.code, statusOf(fetched));
    if (fetched.kind === "not-modified") {
      // Only an answer to our own question: without an ETag sent there is nothing it could be about.
      if (etag !== undefined) return undefined;
      return report("network", "unexpected-answer", { status: 304 });
    }
    etag = undefined;
    const pointer = await acceptPointer(fetched.bytes, terms, seen);
    if (!pointer.ok) return report("network", pointer.code, pointer.details);
    noteSeen(pointer.value);
    if (namesSame(pointer.value.pointer, serving)) {
      serving = { ...serving, signed: pointer.value };
    } else {
      const { release: number, length } = pointer.value.pointer;
      const body = await transport.release(number, length);
      if (body.kind !== "body")
        return report("network", body.kind === "failed" ? body.code : "unexpected-answer");
      const release = await acceptRelease(body.bytes, pointer.value, terms);
      if (!release.ok) return report("network", release.code, release.details);
      switchTo(frozen(release.value));
    }
    etag = fetched.etag;
    await writeCache();
    return undefined;
  }

  async function refreshOnce(): Promise<Status> {
    const before = problem;
    problem = await check();
    if (problem === undefined) {
      checkedAt = instantOf(clock());
      if (before !== undefined) emit({ type: "recovered" });
    }
    return status();
  }

  function refresh(): Promise<Status> {
    inFlight ??= refreshOnce().finally(() => {
      inFlight = undefined;
    });
    return inFlight;
  }

  function status(): Status {
    const told = {
      ...(problem === undefined ? {} : { code: problem }),
      ...(checkedAt === undefined ? {} : { checkedAt }),
    };
    if (serving === undefined) return { state: "no-rules", ...told };
    const { release, sequence, expires, hardExpires } = serving.signed.pointer;
    const time = now();
    const state = isPast(hardExpires, time)
      ? "suspended"
      : isPast(expires, time)
        ? "stale"
        : problem
          ? "problem"
          : "current";
    return { state, release, sha256: serving.sha256, sequence, expires, ...told };
  }

  function stop(): void {
    stopPolling?.();
    stopPolling = undefined;
  }

  return {
    refresh,
    stop,
    status,
    async start({ everySeconds = 60 } = {}) {
      if (!(everySeconds >= 1)) throw new RangeError("everySeconds must be at least 1");
      stop();
      let cancelled = false;
      stopPolling = () => {
        cancelled = true;
      };
      const first = await refresh();
      if (!cancelled)
        stopPolling = poll(
          everySeconds,
          first.code !== undefined,
          async () => (await refresh()).code === undefined,
        );
      return first;
    },
    evaluate(facts, evaluateOptions = {}) {
      // Read once: a switch in the meantime concerns the next call.
      const current = serving;
      if (current === undefined)
        return { kind: "no-rules", ...(problem === undefined ? {} : { code: problem }) };
      return answer(current, facts, { ...evaluateOptions, now: now() });
    },
    ruleSet: () => serving?.release.ruleSet,
  };
}

/** What an application is handed cannot be used to change what the next evaluation means. */
function frozen(next: Serving): Serving {
  const freeze = (value: unknown): void => {
    if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  };
  freeze(next.release);
  return next;
}

function statusOf(fetched: { readonly status?: number }): Readonly<Record<string, number>> {
  return fetched.status === undefined ? {} : { status: fetched.status };
}

function instantOf(milliseconds: number): string | undefined {
  return Number.isNaN(new Date(milliseconds).getTime()) ? undefined : new Date(milliseconds).toISOString();
}
