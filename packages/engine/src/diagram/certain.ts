// What is certain of a decision for a person, whatever the unknown `block` facts and the doubtful facts turn out to be:
// exact, where the reading with three values may call open what every answer would settle alike.
import type { Certain, Diagram } from "../model/diagram.ts";
import type { Person } from "../model/person.ts";
import type { Result } from "../model/result.ts";
import { standingOf } from "./standing.ts";

/** The exact outcomes still possible for a person, and the exact facts that can still tell them apart. */
export function certain(diagram: Diagram, person: Person): Certain {
  const { dimensions, outcomes, nodes, root } = diagram;
  const standing = standingOf(diagram, person);
  // Nodes that only differ where nothing is open any more become one; numbers below 0 stay outcomes.
  const rests: number[] = [];
  const kept: (readonly number[])[] = [];
  const known = new Map<string, number>();
  for (const [level = 0, ...children] of nodes) {
    const open = standing[level] ?? [];
    const rest = children.filter((_, option) => open[option]).map((c) => (c < 0 ? c : (rests[c] ?? c)));
    const [first = -1] = rest;
    if (rest.every((r) => r === first)) {
      rests.push(first);
      continue;
    }
    const key = `${level},${rest.join()}`;
    let number = known.get(key);
    if (number === undefined) known.set(key, (number = kept.push([level, ...rest]) - 1));
    rests.push(number);
  }
  const reached = new Set<number>();
  const waiting = [root < 0 ? root : (rests[root] ?? root)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    if (next >= 0) waiting.push(...(kept[next] ?? []).slice(1));
  }
  const levels = new Set([...reached].flatMap((r) => (r < 0 ? [] : [kept[r]?.[0] ?? 0])));
  return {
    outcomes: outcomes.filter((_, place) => reached.has(-1 - place)),
    canChange: [...new Set(dimensions.filter((_, level) => levels.has(level)).map((d) => d.fact))],
  };
}

/** What is certain of every decision that has a diagram. A decision that is determined already stays as it is. */
export function certainties(
  diagrams: readonly Diagram[],
  person: Person,
  result: Pick<Result, "decisions">,
): Readonly<Record<string, Certain>> {
  return Object.fromEntries(
    diagrams.flatMap((diagram) => {
      const made = result.decisions[diagram.decision];
      if (made?.kind !== "one") return [];
      const settled = made.outcome === undefined ? undefined : { outcomes: [made.outcome], canChange: [] };
      return [[diagram.decision, settled ?? certain(diagram, person)]];
    }),
  );
}
