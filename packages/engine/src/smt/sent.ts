// What a caller may send of one fact, as variables: nothing, something no vocabulary can read, or a value, perhaps
// observed too long ago, perhaps of a set asked about in part. The space is that of all the vocabularies of a
// question together, so that one person can be read by each; which of it a vocabulary can read is `state.ts`'s work.
import { dayNumber, validDays } from "../model/date.ts";
import type { Fact, FactType, Value } from "../model/fact.ts";
import { stepsIn } from "../model/steps.ts";
import type { Term, Terms } from "./terms.ts";

export type Sort = "boolean" | "number" | "date" | "enum" | "set";

/** Everything that the vocabularies of a question say of one fact. */
export interface Slot {
  readonly id: string;
  readonly sorts: readonly Sort[];
  /** A number is the whole number of steps of 10^-scale. */
  readonly scale: number;
  readonly least: number;
  readonly greatest: number;
  /** Of an enum or a set, in the order of the vocabularies. */
  readonly members: readonly string[];
  /** Every `validFor` in days, the shortest first. */
  readonly ages: readonly number[];
  /** Whether something unreadable must be possible: where ageing makes a value doubtful for everybody, it need not. */
  readonly junk: boolean;
}

export interface Sent {
  readonly slot: Slot;
  /** The very value, where the question says it: the order of a set's members is kept. */
  readonly exact?: Value;
  /** The names of its variables. */
  readonly variables: readonly string[];
  readonly absent: Term;
  readonly junk: Term;
  readonly is: ReadonlyMap<Sort, Term>;
  readonly boolean: Term;
  readonly number: Term;
  readonly date: Term;
  readonly oneOf: ReadonlyMap<string, Term>;
  readonly among: ReadonlyMap<string, Term>;
  /** The set says which members were asked about. */
  readonly inPart: Term;
  readonly asked: ReadonlyMap<string, Term>;
  /** The value was observed more than so many days ago. */
  readonly older: ReadonlyMap<number, Term>;
}

const earliest = dayNumber("0000-01-01") ?? 0;
const latest = dayNumber("9999-12-31") ?? 0;
/** Beyond this, neighbouring decimals are the same number of the machine. */
const bound = 1e15;

export function sortOf(type: FactType): Sort {
  return type === "integer" || type === "decimal" ? "number" : type;
}

/** What the vocabularies together say of each fact, in the order in which they declare it. */
export function slotsOf(vocabularies: readonly (readonly Fact[])[]): ReadonlyMap<string, Slot> {
  const declared = new Map<string, Fact[]>();
  for (const fact of vocabularies.flat()) declared.set(fact.id, [...(declared.get(fact.id) ?? []), fact]);
  return new Map([...declared].map(([id, facts]) => [id, slotOf(id, facts)]));
}

function slotOf(id: string, facts: readonly Fact[]): Slot {
  const numbers = facts.filter((f) => sortOf(f.type) === "number");
  const scale = Math.max(0, ...numbers.map(scaleOf));
  return {
    id,
    sorts: distinct(facts.map((f) => sortOf(f.type))),
    scale,
    least: Math.min(...numbers.map((f) => rangeOf(f, scale).least)),
    greatest: Math.max(...numbers.map((f) => rangeOf(f, scale).greatest)),
    members: distinct(facts.flatMap((f) => (f.values ?? []).map((v) => v.id))),
    ages: distinct(facts.flatMap((f) => (f.validFor === undefined ? [] : [validDays(f.validFor)]))).sort(
      (a, b) => a - b,
    ),
    junk: facts.some((f) => f.validFor === undefined),
  };
}

export function scaleOf(fact: Fact): number {
  return fact.type === "decimal" ? (fact.scale ?? 0) : 0;
}

/** The least and the greatest value of a number, in steps of 10^-scale. */
export function rangeOf(fact: Fact, scale: number): { readonly least: number; readonly greatest: number } {
  const steps = 10 ** scale;
  const widest = fact.type === "integer" ? Number.MAX_SAFE_INTEGER : bound;
  if (fact.range === undefined) return { least: -widest * steps, greatest: widest * steps };
  const range = { min: Math.max(fact.range.min, -widest), max: Math.min(fact.range.max, widest) };
  const { first, last } = stepsIn(range, scale);
  return { least: first, greatest: last };
}

/** Fresh variables for what is sent of a fact, and what must be true of them. */
export function freshSent(terms: Terms, name: string, slot: Slot): { sent: Sent; laws: readonly Term[] } {
  const variables: string[] = [];
  const variable = (suffix: string, sort: "Bool" | "Int"): Term => {
    variables.push(`${name}_${suffix}`);
    return terms.variable(`${name}_${suffix}`, sort);
  };
  const bool = (suffix: string): Term => variable(suffix, "Bool");
  const has = (sort: Sort): boolean => slot.sorts.includes(sort);
  const each = (sort: Sort, suffix: string): ReadonlyMap<string, Term> =>
    new Map(has(sort) ? slot.members.map((m, i) => [m, bool(`${suffix}${i}`)]) : []);
  const is = new Map(slot.sorts.map((sort) => [sort, bool(`is_${sort}`)]));
  const junk = slot.junk ? bool("junk") : terms.no;
  const sent: Sent = {
    slot,
    variables,
    absent: terms.not(terms.or(junk, ...is.values())),
    junk,
    is,
    boolean: has("boolean") ? bool("true") : terms.no,
    number: has("number") ? variable("number", "Int") : terms.whole(0),
    date: has("date") ? variable("date", "Int") : terms.whole(0),
    oneOf: each("enum", "one"),
    among: each("set", "in"),
    inPart: has("set") ? bool("part") : terms.no,
    asked: each("set", "asked"),
    older: new Map(slot.ages.map((days) => [days, bool(`older${days}`)])),
  };
  return { sent, laws: lawsOf(terms, sent) };
}

function lawsOf(terms: Terms, sent: Sent): readonly Term[] {
  const { slot, is, older } = sent;
  const given = [...is.values()];
  const within = (term: Term, least: number, greatest: number): readonly Term[] => [
    terms.lessOrSame(terms.whole(least), term),
    terms.lessOrSame(term, terms.whole(greatest)),
  ];
  const ages = [...older.values()];
  return [
    terms.atMostOne([sent.junk, ...given]),
    ...(is.has("number") ? within(sent.number, slot.least, slot.greatest) : []),
    ...(is.has("date") ? within(sent.date, earliest, latest) : []),
    terms.atMostOne([...sent.oneOf.values()]),
    terms.implies(is.get("enum") ?? terms.no, terms.or(...sent.oneOf.values())),
    terms.implies(sent.inPart, is.get("set") ?? terms.no),
    // A member in the value was asked about.
    ...slot.members.map((m) =>
      terms.implies(terms.and(sent.inPart, sent.among.get(m) ?? terms.no), sent.asked.get(m) ?? terms.no),
    ),
    // Only a value has an age, and what is older than a year is older than a day.
    ...ages.map((age) => terms.implies(age, terms.or(...given))),
    ...ages.slice(1).map((age, i) => terms.implies(age, ages[i] ?? terms.no)),
  ];
}

/** A fact of which nothing is sent. */
export function nothingSent(terms: Terms, slot: Slot): Sent {
  const none = new Map(slot.members.map((m) => [m, terms.no]));
  return {
    slot,
    variables: [],
    absent: terms.yes,
    junk: terms.no,
    is: new Map(slot.sorts.map((sort) => [sort, terms.no])),
    boolean: terms.no,
    number: terms.whole(0),
    date: terms.whole(0),
    oneOf: none,
    among: none,
    inPart: terms.no,
    asked: none,
    older: new Map(slot.ages.map((days) => [days, terms.no])),
  };
}

/** A fact of which a plain value is sent. */
export function valueSent(terms: Terms, slot: Slot, value: Value): Sent {
  const sort = slot.sorts.find((s) => fits(s, slot, value));
  const none = nothingSent(terms, slot);
  const has = (members: readonly string[]): ReadonlyMap<string, Term> =>
    new Map(slot.members.map((m) => [m, terms.bool(members.includes(m))]));
  if (sort === undefined) return { ...none, exact: value, absent: terms.no, junk: terms.yes };
  return {
    ...none,
    exact: value,
    absent: terms.no,
    is: new Map(slot.sorts.map((s) => [s, terms.bool(s === sort)])),
    boolean: terms.bool(value === true),
    number: sort === "number" ? terms.whole(stepsOf(value, slot.scale)) : none.number,
    date: sort === "date" ? terms.whole(dayNumber(String(value)) ?? 0) : none.date,
    oneOf: has(sort === "enum" ? [String(value)] : []),
    among: has(Array.isArray(value) ? value : []),
  };
}

/** A number or its literal in whole steps of 10^-scale. */
export function stepsOf(value: unknown, scale: number): number {
  return Math.round(Number(value) * 10 ** scale);
}

function fits(sort: Sort, slot: Slot, value: Value): boolean {
  switch (sort) {
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "date":
      return typeof value === "string" && dayNumber(value) !== undefined;
    case "enum":
      return typeof value === "string" && slot.members.includes(value);
    case "set":
      return Array.isArray(value) && value.every((m) => slot.members.includes(m));
    default:
      return sort satisfies never;
  }
}

function distinct<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
