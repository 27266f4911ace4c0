// One question, answered with a solver that reads SMT-LIB: asked, replayed, and made small. Knows neither threads nor
// time: whoever runs it can stop it at any moment and keep what it has found so far.
import {
  encodeQuestion,
  isWitness,
  type Encoding,
  type LocalDate,
  type Question,
  type Witness,
} from "@jumelage/engine";
import type { Answer } from "./answer.ts";
import { shrink } from "./shrink.ts";

/** Runs commands after those of the calls before, and says what the solver printed. */
export type Run = (commands: string) => string;

export interface SolveOptions {
  readonly at: LocalDate;
  /** Whether a witness shall be made small; it is unless this says no. */
  readonly small?: boolean;
  /** Told of every witness that replays, each with fewer facts than the one before. */
  readonly onWitness?: (witness: Witness) => void;
}

/** Answers a question; nothing is asserted yet in the solver behind `run`, and what is asserted stays there. */
export function solve(question: Question, run: Run, { at, small = true, onWitness }: SolveOptions): Answer {
  const encoding = encodeQuestion(question);
  const said = check(run, encoding.commands);
  if (said === "unsat") return { status: "nobody" };
  if (said === "unknown") return { status: "undecided", reason: "time" };
  let best: Witness | undefined;
  for (;;) {
    const found = readWitness(encoding, run, at);
    // A person who does not replay is a fault of ours, and nobody is shown one.
    if (!isWitness(question, found)) return { status: "undecided", reason: "disagreement" };
    if (!small) return { status: "somebody", witness: found };
    best = shrink(question, found);
    onWitness?.(best);
    const count = givenIn(encoding, best);
    if (count === 0) break;
    const fewer = `(assert ((_ at-most ${count - 1}) ${encoding.given.map((g) => g.term).join(" ")}))`;
    if (check(run, fewer) !== "sat") break;
  }
  return { status: "somebody", witness: best };
}

function check(run: Run, commands: string): "sat" | "unsat" | "unknown" {
  const said = run(`${commands}(check-sat)`).trim();
  if (said === "sat" || said === "unsat" || said === "unknown") return said;
  throw new Error(`the solver did not understand: ${said.slice(0, 200)}`);
}

const valuePattern = /\(\s*(\w+)\s+(true|false|\d+|\(-\s+\d+\))\s*\)/g;

/** The people a solver has just found. */
export function readWitness({ names, people }: Encoding, run: Run, at: LocalDate): Witness {
  const values = names.length === 0 ? new Map() : valuesIn(run(`(get-value (${names.join(" ")}))`));
  if (values.size !== names.length) throw new Error("the solver did not give every value");
  return { at, people: people(values, at) };
}

function valuesIn(said: string): ReadonlyMap<string, string> {
  return new Map([...said.matchAll(valuePattern)].map((m) => [String(m[1]), String(m[2])]));
}

/** How many facts are given, each counted once where worlds share it. */
function givenIn({ given }: Encoding, { people }: Witness): number {
  return given.filter(({ world, fact }) => Object.hasOwn(people[world] ?? {}, fact)).length;
}
