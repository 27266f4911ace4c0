// Diagrams against going through every complete person of small random rule sets with the direct reading.
import { describe, expect, it } from "vitest";
import { chanceFrom, freshSeed, type Chance } from "../../test/arbitraries.ts";
import { howMany } from "../../test/small/how-many.ts";
import {
  allPersons,
  known,
  personOf,
  someSmallRuleSet,
  statesOf,
  type AllPersons,
} from "../../test/complete-persons.ts";
import {
  fits,
  rowsOf,
  slowCertain,
  slowChanges,
  slowInterview,
  slowReasons,
  somePartial,
  type Partial,
  type Row,
} from "../../test/diagram-oracle.ts";
import { evaluatePerson } from "../evaluate/index.ts";
import type { Diagram } from "../model/diagram.ts";
import { diagramSchema } from "../model/diagram.ts";
import type { FactState, Person } from "../model/person.ts";
import type { OneResult } from "../model/result.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { buildDiagram } from "./build.ts";
import { certain } from "./certain.ts";
import { checkDiagram } from "./check-diagram.ts";
import { counterfactuals } from "./counterfactuals.ts";
import { interview, type Interview } from "./interview.ts";
import { reasonsFor } from "./reasons.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const ruleSets = howMany({ quick: 800, long: 100_000 });
const timeout = 60 * ruleSets + 60_000;

interface Small {
  readonly ruleSet: RuleSet;
  readonly decision: string;
  readonly all: AllPersons;
  readonly rows: readonly Row[];
  readonly diagram: Diagram;
  readonly chance: Chance;
  readonly name: string;
}

/** Decisions of small random rule sets with their diagrams. */
function* small(
  from: number,
  { count, most }: { readonly count: number; readonly most: number },
): Generator<Small> {
  const chance = chanceFrom(from);
  for (let made = 0; made < count;) {
    const ruleSet = someSmallRuleSet(chance);
    const states = statesOf(ruleSet, most);
    const decisions = ruleSet.decisions.filter((d) => d.kind === "one");
    if (!states || decisions.length === 0) continue;
    made += 1;
    for (const decision of decisions) {
      const all = allPersons(ruleSet, decision, states);
      const diagram = buildDiagram(ruleSet, decision.id);
      if (!("nodes" in diagram)) throw new Error(`no diagram: ${JSON.stringify(diagram)}`);
      const name = `SEED=${from}, rule set ${made}, ${decision.id}`;
      yield { ruleSet, decision: decision.id, all, rows: rowsOf(all), diagram, chance, name };
    }
  }
}

function oneResult(ruleSet: RuleSet, person: Person, decision: string): OneResult {
  const made = evaluatePerson(ruleSet, person).result.decisions[decision];
  if (made?.kind !== "one") throw new Error("not a decision of kind one");
  return made;
}

describe(`random rule sets (SEED=${seed})`, () => {
  it(
    "every complete person has the outcome of the direct reading; partial ones exactly what their completions have",
    () => {
      const seen = { persons: 0, open: 0, decided: 0, vain: 0 };
      for (const { ruleSet, decision, all, rows, diagram, chance, name } of small(seed, {
        count: ruleSets,
        most: 150,
      })) {
        expect(checkDiagram(ruleSet, diagram), name).toBeUndefined();
        expect(diagramSchema.parse(JSON.parse(JSON.stringify(diagram))), name).toEqual(diagram);
        for (const { places, outcome } of rows) {
          const person = personOf(
            ruleSet,
            places.map((p, i) => stateAt(all, i, p)),
          );
          const found = certain(diagram, person);
          if (found.outcomes.join() !== outcome)
            expect(found.outcomes, `${name} ${places.join()}`).toEqual([outcome]);
          seen.persons += 1;
        }
        for (let i = 0; i < 6; i += 1) {
          const partial = somePartial(chance, ruleSet, all.states);
          if (partial.allowed.some((a) => a.length === 0)) continue;
          const found = certain(diagram, partial.person);
          const slow = slowCertain(all, rows, partial.allowed);
          expect(new Set(found.outcomes), name).toEqual(slow.outcomes);
          expect(new Set(found.canChange), name).toEqual(slow.canChange);
          const result = oneResult(ruleSet, partial.person, decision);
          if (result.outcome !== undefined) expect(found.outcomes, name).toEqual([result.outcome]);
          else {
            seen.open += 1;
            if (found.outcomes.length === 1) seen.decided += 1;
            if (result.missing.some((f) => !found.canChange.includes(f))) seen.vain += 1;
          }
          // What is certain is never wider than what is possible, and what matters is always asked.
          expect(result.possible, name).toEqual(expect.arrayContaining([...found.outcomes]));
          expect(result.missing, name).toEqual(expect.arrayContaining([...found.canChange]));
        }
      }
      expect(seen.persons).toBeGreaterThan(20 * ruleSets);
      expect(seen.open).toBeGreaterThan(ruleSets);
      expect(seen.decided).toBeGreaterThan(seen.open / 50);
      expect(seen.vain).toBeGreaterThan(seen.open / 50);
    },
    timeout,
  );

  it("reasons are all the minimal sets of known facts that force the outcome", () => {
    let several = 0;
    for (const { ruleSet, all, rows, diagram, chance, name } of small(seed + 2, { count: 250, most: 100 })) {
      for (let i = 0; i < 4; i += 1) {
        const partial = somePartial(chance, ruleSet, all.states);
        if (partial.allowed.some((a) => a.length === 0)) continue;
        const found = reasonsFor(diagram, partial.person);
        const slow = slowReasons(all, rows, partial).map((r) => r.join());
        expect(found.complete).toBe(true);
        expect(found.reasons, name).toHaveLength(slow.length);
        expect(new Set(found.reasons.map((r) => r.toSorted().join())), name).toEqual(new Set(slow));
        expect(found.reasons.map((r) => r.length)).toEqual(
          found.reasons.map((r) => r.length).toSorted((a, b) => a - b),
        );
        if (found.reasons.length > 1) several += 1;
      }
    }
    expect(several).toBeGreaterThan(0);
  });

  it("counterfactuals change the fewest facts, and what they suppose is enough and needed", () => {
    const seen = { changed: 0, supposed: 0 };
    for (const { ruleSet, all, rows, diagram, chance, name } of small(seed + 3, { count: 250, most: 100 })) {
      for (let i = 0; i < 4; i += 1) {
        const partial = somePartial(chance, ruleSet, all.states);
        if (partial.allowed.some((a) => a.length === 0)) continue;
        checkCounterfactuals({ ruleSet, all, rows, diagram, partial, name, seen });
      }
    }
    expect(seen.changed).toBeGreaterThan(200);
    expect(seen.supposed).toBeGreaterThan(100);
  });

  it("the interview asks the fewest questions in the worst case, nothing that cannot matter, and until it is decided", () => {
    const lengths = new Map<number, number>();
    for (const { ruleSet, all, rows, diagram, chance, name } of small(seed + 4, { count: 400, most: 60 })) {
      // Mostly nothing is known yet: otherwise hardly any interview has a second question.
      const partial = somePartial(chance, ruleSet, all.states, [0, 0, 0.3, 0.6]);
      if (partial.allowed.some((a) => a.length === 0)) continue;
      const found = interview(diagram, partial.person);
      if ("tooLarge" in found) throw new Error(name);
      expect(found.worst, name).toBe(slowInterview(all, rows, partial.allowed));
      lengths.set(found.worst, (lengths.get(found.worst) ?? 0) + 1);
      for (const { asked, at } of pointsOf(found)) {
        expect(at.question === undefined, name).toBe(at.outcomes.length === 1);
        const answered = [...asked, at.question?.fact ?? "none"];
        expect(new Set(answered).size, name).toBe(answered.length);
        expect(asked.length + at.worst, name).toBeLessThanOrEqual(found.worst);
      }
      // Somebody who answers: every question matters where it is asked, and the end is their own outcome.
      const somebody = chance.pick(rows.filter((row) => fits(row, partial.allowed)));
      let { person, allowed } = partial;
      for (let left = found.worst; ; left -= 1) {
        const here = interview(diagram, person);
        if ("tooLarge" in here) throw new Error(name);
        expect(here.worst, name).toBeLessThanOrEqual(left);
        if (!here.question) {
          expect(here.outcomes, name).toEqual([somebody.outcome]);
          break;
        }
        const { fact } = here.question;
        expect(slowCertain(all, rows, allowed).canChange, name).toContain(fact);
        const place = ruleSet.facts.findIndex((f) => f.id === fact);
        const own = somebody.places[place] ?? 0;
        allowed = allowed.map((a, i) => (i === place ? [own] : a));
        person = { ...person, states: new Map(person.states).set(fact, stateAt(all, place, own)) };
      }
    }
    expect(Math.max(...lengths.keys())).toBeGreaterThan(1);
  });
});

function stateAt(all: AllPersons, fact: number, place: number): FactState {
  return all.states[fact]?.[place] ?? { kind: "unknown", reason: "not-asked" };
}

interface Checked {
  readonly ruleSet: RuleSet;
  readonly all: AllPersons;
  readonly rows: readonly Row[];
  readonly diagram: Diagram;
  readonly partial: Partial;
  readonly name: string;
  readonly seen: { changed: number; supposed: number };
}

function checkCounterfactuals({ ruleSet, all, rows, diagram, partial, name, seen }: Checked): void {
  const found = counterfactuals(diagram, partial.person);
  const sure = certain(diagram, partial.person).outcomes;
  for (const outcome of diagram.outcomes) {
    const own = found.find((c) => c.outcome === outcome);
    const least = slowChanges(all, rows, { ...partial, outcome });
    if (sure.length === 1 && sure[0] === outcome) {
      expect(own, name).toBeUndefined();
      continue;
    }
    expect(own === undefined, `${name} ${outcome}`).toBe(least === Infinity);
    if (!own) continue;
    expect(own.changes.length, `${name} ${outcome}`).toBe(least);
    seen.changed += own.changes.length;
    seen.supposed += own.supposed.length;
    const withAll = withFacts(ruleSet, partial.person, [...own.changes, ...own.supposed]);
    expect(certain(diagram, withAll).outcomes, `${name} ${outcome}`).toEqual([outcome]);
    for (const one of own.supposed) {
      const others = own.supposed.filter((s) => s !== one);
      const without = withFacts(ruleSet, partial.person, [...own.changes, ...others]);
      expect(certain(diagram, without).outcomes, `${name} ${outcome} ${one.fact}`).not.toEqual([outcome]);
    }
  }
}

function withFacts(
  ruleSet: RuleSet,
  person: Person,
  changed: readonly { readonly fact: string; readonly value?: unknown }[],
): Person {
  const states = ruleSet.facts.map(({ id }): FactState => {
    const change = changed.find((c) => c.fact === id);
    if (!change) return person.states.get(id) ?? { kind: "unknown", reason: "not-asked" };
    return change.value === undefined ? { kind: "unknown", reason: "not-asked" } : known(change.value);
  });
  return personOf(ruleSet, states);
}

/** Every point of an interview with the facts asked before it. */
function* pointsOf(
  at: Interview,
  asked: readonly string[] = [],
): Generator<{ readonly asked: readonly string[]; readonly at: Interview }> {
  yield { asked, at };
  for (const answer of at.question?.answers ?? [])
    yield* pointsOf(answer.next, [...asked, at.question?.fact ?? ""]);
}
