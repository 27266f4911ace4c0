// Which tests a mutant meets first: those that kill soonest for what they cost.
import { basename, dirname } from "node:path";

/** What one test file is known to do. */
export interface TestFile {
  /** Relative to the root. */
  readonly file: string;
  /** How long it took with nothing mutated. */
  readonly seconds: number;
  /** How often it ran each mutant's place, by the mutant's id. */
  readonly covered: Readonly<Record<string, number>>;
}

/** How often a test file met mutants of a source folder, and killed them. */
export class TrackRecord {
  readonly #met = new Map<string, { met: number; killed: number }>();

  of(test: string, source: string): { met: number; killed: number } {
    const key = `${test} ${dirname(source)}`;
    const known = this.#met.get(key) ?? { met: 0, killed: 0 };
    this.#met.set(key, known);
    return known;
  }
}

/** The test files that run a mutant's place, in the order in which they shall try it. */
export function inOrder(
  mutant: { readonly id: string; readonly file: string },
  tests: readonly TestFile[],
  record: TrackRecord,
): readonly TestFile[] {
  const cost = (test: TestFile): number => {
    const { met, killed } = record.of(test.file, mutant.file);
    // Two imagined meetings stand for what is not known yet.
    const likely = (killed + 2 * closeness(test.file, mutant.file)) / (met + 2);
    return test.seconds / likely;
  };
  return tests
    .filter((test) => (test.covered[mutant.id] ?? 0) > 0)
    .map((test) => ({ test, cost: cost(test) }))
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ test }) => test);
}

/** How likely a test file is to kill a mutant, judged by where they stand. */
function closeness(test: string, source: string): number {
  if (basename(test, ".test.ts") === basename(source, ".ts")) return 0.7;
  if (dirname(test) === dirname(source)) return 0.5;
  const unit = (file: string): string => file.split("/").slice(0, 2).join("/");
  return unit(test) === unit(source) ? 0.2 : 0.1;
}
