// Remembering answers: a port that a database, a file or a map can stand behind.
import type { Answer } from "./answer.ts";

/** An answer, by which method, found in how long. */
export interface Remembered {
  readonly answer: Exclude<Answer, { status: "undecided" }>;
  readonly methods: readonly MethodReport[];
  readonly ms: number;
}

export interface MethodReport {
  readonly method: "solver" | "enumeration" | "diagram";
  readonly status: "proved" | "refuted" | "undecided" | "not-applicable";
  /** How many classes of persons were gone through, for an enumeration. */
  readonly classes?: number;
  readonly ms: number;
}

/** Keyed by the content of the question; what cannot be read is as good as not there. */
export interface ProofCache {
  get(key: string): Promise<Remembered | undefined>;
  set(key: string, value: Remembered): Promise<void>;
}

/** Remembers as long as the process lives. */
export function memoryCache(): ProofCache {
  const kept = new Map<string, Remembered>();
  return {
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
  };
}
