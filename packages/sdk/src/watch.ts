// When a channel is looked at: once when asked, again and again by polling, or as its events come, with polling for as long
// as they do not. Whichever way a pointer came, it is taken in turn and by the same checks.
import type { ClientEvent, ProblemCode } from "./events.ts";
import type { Follower } from "./follower.ts";
import { pauseSeconds, poll } from "./poll.ts";
import { keepStream, type Stream } from "./stream.ts";
import type { Transport } from "./transport.ts";

export interface WatchOptions {
  readonly follower: Follower;
  readonly transport: Transport;
  /** In milliseconds since 1970. */
  readonly clock: () => number;
  readonly emit: (event: ClientEvent) => void;
  /** What serves is neither past an expiry nor missing. */
  readonly isInTime: () => boolean;
  /** Something that a status tells may have changed. */
  readonly changed: () => void;
}

export interface StartOptions {
  /** About how often the channel is asked for its pointer, at least 1; with `stream`, while its events do not come. */
  readonly everySeconds?: number | undefined;
  /** Be told by the server as soon as the channel changes (server-sent events). */
  readonly stream?: boolean | undefined;
}

/** What is known of the last look at the channel. */
export interface Looked {
  readonly problem: ProblemCode | undefined;
  readonly checkedAt: string | undefined;
  readonly isStreaming: boolean;
}

export interface Watch {
  refresh(): Promise<void>;
  start(options: StartOptions): Promise<void>;
  stop(): void;
  looked(): Looked;
}

/** A change reaches all clients of a channel at once; what they then fetch is spread over so many seconds. */
const spreadSeconds = 5;

export function watchChannel(options: WatchOptions): Watch {
  const { follower, transport, clock, emit } = options;
  let problem: ProblemCode | undefined;
  let checkedAt: string | undefined;
  let inFlight: Promise<void> | undefined;
  let last: Promise<void> = Promise.resolve();
  let stopWatching: (() => void) | undefined;
  let stream: Stream | undefined;

  /** One check after the other: two at once could undo each other. */
  function inTurn(check: () => Promise<ProblemCode | undefined>): Promise<void> {
    const before = last;
    const turn = async (): Promise<void> => {
      await before;
      await once(check);
    };
    last = turn();
    return last;
  }

  async function once(check: () => Promise<ProblemCode | undefined>): Promise<void> {
    const before = problem;
    problem = await check();
    if (problem === undefined) {
      noteTime();
      if (before !== undefined) emit({ type: "recovered" });
    }
    options.changed();
  }

  function noteTime(): void {
    const date = new Date(clock());
    if (!Number.isNaN(date.getTime())) checkedAt = date.toISOString();
  }

  function refresh(): Promise<void> {
    inFlight ??= inTurn(() => follower.check()).finally(() => {
      inFlight = undefined;
    });
    return inFlight;
  }

  async function start({ everySeconds = 60, stream: isStreamed = false }: StartOptions): Promise<void> {
    if (!(everySeconds >= 1)) throw new RangeError("everySeconds must be at least 1");
    stop();
    let isCancelled = false;
    stopWatching = () => {
      isCancelled = true;
    };
    await refresh();
    if (isCancelled) return;
    const stopStream = isStreamed ? listen() : undefined;
    const stopPolling = poll(
      (failures, chance) => pauseSeconds(everySeconds, failures, chance),
      problem !== undefined,
      async () => {
        // Events alone would leave a client behind whose last one could not be taken, or whose server sends no more.
        const isTold = stream?.isLive() === true && problem === undefined && options.isInTime();
        if (!isTold) await refresh();
        return problem === undefined;
      },
    );
    stopWatching = () => {
      stopPolling();
      stopStream?.();
    };
  }

  function stop(): void {
    stopWatching?.();
    stopWatching = undefined;
  }

  /** Takes the pointers of the channel's events; the answer ends that. */
  function listen(): () => void {
    let newest: Uint8Array | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isTold = false;
    const take = (): void => {
      timer = undefined;
      const pointer = newest;
      if (pointer === undefined) return;
      newest = undefined;
      void inTurn(() => follower.told(pointer));
    };
    const own = keepStream({
      open: (signal) => transport.events(signal),
      heard(isFirst) {
        // A sign of life says that nothing has changed since what was last sent.
        if (problem === undefined && newest === undefined) noteTime();
        if (!isFirst) return;
        isTold = false;
        emit({ type: "streaming" });
        options.changed();
      },
      pointer(bytes) {
        newest = bytes;
        const wait = follower.serving() === undefined ? 0 : Math.random() * spreadSeconds * 1000;
        timer ??= setTimeout(take, wait);
      },
      lost(code) {
        // Once for each time it is lost: trying again and failing again is no news.
        if (isTold) return;
        isTold = true;
        emit({ type: "polling", code });
        options.changed();
      },
    });
    stream = own;
    return () => {
      own.stop();
      clearTimeout(timer);
      stream = undefined;
    };
  }

  return {
    refresh,
    start,
    stop,
    looked: () => ({ problem, checkedAt, isStreaming: stream?.isLive() === true }),
  };
}
