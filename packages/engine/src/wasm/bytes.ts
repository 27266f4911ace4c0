// The bytes of a small WebAssembly module: only what the kernels made here need.

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
export const v128 = 0x7b;

export const code = {
  block: [0x02, 0x40],
  loop: [0x03, 0x40],
  if: [0x04, 0x40],
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
  load: (offset: number) => [0x28, 2, ...unsigned(offset)],
  store: (offset: number) => [0x36, 2, ...unsigned(offset)],
  loadVector: (offset: number) => [0xfd, 0x00, 4, ...unsigned(offset)],
  storeVector: (offset: number) => [0xfd, 0x0b, 4, ...unsigned(offset)],
  not: [0xfd, 0x4d],
  and: [0xfd, 0x4e],
  /** The first and not the second. */
  without: [0xfd, 0x4f],
  or: [0xfd, 0x50],
  anyTrue: [0xfd, 0x53],
} as const;

/** "\0asm", version 1. */
const magic = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** A module with one memory (exported as `memory`) and one function from a number to a number (exported as `run`). */
export function moduleBytes({
  pages,
  locals,
  body,
}: {
  readonly pages: number;
  /** How many of which type follow the parameter. */
  readonly locals: readonly (readonly [count: number, type: number])[];
  readonly body: readonly number[];
}): Uint8Array<ArrayBuffer> {
  const section = (id: number, content: readonly number[]): readonly number[] => [
    id,
    ...unsigned(content.length),
    ...content,
  ];
  const name = (text: string): readonly number[] => [
    ...unsigned(text.length),
    ...Array.from(text, (c) => c.charCodeAt(0)),
  ];
  const declared = [
    ...unsigned(locals.length),
    ...locals.flatMap(([count, type]) => [...unsigned(count), type]),
  ];
  const head = [
    ...magic,
    ...section(1, [1, 0x60, 1, i32, 1, i32]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, ...unsigned(pages)]),
    ...section(7, [2, ...name("memory"), 2, 0, ...name("run"), 0, 0]),
  ];
  const size = declared.length + body.length + 1;
  const before = [
    ...head,
    10,
    ...unsigned(1 + unsigned(size).length + size),
    1,
    ...unsigned(size),
    ...declared,
  ];
  // The body may be long: it is copied, not spread into arguments.
  const bytes = new Uint8Array(before.length + body.length + 1);
  bytes.set(before);
  bytes.set(body, before.length);
  bytes[bytes.length - 1] = 0x0b;
  return bytes;
}
