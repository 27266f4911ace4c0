// What criteria ask about an earlier decision, looked up at once: what is possible in it is a row, and for every row a word
// says what all the questions of sixteen criteria come to.
import { lookUp, type Tables } from "./generate-tables.ts";
import { verdictWord } from "./generate-writer.ts";
import { FALSE, TRUE, UNKNOWN, type Node, type Verdict3 } from "./graph.ts";
import type { Plan } from "./plan.ts";

/** Beyond so many outcomes there are too many rows. */
const mostOutcomes = 8;

type Question = Extract<Node, { readonly kind: "outcomes" }>;

/** Takes the criteria of a decision that do nothing but ask about earlier ones. */
export class Asked {
  readonly #plan: Plan;
  readonly #tables: Tables;
  /** By decision and by the word that verdicts are put in: a word for every row. */
  readonly #words = new Map<number, Map<number, number[]>>();

  constructor(plan: Plan, tables: Tables) {
    this.#plan = plan;
    this.#tables = tables;
  }

  /** Whether it has taken any of these nodes as the verdict of this bit of the masks: only where it takes them all. */
  take(bit: number, nodes: readonly number[]): boolean {
    const questions = nodes.flatMap((id) => this.#questionAt(id) ?? []);
    if (questions.length < nodes.length) return false;
    for (const question of questions) this.#put(bit, question);
    return true;
  }

  /** The statements for all that was taken. */
  lines(): readonly string[] {
    return [...this.#words].flatMap(([decision, byHalf]) =>
      [...byHalf].map(([half, words]) => `p${half} |= ${lookUp(this.#tables.add(words), `q${decision}`)};`),
    );
  }

  #questionAt(id: number): Question | undefined {
    const node = this.#plan.nodes[id];
    return node?.kind === "outcomes" && this.#outcomes(node) <= mostOutcomes ? node : undefined;
  }

  #outcomes({ decision }: Question): number {
    return this.#plan.steps[decision]?.outcomes.length ?? 0;
  }

  #put(bit: number, question: Question): void {
    const byHalf = this.#words.get(question.decision) ?? new Map<number, number[]>();
    this.#words.set(question.decision, byHalf);
    const half = bit >>> 4;
    const words = byHalf.get(half) ?? Array.from({ length: 2 ** this.#outcomes(question) }, () => 0);
    byHalf.set(
      half,
      words.map((word, possible) => word | (verdictWord(verdictOf(question, possible)) << (bit & 15))),
    );
  }
}

/** What a question comes to when so much is possible, outcomes as bits. */
function verdictOf({ among }: Question, possible: number): Verdict3 {
  const within = among.reduce((bits, place) => bits | (1 << place), 0);
  return (possible & ~within) === 0 ? TRUE : (possible & within) === 0 ? FALSE : UNKNOWN;
}
