// Rows of numbers, each numbered by all that stands in it: the same rows have the same number. Column by column for many
// rows at once, which costs two reads a cell.

/** A table of that many places at most stands for all the ways on from a column; beyond, only those there are are kept. */
const mostPlaces = 2 ** 20;

/** How the rows go on at one column: from each number that the columns before have led to, by the one that stands here. */
class Column {
  /** Places for so many different numbers, a power of two. */
  #width = 4;
  /** By where a row comes from and by the number that stands here: 1 more than where it goes on, or 0. */
  #places: Int32Array | undefined = new Int32Array(16 * 4);
  readonly #others = new Map<number, number>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /**
   * Leads rows on.
   * @param numbers what stands in this column, each below `size`
   * @param at where each row is, each below `from`, and then where it goes on
   * @param onNew hears of each row that is the first to go there
   */
  lead(
    {
      numbers,
      size,
      rows,
      from,
    }: { readonly numbers: Int32Array; readonly size: number; readonly rows: number; readonly from: number },
    at: Int32Array,
    onNew: (row: number) => void,
  ): void {
    const places = this.#placesFor(from, size);
    const width = this.#width;
    if (places === undefined) {
      for (let row = 0; row < rows; row++) {
        const key = keyOf(at[row] ?? 0, numbers[row] ?? 0);
        let next = this.#others.get(key);
        if (next === undefined) {
          this.#others.set(key, (next = ++this.#count));
          onNew(row);
        }
        at[row] = next - 1;
      }
      return;
    }
    for (let row = 0; row < rows; row++) {
      const place = (at[row] ?? 0) * width + (numbers[row] ?? 0);
      let next = places[place] ?? 0;
      if (next === 0) {
        next = places[place] = ++this.#count;
        onNew(row);
      }
      at[row] = next - 1;
    }
  }

  /** Places for all that may come; nothing, where that would be too many. */
  #placesFor(from: number, size: number): Int32Array | undefined {
    const places = this.#places;
    if (places === undefined) return undefined;
    let width = this.#width;
    while (width < size) width *= 2;
    if (width === this.#width && from * width <= places.length) return places;
    let rows = places.length / this.#width;
    while (rows < from) rows *= 2;
    const wider = rows * width <= mostPlaces ? new Int32Array(rows * width) : undefined;
    for (const [place, next] of places.entries()) {
      if (next === 0) continue;
      const [before, number] = [Math.floor(place / this.#width), place % this.#width];
      if (wider !== undefined) wider[before * width + number] = next;
      else this.#others.set(keyOf(before, number), next);
    }
    this.#width = width;
    return (this.#places = wider);
  }
}

/** No column has that many different texts at once. */
const mostNumbers = 2 ** 24;

function keyOf(from: number, number: number): number {
  return from * mostNumbers + number;
}

/** The numbers of rows of several columns. */
export class Branches {
  readonly #columns: readonly Column[];
  readonly #at: Int32Array;
  #isEmpty = true;

  /** @param mostRows that come at once */
  constructor(columns: number, mostRows: number) {
    this.#columns = Array.from({ length: columns }, () => new Column());
    this.#at = new Int32Array(mostRows);
  }

  /** How many places the rows so far have branched at, in all columns. */
  get count(): number {
    return this.#columns.reduce((sum, column) => sum + column.count, 0);
  }

  /**
   * The number of each row, good until the next rows come.
   * @param onNew hears of every row that is the first of its kind, in the order of the numbers
   */
  numbersOf(
    columns: readonly { readonly numbers: Int32Array; readonly size: number }[],
    rows: number,
    onNew: (row: number) => void,
  ): Int32Array {
    const at = this.#at;
    at.fill(0, 0, rows);
    let from = 1;
    for (const [i, column] of this.#columns.entries()) {
      const { numbers, size } = columns[i] ?? { numbers: at, size: 1 };
      const isLast = i === this.#columns.length - 1;
      column.lead({ numbers, size, rows, from }, at, isLast ? onNew : ignore);
      from = column.count;
    }
    // Rows of nothing are all the same.
    if (this.#columns.length === 0 && this.#isEmpty && rows > 0) {
      onNew(0);
      this.#isEmpty = false;
    }
    return at;
  }
}

const ignore = (): void => undefined;
