// One-line breaks of the encoder: each must give an answer about everybody that going through everybody shows wrong. A
// snippet that no longer occurs in its file exactly once fails the test, so that the list stays true.
export interface Break {
  readonly what: string;
  /** Below packages/engine/src/smt. */
  readonly file: string;
  readonly source: string;
  readonly replacement: string;
}

export const breaks: readonly Break[] = [
  {
    what: "an optional answer never given leaves a criterion open",
    file: "tests.ts",
    source: `state.fact.whenUnknown === "ignore" ? state.plain : terms.no`,
    replacement: `terms.no`,
  },
  {
    what: "an old optional answer counts as nothing at all",
    file: "tests.ts",
    source: `state.fact.whenUnknown === "ignore" ? state.plain : terms.no`,
    replacement: `state.fact.whenUnknown === "ignore" ? terms.not(state.known) : terms.no`,
  },
  {
    what: "a blocking fact never asked makes a leaf false",
    file: "tests.ts",
    source: `state.fact.whenUnknown === "ignore" ? state.plain : terms.no`,
    replacement: `state.plain`,
  },
  {
    what: "lessThan takes its boundary in",
    file: "tests.ts",
    source: `return terms.not(terms.lessOrSame(literalOf(terms, state, value), numberOf(state)));`,
    replacement: `return terms.lessOrSame(numberOf(state), literalOf(terms, state, value));`,
  },
  {
    what: "greaterThanInclusive leaves its boundary out",
    file: "tests.ts",
    source: `case "greaterThanInclusive": return terms.lessOrSame(literalOf(terms, state, value), numberOf(state));`,
    replacement: `case "greaterThanInclusive": return terms.not(terms.lessOrSame(numberOf(state), literalOf(terms, state, value)));`,
  },
  {
    what: "a member nobody asked about reads as a no",
    file: "tests.ts",
    source: `isFalse: terms.not(terms.or(inside, open))`,
    replacement: `isFalse: terms.not(inside)`,
  },
  {
    what: "containsAll is surely false only when every member is missing",
    file: "tests.ts",
    source: `isFalse: terms.or(...listed(value).map((m) => has(m).isFalse)),`,
    replacement: `isFalse: terms.and(...listed(value).map((m) => has(m).isFalse)),`,
  },
  {
    what: "containsNone reads as containsAny",
    file: "tests.ts",
    source: `case "containsNone": return opposite(any(listed(value)));`,
    replacement: `case "containsNone": return any(listed(value));`,
  },
  {
    what: "a set asked in part counts as known",
    file: "tests.ts",
    source: `given(turn({ isTrue: terms.yes, isFalse: terms.no }), state.known)`,
    replacement: `given(turn({ isTrue: terms.yes, isFalse: terms.no }), terms.or(state.known, state.partial))`,
  },
  {
    what: "nothing is unknown of a doubtful fact",
    file: "tests.ts",
    source: `turn({ isTrue: terms.not(state.known), isFalse: state.known })`,
    replacement: `turn({ isTrue: state.plain, isFalse: terms.not(state.plain) })`,
  },
  {
    what: "a stale value counts as known",
    file: "state.ts",
    source: `terms.not(stale ?? terms.no),`,
    replacement: `terms.yes,`,
  },
  {
    what: "doubtful facts are assumed too",
    file: "state.ts",
    source: `known: terms.or(state.known, state.plain),`,
    replacement: `known: terms.yes,`,
  },
  {
    what: "an assumed value is not taken",
    file: "state.ts",
    source: `terms.choose(state.plain, assumed, own);`,
    replacement: `terms.choose(state.plain, own, own);`,
  },
  {
    what: "a total that contradicts its parts is believed",
    file: "state.ts",
    source: `terms.and(total.known, agrees)`,
    replacement: `total.known`,
  },
  {
    what: "a total is made of some of its parts",
    file: "state.ts",
    source: `const complete = terms.and(...read.map((s) => s.known));`,
    replacement: `const complete = terms.or(...read.map((s) => s.known));`,
  },
  {
    what: "retired members have to be asked about",
    file: "state.ts",
    source: `v.retired === true || sort !== "set"`,
    replacement: `sort !== "set"`,
  },
  {
    what: "the negation of all stays an all",
    file: "reading.ts",
    source: `atLeast(negated ? 1 : condition.all.length, below(condition.all))`,
    replacement: `atLeast(condition.all.length, below(condition.all))`,
  },
  {
    what: "the negation of at least k of n asks for one fewer",
    file: "reading.ts",
    source: `negated ? of.length - count + 1 : count`,
    replacement: `negated ? of.length - count : count`,
  },
  {
    what: "at least k of n is false too soon",
    file: "reading.ts",
    source: `members.length - count + 1,`,
    replacement: `members.length - count,`,
  },
  {
    what: "an open condition rests on leaves below decided nodes too",
    file: "reading.ts",
    source: `terms.and(openOf(terms, pair), terms.or(...members.map((m) => m.onSafety)))`,
    replacement: `terms.or(...members.map((m) => m.onSafety))`,
  },
  {
    what: "the walk goes on past the candidate",
    file: "reading.ts",
    source: `reached = passed;`,
    replacement: `reached = terms.or(passed, isTrue);`,
  },
  {
    what: "an outcome with a true criterion can still be open",
    file: "reading.ts",
    source: `terms.and(passed, terms.or(...own.map((j) => openOf(terms, j))))`,
    replacement: `terms.and(reached, terms.or(...own.map((j) => openOf(terms, j))))`,
  },
  {
    what: "nothing left means the first outcome instead of the declared one",
    file: "reading.ts",
    source: `candidate.set(otherwise, terms.or(candidate.get(otherwise) ?? terms.no, reached));`,
    replacement: `candidate.set(decision.outcomes[0]?.id ?? otherwise, reached);`,
  },
  {
    what: "the candidate is not among the possible outcomes",
    file: "reading.ts",
    source: `terms.or(isOpen, candidate.get(id) ?? terms.no)`,
    replacement: `isOpen`,
  },
  {
    what: "every open decision waits for safety",
    file: "reading.ts",
    source: `state.set("@safety-unknown", safetyUnknown);`,
    replacement: `state.set("@safety-unknown", open);`,
  },
  {
    what: "stop outcomes are withheld too",
    file: "reading.ts",
    source: `decision.withheldWhileSafetyUnknown === true && o.tone !== "stop"`,
    replacement: `decision.withheldWhileSafetyUnknown === true`,
  },
  {
    what: "criteria that are switched off count",
    file: "reading.ts",
    source: `c.enabled && c.then.decision === decision.id`,
    replacement: `c.then.decision === decision.id`,
  },
  {
    what: "a decision leaf is true when something possible is among its value",
    file: "reading.ts",
    source: `[terms.not(possible(false)), terms.not(possible(true))]`,
    replacement: `[possible(true), terms.not(possible(true))]`,
  },
  {
    what: "not is forgotten before an earlier decision",
    file: "reading.ts",
    source: `negated ? { isTrue: isFalse, isFalse: isTrue } : { isTrue, isFalse }`,
    replacement: `{ isTrue, isFalse }`,
  },
  {
    what: "properties read not as criteria do",
    file: "ask.ts",
    source: `if ("not" in condition) return terms.not(holds(terms, condition.not, world));`,
    replacement: `if ("not" in condition) return world.judge(condition).isTrue;`,
  },
  {
    what: "equal values stand before each other",
    file: "ask.ts",
    source: `terms.less(sized(low), sized(high))`,
    replacement: `terms.lessOrSame(sized(low), sized(high))`,
  },
  {
    what: "what is known may turn out otherwise",
    file: "ask.ts",
    source: `terms.and(first.known, sameKnown(terms, first, second)),`,
    replacement: `first.known,`,
  },
  {
    what: "an optional answer never given may turn out",
    file: "ask.ts",
    source: `first.fact.whenUnknown === "block" ? terms.yes : doubtful(terms, first),`,
    replacement: `terms.yes,`,
  },
  {
    what: "nobody's facts may differ between the two worlds",
    file: "encode.ts",
    source: `person.kind === "free" ? person.facts.includes(fact) : apart.has(fact)`,
    replacement: `apart.has(fact)`,
  },
  {
    what: "parts of a total that is set stay as they were",
    file: "encode.ts",
    source: `own.set(part, nothingSent(terms, found(slots.get(part), part)));`,
    replacement: `void part;`,
  },
];
