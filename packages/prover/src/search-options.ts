// How somebody is looked for by many questions, one after another.
import type { LocalDate } from "@jumelage/engine";
import type { Answerer } from "./answer.ts";

export interface SearchOptions {
  readonly answerer: Answerer;
  /** The evaluation date of the persons found. */
  readonly at: LocalDate;
  /** The most time for one question. */
  readonly milliseconds?: number;
  readonly signal?: AbortSignal;
  /** Hears of every question that was answered, and what the next is about. */
  readonly onProgress?: (progress: {
    readonly done: number;
    readonly total: number;
    readonly current: string;
  }) => void;
}
