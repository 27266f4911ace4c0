// Reading a person: every fact a caller sent becomes a typed value or an unknown with its reason. Shared by all
// evaluators; it never throws on data, never coerces, and takes the evaluation date as an argument.
import { dayNumber, validDays, type LocalDate } from "./date.ts";
import { isMember, isValueOf, type Fact, type Value } from "./fact.ts";
import type { Facts } from "./profile.ts";
import {
  plainReasons,
  type DoubtReason,
  type PlainReason,
  type Problem,
  type UnknownReason,
} from "./result.ts";
import type { RuleSet } from "./rule-set.ts";

/** What is known of one fact of one person. */
export type FactState =
  | { readonly kind: "known"; readonly value: Value; readonly assumed: boolean }
  /** A set of which some members of the vocabulary were never asked about: doubtful, `incomplete`. */
  | { readonly kind: "partial"; readonly value: readonly string[]; readonly unasked: readonly string[] }
  | { readonly kind: "unknown"; readonly reason: UnknownReason };

/** A person as the evaluators see one: a state for every declared fact, in the order of the vocabulary. */
export interface Person {
  readonly states: ReadonlyMap<string, FactState>;
  readonly assumed: readonly string[];
  readonly doubtful: readonly { readonly fact: string; readonly reason: DoubtReason }[];
  readonly problems: readonly Problem[];
}

/** The doubts that a part of a total can be in, the gravest first; parts are whole numbers, never incomplete. */
const gravity: readonly DoubtReason[] = ["invalid", "stale"];

/** The doubt that hangs over a state, if any. */
export function doubtOf(state: FactState): DoubtReason | undefined {
  if (state.kind === "partial") return "incomplete";
  if (state.kind === "known" || isPlain(state.reason)) return undefined;
  return state.reason;
}

/** Reads a caller's facts against a vocabulary on an evaluation date (`YYYY-MM-DD`, in the rule set's time zone). */
export function readPerson(ruleSet: Pick<RuleSet, "facts">, facts: Facts, at: LocalDate): Person {
  const today = dayNumber(at);
  if (today === undefined) throw new RangeError(`not an evaluation date: ${at}`);
  // What was sent of each fact itself; only sums look at it.
  const own = new Map<string, FactState>();
  const hasSums = ruleSet.facts.some((fact) => fact.derive !== undefined);
  // Parts come before the facts derived from them, so that a sum sees what was assumed of its parts; a derived fact has
  // its place in the order of the vocabulary from the first pass on.
  const states = new Map<string, FactState>();
  for (const fact of ruleSet.facts) {
    const sent = readFact(fact, ownValue(facts, fact.id), today);
    if (hasSums) own.set(fact.id, sent);
    states.set(fact.id, assume(fact, sent));
  }
  for (const fact of ruleSet.facts) {
    if (fact.derive !== undefined)
      states.set(fact.id, assume(fact, derived(fact, fact.derive.sum, own, states)));
  }
  const problems: Problem[] = [];
  const assumed: string[] = [];
  const doubtful: { fact: string; reason: DoubtReason }[] = [];
  for (const fact of ruleSet.facts) {
    const { id } = fact;
    const state = stateOf(states, id);
    const doubt = doubtOf(state);
    if (doubt) doubtful.push({ fact: id, reason: doubt });
    if (state.kind === "known" && state.assumed) assumed.push(id);
    if (doubt === "invalid" && !onlyFromParts(fact, own, states))
      problems.push({ fact: id, code: "invalid" });
  }
  for (const key of Object.keys(facts))
    if (!states.has(key)) problems.push({ fact: key, code: "undeclared-fact" });
  return { states, assumed, doubtful, problems };
}

/** What was sent under an id; what only the prototype has was not sent. */
function ownValue(facts: Facts, id: string): unknown {
  const value = facts[id];
  return value === undefined || !Object.hasOwn(facts, id) ? undefined : value;
}

function stateOf(states: ReadonlyMap<string, FactState>, fact: string): FactState {
  return states.get(fact) ?? unknown("not-asked");
}

function isPlain(reason: UnknownReason): reason is PlainReason {
  return (plainReasons as readonly UnknownReason[]).includes(reason);
}

function isPlainlyUnknown(state: FactState): boolean {
  return state.kind === "unknown" && isPlain(state.reason);
}

const unknowns = new Map<UnknownReason, FactState>();

/** One state for all facts that are unknown for this reason. */
function unknown(reason: UnknownReason): FactState {
  let state = unknowns.get(reason);
  if (!state) unknowns.set(reason, (state = Object.freeze({ kind: "unknown", reason })));
  return state;
}

function known(value: Value): FactState {
  return { kind: "known", value: typeof value === "number" ? value + 0 : value, assumed: false };
}

function assume(fact: Fact, state: FactState): FactState {
  if (typeof fact.whenUnknown !== "object" || !isPlainlyUnknown(state)) return state;
  return { kind: "known", value: fact.whenUnknown.assume, assumed: true };
}

const envelopeKeys = new Set(["value", "of", "observedOn"]);

function readFact(fact: Fact, sent: unknown, today: number): FactState {
  if (sent === undefined || sent === null) return unknown("not-asked");
  if (typeof sent !== "object" || Array.isArray(sent))
    return isValueOf(fact, sent) ? known(sent) : unknown("invalid");
  const keys = Object.keys(sent);
  const sentRecord = sent as Readonly<Record<string, unknown>>;
  if (keys.includes("unknown")) {
    const reason = plainReasons.find((r): r is PlainReason => r === sentRecord["unknown"]);
    return keys.length === 1 && reason ? unknown(reason) : unknown("invalid");
  }
  // An envelope says when the value was observed, or which members of a set were asked about, or both.
  if (!keys.includes("value") || keys.length < 2 || !keys.every((k) => envelopeKeys.has(k)))
    return unknown("invalid");
  const { value, of, observedOn } = sentRecord;
  if (!isValueOf(fact, value)) return unknown("invalid");
  const unasked = keys.includes("of") ? readUnasked(fact, value, of) : [];
  if (unasked === undefined) return unknown("invalid");
  if (keys.includes("observedOn")) {
    const observed = typeof observedOn === "string" ? dayNumber(observedOn) : undefined;
    if (observed === undefined || observed > today) return unknown("invalid");
    if (fact.validFor !== undefined && today - observed > validDays(fact.validFor)) return unknown("stale");
  }
  return unasked.length === 0
    ? known(value)
    : { kind: "partial", value: value as readonly string[], unasked };
}

/** The members of today not asked about, or undefined when `of` is no list of members that can hold `value`. */
function readUnasked(fact: Fact, value: Value, of: unknown): readonly string[] | undefined {
  // Only the value of a set is a list.
  if (!Array.isArray(value) || !Array.isArray(of)) return undefined;
  const members = of.filter((m) => isMember(fact, m));
  if (members.length !== of.length || new Set(members).size !== members.length) return undefined;
  if (!value.every((m) => members.includes(m))) return undefined;
  return fact.values?.filter((v) => v.retired !== true && !members.includes(v.id)).map((v) => v.id);
}

function derived(
  fact: Fact,
  parts: readonly string[],
  own: ReadonlyMap<string, FactState>,
  states: ReadonlyMap<string, FactState>,
): FactState {
  const total = stateOf(own, fact.id);
  const sent = parts.map((p) => stateOf(own, p));
  const anySent = sent.some((s) => !isPlainlyUnknown(s));
  if (!anySent && !isPlainlyUnknown(total)) return total;
  const partStates = parts.map((p) => stateOf(states, p));
  const doubt = gravity.find((reason) => partStates.some((s) => doubtOf(s) === reason));
  const values = partStates.map((s) => (s.kind === "known" ? (s.value as number) : undefined));
  const complete = values.every((v) => v !== undefined);
  const sum = values.reduce<number>((a, v) => a + (v ?? 0), 0);
  if (!isPlainlyUnknown(total)) {
    // A total beside its parts must be the very total they make.
    const agrees = complete && (total.kind !== "known" || total.value === sum);
    return agrees ? total : unknown("invalid");
  }
  if (doubt) return unknown(doubt);
  if (complete) return isValueOf(fact, sum) ? known(sum) : unknown("invalid");
  return values.some((v) => v !== undefined) ? unknown("incomplete") : unknown("not-asked");
}

/** Whether a derived fact is invalid only because a part is: the part's own problem says so already. */
function onlyFromParts(
  { id, derive }: Fact,
  own: ReadonlyMap<string, FactState>,
  states: ReadonlyMap<string, FactState>,
): boolean {
  return (
    isPlainlyUnknown(stateOf(own, id)) &&
    derive?.sum.some((part) => doubtOf(stateOf(states, part)) === "invalid") === true
  );
}
