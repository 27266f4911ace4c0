// Formulas over the options of dimensions, each kept once: what the checker of diagrams reads a rule set into. Setting a
// dimension leaves a smaller formula; nothing here knows how diagrams are built.

export const FALSE = 0;
export const TRUE = 1;

type Formula =
  | { readonly kind: "literal"; readonly level: number; readonly options: readonly boolean[] }
  | { readonly kind: "all" | "any"; readonly parts: readonly number[] }
  | { readonly kind: "not"; readonly part: number };

/** Formulas by number; equal numbers are equal formulas, not the other way round. */
export class Formulas {
  readonly #formulas: (Formula | undefined)[] = [undefined, undefined];
  readonly #firstLevels: number[] = [Infinity, Infinity];
  readonly #numbers = new Map<string, number>();
  readonly #set = new Map<string, number>();

  /** True for the options that are marked. */
  literal(level: number, options: readonly boolean[]): number {
    if (options.every(Boolean)) return TRUE;
    if (!options.some(Boolean)) return FALSE;
    return this.#keep(`${level}:${options.map(Number).join("")}`, { kind: "literal", level, options }, level);
  }
  all(parts: readonly number[]): number {
    return this.#group("all", parts, TRUE, FALSE);
  }
  any(parts: readonly number[]): number {
    return this.#group("any", parts, FALSE, TRUE);
  }
  not(part: number): number {
    if (part === FALSE || part === TRUE) return 1 - part;
    const formula = this.#formulas[part];
    if (formula?.kind === "not") return formula.part;
    return this.#keep(`!${part}`, { kind: "not", part }, this.firstLevel(part));
  }
  /** `then` where `test` holds, else `otherwise`. */
  choose(test: number, then: number, otherwise: number): number {
    return this.any([this.all([test, then]), this.all([this.not(test), otherwise])]);
  }
  /** True where at least `count` parts are. */
  some(count: number, parts: readonly number[]): number {
    if (count <= 0) return TRUE;
    const [first, ...rest] = parts;
    if (first === undefined) return FALSE;
    return this.any([this.all([first, this.some(count - 1, rest)]), this.some(count, rest)]);
  }

  /** The first dimension a formula still tests. */
  firstLevel(formula: number): number {
    return this.#firstLevels[formula] ?? Infinity;
  }

  /** What is left of a formula once a dimension is at an option. */
  at(number: number, level: number, option: number): number {
    const formula = this.#formulas[number];
    if (!formula || this.firstLevel(number) > level) return number;
    const key = `${number} ${level} ${option}`;
    const known = this.#set.get(key);
    if (known !== undefined) return known;
    const rest = this.#rest(formula, number, { level, option });
    this.#set.set(key, rest);
    return rest;
  }

  #rest(formula: Formula, number: number, { level, option }: { level: number; option: number }): number {
    switch (formula.kind) {
      case "literal":
        return formula.level === level ? (formula.options[option] ? TRUE : FALSE) : number;
      case "not":
        return this.not(this.at(formula.part, level, option));
      case "all":
        return this.all(formula.parts.map((p) => this.at(p, level, option)));
      case "any":
        return this.any(formula.parts.map((p) => this.at(p, level, option)));
      default:
        return formula satisfies never;
    }
  }

  #group(kind: "all" | "any", parts: readonly number[], unit: number, zero: number): number {
    const inner = parts.flatMap((p) => {
      const formula = this.#formulas[p];
      return formula?.kind === kind ? formula.parts : [p];
    });
    const kept = [...new Set(inner)].filter((p) => p !== unit).sort((a, b) => a - b);
    const [only = unit] = kept;
    if (kept.includes(zero)) return zero;
    if (kept.length <= 1) return only;
    const first = Math.min(...kept.map((p) => this.firstLevel(p)));
    return this.#keep(`${kind}${kept.join()}`, { kind, parts: kept }, first);
  }

  #keep(key: string, formula: Formula, firstLevel: number): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#formulas.length;
    this.#formulas.push(formula);
    this.#firstLevels.push(firstLevel);
    this.#numbers.set(key, number);
    return number;
  }
}
