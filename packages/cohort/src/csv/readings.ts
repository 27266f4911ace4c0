// From the texts of a table to the columns of a cohort. What the same texts come to is read once, by the same reader as
// anybody's facts; a fact stands alone, a total with its parts.
import type { Fact, FactColumns, Facts, Problem } from "@jumelage/engine";
import { factsReader, layoutOf, newWords, type Day, type Layout, type Words } from "@jumelage/engine/compile";
import type { Cohort } from "../cohort.ts";
import { columnBuilder, isAssumed, type ColumnBuilder } from "../column-builder.ts";
import { ProblemCounts } from "../problem-counts.ts";
import type { ReaderOptions } from "../read-cohort.ts";
import { sentOf } from "./cells.ts";
import { Dictionary } from "./dictionary.ts";
import type { ReadColumn } from "./scanner.ts";

/** The column of a name, if it is to be read. */
export type ColumnOf = (name: string) => ReadColumn | undefined;

/** What the texts about some facts have come to. */
interface Reading {
  readonly words: Words;
  /** Of each of these facts, whether its value was assumed. */
  readonly assumed: readonly boolean[];
  readonly problems: readonly Problem[];
}

/** How the texts seen so far branch, column by column; what they come to is at the end of each branch. */
interface Branch {
  readonly next: (Branch | undefined)[];
  reading: Reading | undefined;
}

/** So many branches or texts are remembered before all of them are forgotten. */
const mostKept = 100_000;

export class Readings {
  readonly #layout: Layout;
  readonly #builders: readonly ColumnBuilder[];
  readonly #problems = new ProblemCounts();
  readonly #groups: readonly Group[];
  #size = 0;

  constructor(
    facts: readonly Fact[],
    {
      columns,
      columnOf,
      on,
      mayGenerate = false,
    }: ReaderOptions & {
      readonly columns: Readonly<Record<string, FactColumns>>;
      readonly columnOf: ColumnOf;
      readonly on: Day;
    },
  ) {
    const layout = layoutOf(facts);
    const read = factsReader(layout, mayGenerate);
    this.#layout = layout;
    this.#builders = layout.slots.map(columnBuilder);
    this.#groups = groupsOf(facts).map(
      (places) =>
        new Group(
          places.flatMap((place) => {
            const fact = facts[place];
            return fact ? [{ fact, place, columns: columns[fact.id] ?? {} }] : [];
          }),
          columnOf,
          (sent) => {
            const words = newWords(layout);
            // Of facts in other groups nothing is sent here: what is wrong with them is theirs to tell.
            const problems = read(sent, on, words).filter(({ fact }) => Object.hasOwn(sent, fact));
            return { words, problems, assumed: places.map((place) => isAssumed(layout, words, place)) };
          },
        ),
    );
  }

  get size(): number {
    return this.#size;
  }

  /** Adds the persons whose texts stand in the columns. */
  add(rows: number): void {
    for (const group of this.#groups) {
      const readings = group.read(rows);
      for (const [i, place] of group.places.entries()) {
        const builder = this.#builders[place];
        for (let row = 0; row < rows; row++) {
          const reading = readings[row];
          if (reading !== undefined) builder?.add(reading.words, reading.assumed[i] ?? false);
        }
      }
      for (let row = 0; row < rows; row++)
        for (const problem of readings[row]?.problems ?? []) this.#problems.note(problem, this.#size + row);
    }
    this.#size += rows;
  }

  finish(): Cohort {
    return {
      size: this.#size,
      layout: this.#layout,
      columns: this.#builders.map((b) => b.finish()),
      problems: this.#problems.all,
    };
  }
}

/** The places of facts that are read together. */
function groupsOf(facts: readonly Fact[]): readonly (readonly number[])[] {
  const group = facts.map((_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    while (group[root] !== root) root = group[root] ?? root;
    return root;
  };
  const placeOf = new Map(facts.map((fact, place) => [fact.id, place]));
  for (const [place, fact] of facts.entries())
    for (const part of fact.derive?.sum ?? []) group[rootOf(placeOf.get(part) ?? place)] = rootOf(place);
  return facts.flatMap((_, root) => {
    const places = facts.flatMap((__, place) => (rootOf(place) === root ? [place] : []));
    return places.length === 0 ? [] : [places];
  });
}

interface Member {
  readonly fact: Fact;
  readonly place: number;
  readonly columns: FactColumns;
}

/** Facts that are read together, and the columns about them. */
class Group {
  readonly places: readonly number[];
  readonly #members: readonly Member[];
  readonly #columnOf: ColumnOf;
  readonly #read: (sent: Facts) => Reading;
  readonly #columns: readonly ReadColumn[];
  readonly #found: Reading[] = [];
  #root: Branch = { next: [], reading: undefined };
  #branches = 0;

  constructor(members: readonly Member[], columnOf: ColumnOf, read: (sent: Facts) => Reading) {
    this.#members = members;
    this.#columnOf = columnOf;
    this.#read = read;
    this.places = members.map((m) => m.place);
    this.#columns = members.flatMap(({ columns }) =>
      namesOf(columns).flatMap((name) => columnOf(name) ?? []),
    );
  }

  /** What the texts of each row have come to; good until the next rows are read. */
  read(rows: number): readonly Reading[] {
    const [columns, found] = [this.#columns, this.#found];
    for (let row = 0; row < rows; row++) {
      let branch = this.#root;
      for (let i = 0; i < columns.length; i++) {
        const number = columns[i]?.numbers[row] ?? 0;
        let next = branch.next[number];
        if (next === undefined) {
          next = branch.next[number] = { next: [], reading: undefined };
          this.#branches++;
        }
        branch = next;
      }
      found[row] = branch.reading ??= this.#read(this.#sentAt(row));
    }
    this.#forgetTooMany();
    return found;
  }

  #sentAt(row: number): Facts {
    const textOf = (name: string | undefined): string | undefined => {
      const column = name === undefined ? undefined : this.#columnOf(name);
      return column?.dictionary.texts[column.numbers[row] ?? 0];
    };
    return Object.fromEntries(
      this.#members.map(({ fact, columns: { value, members, observedOn, unreadable, asked } }) => [
        fact.id,
        sentOf(fact, {
          value: textOf(value),
          members: Object.entries(members ?? {}).flatMap(([id, name]) => {
            const text = textOf(name);
            return text === undefined ? [] : [[id, text] as const];
          }),
          observedOn: textOf(observedOn),
          unreadable: textOf(unreadable),
          asked: textOf(asked),
        }),
      ]),
    );
  }

  /** What is remembered grows with what differs, and must not with the persons. */
  #forgetTooMany(): void {
    const crowded = this.#columns.filter(({ dictionary }) => dictionary.texts.length > mostKept);
    if (crowded.length === 0 && this.#branches <= mostKept) return;
    for (const column of crowded) column.dictionary = new Dictionary();
    this.#root = { next: [], reading: undefined };
    this.#branches = 0;
  }
}

export function namesOf({ value, members, observedOn, unreadable, asked }: FactColumns): readonly string[] {
  return [value, ...Object.values(members ?? {}), observedOn, unreadable, asked].filter(
    (n) => n !== undefined,
  );
}
