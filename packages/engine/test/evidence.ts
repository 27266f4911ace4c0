// What a test shows of what is promised (scripts/assurance/promises.ts), for the evidence page. It travels with the test
// as Vitest's meta data; a test that fails takes its lines with it. Its tag lets `pnpm assurance` run it alone. Beside `small`, which runs without Vitest as well.
import { TestRunner } from "vitest";

export interface Counts {
  /** How many cases this run was to look at. */
  readonly asked: number;
  /** How many it did look at, each as promised. */
  readonly reached: number;
  readonly seed?: number | string;
}

export interface Shown {
  /** Ids of lines of the evidence page. */
  readonly lines: readonly string[];
  /** By line; without, the test is one case. */
  readonly counts: Record<string, Counts>;
}

declare module "vitest" {
  interface TaskMeta {
    shows?: Shown;
  }
}

/** Options of a test, or of all tests of a `describe`: the lines of the evidence page that they are evidence for. */
export function shows(...lines: string[]): {
  readonly tags: ["evidence"];
  readonly meta: { readonly shows: Shown };
} {
  return { tags: ["evidence"], meta: { shows: { lines, counts: {} } } };
}

/**
 * Says at the end of a test how much of a line it looked at.
 * @throws Error where the test that runs does not show that line
 */
export function counted(line: string, counts: Counts): void {
  const test = TestRunner.getCurrentTest();
  const shown = test?.meta.shows;
  if (!test || !shown?.lines.includes(line)) throw new Error(`this test does not show ${line}`);
  // Tests of one `describe` share what it declares, and count apart.
  test.meta.shows = { lines: shown.lines, counts: { ...shown.counts, [line]: counts } };
}
