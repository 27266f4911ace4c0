// Asking one database about many persons at once, and comparing every cell with the direct reading.
import { cohortQuery, columnsFor, type Facts, type LocalDate, type RuleSet } from "@jumelage/engine";
import { expectedAnswers } from "./answers.ts";
import type { CohortEngine } from "./engines.ts";
import { rowOf, type Cell } from "./rows.ts";

export interface CohortCase {
  readonly ruleSet: RuleSet;
  readonly at: LocalDate;
  readonly persons: readonly Facts[];
}

export interface Difference {
  readonly dialect: string;
  readonly column: unknown;
  readonly facts: Facts;
  readonly expected: Cell;
  readonly obtained: Cell | undefined;
}

/** Every answer that is not the one of the direct reading; none when they agree. `write` makes the query. */
export async function differences(
  { ruleSet, at, persons }: CohortCase,
  engines: readonly CohortEngine[],
  write: typeof cohortQuery = cohortQuery,
): Promise<readonly Difference[]> {
  const columns = columnsFor(ruleSet, { of: "every", key: ["id"] });
  const rows = persons.map((facts) => rowOf(ruleSet, facts));
  const found: Difference[] = [];
  let expected: readonly (readonly Cell[])[] | undefined;
  for (const engine of engines) {
    const { sql, reads, answers } = write(ruleSet, {
      dialect: engine.dialect,
      at,
      table: ["persons"],
      key: ["id"],
      columns,
      detail: "facts",
    });
    expected ??= persons.map((facts, i) => expectedAnswers(ruleSet, { id: String(i), facts, at }, answers));
    await engine.load("persons", reads, rows);
    try {
      const obtained = new Map((await engine.ask(sql)).map((row) => [row[0], row]));
      for (const [i, facts] of persons.entries()) {
        const row = obtained.get(String(i));
        for (const [j, column] of answers.entries()) {
          const [wanted = null, got] = [expected[i]?.[j], row?.[j]];
          if (got === wanted || (typeof wanted === "boolean" && Number(got) === Number(wanted))) continue;
          found.push({ dialect: engine.dialect, column, facts, expected: wanted, obtained: got });
        }
      }
    } finally {
      await engine.drop("persons");
    }
  }
  return found;
}
