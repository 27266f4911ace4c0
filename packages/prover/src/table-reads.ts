// The compiled solver reads its table of functions twice at every call through it, once only to check itself; reading it
// leaves WebAssembly, which is most of what some questions cost. Knows nothing else of the solver.

/** What is used of a table of functions; the entries that were set stay until they are set again. */
export interface FunctionTable {
  get: (index: number) => unknown;
  set: (index: number, value?: unknown) => void;
}

/**
 * Lets every table of this thread remember the functions read from it. To be called before anything is compiled, in a
 * thread that runs nothing but the solver.
 */
export function rememberTableReads(of: FunctionTable): void {
  const { get: read, set: write } = of;
  of.get = function first(this: FunctionTable, index) {
    const kept: unknown[] = [];
    this.get = (at) => {
      // An empty entry is not kept: it may still be filled from inside.
      const known = kept[at];
      return known ?? (kept[at] = read.call(this, at));
    };
    this.set = (at, value) => {
      kept[at] = undefined;
      write.call(this, at, value);
    };
    return this.get(index);
  };
}
