import { expect, test } from "vitest";
import { rememberTableReads, type FunctionTable } from "./table-reads.ts";

class Cells {
  reads = 0;
  readonly #cells = new Map<number, unknown>();
  get(index: number): unknown {
    this.reads += 1;
    return this.#cells.get(index) ?? null;
  }
  set(index: number, value?: unknown): void {
    this.#cells.set(index, value);
  }
}

test("an entry is read once, and again once it was set; an empty one always", () => {
  class Table extends Cells {}
  rememberTableReads(Table.prototype satisfies FunctionTable);
  const [one, other] = [new Table(), new Table()];
  expect([one.get(3), one.get(3), one.reads]).toEqual([null, null, 2]);
  one.set(3, "f");
  expect([one.get(3), one.get(3), one.reads]).toEqual(["f", "f", 3]);
  one.set(3, "g");
  expect([one.get(3), other.get(3)]).toEqual(["g", null]);
});
