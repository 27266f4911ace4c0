// What is certain of a decision for a person, whatever the unknown `block` facts and the doubtful facts turn out to be:
// exact, where the reading with three values may call open what every answer would settle alike.
import type { Certain, Diagram } from "../model/diagram.ts";
import type { Person } from "../model/person.ts";
import type { Result } from "../model/result.ts";
import { present } from "../present.ts";
import { standingOf } from "./standing.ts";

/** The exact outcomes still possible for a person, and the exact facts that can still tell them apart. */
export function certain(diagram: Diagram, person: Person): Certain {
  const { dimensions, outcomes, nodes, root } = diagram;
  const standing = standingOf(diagram, person);
  // Nodes that only differ where nothing is open any more become one; numbers below 0 stay outcomes. By place, and with as
  // few objects as can be: this is on the way of every answer that is open.
  const rests = new Int32Array(nodes.length);
  const kept: number[][] = [];
  const known = new Map<string, number>();
  const restOf = (place: number): number => (place < 0 ? place : (rests[place] ?? 0));
  for (let place = 0; place < nodes.length; place++) {
    const node = present(nodes[place]);
    const open = present(standing[node[0] ?? 0]);
    let first: number | undefined;
    let isSame = true;
    for (let i = 1; i < node.length; i++) {
      if (open[i - 1] !== true) continue;
      const rest = restOf(node[i] ?? 0);
      first ??= rest;
      if (rest !== first) isSame = false;
    }
    rests[place] = isSame ? (first ?? 0) : keep(node, open);
  }

  /** The number of a node that is still a question: the same for all that ask the same. */
  function keep(node: readonly number[], open: readonly boolean[]): number {
    const rest = node.filter((_, i) => i === 0 || open[i - 1]).map((n, i) => (i === 0 ? n : restOf(n)));
    const key = rest.join();
    let number = known.get(key);
    if (number === undefined) known.set(key, (number = kept.push(rest) - 1));
    return number;
  }

  const isReached = new Uint8Array(kept.length);
  const canLead = new Uint8Array(outcomes.length);
  const isAsked = new Uint8Array(dimensions.length);
  const waiting = [restOf(root)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next < 0) canLead[~next] = 1;
    if (next < 0 || isReached[next] === 1) continue;
    isReached[next] = 1;
    const rest = present(kept[next]);
    isAsked[rest[0] ?? 0] = 1;
    for (let i = 1; i < rest.length; i++) waiting.push(rest[i] ?? 0);
  }
  const canChange: string[] = [];
  for (let level = 0; level < dimensions.length; level++) {
    const { fact } = present(dimensions[level]);
    if (isAsked[level] === 1 && !canChange.includes(fact)) canChange.push(fact);
  }
  return { outcomes: outcomes.filter((_, place) => canLead[place] === 1), canChange };
}

/**
 * What is certain of every decision that has a diagram. A decision that is determined already stays as it is: who is asked
 * for is the person only where one is not, so that a reading of them is made for that alone.
 */
export function certainties(
  diagrams: readonly Diagram[],
  person: Person | (() => Person),
  result: Pick<Result, "decisions">,
): Readonly<Record<string, Certain>> {
  let read: Person | undefined;
  const whole = (): Person => (read ??= typeof person === "function" ? person() : person);
  return Object.fromEntries(
    diagrams.flatMap((diagram) => {
      const made = result.decisions[diagram.decision];
      if (made?.kind !== "one") return [];
      const settled = made.outcome === undefined ? undefined : { outcomes: [made.outcome], canChange: [] };
      return [[diagram.decision, settled ?? certain(diagram, whole())]];
    }),
  );
}
