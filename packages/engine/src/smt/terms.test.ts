// What terms are made into: constants decide, equal terms are one, and the text says nothing twice.
import { describe, expect, test } from "vitest";
import { commandsFor, namesIn, Terms, type Term } from "./terms.ts";

const terms = new Terms();
const [a, b, c] = ["a", "b", "c"].map((name) => terms.variable(name, "Bool"));
const [i, j] = ["i", "j"].map((name) => terms.variable(name, "Int"));
if (!a || !b || !c || !i || !j) throw new Error("five variables");
const { yes, no } = terms;

/** The term as text, everything spelled out. */
function text({ head, below }: Term): string {
  return below.length === 0 ? head : `(${head} ${below.map(text).join(" ")})`;
}

test.each<[string, Term, string]>([
  ["a truth", terms.bool(true), "true"],
  ["a falsehood", terms.bool(false), "false"],
  ["a number", terms.whole(12), "12"],
  ["a negative number", terms.whole(-12), "(- 12)"],
  ["a number near a whole one", terms.whole(2.9999), "3"],
  ["a great number", terms.whole(1e21), "1000000000000000000000"],
  ["not true", terms.not(yes), "false"],
  ["not false", terms.not(no), "true"],
  ["not", terms.not(a), "(not a)"],
  ["not not", terms.not(terms.not(a)), "a"],
  ["all of none", terms.and(), "true"],
  ["any of none", terms.or(), "false"],
  ["all of one", terms.and(a), "a"],
  ["any of one", terms.or(a), "a"],
  ["all of one, twice", terms.and(a, a), "a"],
  ["all with what is true", terms.and(yes, a, b, yes), "(and a b)"],
  ["all with what is false", terms.and(a, no), "false"],
  ["any with what is false", terms.or(no, b, a), "(or a b)"],
  ["any with what is true", terms.or(a, yes), "true"],
  ["all with a contradiction", terms.and(b, terms.not(a), a), "false"],
  ["any with both ways", terms.or(terms.not(b), a, b), "true"],
  ["all without a contradiction", terms.and(terms.not(a), b), "(and b (not a))"],
  ["implies", terms.implies(a, b), "(or b (not a))"],
  ["true implies", terms.implies(yes, b), "b"],
  ["false implies", terms.implies(no, b), "true"],
  ["the same", terms.same(a, a), "true"],
  ["the same as true", terms.same(a, yes), "a"],
  ["true the same as", terms.same(yes, a), "a"],
  ["the same as false", terms.same(a, no), "(not a)"],
  ["false the same as", terms.same(no, a), "(not a)"],
  ["the same, in one order", terms.same(b, a), "(= a b)"],
  ["the same number", terms.same(j, i), "(= i j)"],
  ["at least none", terms.atLeast(0, [a, b]), "true"],
  ["at least fewer than none", terms.atLeast(-1, []), "true"],
  ["at least one of none", terms.atLeast(1, []), "false"],
  ["at least more than there are", terms.atLeast(3, [a, b]), "false"],
  ["at least one", terms.atLeast(1, [a, b, c]), "(or a b c)"],
  ["at least all", terms.atLeast(3, [a, b, c]), "(and a b c)"],
  ["at least two of three", terms.atLeast(2, [a, b, c]), "(or (and a (or b c)) (and b c))"],
  ["at most one of two", terms.atMostOne([a, b]), "(not (and a b))"],
  ["at most one of one", terms.atMostOne([a]), "true"],
  ["choose when true", terms.choose(yes, i, j), "i"],
  ["choose when false", terms.choose(no, i, j), "j"],
  ["choose of the same", terms.choose(a, i, i), "i"],
  ["choose a number", terms.choose(a, i, j), "(ite a i j)"],
  ["choose a truth", terms.choose(a, b, c), "(and (or b (not a)) (or a c))"],
  ["less", terms.less(i, j), "(< i j)"],
  ["less or the same", terms.lessOrSame(i, j), "(<= i j)"],
  ["the sum of one", terms.sum([i]), "i"],
  ["a sum", terms.sum([i, j]), "(+ i j)"],
  ["once", terms.times(1, i), "i"],
  ["ten times", terms.times(10, i), "(* 10 i)"],
  ["a multiple", terms.isMultiple(5, i), "(= 0 (mod i 5))"],
])("%s", (_, term, expected) => {
  const sorted = (s: string): string => s.replaceAll(/[()]/g, " $& ").split(/\s+/).sort().join(" ");
  // Members stand in the order in which they were first made, which is nobody's concern here.
  expect([sorted(text(term)), text(term).length]).toEqual([sorted(expected), expected.length]);
});

test("equal terms are one object, and of one sort", () => {
  expect(terms.and(b, a)).toBe(terms.and(a, b));
  expect(terms.same(i, j)).toBe(terms.same(j, i));
  expect(terms.less(i, j)).not.toBe(terms.less(j, i));
  expect(terms.and(a, b)).not.toBe(terms.or(a, b));
  expect(
    [terms.whole(3), terms.sum([i, j]), terms.times(2, i), terms.choose(a, i, j)].map((t) => t.sort),
  ).toEqual(["Int", "Int", "Int", "Int"]);
  expect([terms.less(i, j), terms.same(i, j), terms.and(a, b), yes].map((t) => t.sort)).toEqual([
    "Bool",
    "Bool",
    "Bool",
    "Bool",
  ]);
  expect(terms.variables).toEqual([
    ...["a", "b", "c"].map((name) => ({ name, sort: "Bool" })),
    ...["i", "j"].map((name) => ({ name, sort: "Int" })),
  ]);
});

test("the names in terms are those at their ends", () => {
  expect([...namesIn([terms.and(a, terms.less(i, terms.whole(7))), terms.not(b)])].toSorted()).toEqual([
    "7",
    "a",
    "b",
    "i",
  ]);
  expect(namesIn([])).toEqual(new Set());
});

describe("commands", () => {
  test("declare what is used, define what is used twice, assert what is not plainly true", () => {
    const fresh = new Terms();
    const [p, q, , n] = [
      fresh.variable("p", "Bool"),
      fresh.variable("q", "Bool"),
      fresh.variable("unused", "Bool"),
      fresh.variable("n", "Int"),
    ];
    if (!p || !q || !n) throw new Error("three variables");
    const both = fresh.and(p, q);
    const small = fresh.less(n, fresh.whole(3));
    const commands = commandsFor(fresh, {
      asserted: [fresh.yes, fresh.or(both, small), fresh.not(both)],
      named: [small, q],
    });
    expect(commands.used).toEqual(["p", "q", "n"]);
    expect(commands.text).toBe(
      [
        "(declare-const p Bool)",
        "(declare-const q Bool)",
        "(declare-const n Int)",
        `(define-fun t${both.id} () Bool (and p q))`,
        `(define-fun t${small.id} () Bool (< n 3))`,
        `(assert (or t${both.id} t${small.id}))`,
        `(assert (not t${both.id}))`,
        "",
      ].join("\n"),
    );
    expect(commands.spelled).toEqual([`t${small.id}`, "q"]);
  });

  test("name terms without asserting them", () => {
    const fresh = new Terms();
    const p = fresh.variable("p", "Bool");
    const n = fresh.variable("n", "Int");
    const twice = fresh.times(2, n);
    expect(
      commandsFor(fresh, {
        asserted: [fresh.no],
        named: [fresh.not(p), fresh.less(twice, fresh.sum([twice, n]))],
      }),
    ).toEqual({
      text: [
        "(declare-const p Bool)",
        "(declare-const n Int)",
        `(define-fun t${twice.id} () Int (* 2 n))`,
        "(assert false)",
        "",
      ].join("\n"),
      used: ["p", "n"],
      spelled: ["(not p)", `(< t${twice.id} (+ t${twice.id} n))`],
    });
  });
});
