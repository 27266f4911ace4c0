// What a question asks, as one term over the readings of its worlds, and how the second person's facts may differ from
// the first's once unknown facts have turned out.
import type { Condition } from "../model/condition.ts";
import type { Formula, Order } from "../question/question.ts";
import { namedIn, type Reading } from "./reading.ts";
import { sortOf } from "./sent.ts";
import { doubtful, type State } from "./state.ts";
import { equals } from "./tests.ts";
import type { Term, Terms } from "./terms.ts";

/** What is asked is true in the worlds. */
export function askTerm(terms: Terms, formula: Formula, worlds: readonly Reading[]): Term {
  const below = (members: readonly Formula[]): readonly Term[] =>
    members.map((m) => askTerm(terms, m, worlds));
  const at = (world: number): Reading => {
    const reading = worlds[world];
    if (!reading) throw new TypeError(`no such world: ${world}`);
    return reading;
  };
  if ("all" in formula) return terms.and(...below(formula.all));
  if ("any" in formula) return terms.or(...below(formula.any));
  if ("not" in formula) return terms.not(askTerm(terms, formula.not, worlds));
  if ("before" in formula) {
    const [first, second] = formula.worlds.map((w) => at(w).states.get(formula.before));
    return first && second ? before(terms, [first, second], formula.order) : terms.no;
  }
  const world = at(formula.world);
  if ("verdict" in formula) {
    const { isTrue, isFalse } = world.judge(formula.of);
    if (formula.verdict === "unknown") return terms.not(terms.or(isTrue, isFalse));
    return formula.verdict === "true" ? isTrue : isFalse;
  }
  if ("holds" in formula) return holds(terms, formula.holds, world);
  const decided = world.decided.get(formula.decision);
  if (!decided) throw new TypeError(`no such decision: ${formula.decision}`);
  if ("state" in formula)
    return decided.kind === "one"
      ? terms.or(...formula.state.map((s) => decided.state.get(s) ?? terms.no))
      : terms.no;
  if ("possible" in formula)
    return decided.kind === "one" ? (decided.possible.get(formula.possible) ?? terms.no) : terms.no;
  return decided.kind === "many" ? (decided[formula.is].get(formula.outcome) ?? terms.no) : terms.no;
}

/** Read two-valued (semantics section 8): a leaf holds when its verdict is true, and `not` is the complement. */
function holds(terms: Terms, condition: Condition, world: Reading): Term {
  const each = (members: readonly Condition[]): readonly Term[] => members.map((m) => holds(terms, m, world));
  if ("not" in condition) return terms.not(holds(terms, condition.not, world));
  if ("all" in condition) return terms.and(...each(condition.all));
  if ("any" in condition) return terms.or(...each(condition.any));
  if ("atLeast" in condition) return terms.atLeast(condition.atLeast.count, each(condition.atLeast.of));
  if ("condition" in condition) return holds(terms, namedIn(world.ruleSet, condition.condition), world);
  return world.judge(condition).isTrue;
}

/** Both are known, and the first value stands before the second. */
function before(terms: Terms, [first, second]: readonly [State, State], order: Order): Term {
  const known = terms.and(first.known, second.known);
  if (typeof order === "object") {
    const values = [...new Set(order)];
    const pairs = values.flatMap((low, i) => values.slice(i + 1).map((high) => [low, high] as const));
    return terms.and(
      known,
      terms.or(
        ...pairs.map(([low, high]) => terms.and(equals(terms, first, low), equals(terms, second, high))),
      ),
    );
  }
  const sorts = new Set([first, second].map((s) => sortOf(s.fact.type)));
  if (sorts.size > 1) return terms.no;
  if (!sorts.has("number") && !sorts.has("date"))
    throw new TypeError(`values of ${first.fact.id} have no order of their own`);
  const scale = Math.max(first.scale, second.scale);
  const sized = (s: State): Term =>
    s.fact.type === "date" ? s.date : terms.times(10 ** (scale - s.scale), s.number);
  const [low, high] = order === "ascending" ? [first, second] : [second, first];
  return terms.and(known, terms.less(sized(low), sized(high)));
}

/** The second state is the first, or one that it may turn out to be. */
export function completes(terms: Terms, first: State, second: State): Term {
  const open = terms.and(
    terms.not(terms.or(first.known, first.partial)),
    first.fact.whenUnknown === "block" ? terms.yes : doubtful(terms, first),
  );
  // Members asked about stay as they are, and stay asked about.
  const kept = [...first.unasked].map(([member, unasked]) => {
    const [was, is] = [first, second].map((s) => s.among.get(member) ?? terms.no);
    const stays = terms.and(
      terms.not(second.unasked.get(member) ?? terms.no),
      terms.same(was ?? terms.no, is ?? terms.no),
    );
    return terms.or(unasked, stays);
  });
  return terms.or(
    open,
    terms.and(first.partial, terms.or(second.known, second.partial), ...kept),
    terms.and(first.known, sameKnown(terms, first, second)),
    terms.and(first.plain, second.plain),
  );
}

function sameKnown(terms: Terms, first: State, second: State): Term {
  const members = (of: (state: State) => ReadonlyMap<string, Term>): readonly Term[] =>
    [...of(first)].map(([m, has]) => terms.same(has, of(second).get(m) ?? terms.no));
  const values: Readonly<Record<State["fact"]["type"], () => readonly Term[]>> = {
    boolean: () => [terms.same(first.boolean, second.boolean)],
    integer: () => [terms.same(first.number, second.number)],
    decimal: () => [terms.same(first.number, second.number)],
    date: () => [terms.same(first.date, second.date)],
    enum: () => members((s) => s.oneOf),
    set: () => members((s) => s.among),
  };
  return terms.and(second.known, terms.same(first.assumed, second.assumed), ...values[first.fact.type]());
}
