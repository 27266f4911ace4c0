// Facts to be asked for, in the order they come in, the safety facts before the others.
import { clear, lowestBit } from "./bits.ts";
import { idsAt } from "./ids.ts";

/** A list of distinct facts by place that is filled, read and cleared again and again. */
export class FactList {
  readonly #isSafety: readonly boolean[];
  readonly #seen: Int32Array;
  readonly #safety: Int32Array;
  readonly #others: Int32Array;
  #safetyCount = 0;
  #otherCount = 0;

  constructor(isSafety: readonly boolean[]) {
    this.#isSafety = isSafety;
    this.#seen = new Int32Array(Math.ceil(isSafety.length / 32));
    this.#safety = new Int32Array(isSafety.length);
    this.#others = new Int32Array(isSafety.length);
  }

  clear(): void {
    if (this.#safetyCount + this.#otherCount === 0) return;
    clear(this.#seen);
    this.#safetyCount = this.#otherCount = 0;
  }

  /** Adds the facts that are bits here, in the order of the vocabulary. */
  add(facts: Int32Array): void {
    for (let word = 0; word < facts.length; word++) {
      const seen = this.#seen[word] ?? 0;
      const all = facts[word] ?? 0;
      this.#seen[word] = seen | all;
      for (let rest = all & ~seen; rest !== 0; rest &= rest - 1) {
        const fact = word * 32 + lowestBit(rest);
        if (this.#isSafety[fact] === true) this.#safety[this.#safetyCount++] = fact;
        else this.#others[this.#otherCount++] = fact;
      }
    }
  }

  /** Their ids, in a list of its own. */
  ids(ids: readonly string[]): string[] {
    return idsAt(ids, this.#safety, this.#inOrder());
  }

  /** Their texts one after another: those for the first, and those for every next one. */
  text(first: readonly string[], next: readonly string[]): string {
    const count = this.#inOrder();
    let text = count === 0 ? "" : (first[this.#safety[0] ?? 0] ?? "");
    for (let i = 1; i < count; i++) text += next[this.#safety[i] ?? 0] ?? "";
    return text;
  }

  /** Puts the others after the safety facts, where nothing else reads; how many there are in all. */
  #inOrder(): number {
    const count = this.#safetyCount + this.#otherCount;
    for (let i = this.#safetyCount; i < count; i++)
      this.#safety[i] = this.#others[i - this.#safetyCount] ?? 0;
    return count;
  }
}
