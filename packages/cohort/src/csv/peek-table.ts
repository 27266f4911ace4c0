// The beginning of a table, before anything of it is read: the names of its columns, and what stands in them.
import { Dictionary } from "./dictionary.ts";
import { CsvScanner, batchRows } from "./scanner.ts";
import { UnreadableTable } from "./unreadable-table.ts";

export interface PeekedColumn {
  readonly name: string;
  /** The texts that stand in it, each once; nothing is not among them. */
  readonly texts: readonly string[];
}

/**
 * The columns of a table, and the texts of its first lines.
 * @param isWhole whether these bytes are all there is
 * @throws UnreadableTable when these bytes are the beginning of no table
 */
export function peekTable(bytes: Uint8Array, isWhole: boolean): readonly PeekedColumn[] {
  let columns: readonly { readonly name: string; readonly dictionary: Dictionary }[] = [];
  const scanner = new CsvScanner({
    onHeader({ names }) {
      const read = names.map((name) => ({
        name,
        dictionary: new Dictionary(),
        numbers: new Int32Array(batchRows),
      }));
      columns = read;
      return read;
    },
    onRows: () => undefined,
  });
  scanner.add(bytes);
  if (isWhole) scanner.finish();
  if (columns.length === 0) throw new UnreadableTable("no-header");
  return columns.map(({ name, dictionary }) => ({ name, texts: dictionary.texts.slice(1) }));
}
