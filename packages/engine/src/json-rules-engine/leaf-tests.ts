// How one leaf is tested: the `must` node that holds exactly when the leaf is true, and the `may` node that holds
// exactly when it is not false, both over the runtime facts of `runtime-facts.ts`.
import type { Fact, FactOperator } from "../model/index.ts";
import type { PlainNode, PlainOperator, PlainTest, PlainValue } from "./lowered-rules.ts";
import type { NormalLeaf } from "./normal-form.ts";
import { always, doubtOf, possibleOf, possibleOutcomes, stateOf } from "./runtime-names.ts";

export interface LeafTests {
  readonly must: PlainNode;
  readonly may: PlainNode;
}

/** The two tests of a leaf. Both carry the same `name`: the fact (or `@decision`) an undecided leaf rests on. */
export function leafTests(leaf: NormalLeaf): LeafTests {
  switch (leaf.kind) {
    case "constant":
      return named(always, same(constant(leaf.holds)));
    case "compare":
      return named(leaf.fact.id, compare(leaf.fact, leaf.operator, leaf.value));
    case "known":
      return named(leaf.fact.id, leaf.negated ? notKnown(leaf.fact) : known(leaf.fact));
    case "unknown":
      return named(leaf.fact.id, same(leaf.negated ? isKnown(leaf.fact) : isUnknown(leaf.fact)));
    case "outcome": {
      const possible = possibleOutcomes(leaf.decision);
      return named(stateOf(leaf.decision), {
        must: test(possible, leaf.negated ? "everyFact:notIn" : "everyFact:in", leaf.among),
        may: test(possible, leaf.negated ? "someFact:notIn" : "someFact:in", leaf.among),
      });
    }
    case "state":
      return named(
        stateOf(leaf.decision),
        same(test(stateOf(leaf.decision), leaf.negated ? "notIn" : "in", leaf.among)),
      );
    default:
      return leaf satisfies never;
  }
}

const test = (fact: string, operator: PlainOperator, value: PlainValue): PlainTest => ({
  fact,
  operator,
  value,
});
const same = (node: PlainNode): LeafTests => ({ must: node, may: node });
const constant = (holds: boolean): PlainNode => test(always, "equal", holds);
const valued = (fact: Fact): PlainNode => test(fact.id, "notEqual", null);
const empty = (fact: Fact): PlainNode => test(fact.id, "equal", null);
const doubted = (fact: Fact, is: boolean): PlainNode => test(doubtOf(fact.id), "equal", is);

function named(name: string, { must, may }: LeafTests): LeafTests {
  return { must: { name, ...must }, may: { name, ...may } };
}

/** A comparison: on a fact without a value unknown, or not established when the fact is `ignore` and not doubtful. */
function compare(fact: Fact, operator: FactOperator, value: PlainValue): LeafTests {
  const onValue =
    fact.type === "set" ? compareSet(fact.id, operator, value) : same(test(fact.id, scalar(operator), value));
  const holds: PlainNode = { all: [valued(fact), onValue.may] };
  return {
    must: { all: [valued(fact), onValue.must] },
    // A comparison with `null` may hold in json-rules-engine (`notEqual`, `notIn`), hence the guard beside it.
    may:
      fact.whenUnknown === "ignore" ? { any: [unknownInDoubt(fact), holds] } : { any: [empty(fact), holds] },
  };
}

function unknownInDoubt(fact: Fact): PlainNode {
  // A set asked in part is doubtful but has a value, on which many tests are settled.
  return fact.type === "set" ? { all: [empty(fact), doubted(fact, true)] } : doubted(fact, true);
}

function scalar(operator: FactOperator): PlainOperator {
  switch (operator) {
    case "equal":
    case "notEqual":
    case "lessThan":
    case "lessThanInclusive":
    case "greaterThan":
    case "greaterThanInclusive":
    case "in":
    case "notIn":
      return operator;
    default:
      throw new Error(`${operator} compares sets only`);
  }
}

// What a person has of a set lies between its value and its value together with the members never asked about. A test
// that grows with the set must hold of the smaller and may hold of the larger; one that shrinks, the other way round.
function compareSet(id: string, operator: FactOperator, value: PlainValue): LeafTests {
  const growing = (op: PlainOperator, v = value): LeafTests => ({
    must: test(id, op, v),
    may: test(possibleOf(id), op, v),
  });
  const shrinking = (op: PlainOperator, v = value): LeafTests => ({
    must: test(possibleOf(id), op, v),
    may: test(id, op, v),
  });
  switch (operator) {
    case "contains":
      return growing("contains");
    case "doesNotContain":
      return shrinking("doesNotContain");
    case "containsAny":
      return growing("someFact:in");
    case "containsNone":
      return shrinking("everyFact:notIn");
    case "containsAll":
      return growing("everyValue:contains");
    case "isNotEmpty":
      return growing("someFact:notIn", []);
    case "isEmpty":
      return shrinking("everyFact:in", []);
    default:
      throw new Error(`${operator} does not compare sets`);
  }
}

// A fact is known when it has a value; a set, when moreover every member was asked about.
function isKnown(fact: Fact): PlainNode {
  return fact.type === "set" ? { all: [valued(fact), doubted(fact, false)] } : valued(fact);
}

function isUnknown(fact: Fact): PlainNode {
  return fact.type === "set" ? { any: [empty(fact), doubted(fact, true)] } : empty(fact);
}

function known(fact: Fact): LeafTests {
  const may = fact.whenUnknown === "ignore" ? { any: [isKnown(fact), doubted(fact, true)] } : constant(true);
  return { must: isKnown(fact), may };
}

function notKnown(fact: Fact): LeafTests {
  return {
    must: constant(false),
    may: fact.whenUnknown === "ignore" ? doubted(fact, true) : isUnknown(fact),
  };
}
