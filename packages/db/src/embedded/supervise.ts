// Watches a running PostgreSQL and starts it anew when it dies. It says how it is; deciding what to answer meanwhile
// is the server's business.
import type { Text } from "@jumelage/engine";
import { launch, type Cluster, type Running } from "./cluster.ts";
import { isAlive, sleep } from "./processes.ts";
import type { Log } from "./report.ts";

export interface Health {
  readonly state: "running" | "restarting" | "failed" | "stopped";
  readonly text: Text;
  /** How many times it had to be started anew. */
  readonly restarts: number;
}

export interface Supervision {
  readonly current: () => Running;
  readonly health: () => Health;
  readonly onMoved: (listener: (port: number) => void) => void;
  /** Ends the watching; what still runs is handed back, to be stopped. */
  readonly end: () => Promise<Running | undefined>;
}

const texts = {
  running: { fr: "La base de données fonctionne.", en: "The database is running." },
  restarting: {
    fr: "La base de données s’est arrêtée\u00a0; elle redémarre.",
    en: "The database stopped; it is being started again.",
  },
  failed: {
    fr: "La base de données ne redémarre pas. Un nouvel essai suivra.",
    en: "The database does not start again. Another attempt follows.",
  },
  stopped: { fr: "La base de données est arrêtée.", en: "The database is stopped." },
} as const satisfies Record<Health["state"], Text>;

// Waits before each new attempt; the last one is repeated for ever.
const pauses = [0, 500, 2000, 5000, 15_000, 30_000] as const;

export function supervise(cluster: Cluster, first: Running, log: Log): Supervision {
  let current = first;
  let state: Health["state"] = "running";
  let restarts = 0;
  let ending = false;
  let restart: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const isEnding = (): boolean => ending;
  const listeners: ((port: number) => void)[] = [];

  const watch = (running: Running): void => {
    if (running.child) {
      running.child.once("exit", () => died(running));
      // It may have died before we began to listen.
      if (running.child.exitCode !== null || running.child.signalCode !== null) died(running);
      return;
    }
    // An adopted process is nobody's child: it is looked at now and then.
    timer = setInterval(() => {
      if (!isAlive(running.pid)) died(running);
    }, 500);
    timer.unref();
  };

  const died = (running: Running): void => {
    clearInterval(timer);
    if (ending || running !== current || restart) return;
    state = "restarting";
    log(texts.restarting);
    restart = bringBack().finally(() => {
      restart = undefined;
    });
  };

  const bringBack = async (): Promise<void> => {
    for (let attempt = 0; !isEnding(); attempt++) {
      await pause(pauses[Math.min(attempt, pauses.length - 1)] ?? 0);
      if (isEnding()) return;
      try {
        const next = await launch(cluster, current.port);
        const moved = next.port !== current.port;
        current = next;
        restarts += 1;
        state = "running";
        log(texts.running);
        if (moved) for (const listener of listeners) listener(next.port);
        // From here on a death is a new one.
        restart = undefined;
        watch(next);
        return;
      } catch {
        state = "failed";
        log(texts.failed);
      }
    }
  };

  const pause = async (ms: number): Promise<void> => {
    for (let waited = 0; waited < ms && !isEnding(); waited += 100) await sleep(100);
  };

  watch(first);
  return {
    current: () => current,
    health: () => ({ state, text: texts[state], restarts }),
    onMoved: (listener) => listeners.push(listener),
    end: async () => {
      ending = true;
      clearInterval(timer);
      await restart;
      state = "stopped";
      return isAlive(current.pid) ? current : undefined;
    },
  };
}
