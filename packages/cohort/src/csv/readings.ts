// From the texts of a table to the columns of a cohort. What the same texts come to is read once, by the same reader as
// anybody's facts; a fact stands alone, a total with its parts.
import type { Fact, FactColumns, Facts, Problem } from "@jumelage/engine";
import {
  factsReader,
  layoutOf,
  newWords,
  slotAt,
  type Day,
  type Layout,
  type Words,
} from "@jumelage/engine/compile";
import type { Cohort } from "../cohort.ts";
import { ColumnBuilder, isAssumed } from "../column-builder.ts";
import { ProblemCounts } from "../problem-counts.ts";
import type { ReaderOptions } from "../read-cohort.ts";
import { sentOf } from "./cells.ts";
import { Dictionary } from "./dictionary.ts";
import { Branches } from "./branches.ts";
import { batchRows, type ReadColumn } from "./scanner.ts";

/** The column of a name, if it is to be read. */
export type ColumnOf = (name: string) => ReadColumn | undefined;

/** So many branches or texts are remembered before all of them are forgotten. */
const mostKept = 100_000;

export class Readings {
  readonly #layout: Layout;
  readonly #columns: readonly ColumnBuilder[];
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
    this.#columns = layout.slots.map((slot) => new ColumnBuilder(slot));
    this.#groups = groupsOf(facts).map(
      (places) =>
        new Group(
          places.flatMap((place) => {
            const fact = facts[place];
            return fact ? [{ fact, place, columns: columns[fact.id] ?? {} }] : [];
          }),
          columnOf,
          layout,
          (sent) => {
            const words = newWords(layout);
            // Of facts in other groups nothing is sent here: what is wrong with them is theirs to tell.
            const problems = read(sent, on, words).filter(({ fact }) => Object.hasOwn(sent, fact));
            return { words, problems };
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
      const which = group.read(rows);
      for (const { place, seen } of group.columns) this.#columns[place]?.addLike(seen, which, rows);
      if (group.hasProblems)
        for (let row = 0; row < rows; row++)
          for (const problem of group.problemsOf(which[row] ?? 0))
            this.#problems.note(problem, this.#size + row);
      group.forgetTooMany();
    }
    this.#size += rows;
  }

  finish(): Cohort {
    return {
      size: this.#size,
      layout: this.#layout,
      columns: this.#columns.map((c) => c.finish()),
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

/** What the texts about some facts have come to. */
interface Reading {
  readonly words: Words;
  readonly problems: readonly Problem[];
}

/** Facts that are read together, and the columns about them. */
class Group {
  readonly #members: readonly Member[];
  readonly #columnOf: ColumnOf;
  readonly #layout: Layout;
  readonly #read: (sent: Facts) => Reading;
  readonly #texts: readonly ReadColumn[];
  #branches: Branches;
  /** Of each fact what was read, by the number of the texts. */
  #columns: readonly { readonly place: number; readonly seen: ColumnBuilder }[];
  readonly #problems: (readonly Problem[])[] = [];
  #hasProblems = false;

  constructor(
    members: readonly Member[],
    columnOf: ColumnOf,
    layout: Layout,
    read: (sent: Facts) => Reading,
  ) {
    this.#members = members;
    this.#columnOf = columnOf;
    this.#layout = layout;
    this.#read = read;
    this.#texts = members.flatMap(({ columns }) => namesOf(columns).flatMap((name) => columnOf(name) ?? []));
    this.#branches = new Branches(this.#texts.length, batchRows);
    this.#columns = this.#newColumns();
  }

  /** The columns that `which` of `read` points into. */
  get columns(): readonly { readonly place: number; readonly seen: ColumnBuilder }[] {
    return this.#columns;
  }

  get hasProblems(): boolean {
    return this.#hasProblems;
  }

  problemsOf(which: number): readonly Problem[] {
    return this.#problems[which] ?? [];
  }

  /** Which of what was read is that of each row; good until the next rows are read. */
  read(rows: number): Int32Array {
    const texts = this.#texts.map(({ numbers, dictionary }) => ({ numbers, size: dictionary.texts.length }));
    return this.#branches.numbersOf(texts, rows, (row) => {
      const { words, problems } = this.#read(this.#sentAt(row));
      for (const { place, seen } of this.#columns) seen.add(words, isAssumed(this.#layout, words, place));
      this.#problems.push(problems);
      if (problems.length > 0) this.#hasProblems = true;
    });
  }

  #newColumns(): Group["columns"] {
    return this.#members.map(({ place }) => ({
      place,
      seen: new ColumnBuilder(slotAt(this.#layout, place)),
    }));
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
  forgetTooMany(): void {
    const crowded = this.#texts.filter(({ dictionary }) => dictionary.texts.length > mostKept);
    if (crowded.length === 0 && this.#branches.count <= mostKept) return;
    for (const column of crowded) column.dictionary = new Dictionary();
    this.#branches = new Branches(this.#texts.length, batchRows);
    this.#columns = this.#newColumns();
    this.#problems.length = 0;
    this.#hasProblems = false;
  }
}

export function namesOf({ value, members, observedOn, unreadable, asked }: FactColumns): readonly string[] {
  return [value, ...Object.values(members ?? {}), observedOn, unreadable, asked].filter(
    (n) => n !== undefined,
  );
}
