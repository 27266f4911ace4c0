// Reduced ordered decision diagrams with several options a level: a forest of shared nodes. Two functions are equal
// exactly when they are one reference. It knows nothing of rule sets, and gives up (`TooLarge`) instead of approximating.

/** A node (0 or more) or a terminal (below 0: `terminal(v)` is `~v`). */
export type Ref = number;

export function terminal(value: number): Ref {
  return ~value;
}
export const FALSE = terminal(0);
export const TRUE = terminal(1);

/** Thrown when a forest would need more nodes than it was allowed, or when its owner asked it to stop. */
export class TooLarge extends Error {
  readonly nodes: number;
  constructor(nodes: number) {
    super(`more than ${nodes} nodes`);
    this.nodes = nodes;
  }
}

export interface ForestOptions {
  /** How many options each level has; levels are tested in this order on every path. */
  readonly widths: readonly number[];
  /** The most nodes there may ever be. */
  readonly budget: number;
  /** Asked every few hundred nodes; `true` stops the work. */
  readonly shouldStop?: (() => boolean) | undefined;
}

/** What stands in the table where no node does. */
const empty = -1;
/** Answers are kept for so many questions at most. */
const mostKept = 1 << 19;

export class Forest {
  readonly #widths: readonly number[];
  readonly #budget: number;
  readonly #shouldStop: (() => boolean) | undefined;
  readonly #levels: number[] = [];
  readonly #starts: number[] = [];
  readonly #children: number[] = [];
  /** Open addressing over the nodes. */
  #table = new Int32Array(1 << 8).fill(empty);
  /** Answers of `ite`, four numbers each, as many as the table is long; a collision forgets the older one. */
  #cache = new Int32Array(4 * this.#table.length);

  constructor({ widths, budget, shouldStop }: ForestOptions) {
    this.#widths = widths;
    this.#budget = budget;
    this.#shouldStop = shouldStop;
  }

  get size(): number {
    return this.#levels.length;
  }
  get levels(): number {
    return this.#widths.length;
  }
  width(level: number): number {
    return this.#widths[level] ?? 0;
  }
  /** The level a function tests first; of a terminal, one past the last. */
  levelOf(f: Ref): number {
    return f < 0 ? this.#widths.length : (this.#levels[f] ?? 0);
  }
  child(f: Ref, option: number): Ref {
    return this.#children[(this.#starts[f] ?? 0) + option] ?? FALSE;
  }
  childrenOf(f: Ref): readonly Ref[] {
    const start = this.#starts[f] ?? 0;
    return this.#children.slice(start, start + this.width(this.levelOf(f)));
  }
  /** The function at one option of a level not below the level it tests first. */
  cofactor(f: Ref, level: number, option: number): Ref {
    return this.levelOf(f) === level ? this.child(f, option) : f;
  }

  /** The one node of this level with these children, or the child itself where all are the same. */
  node(level: number, children: readonly Ref[]): Ref {
    const [first = FALSE] = children;
    if (children.every((c) => c === first)) return first;
    let slot = this.#slotOf(level, children);
    for (let f = this.#table[slot] ?? empty; f !== empty; f = this.#table[slot] ?? empty) {
      if (this.#isNode(f, level, children)) return f;
      slot = (slot + 1) & (this.#table.length - 1);
    }
    const f = this.#levels.length;
    if (f >= this.#budget || (f % 256 === 255 && this.#shouldStop?.())) throw new TooLarge(f);
    this.#levels.push(level);
    this.#starts.push(this.#children.length);
    for (const child of children) this.#children.push(child);
    this.#table[slot] = f;
    if (2 * this.#levels.length > this.#table.length) this.#grow();
    return f;
  }

  /** True for the options of a level that are marked. */
  literal(level: number, options: readonly boolean[]): Ref {
    return this.node(
      level,
      options.map((o) => (o ? TRUE : FALSE)),
    );
  }

  /** `g` where the true-or-false function `f` is true, `h` where it is false. */
  ite(f: Ref, g: Ref, h: Ref): Ref {
    if (f === TRUE || g === h) return g;
    if (f === FALSE) return h;
    if (g === TRUE && h === FALSE) return f;
    const at = 4 * (mix(mix(f, g), h) & (this.#cache.length / 4 - 1));
    const cache = this.#cache;
    // A stored question never has f = 0 unless it was asked: f is a node, kept one higher.
    if (cache[at] === f + 1 && cache[at + 1] === g && cache[at + 2] === h) return cache[at + 3] ?? FALSE;
    const level = Math.min(this.levelOf(f), this.levelOf(g), this.levelOf(h));
    const children: Ref[] = [];
    for (let o = 0; o < this.width(level); o += 1) {
      children.push(
        this.ite(this.cofactor(f, level, o), this.cofactor(g, level, o), this.cofactor(h, level, o)),
      );
    }
    const result = this.node(level, children);
    // When the forest has grown meanwhile this cache is no longer looked at.
    cache[at] = f + 1;
    cache[at + 1] = g;
    cache[at + 2] = h;
    cache[at + 3] = result;
    return result;
  }
  not(f: Ref): Ref {
    return this.ite(f, FALSE, TRUE);
  }
  and(fs: readonly Ref[]): Ref {
    return this.#balanced(fs, TRUE, (f, g) => this.ite(f, g, FALSE));
  }
  or(fs: readonly Ref[]): Ref {
    return this.#balanced(fs, FALSE, (f, g) => this.ite(f, TRUE, g));
  }
  /** True where at least `count` of the functions are. */
  atLeast(count: number, fs: readonly Ref[]): Ref {
    let held: Ref[] = [TRUE, ...Array.from({ length: count }, () => FALSE)];
    for (const f of fs) held = held.map((h, k) => (k === 0 ? h : this.ite(f, held[k - 1] ?? FALSE, h)));
    return held[count] ?? FALSE;
  }

  /**
   * A function rebuilt from below: `at` says what stands for a node when its children have become `children`.
   * Levels that a path skips are not visited.
   */
  rebuild(f: Ref, at: (level: number, children: readonly Ref[]) => Ref, leaf: (f: Ref) => Ref = same): Ref {
    const made = new Map<Ref, Ref>();
    const visit = (g: Ref): Ref => {
      if (g < 0) return leaf(g);
      const known = made.get(g);
      if (known !== undefined) return known;
      const result = at(
        this.levelOf(g),
        this.childrenOf(g).map((c) => visit(c)),
      );
      made.set(g, result);
      return result;
    };
    return visit(f);
  }

  /** The function once every level is held to these options (undefined: to any); no level held to one is tested. */
  restrict(f: Ref, allowed: readonly (readonly boolean[] | undefined)[]): Ref {
    return this.rebuild(f, (level, children) => {
      const mask = allowed[level];
      if (!mask) return this.node(level, children);
      const kept = children.filter((_, o) => mask[o]);
      const [first = FALSE] = kept;
      return this.node(
        level,
        children.map((c, o) => (mask[o] ? c : first)),
      );
    });
  }

  /** The true-or-false function "for some of these options of each level"; levels without a list stay as they are. */
  exists(f: Ref, over: readonly (readonly boolean[] | undefined)[]): Ref {
    return this.rebuild(f, (level, children) => {
      const mask = over[level];
      return mask ? this.or(children.filter((_, o) => mask[o])) : this.node(level, children);
    });
  }

  /** Every node below a function, itself first where it is one. */
  nodesOf(f: Ref): readonly Ref[] {
    const seen = new Set<Ref>();
    const waiting = [f];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next < 0 || seen.has(next)) continue;
      seen.add(next);
      waiting.push(...this.childrenOf(next));
    }
    return [...seen];
  }
  /** The levels a function depends on, in order. */
  support(f: Ref): readonly number[] {
    return [...new Set(this.nodesOf(f).map((n) => this.levelOf(n)))].sort((a, b) => a - b);
  }
  /** The values a function takes somewhere. */
  terminalsOf(f: Ref): readonly number[] {
    if (f < 0) return [~f];
    const found = new Set<number>();
    for (const n of this.nodesOf(f)) for (const c of this.childrenOf(n)) if (c < 0) found.add(~c);
    return [...found].sort((a, b) => a - b);
  }

  /** The cheapest choice of an option for every level at which the function has the value; the first of equals. */
  choice(
    f: Ref,
    value: Ref = TRUE,
    costOf: (level: number, option: number) => number = free,
  ): number[] | undefined {
    const least = this.#widths.map((width, level) => leastOf(width, (option) => costOf(level, option)));
    const between = (from: number, to: number): number =>
      least.slice(from, to).reduce((sum, { cost }) => sum + cost, 0);
    const made = new Map<Ref, { readonly option: number; readonly cost: number }>();
    const visit = (g: Ref): { readonly option: number; readonly cost: number } => {
      if (g < 0) return { option: 0, cost: g === value ? 0 : Infinity };
      const known = made.get(g);
      if (known) return known;
      const level = this.levelOf(g);
      const best = leastOf(this.width(level), (option) => {
        const child = this.child(g, option);
        return costOf(level, option) + between(level + 1, this.levelOf(child)) + visit(child).cost;
      });
      made.set(g, best);
      return best;
    };
    if (visit(f).cost === Infinity) return undefined;
    const chosen = least.map(({ option }) => option);
    for (let g = f; g >= 0;) {
      const { option } = visit(g);
      chosen[this.levelOf(g)] = option;
      g = this.child(g, option);
    }
    return chosen;
  }

  /** How many classes (choices of an option for each level) have the value; with weights, how many they stand for. */
  count(f: Ref, value: Ref = TRUE, weights?: readonly (readonly bigint[])[]): bigint {
    const weightsOf = (level: number): readonly bigint[] =>
      weights?.[level] ?? Array.from({ length: this.width(level) }, () => 1n);
    const totals = this.#widths.map((_, level) => weightsOf(level).reduce((a, w) => a + w, 0n));
    const between = (from: number, to: number): bigint =>
      totals.slice(from, to).reduce((product, t) => product * t, 1n);
    const counted = new Map<Ref, bigint>();
    const visit = (g: Ref): bigint => {
      if (g < 0) return g === value ? 1n : 0n;
      const known = counted.get(g);
      if (known !== undefined) return known;
      const level = this.levelOf(g);
      let sum = 0n;
      this.childrenOf(g).forEach((c, o) => {
        sum += (weightsOf(level)[o] ?? 0n) * between(level + 1, this.levelOf(c)) * visit(c);
      });
      counted.set(g, sum);
      return sum;
    };
    return between(0, this.levelOf(f)) * visit(f);
  }

  #balanced(fs: readonly Ref[], unit: Ref, join: (f: Ref, g: Ref) => Ref): Ref {
    if (fs.length <= 1) return fs[0] ?? unit;
    const half = fs.length >> 1;
    return join(this.#balanced(fs.slice(0, half), unit, join), this.#balanced(fs.slice(half), unit, join));
  }
  #slotOf(level: number, children: readonly Ref[]): number {
    let hash = level;
    for (const child of children) hash = mix(hash, child);
    return hash & (this.#table.length - 1);
  }
  #isNode(f: Ref, level: number, children: readonly Ref[]): boolean {
    const start = this.#starts[f] ?? 0;
    return this.#levels[f] === level && children.every((child, i) => child === this.#children[start + i]);
  }
  #grow(): void {
    this.#table = new Int32Array(2 * this.#table.length).fill(empty);
    this.#levels.forEach((level, f) => {
      let slot = this.#slotOf(level, this.childrenOf(f));
      while (this.#table[slot] !== empty) slot = (slot + 1) & (this.#table.length - 1);
      this.#table[slot] = f;
    });
    this.#cache = new Int32Array(4 * Math.min(mostKept, this.#table.length));
  }
}

function free(): number {
  return 0;
}

/** The first option of the least cost. */
function leastOf(
  width: number,
  costOf: (option: number) => number,
): { readonly option: number; readonly cost: number } {
  let best = { option: 0, cost: Infinity };
  for (let option = 0; option < width; option += 1) {
    const cost = costOf(option);
    if (cost < best.cost) best = { option, cost };
  }
  return best;
}

function same(f: Ref): Ref {
  return f;
}

function mix(hash: number, next: number): number {
  const h = Math.imul(hash ^ (next + 0x7f4a7c15), 0x2545f491);
  return h ^ (h >>> 15);
}
