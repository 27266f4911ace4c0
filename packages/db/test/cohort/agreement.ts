// Asking one database about many persons at once, and comparing every cell with the direct reading.
import { cohortQuery, columnsFor, type Facts, type LocalDate, type RuleSet } from "@jumelage/engine";
import { conformance } from "@jumelage/engine/test/conformance";
import { expectedAnswers } from "./answers.ts";
import type { CohortEngine } from "./engines.ts";
import { rowOf, type Cell } from "@jumelage/engine/test/table-rows";

export interface CohortCase {
  readonly ruleSet: RuleSet;
  readonly at: LocalDate;
  readonly persons: readonly Facts[];
}

/** The cases written by hand, those of one rule set and one day together. */
export function writtenByHand(): readonly (CohortCase & { readonly about: string })[] {
  return conformance.flatMap(({ file, cases }) =>
    [...new Set(cases.map((c) => c.at))].flatMap((at) => {
      const together = cases.filter((c) => c.at === at);
      const [first] = together;
      return first
        ? [{ about: `${file}, ${at}`, ruleSet: first.ruleSet, at, persons: together.map((c) => c.facts) }]
        : [];
    }),
  );
}

// One that failed midway leaves its table behind; the next one has another.
let tables = 0;

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
  const table = `persons_${(tables += 1)}`;
  let expected: readonly (readonly Cell[])[] | undefined;
  for (const engine of engines) {
    const { sql, reads, answers } = write(ruleSet, {
      dialect: engine.dialect,
      at,
      table: [table],
      key: ["id"],
      columns,
      detail: "facts",
    });
    expected ??= persons.map((facts, i) => expectedAnswers(ruleSet, { id: String(i), facts, at }, answers));
    await engine.load(table, reads, rows);
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
      await engine.drop(table);
    }
  }
  return found;
}
