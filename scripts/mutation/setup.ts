// Runs before every test file: switches one mutant on, or counts what the tests run of them all.
import { afterAll, inject } from "vitest";

/** What Stryker's instrumented sources read and write. */
interface Switchboard {
  activeMutant?: string;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: { readonly static: Readonly<Record<string, number>> };
}

declare module "vitest" {
  interface ProvidedContext {
    readonly mutant: { readonly id: string; readonly hitLimit: number } | null;
    readonly cases: string | null;
  }
  interface TaskMeta {
    covered?: Readonly<Record<string, number>>;
  }
}

// oxlint-disable-next-line no-underscore-dangle -- Stryker's name
const board: Switchboard = ((globalThis as { __stryker__?: Switchboard }).__stryker__ ??= {});
const mutant = inject("mutant");
if (mutant) Object.assign(board, { activeMutant: mutant.id, hitCount: 0, hitLimit: mutant.hitLimit });
const cases = inject("cases");
if (cases !== null) process.env["CASES"] = cases;

// oxlint-disable-next-line no-empty-pattern -- Vitest reads what a hook wants from its first parameter
afterAll(({}, suite) => {
  suite.meta.covered = mutant ? {} : { ...board.mutantCoverage?.static };
});
