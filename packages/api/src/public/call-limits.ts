// How often a key may call: a bucket for each consumer and kind of call, that fills again steadily. Counted by each
// process for itself, and lost when it stops.
import type { CallLimits, Consumer } from "@jumelage/db";

export type CallKind = keyof CallLimits;

interface Rate {
  /** Calls a minute, steadily. */
  readonly perMinute: number;
  /** Calls at once, after a rest. */
  readonly burst: number;
}

/** What a key may do unless its own row says otherwise: far from what an app needs, and from what wears a server out. */
const defaults: Readonly<Record<CallKind, Rate>> = {
  read: { perMinute: 12_000, burst: 6000 },
  evaluate: { perMinute: 600_000, burst: 60_000 },
};

interface Bucket {
  left: number;
  at: number;
}

export class CallCounter {
  // By kind and then by consumer: every call comes by here, and writes no key of its own.
  readonly #buckets: Readonly<Record<CallKind, Map<string, Bucket>>> = {
    read: new Map(),
    evaluate: new Map(),
  };

  /** Takes one call of a consumer; the seconds to wait before there is one, when there is none now. */
  take(consumer: Pick<Consumer, "id" | "limits">, kind: CallKind, now: number): number | undefined {
    const { perMinute, burst } = rateOf(consumer.limits, kind);
    const buckets = this.#buckets[kind];
    let bucket = buckets.get(consumer.id);
    if (bucket === undefined) {
      bucket = { left: burst, at: now };
      buckets.set(consumer.id, bucket);
    }
    // A clock that was set back gives nothing.
    const passed = Math.max(0, now - bucket.at);
    bucket.left = Math.min(burst, bucket.left + (passed * perMinute) / 60_000);
    bucket.at = now;
    if (bucket.left >= 1) {
      bucket.left -= 1;
      return undefined;
    }
    return Math.max(1, Math.ceil(((1 - bucket.left) * 60) / perMinute));
  }
}

/** A limit of a key's own is a minute's worth at once, and as many every minute. */
function rateOf(limits: CallLimits | null, kind: CallKind): Rate {
  const perMinute = limits?.[kind];
  return perMinute === undefined ? defaults[kind] : { perMinute, burst: perMinute };
}
