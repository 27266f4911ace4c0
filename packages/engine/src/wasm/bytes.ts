// The bytes of a small WebAssembly module: only the instructions that this repository's kernels need.

/** An unsigned number, seven bits a byte. */
export function unsigned(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
}

/** A signed number, seven bits a byte. */
export function signed(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 127;
    rest >>= 7;
    const isDone = (rest === 0 && (low & 64) === 0) || (rest === -1 && (low & 64) !== 0);
    bytes.push(isDone ? low : low | 128);
    if (isDone) return bytes;
  }
}

export const i32 = 0x7f;
export const i64 = 0x7e;
export const v128 = 0x7b;

export const code = {
  block: [0x02, 0x40],
  loop: [0x03, 0x40],
  if: [0x04, 0x40],
  else: [0x05],
  end: [0x0b],
  return: [0x0f],
  br: (depth: number) => [0x0c, ...unsigned(depth)],
  brIf: (depth: number) => [0x0d, ...unsigned(depth)],
  /** To the depths by index; to the last one beyond. */
  brTable: (depths: readonly number[]) => [
    0x0e,
    ...unsigned(depths.length - 1),
    ...depths.flatMap((depth) => unsigned(depth)),
  ],
  get: (local: number) => [0x20, ...unsigned(local)],
  set: (local: number) => [0x21, ...unsigned(local)],
  tee: (local: number) => [0x22, ...unsigned(local)],
  constant: (value: number) => [0x41, ...signed(value)],
  equal: [0x46],
  notEqual: [0x47],
  add: [0x6a],
  subtract: [0x6b],
  multiply: [0x6c],
  atLeast: [0x4f],
  isZero: [0x45],
  bitwiseAnd: [0x71],
  /** How many zeros there are below the lowest one. */
  trailingZeros: [0x68],
  load: (offset: number) => [0x28, 2, ...unsigned(offset)],
  store: (offset: number) => [0x36, 2, ...unsigned(offset)],

  constantLong: (value: number) => [0x42, ...signed(value)],
  loadLong: (offset: number) => [0x29, 3, ...unsigned(offset)],
  isZeroLong: [0x50],
  countLong: [0x7b],
  addLong: [0x7c],
  andLong: [0x83],
  orLong: [0x84],
  xorLong: [0x85],
  /** The lower half of a long. */
  lower: [0xa7],

  loadVector: (offset: number) => [0xfd, 0x00, 4, ...unsigned(offset)],
  storeVector: (offset: number) => [0xfd, 0x0b, 4, ...unsigned(offset)],
  /** A vector of zeros. */
  none: [0xfd, 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  not: [0xfd, 0x4d],
  and: [0xfd, 0x4e],
  /** The first and not the second. */
  without: [0xfd, 0x4f],
  or: [0xfd, 0x50],
  xor: [0xfd, 0x51],
  anyTrue: [0xfd, 0x53],
  /** A vector of one byte, sixteen times. */
  ofByte: [0xfd, 0x0f],
  /** Byte by byte: all ones where two are equal. */
  equalBytes: [0xfd, 0x23],
  /** The highest bit of each byte, the first byte's lowest. */
  bitOfEachByte: [0xfd, 0x64],
} as const;

export interface WasmFunction {
  /** Under which it is exported. */
  readonly name: string;
  /** How many numbers it takes. */
  readonly parameters: number;
  /** Whether it leaves a number. */
  readonly returns: boolean;
  /** How many of which type follow the parameters. */
  readonly locals: readonly (readonly [count: number, type: number])[];
  readonly body: readonly number[];
}

/** A memory of its own, exported as `memory`; or one that is given it as `env.memory`, of at least one page. */
export type WasmMemory =
  | { readonly pages: number }
  | { readonly given: true; readonly sharedUpTo?: number | undefined };

/** "\0asm", version 1. */
const magic = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** A module with one memory of its own and one function from a number to a number, exported as `run`: for `runModule`. */
export function moduleBytes({
  pages,
  ...run
}: { readonly pages: number } & Pick<WasmFunction, "locals" | "body">): Uint8Array<ArrayBuffer> {
  return moduleOf({ pages }, [{ name: "run", parameters: 1, returns: true, ...run }]);
}

/** A module of one memory and some functions. */
export function moduleOf(memory: WasmMemory, functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters, returns }) => [
    0x60,
    ...counted(Array.from({ length: parameters }, () => [i32])),
    ...counted(returns ? [[i32]] : []),
  ]);
  const exports = functions.map(({ name }, index) => [...nameOf(name), 0, ...unsigned(index)]);
  const isOwn = "pages" in memory;
  const head = [
    ...magic,
    ...section(1, counted(types)),
    ...(isOwn ? [] : section(2, counted([[...nameOf("env"), ...nameOf("memory"), 2, ...limits(memory)]]))),
    ...section(3, counted(functions.map((_, index) => unsigned(index)))),
    ...(isOwn ? section(5, counted([[0, ...unsigned(memory.pages)]])) : []),
    ...section(7, counted(isOwn ? [[...nameOf("memory"), 2, 0], ...exports] : exports)),
  ];
  const codes = functions.map(({ locals, body }) => {
    const declared = counted(locals.map(([count, type]) => [...unsigned(count), type]));
    return { before: [...unsigned(declared.length + body.length + 1), ...declared], body };
  });
  const size = codes.reduce((sum, { before, body }) => sum + before.length + body.length + 1, 0);
  const number = unsigned(functions.length);
  const start = [...head, 10, ...unsigned(number.length + size), ...number];
  // Bodies may be long: they are copied, not spread into arguments.
  const bytes = new Uint8Array(start.length + size);
  bytes.set(start);
  let at = start.length;
  for (const { before, body } of codes) {
    bytes.set(before, at);
    bytes.set(body, at + before.length);
    at += before.length + body.length;
    bytes[at++] = 0x0b;
  }
  return bytes;
}

function limits({ sharedUpTo }: { readonly sharedUpTo?: number | undefined }): readonly number[] {
  return sharedUpTo === undefined ? [0, 1] : [3, 1, ...unsigned(sharedUpTo)];
}

function counted(items: readonly (readonly number[])[]): readonly number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...unsigned(content.length), ...content];
}

function nameOf(text: string): readonly number[] {
  return [...unsigned(text.length), ...Array.from(text, (c) => c.charCodeAt(0))];
}
