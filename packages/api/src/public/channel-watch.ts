// Who waits for a channel to move: no queue and no event is kept, only how often each channel has moved, so that one who
// is slow costs nothing and misses nothing. It looks for itself at what has become of the channel.

export interface WatchOptions {
  /** How many may wait for one consumer at a time. */
  readonly mostPerConsumer: number;
}

export type Woken = "moved" | "quiet" | "ended";

interface Watched {
  readonly program: string;
  readonly channel: string;
}

export class ChannelWatch {
  readonly #moves = new Map<string, number>();
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #open = new Map<string, number>();
  readonly #options: WatchOptions;
  /** Moves that may concern any channel. */
  #anything = 0;
  #ended = false;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  /** Takes one of the places of a consumer; what it returns gives it back, once. Undefined when all are taken. */
  enter(consumer: string): (() => void) | undefined {
    const open = this.#open.get(consumer) ?? 0;
    if (open >= this.#options.mostPerConsumer) return undefined;
    this.#open.set(consumer, open + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const now = (this.#open.get(consumer) ?? 1) - 1;
      if (now === 0) this.#open.delete(consumer);
      else this.#open.set(consumer, now);
    };
  }

  /** How often the channel has moved, as far as this process knows; to be read before looking at the channel. */
  count({ program, channel }: Watched): number {
    return this.#anything + (this.#moves.get(keyOf(program, channel)) ?? 0);
  }

  /** Waits until the channel has moved since `count`, or for so many milliseconds, or until all or this one ends. */
  next(
    watched: Watched,
    since: number,
    { ms, end }: { readonly ms: number; readonly end: AbortSignal },
  ): Promise<Woken> {
    if (this.#ended || end.aborted) return Promise.resolve("ended");
    if (this.count(watched) !== since) return Promise.resolve("moved");
    const key = keyOf(watched.program, watched.channel);
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(key) ?? new Set();
      this.#waiting.set(key, waiting);
      const wake = (): void => {
        clearTimeout(timer);
        end.removeEventListener("abort", wake);
        waiting.delete(wake);
        if (waiting.size === 0 && this.#waiting.get(key) === waiting) this.#waiting.delete(key);
        if (this.#ended || end.aborted) resolve("ended");
        else resolve(this.count(watched) === since ? "quiet" : "moved");
      };
      const timer = setTimeout(wake, ms);
      end.addEventListener("abort", wake, { once: true });
      waiting.add(wake);
    });
  }

  moved(program: string, channel: string): void {
    const key = keyOf(program, channel);
    this.#moves.set(key, (this.#moves.get(key) ?? 0) + 1);
    for (const wake of this.#waiting.get(key) ?? []) wake();
  }

  /** Any channel may have moved. */
  anythingMoved(): void {
    this.#anything += 1;
    this.#wakeAll();
  }

  /** Nobody waits from now on. */
  end(): void {
    this.#ended = true;
    this.#wakeAll();
  }

  #wakeAll(): void {
    for (const waiting of this.#waiting.values()) for (const wake of waiting) wake();
  }
}

function keyOf(program: string, channel: string): string {
  return `${program}/${channel}`;
}
