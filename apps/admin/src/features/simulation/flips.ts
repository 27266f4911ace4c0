// What would change an answer, one fact at a time, each tried with the engine: every value of a yes, a choice or a number,
// every member of a set added or taken away by itself, and every fact unknown. Other dates are not tried. The values that
// give another answer stand together. Pure.
import type { AnswerChoice, DraftRuleSet, Fact, Profile, Value } from "@jumelage/engine";
import { answerTo } from "../../draft/run.ts";
import { readEntry, withEntry, type Entry } from "../profiles/facts-form.ts";
import { thresholdsIn } from "../thresholds/strip.ts";
import { dayOf } from "./simulate.ts";

export interface Flip {
  readonly fact: Fact;
  /** All values of the fact that lead there. */
  readonly choice: AnswerChoice;
  /** The one of them to try: for a number, the nearest to what is known. */
  readonly entry: Entry;
  /** The state that the decision then has. */
  readonly state: string;
}

export interface FlipsInput {
  readonly ruleSet: DraftRuleSet;
  readonly profile: Pick<Profile, "facts" | "evaluatedOn">;
  /** A decision with one answer. */
  readonly decision: string;
}

/** Numbers with more values than this are tried where something compares them, and beside it. */
const mostValues = 2000;

/** The flips of every fact, in the order of the vocabulary; a fact of which nothing that is tried changes the answer has none. */
export function flipsOf({ ruleSet, profile, decision }: FlipsInput): readonly Flip[] {
  const stateWith = (facts: Profile["facts"]): string | undefined => {
    const decided = answerTo(ruleSet, facts, dayOf(profile)).decisions[decision];
    return decided?.kind === "one" ? decided.state : undefined;
  };
  const now = stateWith(profile.facts);
  return ruleSet.facts.flatMap((fact) => {
    const entry = readEntry(fact, profile.facts[fact.id], profile.evaluatedOn);
    const found: Flip[] = [];
    let place: number | undefined;
    for (const tried of triedOf(ruleSet, fact, entry)) {
      const state = stateWith(withEntry(profile.facts, fact.id, tried.entry));
      const isNext = tried.place !== undefined && tried.place - 1 === place;
      const last = found.at(-1);
      place = state === undefined || state === now ? undefined : tried.place;
      if (state === undefined || state === now) continue;
      if (isNext && last?.state === state) found[found.length - 1] = joined(last, tried, entry);
      else found.push({ fact, state, choice: tried.choice, entry: tried.entry });
    }
    return found;
  });
}

/** A run of numbers, one longer. */
function joined(run: Flip, next: Tried, was: Entry): Flip {
  const [from, to] = [run.choice.option, next.choice.option];
  if (typeof from !== "object" || typeof to !== "object" || !("from" in from) || !("from" in to)) return run;
  const isNearer =
    was.kind === "known" && typeof was.value === "number" && typeof to.to === "number" && to.to <= was.value;
  return {
    ...run,
    choice: { option: { from: from.from, to: to.to } },
    entry: isNearer ? next.entry : run.entry,
  };
}

interface Tried {
  readonly choice: AnswerChoice;
  readonly entry: Entry;
  /** Where it stands among the numbers that are tried; absent for what is no number. */
  readonly place?: number;
}

/** Every way to answer a fact otherwise than it was, neighbours beside one another. */
function triedOf(ruleSet: DraftRuleSet, fact: Fact, was: Entry): readonly Tried[] {
  const known = was.kind === "known" ? was.value : undefined;
  const as = (value: Value): Entry => ({
    kind: "known",
    value,
    ...(was.kind === "known" && was.observedOn !== undefined ? { observedOn: was.observedOn } : {}),
  });
  const unknown: readonly Tried[] =
    was.kind === "unknown"
      ? []
      : [{ choice: { option: "unknown" }, entry: { kind: "unknown", reason: "not-asked", said: false } }];
  switch (fact.type) {
    case "boolean":
    case "enum": {
      const all = fact.type === "boolean" ? [true, false] : membersOf(fact);
      const others = all.filter((value) => value !== known);
      return [
        ...others.map((value) => ({ choice: { option: { values: [value] } }, entry: as(value) })),
        ...unknown,
      ];
    }
    case "integer":
    case "decimal":
      return [
        ...numbersOf(ruleSet, fact).map((value, place) => ({
          choice: { option: { from: value, to: value } },
          entry: as(value),
          place,
        })),
        ...unknown,
      ];
    case "set": {
      const members = Array.isArray(known) ? (known as readonly string[]) : [];
      const toggled = [...new Set([...membersOf(fact), ...members])].map((id): Tried => {
        const has = members.includes(id);
        const next = has ? members.filter((m) => m !== id) : [...members, id];
        return { choice: has ? { hasNone: [[id]] } : { has: [[id]] }, entry: as(next) };
      });
      return [...toggled, ...unknown];
    }
    case "date":
      return unknown;
    default:
      return fact.type satisfies never;
  }
}

/** The members that may still be answered. */
function membersOf({ values = [] }: Fact): readonly string[] {
  return values.flatMap(({ id, retired }) => (retired === true ? [] : [id]));
}

/** The values of a number, ascending: all of them, or those at which something can change. */
function numbersOf(ruleSet: DraftRuleSet, { id, range, type, scale = 0 }: Fact): readonly number[] {
  if (!range) return [];
  const step = type === "decimal" ? 10 ** -scale : 1;
  const count = Math.round((range.max - range.min) / step);
  const at = (i: number): number => Number((range.min + i * step).toFixed(scale));
  if (count <= mostValues) return Array.from({ length: count + 1 }, (_, i) => at(i));
  const compared = [...ruleSet.conditions, ...ruleSet.criteria]
    .flatMap((c) => thresholdsIn(ruleSet, c.when))
    .flatMap((t) => (t.fact.id === id ? [Math.round((t.value - range.min) / step)] : []));
  const places = [0, count, ...compared.flatMap((i) => [i - 1, i, i + 1])];
  return [...new Set(places.filter((i) => i >= 0 && i <= count))].toSorted((a, b) => a - b).map(at);
}
