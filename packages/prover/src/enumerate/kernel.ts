// A kernel that goes through the classes of a plan, 128 at a time: WebAssembly with vectors of bits, made from the plan.
// It answers where the root is first true.
import { code, i32, moduleBytes, runModule, v128 } from "@jumelage/engine/wasm";
import type { Operation, Plan } from "./plan.ts";

export interface Kernel {
  readonly plan: Plan;
  /**
   * Goes through a number of steps from one on, at most 2³⁰; the first class where the root is true, as an option of every
   * dimension, or nothing.
   */
  readonly search: (from: number, steps: number) => readonly number[] | undefined;
}

/** Bits in a vector, bytes in a vector. */
const [width, bytesPerVector] = [128, 16];
/** Where the hit is written: the vector's place among the lanes, the bits that are true; then the counters. */
const [hitPlace, hitBits, counterPlace] = [0, 16, 32];

/** Whether the platform can run kernels: WebAssembly with vectors. */
export function makeKernel(plan: Plan): Kernel {
  const { outer, lanes, sizes, inner } = plan;
  const vectors = Math.ceil(inner / width);
  const tables = tablesOf(plan, vectors);
  const bytes = moduleBytes({
    pages: Math.ceil(tables.end / 65536),
    locals: [
      [outer.length + 2, i32],
      [plan.operations.length, v128],
    ],
    body: bodyOf(plan, { vectors, tables: tables.offsets }),
  });
  const { memory, run } = runModule(bytes);
  const view = new DataView(memory.buffer);
  plan.operations.forEach((operation, id) => {
    if (operation.kind === "literal")
      fill(view, { operation, plan, vectors, offset: tables.offsets[id] ?? 0 });
  });

  return {
    plan,
    search: (from, steps) => {
      counted(from).forEach((option, place) =>
        view.setInt32(counterPlace + 4 * place, option * bytesPerVector, true),
      );
      const left = run(steps);
      if (left < 0) return undefined;
      const choice = sizes.map(() => 0);
      counted(from + steps - left).forEach((option, place) => {
        choice[outer[place] ?? 0] = option;
      });
      // Lanes beyond the last class repeat the first ones.
      let rest = ((view.getInt32(hitPlace, true) / bytesPerVector) * width + firstBit()) % inner;
      for (const dimension of lanes.toReversed()) {
        const size = sizes[dimension] ?? 1;
        choice[dimension] = rest % size;
        rest = Math.floor(rest / size);
      }
      return choice;
    },
  };

  /** Where the counters stand after so many steps. */
  function counted(step: number): readonly number[] {
    let rest = step;
    return outer
      .toReversed()
      .map((dimension) => {
        const size = sizes[dimension] ?? 1;
        const option = rest % size;
        rest = Math.floor(rest / size);
        return option;
      })
      .toReversed();
  }

  function firstBit(): number {
    let bit = 0;
    while (((view.getUint8(hitBits + (bit >> 3)) >> (bit & 7)) & 1) === 0) bit += 1;
    return bit;
  }
}

/** Where the vectors of every literal stand in memory. */
function tablesOf(
  plan: Plan,
  vectors: number,
): { readonly offsets: readonly number[]; readonly end: number } {
  const align = (n: number): number => Math.ceil(n / bytesPerVector) * bytesPerVector;
  let end = align(counterPlace + 4 * plan.outer.length);
  const offsets = plan.operations.map((operation) => {
    const here = end;
    if (operation.kind !== "literal") return here;
    const isLane = plan.lanes.includes(operation.dimension);
    end += bytesPerVector * (isLane ? vectors : operation.options.length);
    return here;
  });
  return { offsets, end };
}

interface Filling {
  readonly operation: Extract<Operation, { kind: "literal" }>;
  readonly plan: Plan;
  readonly vectors: number;
  readonly offset: number;
}

function fill(view: DataView, { operation, plan, vectors, offset }: Filling): void {
  const { lanes, sizes, inner } = plan;
  const { dimension, options } = operation;
  const place = lanes.indexOf(dimension);
  if (place < 0) {
    options.forEach((isTrue, option) => {
      for (let byte = 0; byte < bytesPerVector; byte += 1)
        view.setUint8(offset + option * bytesPerVector + byte, isTrue ? 255 : 0);
    });
    return;
  }
  const stride = lanes.slice(place + 1).reduce((product, d) => product * (sizes[d] ?? 1), 1);
  const size = sizes[dimension] ?? 1;
  for (let lane = 0; lane < vectors * width; lane += 1) {
    const option = Math.floor((lane % inner) / stride) % size;
    if (options[option]) {
      const at = offset + (lane >> 3);
      view.setUint8(at, view.getUint8(at) | (1 << (lane & 7)));
    }
  }
}

/**
 * The body of `run(steps)`: counters are read from memory; every step does again what rests on a counter that moved, then
 * goes through the vectors of lanes. It returns how many steps were left at the first hit, or -1.
 */
function bodyOf(
  plan: Plan,
  { vectors, tables }: { readonly vectors: number; readonly tables: readonly number[] },
): readonly number[] {
  const { outer, sizes, operations, levels, root } = plan;
  const steps = 0;
  const counter = (place: number): number => 1 + place;
  const moved = 1 + outer.length;
  const lane = 2 + outer.length;
  const vector = (id: number): number => 3 + outer.length + id;

  const operationCode = (operation: Operation, id: number): readonly number[] => {
    const level = levels[id] ?? 0;
    switch (operation.kind) {
      case "literal":
        return [
          ...code.get(level < outer.length ? counter(level) : lane),
          ...code.loadVector(tables[id] ?? 0),
          ...code.set(vector(id)),
        ];
      case "not":
        return [...code.get(vector(operation.child)), ...code.not, ...code.set(vector(id))];
      case "and":
      case "or":
      case "without":
        return [
          ...code.get(vector(operation.left)),
          ...code.get(vector(operation.right)),
          ...code[operation.kind],
          ...code.set(vector(id)),
        ];
      default:
        return operation satisfies never;
    }
  };
  const atLevel = (level: number): readonly number[] =>
    operations.flatMap((operation, id) => (levels[id] === level ? operationCode(operation, id) : []));

  const read = outer.flatMap((_, place) => [
    ...code.constant(0),
    ...code.load(counterPlace + 4 * place),
    ...code.set(counter(place)),
  ]);
  // Blocks, one in the other, so that jumping out of the block of a level goes on with the operations of that level.
  const due = [
    ...outer.flatMap(() => code.block),
    ...(outer.length > 0 ? [...code.get(moved), ...code.brTable(outer.map((_, place) => place))] : []),
    ...outer.flatMap((_, level) => [...code.end, ...atLevel(level)]),
  ];
  const hit = [
    ...code.get(vector(root)),
    ...code.anyTrue,
    ...code.if,
    ...code.constant(0),
    ...code.get(lane),
    ...code.store(hitPlace),
    ...code.constant(0),
    ...code.get(vector(root)),
    ...code.storeVector(hitBits),
    ...code.get(steps),
    ...code.return,
    ...code.end,
  ];
  const throughLanes = [
    ...code.constant(0),
    ...code.set(lane),
    ...code.loop,
    ...atLevel(outer.length),
    ...hit,
    ...code.get(lane),
    ...code.constant(bytesPerVector),
    ...code.add,
    ...code.tee(lane),
    ...code.constant(vectors * bytesPerVector),
    ...code.notEqual,
    ...code.brIf(0),
    ...code.end,
  ];
  // The last counter moves; one that is through starts again and moves the one before it.
  const move = (place: number): readonly number[] =>
    place < 0
      ? []
      : [
          ...code.constant(place),
          ...code.set(moved),
          ...code.get(counter(place)),
          ...code.constant(bytesPerVector),
          ...code.add,
          ...code.tee(counter(place)),
          ...code.constant((sizes[outer[place] ?? 0] ?? 1) * bytesPerVector),
          ...code.equal,
          ...code.if,
          ...code.constant(0),
          ...code.set(counter(place)),
          ...move(place - 1),
          ...code.end,
        ];
  return [
    ...read,
    ...code.loop,
    ...due,
    ...throughLanes,
    ...move(outer.length - 1),
    ...code.get(steps),
    ...code.constant(1),
    ...code.subtract,
    ...code.tee(steps),
    ...code.brIf(0),
    ...code.end,
    ...code.constant(-1),
  ];
}
