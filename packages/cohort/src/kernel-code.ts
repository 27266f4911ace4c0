// Gates as WebAssembly: a function that goes through blocks of persons, 128 at a time, and writes a plane for every gate
// asked for.
import { code, moduleOf, v128 } from "@jumelage/engine/wasm";
import { perPlane } from "./block.ts";
import { ALWAYS, NEVER, type Circuit, type Gate } from "./circuit.ts";

/** The parameters of `judge`, and the vectors that follow them. */
const [FROM, TO, BLOCKS, FIRST_VECTOR] = [0, 1, 2, 3] as const;

/**
 * A module that takes its memory and exports `judge(from, to, blocks)`: it reads the blocks that begin at `from`, of so
 * many planes each, and writes blocks of one plane per gate from `to` on. `reads`: how many of the planes it does read.
 */
export function kernelBytes(
  circuit: Circuit,
  {
    planes,
    gates,
    sharedUpTo,
  }: {
    readonly planes: number;
    readonly gates: readonly Gate[];
    readonly sharedUpTo?: number | undefined;
  },
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly reads: number } {
  const { body, vectors, reads } = gatesCode(circuit, gates);
  const move = (local: number, bytes: number): readonly number[] => [
    ...code.get(local),
    ...code.constant(bytes),
    ...code.add,
    ...code.set(local),
  ];
  const whole: number[] = [...code.loop];
  // Code may be long: it is pushed, not spread into arguments.
  for (const byte of body) whole.push(byte);
  whole.push(
    ...move(FROM, planes * perPlane),
    ...move(TO, gates.length * perPlane),
    ...code.get(BLOCKS),
    ...code.constant(1),
    ...code.subtract,
    ...code.tee(BLOCKS),
    ...code.brIf(0),
    ...code.end,
  );
  const judge = {
    name: "judge",
    parameters: 3,
    returns: false,
    locals: [[vectors, v128]] as const,
    body: whole,
  };
  return { bytes: moduleOf({ given: true, sharedUpTo }, [judge]), reads };
}

/** The code that writes every gate's vector; what is used again stays in a local. */
function gatesCode(
  circuit: Circuit,
  gates: readonly Gate[],
): { readonly body: readonly number[]; readonly vectors: number; readonly reads: number } {
  const uses = usesOf(circuit, gates);
  const locals = new Map<Gate, number>();
  const body: number[] = [];
  const reads = new Set<number>();

  function write(gate: Gate): void {
    const local = locals.get(gate);
    if (local !== undefined) {
      body.push(...code.get(local));
      return;
    }
    operation(gate);
    if ((uses[gate] ?? 0) < 2 || gate === NEVER || gate === ALWAYS) return;
    const made = FIRST_VECTOR + locals.size;
    locals.set(gate, made);
    body.push(...code.tee(made));
  }

  function operation(gate: Gate): void {
    const kind = circuit.kindOf(gate);
    switch (kind) {
      case "constant":
        body.push(...code.none, ...(gate === ALWAYS ? code.not : []));
        return;
      case "input":
        reads.add(circuit.leftOf(gate));
        body.push(...code.get(FROM), ...code.loadVector(circuit.leftOf(gate) * perPlane));
        return;
      case "not":
        write(circuit.leftOf(gate));
        body.push(...code.not);
        return;
      case "and":
      case "or":
      case "without":
        write(circuit.leftOf(gate));
        write(circuit.rightOf(gate));
        body.push(...code[kind]);
        return;
      default:
        kind satisfies never;
    }
  }

  gates.forEach((gate, place) => {
    body.push(...code.get(TO));
    write(gate);
    body.push(...code.storeVector(place * perPlane));
  });
  return { body, vectors: locals.size, reads: reads.size };
}

/** How often each gate is used by those asked for, below one that is. */
function usesOf(circuit: Circuit, gates: readonly Gate[]): Uint32Array {
  const uses = new Uint32Array(circuit.size);
  const use = (gate: Gate): void => {
    uses[gate] = (uses[gate] ?? 0) + 1;
  };
  for (const gate of gates) use(gate);
  // Operands have lower numbers.
  for (let gate = circuit.size - 1; gate > ALWAYS; gate--) {
    const kind = circuit.kindOf(gate);
    if (uses[gate] === 0 || kind === "input") continue;
    use(circuit.leftOf(gate));
    if (kind !== "not") use(circuit.rightOf(gate));
  }
  return uses;
}
