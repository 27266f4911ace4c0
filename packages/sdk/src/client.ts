// The client an application holds: it follows one channel and answers from memory. A failure of the network, the server
// or a document is an event and a status; it never takes away what was good.
import type { Facts, PublicJwk, RuleSet } from "@jumelage/engine";
import type { Serving } from "./accept.ts";
import {
  answer,
  hardEndOf,
  heldIn,
  isPast,
  newestPointer,
  type Answer,
  type EvaluateOptions,
  type NoAnswer,
} from "./answer.ts";
import type { Cache } from "./cache.ts";
import type { ClientEvent, Status } from "./events.ts";
import type { Follow } from "./follow.ts";
import { createFollower } from "./follower.ts";
import { nextQuestions, type NextQuestions } from "./next-questions.ts";
import { createTransport } from "./transport.ts";
import { watchChannel, type StartOptions } from "./watch.ts";
import { looksLikeEd25519 } from "./web-crypto.ts";

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
  /** The bytes of a cache, shipped with the application: what a first start without the server has to go on. */
  readonly bundled?: Uint8Array | undefined;
  /**
   * Which releases are taken without asking: all (the default), or those that every step from the one that serves leads
   * to by a change of a kind to be taken. The first release is always taken.
   */
  readonly follow?: Follow | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** The clock, in milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  readonly timeoutSeconds?: number | undefined;
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
}

export interface Client {
  /** Checks the channel once. Never rejects: what went wrong is in the status. */
  refresh(): Promise<Status>;
  /**
   * Checks now, and from then on until `stop`: about every minute, or with `stream` as soon as the server says that
   * something changed, and about every minute for as long as it does not.
   */
  start(options?: StartOptions): Promise<Status>;
  stop(): void;
  status(): Status;
  /** Calls back whenever the status, or what answers, may have changed; the answer ends that. */
  subscribe(listener: () => void): () => void;
  evaluate(facts: Facts, options?: EvaluateOptions): Answer;
  /** What to ask this person next, and how many questions are left. */
  nextQuestions(facts: Facts, options?: Pick<EvaluateOptions, "at" | "lenient">): NextQuestions;
  /** The rule set that answers, to build forms and texts from; frozen. */
  ruleSet(): RuleSet | undefined;
}

/**
 * A client of one channel of one program. It does nothing until `refresh` or `start`.
 * @throws TypeError on a configuration that can never work, above all one that trusts no key.
 */
export function createClient(options: ClientOptions): Client {
  const { trust, program, channel, cache, bundled } = options;
  if (trust.length === 0)
    throw new TypeError("trust: at least one public key is needed, there is no unsigned mode");
  if (!trust.every(looksLikeEd25519))
    throw new TypeError('trust: every key must be { kty: "OKP", crv: "Ed25519", x }');
  const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  const transport = createTransport({ ...options, fetch, timeoutSeconds: options.timeoutSeconds ?? 30 });
  const clock = options.now ?? Date.now;
  const follow = options.follow ?? "all";
  const follower = createFollower({
    trust,
    program,
    channel,
    transport,
    cache,
    bundled,
    follow,
    clock,
    emit,
  });
  const watch = watchChannel({
    follower,
    transport,
    clock,
    emit,
    isInTime: () => !["no-rules", "stale", "suspended"].includes(status().state),
    changed,
  });
  const subscribers = new Set<() => void>();
  let stopExpiry: (() => void) | undefined;

  function emit(event: ClientEvent): void {
    try {
      options.onEvent?.(event);
    } catch {
      // A listener's own failure is no reason to stop serving.
    }
  }

  function changed(): void {
    for (const tell of subscribers) {
      try {
        tell();
      } catch {
        // As above.
      }
    }
    stopExpiry?.();
    stopExpiry = subscribers.size === 0 ? undefined : atNextExpiry(changed);
  }

  /** Calls back when what serves passes an expiry: nothing comes in then, and the status is another. */
  function atNextExpiry(then: () => void): () => void {
    const serving = follower.serving();
    const ends = serving === undefined ? [] : [newestPointer(serving).expires, hardEndOf(serving)];
    const now = follower.now();
    const waits = ends.flatMap((instant) => {
      const wait = instant === undefined ? 0 : Date.parse(instant) - now;
      return wait > 0 ? [wait] : [];
    });
    // Timers hold no more than 24 days; an hour, because a machine that slept is late by as long.
    const timer = setTimeout(then, Math.min(3_600_000, ...waits));
    return () => clearTimeout(timer);
  }

  function status(): Status {
    const { problem, checkedAt, isStreaming } = watch.looked();
    const told = {
      ...(problem === undefined ? {} : { code: problem }),
      ...(checkedAt === undefined ? {} : { checkedAt }),
      ...(isStreaming ? { streaming: true as const } : {}),
    };
    const serving = follower.serving();
    if (serving === undefined) return { state: "no-rules", ...told };
    const { release, sequence } = serving.signed.pointer;
    const { expires } = newestPointer(serving);
    const hardExpires = hardEndOf(serving);
    const held = heldIn(serving);
    const now = follower.now();
    const plain = problem !== undefined ? "problem" : held === undefined ? "current" : "held";
    const state = isPast(hardExpires, now) ? "suspended" : isPast(expires, now) ? "stale" : plain;
    return { state, release, sha256: serving.sha256, sequence, expires, ...(held && { held }), ...told };
  }

  function answered<T>(by: (serving: Serving, now: number) => T): T | NoRules {
    // Read once: a switch in the meantime concerns the next call.
    const serving = follower.serving();
    const { problem } = watch.looked();
    if (serving === undefined)
      return { kind: "no-rules", ...(problem === undefined ? {} : { code: problem }) };
    return by(serving, follower.now());
  }

  return {
    async refresh() {
      await watch.refresh();
      return status();
    },
    async start(how = {}) {
      await watch.start(how);
      return status();
    },
    stop: () => watch.stop(),
    status,
    subscribe(listener) {
      // Of its own, so that whoever subscribes twice is told twice.
      const tell = (): void => listener();
      subscribers.add(tell);
      stopExpiry ??= atNextExpiry(changed);
      return () => {
        subscribers.delete(tell);
        if (subscribers.size > 0) return;
        stopExpiry?.();
        stopExpiry = undefined;
      };
    },
    evaluate: (facts, asked) => answered((serving, now) => answer(serving, facts, { ...asked, now })),
    nextQuestions: (facts, asked) =>
      answered((serving, now) => nextQuestions(serving, facts, { ...asked, now })),
    ruleSet: () => follower.serving()?.release.ruleSet,
  };
}

type NoRules = Extract<NoAnswer, { kind: "no-rules" }>;
