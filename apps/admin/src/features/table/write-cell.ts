// A cell of a decision table written anew: the criterion then says exactly what its row says. Pure.
import {
  layoutOf,
  readBack,
  subjectKey,
  type Column,
  type DraftCondition,
  type TableLine,
} from "@jumelage/engine";
import { replaceAt } from "../criteria/edit-condition.ts";

/** Where a cell stands in the rows of a criterion; without a line it speaks for all of several. */
export interface CellPlace {
  readonly column: Column;
  readonly line?: number | undefined;
}

/**
 * The condition with other tests in one cell, which must all hold; none: any answer will do. A line of several that is
 * left without a test goes; a criterion left without one has no condition, rather than holding for everybody.
 */
export function withCell(
  when: DraftCondition | undefined,
  { column, line }: CellPlace,
  nodes: readonly DraftCondition[],
): DraftCondition | undefined {
  const layout = layoutOf(when);
  if (when === undefined || layout.kind !== "rows") return when;
  const { shared, lines } = layout;
  const isOwn = (test: TableLine[number]): boolean => subjectKey(test.column) === subjectKey(column);
  const own = (line === undefined ? shared : (lines[line] ?? [])).filter(isOwn);
  // As many tests as there were are said where they stand, so that the rest of the sentence stays as it is written.
  if (own.length === nodes.length && own.every(({ node }) => !("not" in node)))
    return nodes.reduce((root, node, i) => replaceAt(root, own[i]?.at ?? [], node), when);
  const written = (tests: TableLine): TableLine => {
    const found = tests.findIndex(isOwn);
    const at = found < 0 ? tests.length : found;
    const made = nodes.map((node) => ({ column, node, at: [] }));
    const others = (part: TableLine): TableLine => part.filter((test) => !isOwn(test));
    return [...others(tests.slice(0, at)), ...made, ...others(tests.slice(at))];
  };
  const every = line === undefined ? written(shared) : shared;
  const ways = lines.map((tests, i) => (i === line ? written(tests) : tests));
  const left = ways.length === 1 ? ways : ways.filter((tests, i) => i !== line || tests.length > 0);
  const [only] = left;
  if (left.length > 1) return readBack({ kind: "rows", shared: every, lines: left });
  const all = [...every, ...(only ?? [])];
  return all.length === 0 ? undefined : readBack({ kind: "rows", shared: [], lines: [all] });
}
