// What a vocabulary can read in what was sent: for every fact whether it is known, asked in part, plainly unknown or
// doubtful, and its value, after sums and assumptions (semantics section 3). Doubtful is what is none of the others.
import { dayNumber, validDays } from "../model/date.ts";
import type { Fact } from "../model/fact.ts";
import { rangeOf, scaleOf, sortOf, stepsOf, type Sent } from "./sent.ts";
import type { Term, Terms } from "./terms.ts";

export interface State {
  readonly fact: Fact;
  readonly known: Term;
  /** Plainly unknown. */
  readonly plain: Term;
  /** A set that was asked about in part. */
  readonly partial: Term;
  /** Known because it is assumed. */
  readonly assumed: Term;
  readonly boolean: Term;
  /** In steps of 10^-scale. */
  readonly number: Term;
  readonly scale: number;
  readonly date: Term;
  readonly oneOf: ReadonlyMap<string, Term>;
  readonly among: ReadonlyMap<string, Term>;
  /** Members nobody asked about; only meaningful of a partial set. */
  readonly unasked: ReadonlyMap<string, Term>;
}

export function doubtful(terms: Terms, state: State): Term {
  return terms.not(terms.or(state.known, state.plain));
}

/** The state of every fact of a vocabulary. */
export function statesOf(
  terms: Terms,
  facts: readonly Fact[],
  sent: (fact: string) => Sent,
): ReadonlyMap<string, State> {
  const own = new Map(facts.map((fact) => [fact.id, ownState(terms, fact, sent(fact.id))]));
  const states = new Map([...own].map(([id, state]) => [id, assume(terms, state)]));
  for (const [id, state] of own) {
    if (state.fact.derive === undefined) continue;
    const parts = state.fact.derive.sum.map((part) => ({ own: own.get(part), read: states.get(part) }));
    states.set(id, assume(terms, derived(terms, state, parts)));
  }
  return states;
}

function ownState(terms: Terms, fact: Fact, sent: Sent): State {
  const sort = sortOf(fact.type);
  const members = (fact.values ?? []).map((v) => v.id);
  const foreign = (of: ReadonlyMap<string, Term>): readonly Term[] =>
    [...of].flatMap(([member, has]) => (members.includes(member) ? [] : [has]));
  const stale = fact.validFor === undefined ? terms.no : sent.older.get(validDays(fact.validFor));
  const readable = terms.and(
    sent.is.get(sort) ?? terms.no,
    terms.not(stale ?? terms.no),
    inRange(terms, fact, sent),
    sort === "enum" ? terms.not(terms.or(...foreign(sent.oneOf))) : terms.yes,
    sort === "set" ? terms.not(terms.or(...foreign(sent.among))) : terms.yes,
    sort === "set" ? terms.not(terms.and(sent.inPart, terms.or(...foreign(sent.asked)))) : terms.yes,
  );
  const unasked = new Map(
    (fact.values ?? []).map((v) => [
      v.id,
      v.retired === true || sort !== "set"
        ? terms.no
        : terms.and(sent.inPart, terms.not(sent.asked.get(v.id) ?? terms.no)),
    ]),
  );
  const incomplete = terms.or(...unasked.values());
  return {
    fact,
    known: terms.and(readable, terms.not(incomplete)),
    plain: sent.absent,
    partial: terms.and(readable, incomplete),
    assumed: terms.no,
    boolean: sent.boolean,
    number: sent.number,
    scale: sent.slot.scale,
    date: sent.date,
    oneOf: sent.oneOf,
    among: sent.among,
    unasked,
  };
}

/** Of numbers; of anything else there is nothing to say. */
function inRange(terms: Terms, fact: Fact, { number, slot }: Sent): Term {
  const { least, greatest } = rangeOf(fact, slot.scale);
  const coarser = slot.scale - scaleOf(fact);
  return terms.and(
    least > slot.least ? terms.lessOrSame(terms.whole(least), number) : terms.yes,
    greatest < slot.greatest ? terms.lessOrSame(number, terms.whole(greatest)) : terms.yes,
    coarser > 0 ? terms.isMultiple(10 ** coarser, number) : terms.yes,
  );
}

/** Plainly unknown facts that are assumed are known. */
function assume(terms: Terms, state: State): State {
  const { whenUnknown } = state.fact;
  if (typeof whenUnknown !== "object") return state;
  const value = whenUnknown.assume;
  const either = (own: Term, assumed: Term): Term => terms.choose(state.plain, assumed, own);
  const members = (own: ReadonlyMap<string, Term>): ReadonlyMap<string, Term> =>
    new Map(
      [...own].map(([m, has]) => [
        m,
        either(has, terms.bool(Array.isArray(value) ? value.includes(m) : value === m)),
      ]),
    );
  const sort = sortOf(state.fact.type);
  return {
    ...state,
    known: terms.or(state.known, state.plain),
    plain: terms.no,
    assumed: state.plain,
    boolean: either(state.boolean, terms.bool(value === true)),
    number: sort === "number" ? either(state.number, terms.whole(stepsOf(value, state.scale))) : state.number,
    date: sort === "date" ? either(state.date, terms.whole(dayNumber(String(value)) ?? 0)) : state.date,
    oneOf: sort === "enum" ? members(state.oneOf) : state.oneOf,
    among: sort === "set" ? members(state.among) : state.among,
  };
}

interface Part {
  readonly own: State | undefined;
  readonly read: State | undefined;
}

/** A total from its parts, unless it was sent itself; both together must agree. */
function derived(terms: Terms, total: State, parts: readonly Part[]): State {
  const read = parts.flatMap((p) => p.read ?? []);
  const noneSent = terms.and(...parts.flatMap((p) => p.own?.plain ?? []));
  const complete = terms.and(...read.map((s) => s.known));
  const scale = Math.max(total.scale, ...read.map((s) => s.scale));
  const raised = (s: State): Term => terms.times(10 ** (scale - s.scale), s.number);
  const sum = terms.sum(read.map(raised));
  const { least, greatest } = rangeOf(total.fact, scale);
  const fits = terms.and(
    terms.lessOrSame(terms.whole(least), sum),
    terms.lessOrSame(sum, terms.whole(greatest)),
  );
  const agrees = terms.or(noneSent, terms.and(complete, terms.same(raised(total), sum)));
  return {
    ...total,
    known: terms.or(terms.and(total.known, agrees), terms.and(total.plain, complete, fits)),
    plain: terms.and(total.plain, ...read.map((s) => s.plain)),
    number: terms.choose(total.plain, sum, raised(total)),
    scale,
  };
}
