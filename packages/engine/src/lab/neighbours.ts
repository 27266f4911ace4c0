// People next to the profiles: a profile with one fact answered otherwise, unanswered, out of date, unreadable or asked
// in part. Most faults show in one of them, so a proof is needed only where none does.
import { validDays, type LocalDate } from "../model/date.ts";
import type { Fact } from "../model/fact.ts";
import type { Facts, Profile } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { addDays, neighbour } from "./steps.ts";
import type { FactTest } from "./tests.ts";

/** The date of people without one: nothing in them depends on it. */
export const anyDay: LocalDate = "2026-01-01";

export interface Somebody {
  readonly facts: Facts;
  readonly at: LocalDate;
  /** The profile they were made from. */
  readonly near: Profile | undefined;
}

/** The profiles' people, and somebody of whom nothing is known. */
export function peopleOf(profiles: readonly Profile[]): readonly Somebody[] {
  return [
    ...profiles.map((near) => ({ facts: near.facts, at: near.evaluatedOn ?? anyDay, near })),
    { facts: {}, at: anyDay, near: undefined },
  ];
}

/** The same person with one fact sent otherwise; `undefined` leaves it out, and with it the parts of a sum. */
export function withFact(ruleSet: RuleSet, facts: Facts, fact: Fact, sent: unknown): Facts {
  // A total beside other parts would be unreadable: one of the two goes.
  const apart = new Set([
    fact.id,
    ...(fact.derive?.sum ?? []),
    ...ruleSet.facts.filter((f) => f.derive?.sum.includes(fact.id) === true).map((f) => f.id),
  ]);
  const others = Object.entries(facts).filter(([id]) => !apart.has(id));
  return Object.fromEntries(sent === undefined ? others : [...others, [fact.id, sent]]);
}

/** What may be sent for a fact, around what the person has and around what is tested of it. */
export function alternatives(
  fact: Fact,
  tests: readonly FactTest[],
  { facts, at }: Pick<Somebody, "facts" | "at">,
): readonly unknown[] {
  const values = valuesOf(fact, tests, facts[fact.id]);
  return [undefined, "?", ...values, ...dated(fact, values, at), ...inPart(fact, facts[fact.id])];
}

/** What an ordinary person may be sent with: nothing, or a value. */
export function plainAlternatives(
  fact: Fact,
  tests: readonly FactTest[],
  { facts }: Pick<Somebody, "facts">,
): readonly unknown[] {
  return [undefined, ...valuesOf(fact, tests, facts[fact.id])];
}

function valuesOf(fact: Fact, tests: readonly FactTest[], sent: unknown): readonly unknown[] {
  switch (fact.type) {
    case "boolean":
      return [true, false];
    case "enum":
      return current(fact);
    case "set": {
      const all = current(fact);
      const own = membersSent(sent);
      const lists = [
        [],
        ...all.map((m) => [m]),
        ...all.map((m) => (own.includes(m) ? own.filter((o) => o !== m) : [...own, m])),
        all,
      ];
      return [...new Map(lists.map((list) => [[...list].sort().join(), list])).values()];
    }
    case "integer":
    case "decimal":
    case "date": {
      const near = tests.flatMap((t) =>
        t.kind === "threshold" && t.fact.id === fact.id
          ? [-1, 0, 1].map((steps) => neighbour(fact, t.value, steps))
          : [],
      );
      const ends = fact.range ? [fact.range.min, fact.range.max] : [];
      return [...new Set([...near.filter((v) => v !== undefined), ...ends])];
    }
    default:
      return fact.type satisfies never;
  }
}

function current(fact: Fact): readonly string[] {
  return (fact.values ?? []).filter((v) => v.retired !== true).map((v) => v.id);
}

/** The members a person was sent with, in whatever envelope. */
function membersSent(sent: unknown): readonly string[] {
  const value = typeof sent === "object" && sent !== null && "value" in sent ? sent.value : sent;
  return Array.isArray(value) ? value.map(String) : [];
}

/** Values observed as long ago as the fact allows, a day less and a day more. */
function dated(fact: Fact, values: readonly unknown[], at: LocalDate): readonly unknown[] {
  if (fact.validFor === undefined) return [];
  const days = validDays(fact.validFor);
  return [days - 1, days, days + 1].flatMap((age) => {
    const observedOn = age < 0 ? undefined : addDays(at, -age);
    return observedOn === undefined ? [] : values.map((value) => ({ value, observedOn }));
  });
}

/** A set of which one member, or every one, was not asked about. */
function inPart(fact: Fact, sent: unknown): readonly unknown[] {
  if (fact.type !== "set") return [];
  const all = current(fact);
  const own = membersSent(sent).filter((m) => all.includes(m));
  return [
    { value: [], of: [] },
    ...all.map((m) => ({ value: own.filter((o) => o !== m), of: all.filter((o) => o !== m) })),
  ];
}
