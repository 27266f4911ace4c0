// What is said between the thread that wants a table and those that read a part of it each.
import type { TableOptions, TablePart } from "@jumelage/cohort";
import type { Fact } from "@jumelage/engine";

/** What a thread is begun with: the part of the file near which it reads. */
export interface Task {
  readonly path: string;
  readonly facts: readonly Fact[];
  readonly options: Pick<TableOptions, "at" | "columns" | "mayGenerate">;
  /** The first line, with its end. */
  readonly header: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** Asked of a thread, in this order. */
export type Question =
  /** Where the first line begins after `from`, where `from` is inside quotation marks or not. */
  | { readonly kind: "begin"; readonly isQuoted: boolean }
  /** What stands in these bytes, which are whole lines. */
  | { readonly kind: "read"; readonly begin: number; readonly end: number };

/** Said by a thread. */
export type Answer =
  /** How many quotation marks its bytes have; said without being asked. */
  | { readonly kind: "quotes"; readonly count: number }
  | { readonly kind: "begin"; readonly at: number }
  /** How far it has come in its own part. */
  | { readonly kind: "progress"; readonly persons: number; readonly bytes: number }
  | { readonly kind: "part"; readonly part: TablePart }
  /** The table cannot be read; why and where is found by reading it from its beginning. */
  | { readonly kind: "unreadable" };
