// Tests of a number that stands in planes, as gates: whether it is at least a bound, and whether a table says yes.
import { ALWAYS, NEVER, type Circuit, type Gate } from "./circuit.ts";

/** Whether the number of these bits (the lowest first) is at least a bound. */
export function atLeastBound(circuit: Circuit, bits: readonly Gate[], bound: number): Gate {
  if (bound <= 0) return ALWAYS;
  if (bound >= 2 ** bits.length) return NEVER;
  let reached: Gate = ALWAYS;
  bits.forEach((bit, place) => {
    // Below this bit all is settled; it settles what differs here.
    reached = Math.floor(bound / 2 ** place) % 2 === 1 ? circuit.and(bit, reached) : circuit.or(bit, reached);
  });
  return reached;
}

/** What a table says of a number: no, yes; or nothing, as nobody has it. */
export const [NO, YES] = [0, 1] as const;
const NOBODY = 2;

/** Whether a table says yes of the number of these bits (the lowest first). It may be shorter than the bits reach. */
export function lookUp(circuit: Circuit, bits: readonly Gate[], table: Uint8Array): Gate {
  const whole = new Uint8Array(2 ** bits.length).fill(NOBODY);
  whole.set(table);
  return split(circuit, bits, whole);
}

/** By the highest bit, half and half, as long as it makes a difference. */
function split(circuit: Circuit, bits: readonly Gate[], table: Uint8Array): Gate {
  if (!table.includes(YES)) return NEVER;
  if (!table.includes(NO)) return ALWAYS;
  const bit = bits.at(-1) ?? NEVER;
  const [low, high] = [table.subarray(0, table.length / 2), table.subarray(table.length / 2)];
  const below = bits.slice(0, -1);
  const both = merged(low, high);
  if (both !== undefined) return split(circuit, below, both);
  const [whenLow, whenHigh] = [split(circuit, below, low), split(circuit, below, high)];
  return circuit.or(circuit.and(bit, whenHigh), circuit.without(whenLow, bit));
}

/** One table for both, if they contradict each other nowhere. */
function merged(low: Uint8Array, high: Uint8Array): Uint8Array | undefined {
  const both = low.slice();
  for (let i = 0; i < both.length; i++) {
    const [a, b] = [low[i] ?? NOBODY, high[i] ?? NOBODY];
    if (a !== b && a !== NOBODY && b !== NOBODY) return undefined;
    both[i] = a === NOBODY ? b : a;
  }
  return both;
}
