// Why a person's outcome is what it is: the smallest sets of known facts that force it whatever all the others were.
// Optional facts that are plainly unknown stay so: they are how the person stands, not something the person said.
import type { Diagram } from "../model/diagram.ts";
import type { Person } from "../model/person.ts";
import { present } from "../present.ts";
import type { Ref } from "./forest.ts";
import { plant, standingOf, type Planted, type Standing } from "./standing.ts";

export interface Reasons {
  /** The outcomes that are forced: one, or all those the open facts leave possible. */
  readonly outcomes: readonly string[];
  /** Sets of facts in the order of the diagram, none of which can lose a member; smallest first. */
  readonly reasons: readonly (readonly string[])[];
  /** Whether these are all of them. */
  readonly complete: boolean;
}

export interface ReasonOptions {
  /** The most sets that are kept while they are found. */
  readonly most?: number;
}

/** Facts as bits. */
type Bits = bigint;

/** The minimal sets of the person's known facts that force what is certain of the decision. */
export function reasonsFor(diagram: Diagram, person: Person, { most = 2000 }: ReasonOptions = {}): Reasons {
  const planted = plant(diagram, Infinity);
  const { forest, root } = planted;
  const standing = standingOf(diagram, person);
  const forced = forest.terminalsOf(forest.restrict(root, standing));
  const outcomes = forced.map((place) => present(diagram.outcomes[place]));
  const facts = knownFacts(diagram, person);
  // What would have to be different for another outcome; a reason has something in common with each of these.
  const differences = differencesOf(planted, { standing, facts, forced: new Set(forced), most });
  const hitting = differences && hittingSets(differences, most);
  if (!hitting) return { outcomes, reasons: [], complete: false };
  const sets = hitting.map((bits) => facts.filter((_, i) => (bits >> BigInt(i)) & 1n));
  const place = (set: readonly string[]): string =>
    set.map((f) => String(facts.indexOf(f)).padStart(4, "0")).join();
  sets.sort((a, b) => a.length - b.length || (place(a) < place(b) ? -1 : 1));
  return { outcomes, reasons: sets, complete: true };
}

/** The facts of a diagram that are known of a person, assumed ones included. */
export function knownFacts(diagram: Diagram, person: Person): readonly string[] {
  const known = diagram.dimensions
    .map((d) => d.fact)
    .filter((fact) => present(person.states.get(fact)).kind === "known");
  return [...new Set(known)];
}

interface Search {
  readonly standing: Standing;
  readonly facts: readonly string[];
  readonly forced: ReadonlySet<number>;
  readonly most: number;
}

/** The minimal sets of known facts whose values would have to differ to reach another outcome. */
function differencesOf(
  { diagram, forest, root }: Planted,
  { standing, facts, forced, most }: Search,
): readonly Bits[] | undefined {
  const made = new Map<Ref, readonly Bits[]>();
  let tooMany = false;
  const visit = (ref: Ref): readonly Bits[] => {
    if (ref < 0) return forced.has(~ref) ? [] : [0n];
    const known = made.get(ref);
    if (known) return known;
    const level = forest.levelOf(ref);
    const place = facts.indexOf(present(diagram.dimensions[level]).fact);
    const open = present(standing[level]);
    const found = forest.childrenOf(ref).flatMap((child, option) => {
      if (open[option]) return visit(child);
      return place < 0 ? [] : visit(child).map((bits) => bits | (1n << BigInt(place)));
    });
    const least = minimal(found);
    tooMany ||= least.length > most;
    const kept = tooMany ? [] : least;
    made.set(ref, kept);
    return kept;
  };
  const least = visit(root);
  return tooMany ? undefined : least;
}

/** The minimal sets that have a member in common with every one of these. */
function hittingSets(sets: readonly Bits[], most: number): readonly Bits[] | undefined {
  let hitting: readonly Bits[] = [0n];
  for (const set of sets) {
    hitting = minimal(hitting.flatMap((h) => ((h & set) === 0n ? membersOf(set).map((m) => h | m) : [h])));
    if (hitting.length > most) return undefined;
  }
  return hitting;
}

function membersOf(set: Bits): readonly Bits[] {
  const members: Bits[] = [];
  for (let bit = 1n; bit <= set; bit <<= 1n) if (set & bit) members.push(bit);
  return members;
}

/** The sets that contain no other one of them. */
function minimal(sets: readonly Bits[]): readonly Bits[] {
  const distinct = [...new Set(sets)].sort((a, b) => membersOf(a).length - membersOf(b).length);
  const kept: Bits[] = [];
  for (const set of distinct) if (!kept.some((k) => (k & set) === k)) kept.push(set);
  return kept;
}
