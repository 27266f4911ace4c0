// A boolean circuit in which what is the same is one gate. Negations stand outside as far as they can, so that a person's
// bits are negated once at most; whatever a constant decides is gone.

/** A gate by its number. */
export type Gate = number;

export const NEVER: Gate = 0;
export const ALWAYS: Gate = 1;

export type GateKind = "constant" | "input" | "not" | "and" | "or" | "without";

const kinds: readonly GateKind[] = ["constant", "input", "not", "and", "or", "without"];
const [CONSTANT, INPUT, NOT, AND, OR, WITHOUT] = [0, 1, 2, 3, 4, 5] as const;
/** More gates than this have no key of their own. */
const mostGates = 2 ** 24;

export class Circuit {
  readonly #kind: number[] = [CONSTANT, CONSTANT];
  readonly #left: number[] = [0, 1];
  readonly #right: number[] = [0, 0];
  readonly #known = new Map<number, Gate>();

  get size(): number {
    return this.#kind.length;
  }

  kindOf(gate: Gate): GateKind {
    return kinds[this.#kind[gate] ?? CONSTANT] ?? "constant";
  }

  /** The operands of a gate; of an input its plane, of a constant 0 or 1. */
  leftOf(gate: Gate): number {
    return this.#left[gate] ?? 0;
  }

  rightOf(gate: Gate): number {
    return this.#right[gate] ?? 0;
  }

  input(plane: number): Gate {
    return this.#place(INPUT, plane, 0);
  }

  not(gate: Gate): Gate {
    if (gate <= ALWAYS) return gate === NEVER ? ALWAYS : NEVER;
    return this.#kind[gate] === NOT ? this.leftOf(gate) : this.#place(NOT, gate, 0);
  }

  /** `a` and not `b`. */
  without(a: Gate, b: Gate): Gate {
    if (a === NEVER || b === ALWAYS || a === b) return NEVER;
    if (b === NEVER) return a;
    if (a === ALWAYS) return this.not(b);
    const [notA, notB] = [this.#negatedBy(a), this.#negatedBy(b)];
    if (notB !== undefined) return this.and(a, notB);
    if (notA !== undefined) return this.not(this.or(notA, b));
    if (this.#has(b, OR, a)) return NEVER;
    // (a and not c) and not a part of c, and what is no part of b at all.
    if (this.#kind[b] === WITHOUT && this.rightOf(b) === a) return a;
    if (this.#kind[a] === WITHOUT && this.rightOf(a) === b) return a;
    return this.#place(WITHOUT, a, b);
  }

  and(a: Gate, b: Gate): Gate {
    if (a > b) return this.and(b, a);
    if (a === NEVER || a === b) return a;
    if (a === ALWAYS) return b;
    const [notA, notB] = [this.#negatedBy(a), this.#negatedBy(b)];
    if (notA === b || notB === a) return NEVER;
    if (notA !== undefined && notB !== undefined) return this.not(this.or(notA, notB));
    if (notA !== undefined) return this.without(b, notA);
    if (notB !== undefined) return this.without(a, notB);
    if (this.#has(b, OR, a) || this.#has(a, AND, b)) return a;
    if (this.#has(a, OR, b) || this.#has(b, AND, a)) return b;
    return this.#place(AND, a, b);
  }

  or(a: Gate, b: Gate): Gate {
    if (a > b) return this.or(b, a);
    if (a === NEVER) return b;
    if (a === ALWAYS || a === b) return a;
    const [notA, notB] = [this.#negatedBy(a), this.#negatedBy(b)];
    if (notA === b || notB === a) return ALWAYS;
    if (notA !== undefined && notB !== undefined) return this.not(this.and(notA, notB));
    if (notA !== undefined) return this.not(this.without(notA, b));
    if (notB !== undefined) return this.not(this.without(notB, a));
    if (this.#has(b, AND, a) || this.#has(a, OR, b)) return a;
    if (this.#has(a, AND, b) || this.#has(b, OR, a)) return b;
    return this.#place(OR, a, b);
  }

  all(gates: readonly Gate[]): Gate {
    return this.#balanced(gates, ALWAYS, (a, b) => this.and(a, b));
  }

  any(gates: readonly Gate[]): Gate {
    return this.#balanced(gates, NEVER, (a, b) => this.or(a, b));
  }

  /** Whether at least so many of some gates are true. */
  atLeast(count: number, gates: readonly Gate[]): Gate {
    // The n-th: whether at least n of those gone through are true.
    const reached: Gate[] = [ALWAYS, ...Array.from({ length: count }, () => NEVER)];
    for (const gate of gates)
      for (let n = count; n > 0; n--)
        reached[n] = this.or(reached[n] ?? NEVER, this.and(gate, reached[n - 1] ?? NEVER));
    return reached[count] ?? NEVER;
  }

  /** Neighbours first, so that no gate is deep and lists that begin alike share gates. */
  #balanced(gates: readonly Gate[], idle: Gate, join: (a: Gate, b: Gate) => Gate): Gate {
    let level = [...new Set(gates)].sort((a, b) => a - b);
    while (level.length > 1) {
      const next: Gate[] = [];
      for (let i = 0; i < level.length; i += 2) next.push(join(level[i] ?? idle, level[i + 1] ?? idle));
      level = next;
    }
    return level[0] ?? idle;
  }

  #negatedBy(gate: Gate): Gate | undefined {
    return this.#kind[gate] === NOT ? this.leftOf(gate) : undefined;
  }

  /** Whether a gate of this kind has that operand; of `without` only what it takes away from is one. */
  #has(gate: Gate, kind: number, operand: Gate): boolean {
    if (this.#kind[gate] === WITHOUT && kind === AND) return this.leftOf(gate) === operand;
    return this.#kind[gate] === kind && (this.leftOf(gate) === operand || this.rightOf(gate) === operand);
  }

  #place(kind: number, left: number, right: number): Gate {
    const key = (kind * mostGates + left) * mostGates + right;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const gate = this.#kind.length;
    if (gate >= mostGates) throw new RangeError("too many gates");
    this.#kind.push(kind);
    this.#left.push(left);
    this.#right.push(right);
    this.#known.set(key, gate);
    return gate;
  }
}
