// What people type of their own, read into conditions: « phq9 au moins 10 et pas de crise ». Nothing that was typed is
// dropped: what is not understood comes back with its place and a question.
import type { DraftCondition, FactOperator } from "../model/condition.ts";
import type { Fact } from "../model/fact.ts";
import { operatorsOf } from "../model/operators.ts";
import { oppositeOf } from "../words/leaf.ts";
import type { Wordable } from "../words/lexicon.ts";
import { readSentence } from "./sentence.ts";
import { readTest, type TestRead } from "./test-of.ts";
import * as words from "./tests.ts";
import { Things, type Thing } from "./things.ts";
import { small, tokensOf, type Token } from "./tokens.ts";

/** What is asked about words that were not read. `several`: they can name each of these. */
export type Question =
  | { readonly code: "unknown-words" }
  | { readonly code: "several"; readonly things: readonly Thing[] }
  | { readonly code: "which-test"; readonly fact: string }
  | { readonly code: "which-value"; readonly fact: string }
  | { readonly code: "mixed" };

/** A part of what was typed: the condition it says, or the question it leaves. A gap has both. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly node?: DraftCondition;
  readonly question?: Question;
}

export interface Typed {
  /** Everything that was read as one condition; undefined where nothing was. */
  readonly condition: DraftCondition | undefined;
  readonly pieces: readonly Piece[];
}

/** Words that name one thing at most go on for so long. */
const longestName = 16;

export function readTyped(text: string, ruleSet: Wordable): Typed {
  const whole =
    text.trim() === "" ? undefined : readSentence(text.replace(/^\s*(?:si|if)\s+/iu, ""), ruleSet);
  if (whole) return { condition: whole, pieces: [{ from: 0, to: text.length, node: whole }] };
  return new TypedReader(new Things(ruleSet), tokensOf(text)).read();
}

class TypedReader {
  readonly #things: Things;
  readonly #tokens: readonly Token[];
  readonly #pieces: Piece[] = [];
  #at = 0;
  #joint: "all" | "any" | undefined;

  constructor(things: Things, tokens: readonly Token[]) {
    this.#things = things;
    this.#tokens = mergedNames(things, tokens);
  }

  read(): Typed {
    let due: "all" | "any" | undefined;
    while (this.#at < this.#tokens.length) {
      const joint = this.#connector();
      if (joint) {
        due = joint === "pause" ? due : joint;
        continue;
      }
      const start = this.#at;
      const found = this.#clause();
      if (found) {
        const joins = this.#pieces.some((p) => p.node !== undefined)
          ? (due ?? this.#joint ?? "all")
          : undefined;
        if (joins && this.#joint && joins !== this.#joint) {
          // « Et » and « ou » together are read in two ways by two people: the rest waits for an answer.
          this.#put({
            from: this.#tokens[start]?.from ?? 0,
            to: this.#tokens.at(-1)?.to ?? 0,
            question: { code: "mixed" },
          });
          break;
        }
        this.#joint ??= joins;
        due = undefined;
        this.#put({ ...this.#span(start, this.#at), ...found });
      } else {
        this.#at = start + 1;
        const word = this.#tokens[start]?.word ?? "";
        if (!small.has(word)) this.#unread(start);
      }
    }
    const nodes = this.#pieces.flatMap((p) => p.node ?? []);
    const [only] = nodes;
    const condition = nodes.length < 2 ? only : this.#joint === "any" ? { any: nodes } : { all: nodes };
    return { condition, pieces: this.#pieces };
  }

  #span(start: number, end: number): { readonly from: number; readonly to: number } {
    return { from: this.#tokens[start]?.from ?? 0, to: this.#tokens[end - 1]?.to ?? 0 };
  }

  #put(piece: Piece): void {
    this.#pieces.push(piece);
  }

  /** One more word that names nothing; words in a row are one question. */
  #unread(at: number): void {
    const last = this.#pieces.at(-1);
    const span = this.#span(at, at + 1);
    const between = this.#tokens.some(
      (t) => last !== undefined && t.from >= last.to && t.to <= span.from && !small.has(t.word),
    );
    if (last?.question?.code === "unknown-words" && !between)
      this.#pieces[this.#pieces.length - 1] = { ...last, to: span.to };
    else this.#put({ ...span, question: { code: "unknown-words" } });
  }

  #connector(): "all" | "any" | "pause" | undefined {
    const word = this.#tokens[this.#at]?.word ?? "";
    const joint = words.ands.has(word)
      ? "all"
      : words.ors.has(word)
        ? "any"
        : words.pauses.has(word)
          ? "pause"
          : undefined;
    if (joint) this.#at += 1;
    return joint;
  }

  #clause(): Pick<Piece, "node" | "question"> | undefined {
    let denied = false;
    while (this.#at < this.#tokens.length) {
      const word = this.#tokens[this.#at]?.word ?? "";
      if (words.denials.has(word)) denied = !denied;
      else if (!small.has(word)) break;
      this.#at += 1;
    }
    const start = this.#at;
    for (let end = Math.min(this.#tokens.length, start + longestName); end > start; end -= 1) {
      if (small.has(this.#tokens[end - 1]?.word ?? "")) continue;
      const named = this.#things.named(this.#tokens.slice(start, end).map((t) => t.word));
      if (named.length === 0) continue;
      this.#at = end;
      return this.#about(named, denied);
    }
    return undefined;
  }

  /** What is said of the things that the words before can name. */
  #about(named: ReturnType<Things["named"]>, denied: boolean): Pick<Piece, "node" | "question"> {
    const facts = named.flatMap(({ thing }) => (thing.kind === "fact" ? [thing.fact] : []));
    const tests = facts.flatMap((fact) => {
      const read = readTest(this.#tokens, this.#at, { fact, things: this.#things });
      return read ? [{ fact, read }] : [];
    });
    const [best] = tests.toSorted(
      (a, b) => Number(b.read.fits) - Number(a.read.fits) || b.read.end - a.read.end,
    );
    const equal = best
      ? tests.filter((t) => t.read.fits === best.read.fits && t.read.end === best.read.end)
      : [];
    const nearest = (fact: Fact): number =>
      named.find((n) => n.thing.kind === "fact" && n.thing.fact === fact)?.distance ?? 0;
    const first = Math.min(...equal.map((t) => nearest(t.fact)));
    const said = equal.filter((t) => nearest(t.fact) === first);
    const [one] = said;
    if (one && said.length === 1) return this.#said(one.fact, one.read, denied);
    if (one) {
      this.#at = one.read.end;
      return { question: { code: "several", things: said.map(({ fact }) => ({ kind: "fact", fact })) } };
    }
    return this.#alone(named, denied);
  }

  #said(fact: Fact, read: TestRead, denied: boolean): Pick<Piece, "node" | "question"> {
    this.#at = read.end;
    if (!read.fits) {
      const hole = { fact: fact.id, operator: read.operator, text: read.text };
      return { node: { hole }, question: { code: "which-value", fact: fact.id } };
    }
    return { node: denied ? deny(fact, read.node) : read.node };
  }

  /** Things that say something without a test: a yes, an answer, a named condition. */
  #alone(named: ReturnType<Things["named"]>, denied: boolean): Pick<Piece, "node" | "question"> {
    const distance = named[0]?.distance ?? 0;
    const closest = named.filter((n) => n.distance === distance).map((n) => n.thing);
    const [thing] = closest;
    if (thing === undefined || closest.length > 1) return { question: { code: "several", things: closest } };
    if (thing.kind === "fact" && thing.fact.type !== "boolean") {
      return {
        node: { hole: { fact: thing.fact.id } },
        question: { code: "which-test", fact: thing.fact.id },
      };
    }
    if (thing.kind === "condition")
      return { node: denied ? { not: { condition: thing.id } } : { condition: thing.id } };
    const { fact } = thing;
    if (thing.kind === "fact") return { node: { fact: fact.id, operator: "equal", value: !denied } };
    const node = {
      fact: fact.id,
      operator: fact.type === "set" ? "contains" : "equal",
      value: thing.value,
    } as const;
    return { node: denied ? deny(fact, node) : node };
  }
}

/** A condition denied, in the words of its opposite where it has one. */
function deny(fact: Fact, node: DraftCondition): DraftCondition {
  if (!("fact" in node)) return { not: node };
  if (fact.type === "boolean" && node.operator === "equal") return { ...node, value: node.value !== true };
  const opposite: FactOperator | undefined = oppositeOf(node.operator);
  return opposite && operatorsOf(fact.type).includes(opposite)
    ? { ...node, operator: opposite }
    : { not: node };
}

/** « phq 9 » is the name « phq9 », where something is called so. */
function mergedNames(things: Things, tokens: readonly Token[]): readonly Token[] {
  const merged: Token[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    const both = last && `${last.word}${token.word.replace(/^-/, "")}`;
    if (last && both !== undefined && /^-?\d+$/.test(token.word) && things.has(both)) {
      merged[merged.length - 1] = { word: both, from: last.from, to: token.to };
    } else merged.push(token);
  }
  return merged;
}
