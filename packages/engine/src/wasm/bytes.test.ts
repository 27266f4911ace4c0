import { describe, expect, test } from "vitest";
import { code, i32, i64, moduleBytes, moduleOf, signed, unsigned, v128, type WasmFunction } from "./bytes.ts";
import { compileModule, instantiate, newMemory, runModule } from "./platform.ts";

test.each<[number, readonly number[]]>([
  [0, [0]],
  [1, [1]],
  [127, [0x7f]],
  [128, [0x80, 1]],
  [255, [0xff, 1]],
  [16_383, [0xff, 0x7f]],
  [16_384, [0x80, 0x80, 1]],
  [624_485, [0xe5, 0x8e, 0x26]],
  [2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 0x0f]],
])("%d without a sign is %j", (value, bytes) => {
  expect(unsigned(value)).toEqual(bytes);
});

test.each<[number, readonly number[]]>([
  [0, [0]],
  [63, [0x3f]],
  [64, [0xc0, 0]],
  [127, [0xff, 0]],
  [128, [0x80, 1]],
  [8191, [0xff, 0x3f]],
  [8192, [0x80, 0xc0, 0]],
  [-1, [0x7f]],
  [-64, [0x40]],
  [-65, [0xbf, 0x7f]],
  [-128, [0x80, 0x7f]],
  [-123_456, [0xc0, 0xbb, 0x78]],
  [2 ** 31 - 1, [0xff, 0xff, 0xff, 0xff, 7]],
  [-(2 ** 31), [0x80, 0x80, 0x80, 0x80, 0x78]],
])("%d with a sign is %j", (value, bytes) => {
  expect(signed(value)).toEqual(bytes);
});

type Body = readonly (readonly number[])[];
const { get, set, tee, constant } = code;

/** What a module answers to numbers: local 0 is the argument, 1 and 2 are numbers of its own. */
function answers(body: Body, locals: WasmFunction["locals"] = [[2, i32]]): (argument: number) => number {
  return runModule(moduleBytes({ pages: 1, locals, body: body.flat() })).run;
}

/** Leaves the number of the depth that was jumped to: blocks of 0, 1 and 2 around the jump. */
const landing = (jump: readonly number[]): Body => [
  code.block,
  code.block,
  code.block,
  get(0),
  jump,
  code.end,
  constant(10),
  code.return,
  code.end,
  constant(11),
  code.return,
  code.end,
  constant(12),
];

test.each<[string, Body, readonly (readonly [number, number])[]]>([
  ["a constant", [constant(-77_777)], [[5, -77_777]]],
  ["the argument", [get(0)], [[5, 5]]],
  ["a local that was set", [constant(9), set(1), get(1)], [[5, 9]]],
  ["a local that is left and set", [get(0), tee(2), get(2), code.multiply], [[5, 25]]],
  ["a sum", [get(0), constant(7), code.add], [[-3, 4]]],
  ["a difference", [get(0), constant(7), code.subtract], [[3, -4]]],
  ["a product", [get(0), constant(7), code.multiply], [[3, 21]]],
  [
    "whether two are equal",
    [get(0), constant(7), code.equal],
    [
      [7, 1],
      [8, 0],
    ],
  ],
  [
    "whether two differ",
    [get(0), constant(7), code.notEqual],
    [
      [7, 0],
      [8, 1],
    ],
  ],
  [
    "one branch or the other",
    [get(0), code.if, constant(1), set(1), code.else, constant(2), set(1), code.end, get(1)],
    [
      [1, 1],
      [0, 2],
    ],
  ],
  [
    "a loop that adds up what is left to count",
    [
      code.loop,
      get(1),
      get(0),
      code.add,
      set(1),
      get(0),
      constant(-1),
      code.add,
      tee(0),
      code.brIf(0),
      code.end,
      get(1),
    ],
    [
      [4, 10],
      [1, 1],
    ],
  ],
  ["a jump", [code.block, constant(3), set(1), code.br(0), code.end, get(1)], [[0, 3]]],
  [
    "a jump when there is something",
    landing(code.brIf(1)),
    [
      [0, 10],
      [4, 11],
    ],
  ],
  [
    "a jump by table, to the last beyond",
    landing(code.brTable([2, 0, 1])),
    [
      [0, 12],
      [1, 10],
      [2, 11],
      [9, 11],
    ],
  ],
  [
    "what was stored at an offset",
    [constant(8), get(0), code.store(4), constant(12), code.load(0)],
    [[99, 99]],
  ],
  [
    "what is loaded at an offset",
    [constant(8), get(0), code.store(0), constant(4), code.load(4)],
    [[99, 99]],
  ],
])("%s", (_, body, cases) => {
  const run = answers(body);
  for (const [argument, expected] of cases) expect(run(argument)).toBe(expected);
});

describe("longs", () => {
  const [a, b] = [0x1_0000_000f, 0x3_0000_00f1];
  /** Two longs stand in memory, the first at 8 and the second at 16. */
  const onTwo = (body: Body): number => {
    const { memory, run } = runModule(moduleBytes({ pages: 1, locals: [[1, i64]], body: body.flat() }));
    new Float64Array(memory.buffer).fill(Number.NaN);
    new Uint32Array(memory.buffer).set([0xf, 1, 0xf1, 3], 2);
    return run(8);
  };
  const load = [get(0), code.loadLong(0), get(0), code.loadLong(8)];

  test.each<[string, Body, number]>([
    ["the lower half", [get(0), code.loadLong(8), code.lower], 0xf1],
    ["the bits that are set", [get(0), code.loadLong(8), code.countLong, code.lower], 7],
    ["and", [...load, code.andLong, code.countLong, code.lower], 2],
    ["or", [...load, code.orLong, code.countLong, code.lower], 10],
    ["xor", [...load, code.xorLong, code.countLong, code.lower], 8],
    ["a sum", [...load, code.addLong, code.lower], (a + b) % 2 ** 32],
    ["a constant", [code.constantLong(-1), code.countLong, code.lower], 64],
    ["zero", [code.constantLong(0), code.isZeroLong], 1],
    ["not zero", [code.constantLong(64), code.isZeroLong], 0],
    ["a local", [code.constantLong(70), set(1), get(1), code.lower], 70],
  ])("%s", (_, body, expected) => {
    expect(onTwo(body)).toBe(expected);
  });
});

describe("vectors", () => {
  /** What is left at 32 of two vectors at 0 and 16, as bytes; all of each are alike. */
  const onTwo = (body: Body): readonly number[] => {
    const { memory, run } = runModule(
      moduleBytes({
        pages: 1,
        locals: [[1, v128]],
        body: [...get(0), ...body.flat(), ...code.storeVector(32), ...constant(0)],
      }),
    );
    const bytes = new Uint8Array(memory.buffer);
    bytes.fill(0b1100, 0, 16).fill(0b1010, 16, 32).fill(0x55, 32, 64);
    run(0);
    expect([...bytes.subarray(48, 64)]).toEqual(Array<number>(16).fill(0x55));
    return [...bytes.subarray(32, 48)];
  };
  const load = [get(0), code.loadVector(0), get(0), code.loadVector(16)];

  test.each<[string, Body, number]>([
    ["zeros", [code.none], 0],
    ["not", [get(0), code.loadVector(0), code.not], 0b11110011],
    ["and", [...load, code.and], 0b1000],
    ["the first without the second", [...load, code.without], 0b0100],
    ["or", [...load, code.or], 0b1110],
    ["xor", [...load, code.xor], 0b0110],
    ["a local", [get(0), code.loadVector(16), set(1), get(1)], 0b1010],
  ])("%s", (_, body, expected) => {
    expect(onTwo(body)).toEqual(Array<number>(16).fill(expected));
  });

  test("whether any bit is set", () => {
    const any = answers([get(0), code.loadVector(0), code.anyTrue], []);
    expect(any(0)).toBe(0);
    expect(answers([code.none, code.not, code.anyTrue], [])(0)).toBe(1);
  });
});

describe("modules", () => {
  const named = (name: string, parameters: number, body: readonly number[]): WasmFunction => ({
    name,
    parameters,
    returns: true,
    locals: [],
    body,
  });
  type Exports = Readonly<Record<string, (...numbers: readonly number[]) => number | undefined>>;

  test("functions are exported by their names, and take and leave what they say", () => {
    const exports = instantiate(
      compileModule(
        moduleOf({ pages: 1 }, [
          named("none", 0, constant(5)),
          named("two", 2, [...get(0), ...get(1), ...code.subtract]),
          {
            name: "keep",
            parameters: 1,
            returns: false,
            locals: [],
            body: [...constant(0), ...get(0), ...code.store(0)],
          },
          named("kept", 0, [...constant(0), ...code.load(0)]),
        ]),
      ),
    ) as Exports;
    expect(Object.keys(exports).sort()).toEqual(["keep", "kept", "memory", "none", "two"]);
    expect(exports["none"]?.()).toBe(5);
    expect(exports["two"]?.(9, 4)).toBe(5);
    expect(exports["keep"]?.(42)).toBeUndefined();
    expect(exports["kept"]?.()).toBe(42);
  });

  test("many functions, long names, many locals and long bodies have lengths of several bytes", () => {
    const name = "n".repeat(300);
    const long = [
      ...constant(0),
      ...Array.from({ length: 20_000 }, () => [...constant(1), ...code.add]).flat(),
    ];
    const many = Array.from({ length: 130 }, (_, i) => named(`f${i}`, 0, constant(i)));
    const exports = instantiate(
      compileModule(
        moduleOf({ pages: 1 }, [
          ...many,
          {
            ...named(name, 0, long),
            locals: [
              [200, i32],
              [1, i64],
            ],
          },
        ]),
      ),
    ) as Exports;
    expect(exports["f129"]?.()).toBe(129);
    expect(exports[name]?.()).toBe(20_000);
  });

  test("a module has as many pages of memory as it says", () => {
    const { memory } = runModule(moduleBytes({ pages: 130, locals: [], body: constant(0) }));
    expect(memory.buffer.byteLength).toBe(130 * 65_536);
  });

  test("a module is given memory, and does not export it", () => {
    const memory = newMemory(2);
    const bytes = moduleOf({ given: true }, [named("first", 0, [...constant(0), ...code.load(0)])]);
    const exports = instantiate(compileModule(bytes), memory) as Exports;
    new Int32Array(memory.buffer)[0] = 77;
    expect(Object.keys(exports)).toEqual(["first"]);
    expect(exports["first"]?.()).toBe(77);
    expect(() => instantiate(compileModule(bytes), newMemory(0))).toThrow(/env.*memory/);
    expect(() => instantiate(compileModule(bytes))).toThrow(/import/i);
  });

  test("shared memory has to be shared, and may grow no further than the module says", () => {
    const bytes = moduleOf({ given: true, sharedUpTo: 300 }, [
      named("first", 0, [...constant(0), ...code.load(0)]),
    ]);
    const memory = newMemory(1, 300);
    new Int32Array(memory.buffer)[0] = 78;
    expect((instantiate(compileModule(bytes), memory) as Exports)["first"]?.()).toBe(78);
    expect(() => instantiate(compileModule(bytes), newMemory(1))).toThrow(/memory/i);
    expect(() => instantiate(compileModule(bytes), newMemory(1, 301))).toThrow(/memory/i);
  });
});

test("memory grows by pages, shared memory up to its limit", () => {
  const own = newMemory(2);
  expect(own.buffer.byteLength).toBe(2 * 65_536);
  expect(own.grow(3)).toBe(2);
  expect(own.buffer.byteLength).toBe(5 * 65_536);
  expect(own.buffer).toBeInstanceOf(ArrayBuffer);
  const shared = newMemory(1, 2);
  expect(shared.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(shared.grow(1)).toBe(1);
  expect(() => shared.grow(1)).toThrow(RangeError);
});
