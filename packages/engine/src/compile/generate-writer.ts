// The statements of generated code that give every node its value, for a judge and for whoever asks what an open verdict
// rests on. Only numbers are written, never anything a rule set says. A verdict is two bits: 65537 is true, 1 unknown (not
// false), 0 false, so that `all` is &, `any` is |, and sixteen leaves of a fact share one word. Of a value only these two
// bits count.
import { FALSE, TRUE, UNKNOWN, type Node, type Verdict3 } from "./graph.ts";
import { BOTH, lookUp, type Tables } from "./generate-tables.ts";
import { KNOWN, PLAIN, slotAt } from "./layout.ts";
import { onUnknown } from "./leaf.ts";
import type { Plan } from "./plan.ts";

const [MUST, MAY] = [65536, 1];

/** How code says a person's words and numbers, by their places. */
export interface PersonIn {
  readonly word: (place: number) => string;
  readonly number: (place: number) => string;
}

/** A person in two lists. */
export const inLists: PersonIn = { word: (i) => `words[${i}]`, number: (i) => `numbers[${i}]` };

/** Writes the statements of one function; decisions that are read stand in `q` (what is possible) and `s` (the state). */
export class Writer {
  readonly lines: string[] = [];
  readonly #plan: Plan;
  readonly #tables: Tables;
  readonly #person: PersonIn;
  readonly #values = new Map<number, string>();
  readonly #rows = new Set<string>();

  constructor(plan: Plan, tables: Tables, person = inLists) {
    this.#plan = plan;
    this.#tables = tables;
    this.#person = person;
  }

  /** The expression of a node's value. */
  value(id: number): string {
    const known = this.#values.get(id);
    if (known !== undefined) return known;
    const node = this.#plan.nodes[id];
    if (node === undefined) throw new RangeError(`no node ${id}`);
    const made = this.#expression(node);
    // What is short or used once is no variable of its own.
    const isShort = node.kind === "rows" || node.kind === "constant";
    const value = isShort ? made : `n${id}`;
    if (!isShort) this.lines.push(`const n${id} = ${made};`);
    this.#values.set(id, value);
    return value;
  }

  #expression(node: Node): string {
    switch (node.kind) {
      case "constant":
        return String(verdictWord(node.verdict));
      case "rows":
        return this.#row(node.slot, node.verdicts);
      case "compare": {
        const unknown = this.#row(node.slot, this.#unknowns(node.slot));
        const slot = slotAt(this.#plan.layout, node.slot);
        return `(${comparison(node, this.#person.number(slot.number))} ? ${BOTH} : 0) | ${unknown}`;
      }
      case "overlap":
      case "inclusion":
        return this.#setTest(node);
      case "all":
        return node.children.map((c) => this.value(c)).join(" & ");
      case "any":
        return node.children.map((c) => this.value(c)).join(" | ");
      case "atLeast": {
        const sum = node.children.map((c) => `(${this.value(c)} & ${BOTH})`).join(" + ");
        // Both halves are counted at once: there are at most ten members.
        return `((s) => ((s & 65535) >= ${node.count} ? ${MAY} : 0) | ((s >>> 16) >= ${node.count} ? ${MUST} : 0))(${sum})`;
      }
      case "outcomes": {
        const among = node.among.reduce((bits, place) => bits | (1 << place), 0);
        const possible = `q${node.decision}`;
        return `(${possible} & ${~among}) === 0 ? ${BOTH} : (${possible} & ${among}) === 0 ? 0 : ${MAY}`;
      }
      case "states": {
        const among = node.among.reduce((bits, place) => bits | (1 << (place + 2)), 0);
        return `(${among} >>> (s${node.decision} + 2) & 1) !== 0 ? ${BOTH} : 0`;
      }
    }
  }

  /** A table's word for the row that a fact stands at, shifted to one leaf. */
  #row(slot: number, verdicts: readonly Verdict3[]): string {
    const { column, shift } = this.#tables.place(slot, verdicts.map(verdictWord));
    const name = `r${slot}_${column}`;
    if (!this.#rows.has(name)) {
      this.#rows.add(name);
      this.lines.push(`const ${name} = ${lookUp(column, this.#person.word(slot))};`);
    }
    return shift === 0 ? name : `(${name} >>> ${shift})`;
  }

  /** What an unknown makes of every test of a fact, and nothing of what is known. */
  #unknowns(index: number): readonly Verdict3[] {
    const slot = slotAt(this.#plan.layout, index);
    return Array.from({ length: slot.rows }, (_, code) => (code < KNOWN ? onUnknown(slot, code) : FALSE));
  }

  #setTest({ kind, slot: index, masks, wanted }: Extract<Node, { masks: unknown }>): string {
    const slot = slotAt(this.#plan.layout, index);
    const [yes, no] = wanted ? [BOTH, 0] : [0, BOTH];
    const { word: said } = this.#person;
    const chosen = (word: number): string => said(slot.chosen + word);
    const unasked = (word: number): string => said(slot.unasked + word);
    const some = (of: (word: number, bits: number) => string): string =>
      `(${masks.map(({ word, bits }) => of(word, bits)).join(" | ")}) !== 0`;
    const test =
      kind === "overlap"
        ? `${some((w, b) => `${chosen(w)} & ${b}`)} ? ${yes} : ${some((w, b) => `${unasked(w)} & ${b}`)} ? ${MAY} : ${no}`
        : `${some((w, b) => `${b} & ~${chosen(w)} & ~${unasked(w)}`)} ? ${no} : ` +
          `${some((w, b) => `${b} & ~${chosen(w)}`)} ? ${MAY} : ${yes}`;
    // Of an unknown set nobody was asked about any member, which leaves every test open; an optional one decides otherwise.
    if (slot.fact.whenUnknown !== "ignore") return test;
    return `${said(index)} === ${slot.base + PLAIN} ? 0 : ${test}`;
  }
}

/** A verdict's two bits. */
export function verdictWord(verdict: Verdict3): number {
  return verdict === TRUE ? BOTH : verdict === UNKNOWN ? MAY : 0;
}

/** Not a number is on neither side of any bound. */
function comparison({ operator, bound }: Extract<Node, { kind: "compare" }>, value: string): string {
  const than = `(${bound})`;
  switch (operator) {
    case "equal":
      return `${value} === ${than}`;
    case "notEqual":
      return `(${value} < ${than} || ${value} > ${than})`;
    case "lessThan":
      return `${value} < ${than}`;
    case "lessThanInclusive":
      return `${value} <= ${than}`;
    case "greaterThan":
      return `${value} > ${than}`;
    case "greaterThanInclusive":
      return `${value} >= ${than}`;
  }
}
