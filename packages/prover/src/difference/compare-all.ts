// The difference of two rule sets for everybody: first whether any answer differs at all, then every change that can
// happen, each with a person to whom it does. One answer often shows several changes; only what is left is asked again.
import {
  readBy,
  samePerson,
  type DifferenceReport,
  type Formula,
  type Question,
  type RuleSet,
  type Transition,
  type Witness,
} from "@jumelage/engine";
import type { Answer, UndecidedReason } from "../answer.ts";
import type { SearchOptions } from "../search-options.ts";
import { shrink } from "../shrink.ts";
import { witnessReport } from "../witness-report.ts";
import { kindOf } from "./kind.ts";
import { silentOf } from "./silent.ts";
import { happening, pairsOf, type Pair } from "./transitions.ts";

/** Compares two rule sets over all persons. */
export async function compareAll(
  base: RuleSet,
  head: RuleSet,
  options: SearchOptions,
): Promise<DifferenceReport> {
  const start = performance.now();
  const shared = sharedDecisions(base, head);
  const reshaped = new Set([...base.decisions, ...head.decisions].map((d) => d.id)).size !== shared.length;
  const silent = [...silentOf(base, head)];
  const found = await search({ base, head, options }, pairsOf(base, head, shared));
  const complete = found.reason === undefined;
  return {
    status: complete ? "complete" : "undecided",
    ...(complete ? {} : { reason: found.reason }),
    equivalent: complete && found.transitions.length === 0 && !reshaped,
    ...(complete
      ? {
          kind: kindOf(base, head, {
            transitions: found.transitions,
            silent: silent.length > 0,
            reshaped,
          }),
        }
      : {}),
    transitions: [...found.transitions],
    silent,
    ms: performance.now() - start,
  };
}

/** Decisions that both have, of the same kind. */
function sharedDecisions(base: RuleSet, head: RuleSet): readonly string[] {
  return base.decisions
    .filter((d) => head.decisions.some((other) => other.id === d.id && other.kind === d.kind))
    .map((d) => d.id);
}

interface Sides {
  readonly base: RuleSet;
  readonly head: RuleSet;
  readonly options: SearchOptions;
}
interface Found {
  readonly transitions: readonly Transition[];
  readonly reason?: UndecidedReason;
}

async function search(sides: Sides, pairs: readonly Pair[]): Promise<Found> {
  const { options } = sides;
  const total = new Set(pairs.map((p) => p.decision)).size;
  const done = (left: readonly Pair[]): number => total - new Set(left.map((p) => p.decision)).size;
  const found = new Map<Pair, Transition>();
  let open = pairs;
  for (let [next] = open; next !== undefined; [next] = open) {
    options.onProgress?.({ done: done(open), total, current: next.decision });
    const question = between(sides, { any: open.map((p) => p.ask) });
    const answer = await ask(options, question);
    if (answer.status === "nobody") break;
    if (answer.status === "undecided") return { transitions: inOrder(pairs, found), reason: answer.reason };
    const shown = happeningTo(sides, answer.witness, open);
    if (shown.length === 0) throw new TypeError("a witness of a difference to whom nothing happens");
    for (const pair of shown) {
      const own = between(sides, pair.ask);
      found.set(pair, transition(pair, own, shrink(own, answer.witness)));
    }
    open = open.filter((pair) => !shown.includes(pair));
  }
  options.onProgress?.({ done: total, total, current: "" });
  return { transitions: inOrder(pairs, found) };
}

function between({ base, head }: Sides, formula: Formula): Question {
  return {
    worlds: [
      { ruleSet: base, person: samePerson },
      { ruleSet: head, person: samePerson },
    ],
    ask: formula,
  };
}

function ask({ answerer, milliseconds, signal }: SearchOptions, question: Question): Promise<Answer> {
  return answerer.ask(question, {
    // Each change has its own small person: this one is only the way to them.
    small: false,
    ...(milliseconds === undefined ? {} : { milliseconds }),
    ...(signal === undefined ? {} : { signal }),
  });
}

function happeningTo(
  { base, head }: Sides,
  { people, at }: Witness,
  pairs: readonly Pair[],
): readonly Pair[] {
  return happening(
    pairs,
    [base, head].map((ruleSet, i) => readBy(ruleSet, people[i] ?? {}, at)),
  );
}

function transition(pair: Pair, question: Question, witness: Witness): Transition {
  const { decision, from, to } = pair;
  return { decision, from, to, witness: witnessReport(question, witness, [decision]) };
}

function inOrder(pairs: readonly Pair[], found: ReadonlyMap<Pair, Transition>): readonly Transition[] {
  return pairs.flatMap((pair) => found.get(pair) ?? []);
}
