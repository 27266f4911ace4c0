// Looking for somebody near a profile whom a fault touches: whom it finds, and whom it rather finds.
import { expect, test } from "vitest";
import { profileOf, today } from "../../test/lab.ts";
import { criterion, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { Fact } from "../model/fact.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { isTouched, nearbyOf } from "./nearby.ts";
import { runnerOf } from "./runner.ts";

const young = (value: number): Condition => ({ fact: "age", operator: "lessThan", value });
const rules = (...criteria: readonly unknown[]): RuleSet => tiny({ criteria });
const named = (ruleSet: RuleSet, ...ids: readonly string[]): readonly Fact[] =>
  ids.flatMap((id) => ruleSet.facts.filter((f) => f.id === id));

const home = rules(criterion("A", young(18), "stop"));
const old = profileOf(home, { age: 40, kind: "a" }, "OLD");
const search = nearbyOf(runnerOf(home), [old]);

test("somebody is the same in everything but one fact, and remembers whom they are near", () => {
  const found = search.find(runnerOf(rules(criterion("A", young(19), "stop"))), named(home, "age"));
  expect(found).toEqual({ facts: { kind: "a", age: 18 }, at: today, near: old, fact: "age", sent: 18 });
});

test("only the facts that are asked for are changed; where that shows nothing, nobody is found", () => {
  const faulty = runnerOf(rules(criterion("A", young(19), "stop")));
  expect(search.find(faulty, named(home, "kind", "danger"))).toBeUndefined();
  expect(search.find(faulty, [])).toBeUndefined();
  expect(search.find(runnerOf(home), named(home, "age", "kind"))).toBeUndefined();
  expect(search.find(faulty, named(home, "kind", "age"))).toMatchObject({ fact: "age", sent: 18 });
});

test("one search answers for one fault after another", () => {
  const at = (limit: number): unknown =>
    search.find(runnerOf(rules(criterion("A", young(limit), "stop"))), named(home, "age"))?.sent;
  expect([at(19), at(17), at(18), at(19)]).toEqual([18, 17, undefined, 18]);
});

test("without profiles somebody of whom nothing else is known may do", () => {
  const found = nearbyOf(runnerOf(home), []).find(
    runnerOf(rules(criterion("A", young(17), "stop"))),
    named(home, "age"),
  );
  expect(found).toMatchObject({ facts: { age: 17 }, near: undefined });
});

test("rather somebody who gets another state than somebody for whom only criteria or questions change", () => {
  // B fires for children as well: nobody's state changes by it, but for those of eighteen it does.
  const base = rules(criterion("A", young(18), "stop"), criterion("B", young(18), "care"));
  const faulty = runnerOf(rules(criterion("A", young(18), "stop"), criterion("B", young(19), "care")));
  const dropped = runnerOf(
    rules(criterion("A", young(18), "stop"), { ...criterion("B", young(18), "care"), enabled: false }),
  );
  const people = nearbyOf(runnerOf(base), [profileOf(base, { age: 40 }, "OLD")]);
  expect(people.find(faulty, named(base, "age"))).toMatchObject({ sent: 18 });
  // Nobody changes state when B is switched off: the first for whom anything changes is taken.
  expect(people.find(dropped, named(base, "age"))).toMatchObject({ fact: "age", sent: 17 });
});

test("somebody who gets another state by a later fact comes before one who is only asked otherwise", () => {
  const safe = criterion("A", { fact: "danger", operator: "equal", value: true }, "stop");
  const kind = criterion("B", { fact: "kind", operator: "equal", value: "b" }, "stop");
  const base = rules(safe, kind, criterion("C", young(18), "stop"));
  const faulty = runnerOf(rules(safe, kind, { ...criterion("C", young(18), "stop"), enabled: false }));
  const known = profileOf(base, { danger: false, age: 40, kind: "a" }, "P");
  const people = nearbyOf(runnerOf(base), [known]);
  // Of whom nothing is known the age is no longer asked; the state waits for safety either way.
  const asked = { facts: {}, near: undefined, fact: "kind", sent: undefined };
  expect(people.find(faulty, named(base, "kind"))).toMatchObject(asked);
  // Whoever is known but for their age was undetermined, and is not any more.
  expect(people.find(faulty, named(base, "kind", "age"))).toEqual({
    facts: { danger: false, kind: "a" },
    at: today,
    near: known,
    fact: "age",
    sent: undefined,
  });
});

test("touched is whoever is answered otherwise in anything a full profile expects", () => {
  const faulty = rules(criterion("A", young(19), "stop"));
  expect(isTouched(home, faulty, { facts: { age: 18 }, at: today })).toBe(true);
  expect(isTouched(home, faulty, { facts: { age: 17 }, at: today })).toBe(false);
  expect(isTouched(home, home, { facts: { age: 18 }, at: today })).toBe(false);
  // Read on the date it is given.
  const graded = (value: number) =>
    rules(criterion("A", { fact: "score", operator: "greaterThan", value }, "stop"));
  const facts = { score: { value: 6, observedOn: "2026-02-16" } };
  expect(isTouched(graded(5), graded(6), { facts, at: today })).toBe(true);
  expect(isTouched(graded(5), graded(6), { facts, at: "2026-03-03" })).toBe(false);
});
