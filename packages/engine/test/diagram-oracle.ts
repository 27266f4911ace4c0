// What decision diagrams answer, found the slow way: by going through every complete person of a small rule set.
import type { Fact, FactState, Person, RuleSet } from "../src/model/index.ts";
import type { Chance } from "./arbitraries.ts";
import { known, personOf, placesOf, type AllPersons } from "./complete-persons.ts";

/** A person of whom some facts are open, with the places each fact may still turn out to be. */
export interface Partial {
  readonly person: Person;
  readonly allowed: readonly (readonly number[])[];
}

export interface Row {
  readonly places: readonly number[];
  readonly outcome: string;
}

export function rowsOf(all: AllPersons): readonly Row[] {
  return all.outcomes.map((outcome, index) => ({ places: placesOf(all.states, index), outcome }));
}

const unknown = (reason: "not-asked" | "stale" | "invalid"): FactState => ({ kind: "unknown", reason });

/** A random person: known, unasked, doubtful and half-asked facts. */
export function somePartial(
  chance: Chance,
  ruleSet: RuleSet,
  states: AllPersons["states"],
  knownShares: readonly number[] = [0.3, 0.6, 0.9],
): Partial {
  const share = chance.pick(knownShares);
  const chosen = ruleSet.facts.map((fact, i) => someState(chance, fact, { states: states[i] ?? [], share }));
  return {
    person: personOf(
      ruleSet,
      chosen.map((c) => c.state),
    ),
    allowed: chosen.map((c) => c.allowed),
  };
}

function someState(
  chance: Chance,
  fact: Fact,
  { states, share }: { readonly states: readonly FactState[]; readonly share: number },
): { readonly state: FactState; readonly allowed: readonly number[] } {
  const all = states.map((_, i) => i);
  if (chance.often(share)) {
    const place = chance.pick(all);
    return { state: states[place] ?? unknown("not-asked"), allowed: [place] };
  }
  const members = fact.type === "set" ? (fact.values ?? []).filter((v) => v.retired !== true) : [];
  if (members.length > 0 && chance.often(0.5)) {
    const unasked = chance.some(
      members.map((v) => v.id),
      1 + chance.below(members.length),
    );
    const base = chance.pick(states);
    const value =
      base.kind === "known" ? (base.value as readonly string[]).filter((m) => !unasked.includes(m)) : [];
    const isSame = (state: FactState): boolean =>
      state.kind === "known" &&
      (fact.values ?? []).every(
        ({ id }) =>
          unasked.includes(id) || (state.value as readonly string[]).includes(id) === value.includes(id),
      );
    const allowed = all.filter((i) => isSame(states[i] ?? unknown("invalid")));
    // A fact that nothing reads has one state only.
    return { state: { kind: "partial", value, unasked }, allowed: allowed.length > 0 ? allowed : all };
  }
  const reason = chance.pick(["not-asked", "stale", "invalid"] as const);
  if (reason !== "not-asked") return { state: unknown(reason), allowed: all };
  if (typeof fact.whenUnknown === "object") return { state: known(fact.whenUnknown.assume), allowed: [] };
  return { state: unknown(reason), allowed: fact.whenUnknown === "ignore" ? [states.length - 1] : all };
}

/** Every outcome of the persons who may still turn out, and the facts that alone make a difference between two of them. */
export function slowCertain(
  all: AllPersons,
  rows: readonly Row[],
  allowed: Partial["allowed"],
): { readonly outcomes: ReadonlySet<string>; readonly canChange: ReadonlySet<string> } {
  const completions = rows.filter((row) => fits(row, allowed));
  const canChange = new Set<string>();
  all.facts.forEach((fact, i) => {
    const byRest = new Map<string, string>();
    for (const { places, outcome } of completions) {
      const rest = places.map((p, j) => (j === i ? "" : p)).join();
      if ((byRest.get(rest) ?? outcome) !== outcome) canChange.add(fact.id);
      byRest.set(rest, outcome);
    }
  });
  return { outcomes: new Set(completions.map((c) => c.outcome)), canChange };
}

export function fits({ places }: Row, allowed: Partial["allowed"]): boolean {
  return places.every((p, i) => allowed[i]?.includes(p));
}

/** The minimal sets of known facts that force the outcomes, as sorted lists of ids. */
export function slowReasons(
  all: AllPersons,
  rows: readonly Row[],
  { person, allowed }: Partial,
): readonly (readonly string[])[] {
  const forced = slowCertain(all, rows, allowed).outcomes;
  const knownFacts = all.facts.flatMap(({ id }, i) => (person.states.get(id)?.kind === "known" ? [i] : []));
  const forces = (kept: readonly number[]): boolean =>
    rows.every(
      (row) =>
        forced.has(row.outcome) ||
        !row.places.every((p, i) => (knownFacts.includes(i) && !kept.includes(i)) || allowed[i]?.includes(p)),
    );
  const minimal: (readonly number[])[] = [];
  const subsets = Array.from({ length: 2 ** knownFacts.length }, (_, bits) =>
    knownFacts.filter((__, i) => (bits >> i) & 1),
  ).sort((a, b) => a.length - b.length);
  for (const subset of subsets) {
    if (!minimal.some((m) => m.every((i) => subset.includes(i))) && forces(subset)) minimal.push(subset);
  }
  return minimal.map((m) => m.map((i) => all.facts[i]?.id ?? "").sort());
}

/** The fewest facts in which a person of this outcome differs; known facts stay known. */
export function slowChanges(
  all: AllPersons,
  rows: readonly Row[],
  about: Partial & { readonly outcome: string },
): number {
  const { person, allowed, outcome } = about;
  const costs = rows
    .filter((row) => row.outcome === outcome)
    .map(({ places }) => {
      let cost = 0;
      for (const [i, place] of places.entries()) {
        if (allowed[i]?.includes(place)) continue;
        const unasks =
          all.states[i]?.[place]?.kind === "unknown" && isSettled(person, all.facts[i]?.id ?? "");
        cost += unasks ? Infinity : 1;
      }
      return cost;
    });
  return Math.min(Infinity, ...costs);
}

function isSettled(person: Person, fact: string): boolean {
  const state = person.states.get(fact);
  return state !== undefined && state.kind !== "unknown";
}

/** The fewest questions in the worst case, asking safety facts first; every order of questions is tried. */
export function slowInterview(all: AllPersons, rows: readonly Row[], allowed: Partial["allowed"]): number {
  const made = new Map<string, number>();
  const solve = (open: Partial["allowed"]): number => {
    const key = JSON.stringify(open);
    const seen = made.get(key);
    if (seen !== undefined) return seen;
    const { outcomes, canChange } = slowCertain(all, rows, open);
    let best = outcomes.size <= 1 ? 0 : Infinity;
    const safety = all.facts.filter((f) => f.safety && canChange.has(f.id));
    if (outcomes.size > 1) {
      all.facts.forEach((fact, i) => {
        const options = open[i] ?? [];
        if (options.length < 2 || (safety.length > 0 && !safety.includes(fact))) return;
        const after = options.map((place) => solve(open.map((o, j) => (j === i ? [place] : o))));
        best = Math.min(best, 1 + Math.max(...after));
      });
    }
    made.set(key, best);
    return best;
  };
  return solve(allowed);
}
