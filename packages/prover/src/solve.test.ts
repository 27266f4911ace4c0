// The conversation with a solver, whose lines are written here: what it is told, and what is made of what it says.
import { askOne, encodeQuestion, type Condition, type Encoding, type Witness } from "@jumelage/engine";
import { criterion, fact, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { readWitness, solve } from "./solve.ts";

const at = "2026-03-02";
const isTrue = (id: string): Condition => ({ fact: id, operator: "equal", value: true });
const ruleSet = tiny({
  facts: ["a", "b", "c"].map((id) => fact(id, "boolean")),
  decisions: [one],
  criteria: [criterion("C1", isTrue("a"), "stop")],
});
/** Of `c`, or of `a` and `b` together. */
const either: Condition = { any: [{ all: [isTrue("a"), isTrue("b")] }, isTrue("c")] };
const question = askOne(ruleSet, { world: 0, verdict: "true", of: either });

/** What a solver says of who sends `true` for these facts and nothing for the others. */
function model(...facts: readonly string[]): string {
  const values = ["a", "b", "c"].flatMap((id, i) => [
    `(w0f${i}_is_boolean ${facts.includes(id)})`,
    `(w0f${i}_junk false)`,
    `(w0f${i}_true ${facts.includes(id)})`,
  ]);
  return `(${values.join("\n ")})\n`;
}

/** Solves with a solver that says these lines; what it was told, the answer, and whom it told on the way. */
function talk(
  lines: readonly string[],
  { small, about = question }: { small?: boolean; about?: typeof question } = {},
) {
  const told: string[] = [];
  const seen: Witness[] = [];
  const left = [...lines];
  const run = (commands: string): string => {
    told.push(commands);
    const line = left.shift();
    if (line === undefined) throw new Error("nothing more to say");
    return line;
  };
  const answer = solve(about, run, {
    at,
    ...(small === undefined ? {} : { small }),
    onWitness: (witness) => seen.push(witness),
  });
  expect(left).toEqual([]);
  return { told, seen: seen.map((w) => w.people), answer };
}

const { commands, names, given } = encodeQuestion(question);
const values = `(get-value (${names.join(" ")}))`;
const atMost = (n: number): string =>
  `(assert ((_ at-most ${n}) ${given.map((g) => g.term).join(" ")}))(check-sat)`;
const open = (reason: string) => ({ status: "undecided", reason });
const somebody = (facts: object) => ({ status: "somebody", witness: { at, people: [facts] } });

test("unsatisfiable: nobody", () => {
  expect(talk(["unsat\n"])).toEqual({
    told: [`${commands}(check-sat)`],
    seen: [],
    answer: { status: "nobody" },
  });
});

test("unknown: the time did not suffice", () => {
  expect(talk(["unknown\n"]).answer).toEqual(open("time"));
});

test("anything else is a fault, told by its beginning", () => {
  const noise = `(error "${"x".repeat(300)}")`;
  expect(() => talk([noise])).toThrow(new Error(`the solver did not understand: ${noise.slice(0, 200)}`));
});

test("who need not be small is shown as found", () => {
  const { told, seen, answer } = talk(["sat", model("a", "b", "c")], { small: false });
  expect(told).toEqual([`${commands}(check-sat)`, values]);
  expect(seen).toEqual([]);
  expect(answer).toEqual(somebody({ a: true, b: true, c: true }));
});

test("somebody is asked for with fewer facts until there is nobody, and each one found is told", () => {
  const { told, seen, answer } = talk(["sat\n", model("a", "b"), "sat\n", model("c"), "unsat\n"]);
  expect(told).toEqual([`${commands}(check-sat)`, values, atMost(1), values, atMost(0)]);
  expect(seen).toEqual([[{ a: true, b: true }], [{ c: true }]]);
  expect(answer).toEqual(somebody({ c: true }));
});

test("what replay alone can leave out is left out before the solver is asked again", () => {
  const { told, seen } = talk(["sat", model("a", "b", "c"), "unsat"], { small: true });
  expect(told.slice(2)).toEqual([atMost(0)]);
  expect(seen).toEqual([[{ c: true }]]);
});

test("not knowing whether there is anybody smaller, the last one found is shown", () => {
  expect(talk(["sat", model("a", "b"), "unknown"]).answer).toEqual(somebody({ a: true, b: true }));
});

test("of whom nothing is given, nobody is smaller", () => {
  const about = askOne(ruleSet, { world: 0, verdict: "unknown", of: either });
  const { told, answer } = talk(["sat", model()], { about });
  expect(told).toHaveLength(2);
  expect(answer).toEqual(somebody({}));
});

test("a question that reads nothing asks for no values", () => {
  const about = askOne(ruleSet, { world: 0, holds: { always: true } });
  const { told, answer } = talk(["sat"], { about });
  expect(told).toHaveLength(1);
  expect(answer).toEqual(somebody({}));
});

test.each([
  ["at first", ["sat", model("a")]],
  ["after one who did", ["sat", model("a", "b"), "sat", model("b")]],
])("who does not replay is shown to nobody: %s", (_, lines) => {
  expect(talk(lines).answer).toEqual(open("disagreement"));
});

describe("values", () => {
  const encoding = (...wanted: readonly string[]): Encoding => ({
    commands: "",
    names: wanted,
    given: [],
    people: (found, day) => [{ found: [...found], day }],
  });

  test("truth values and numbers, negative ones in parentheses, however they are spaced", () => {
    const said = "((p true)\n ( q_1   false )(n 0)(m\n12)\n (k (- 3)) (l (-\n  40)))";
    const asked: string[] = [];
    const witness = readWitness(
      encoding("p", "q_1", "n", "m", "k", "l"),
      (line) => {
        asked.push(line);
        return said;
      },
      at,
    );
    expect(asked).toEqual(["(get-value (p q_1 n m k l))"]);
    const found = [
      ["p", "true"],
      ["q_1", "false"],
      ["n", "0"],
      ["m", "12"],
      ["k", "(- 3)"],
      ["l", "(-\n  40)"],
    ];
    expect(witness).toEqual({ at, people: [{ found, day: at }] });
  });

  test.each([["((p true))"], ["((p true) (q maybe))"], [""]])(
    "a value that is not given is a fault: %j",
    (said) => {
      expect(() => readWitness(encoding("p", "q"), () => said, at)).toThrow(
        new Error("the solver did not give every value"),
      );
    },
  );
});
