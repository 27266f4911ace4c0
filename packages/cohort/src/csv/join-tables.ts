// Parts of one table that were read apart, as if the table had been read at once.
import { KNOWN, layoutOf, slotAt, type Slot } from "@jumelage/engine/compile";
import type { Fact } from "@jumelage/engine";
import type { Cohort } from "../cohort.ts";
import { codesFor, placeFor, type Codes, type Column } from "../column.ts";
import { inOrder, mostRows, type MutableCount } from "../problem-counts.ts";
import type { TableRead } from "./read-table.ts";

type Lists = Omit<Column, "slot">;

/** What was read of a part of a table, without what its vocabulary says anyway, so that it can go to another thread. */
export interface TablePart extends Omit<TableRead, "cohort"> {
  readonly cohort: Omit<Cohort, "layout" | "columns"> & { readonly columns: readonly Lists[] };
}

/** @param parts at least one, all read against these facts, in the order of their rows */
export function joinTables(facts: readonly Fact[], parts: readonly TablePart[]): TableRead {
  const layout = layoutOf(facts);
  const cohorts = parts.map(({ cohort }) => cohort);
  return {
    unused: parts[0]?.unused ?? [],
    without: parts[0]?.without ?? [],
    cohort: {
      size: cohorts.reduce((sum, { size }) => sum + size, 0),
      layout,
      columns: facts.map((_, place) =>
        joined(
          slotAt(layout, place),
          cohorts.flatMap(({ columns }) => columns[place] ?? []),
        ),
      ),
      problems: problemsOf(cohorts),
    },
  };
}

function joined(slot: Slot, parts: readonly Lists[]): Column {
  const words = Array.from({ length: slot.words }, (_, word) => word);
  const chosen = words.map((word) => together(parts.flatMap((part) => part.chosen[word] ?? [])));
  const isPartly = parts.some(({ unasked }) => unasked.length > 0);
  // Where every set of a part was known as a whole, nobody was left unasked about anything.
  const unaskedIn = ({ chosen: all, unasked }: Lists, word: number): Codes | [] =>
    unasked[word] ?? all[word]?.slice().fill(0) ?? [];
  const unasked = isPartly
    ? words.map((word) => together(parts.flatMap((part) => unaskedIn(part, word))))
    : [];
  return slot.kind === "number"
    ? { slot, ...numbered(parts), chosen, unasked }
    : {
        slot,
        codes: together(parts.map(({ codes }) => codes)),
        values: new Float64Array(0),
        chosen,
        unasked,
      };
}

/** Numbers as places among the distinct ones of all parts. */
function numbered(parts: readonly Lists[]): Pick<Column, "codes" | "values"> {
  const values = Float64Array.from(new Set(parts.flatMap((part) => [...part.values]))).sort();
  const codes = codesFor(
    KNOWN + values.length,
    parts.reduce((sum, part) => sum + part.codes.length, 0),
  );
  let at = 0;
  for (const part of parts) {
    const places = Array.from(part.values, (value) => KNOWN + placeFor(values, value, false));
    for (const code of part.codes) codes[at++] = code < KNOWN ? code : (places[code - KNOWN] ?? code);
  }
  return { codes, values };
}

function together(lists: readonly Codes[]): Codes {
  const [first] = lists;
  if (!first) return new Uint8Array(0);
  const all = new (first.constructor as new (length: number) => Codes)(
    lists.reduce((sum, list) => sum + list.length, 0),
  );
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

function problemsOf(cohorts: readonly Pick<Cohort, "problems" | "size">[]): Cohort["problems"] {
  const counts = new Map<string, MutableCount>();
  let before = 0;
  for (const { problems, size } of cohorts) {
    for (const { fact, code, persons, rows } of problems) {
      const known = counts.get(`${code} ${fact}`) ?? { fact, code, persons: 0, rows: [] };
      counts.set(`${code} ${fact}`, known);
      known.persons += persons;
      known.rows.push(...rows.slice(0, mostRows - known.rows.length).map((row) => before + row));
    }
    before += size;
  }
  return inOrder([...counts.values()]);
}
