// What a solver's thread says through its port, with a solver that says what it is told to say.
import { askOne } from "@jumelage/engine";
import { criterion, fact, one, tiny } from "@jumelage/engine/test/tiny";
import { expect, test } from "vitest";
import { serve, type Asked, type Said } from "./serve.ts";

const at = "2026-03-02";
const isTrue = { fact: "a", operator: "equal", value: true } as const;
const ruleSet = tiny({
  facts: [fact("a", "boolean")],
  decisions: [one],
  criteria: [criterion("C1", isTrue, "stop")],
});
const question = askOne(ruleSet, { world: 0, verdict: "true", of: isTrue });

/** A served solver that says these words one after another; without any it has a fault. */
function served(...words: readonly (string | Error | number)[]) {
  const said: Said[] = [];
  const left = [...words];
  let send: ((asked: Asked) => void) | undefined;
  serve(
    {
      on: (event, listener) => {
        expect(event).toBe("message");
        send = listener;
      },
      postMessage: (message) => said.push(message),
    },
    (use) =>
      use(() => {
        const next = left.shift();
        if (typeof next !== "string") throw next;
        return next;
      }),
  );
  return { said, ask: (asked: Asked) => send?.(asked) };
}

const somebody = "((w0f0_is_boolean true) (w0f0_junk false) (w0f0_true true))";
const witness = { at, people: [{ a: true }] };

test("ready is said once, before anything is asked", () => {
  expect(served().said).toEqual([{ kind: "ready" }]);
});

test("the answer has the number of what was asked", () => {
  const { said, ask } = served("unsat", "unsat");
  ask({ id: 7, question, at, small: true });
  ask({ id: 8, question, at, small: true });
  expect(said.slice(1)).toEqual([
    { kind: "answer", id: 7, answer: { status: "nobody" } },
    { kind: "answer", id: 8, answer: { status: "nobody" } },
  ]);
});

test("somebody found is told at once, and again as the answer", () => {
  const { said, ask } = served("sat", somebody, "unsat");
  ask({ id: 3, question, at, small: true });
  expect(said.slice(1)).toEqual([
    { kind: "witness", id: 3, witness },
    { kind: "answer", id: 3, answer: { status: "somebody", witness } },
  ]);
});

test("who need not be small is only the answer", () => {
  const { said, ask } = served("sat", somebody);
  ask({ id: 3, question, at, small: false });
  expect(said.slice(1)).toEqual([{ kind: "answer", id: 3, answer: { status: "somebody", witness } }]);
});

test.each([
  [new Error("out of memory"), "out of memory"],
  [17, "17"],
])("a fault %j is told in its words", (thrown, message) => {
  const { said, ask } = served(thrown);
  ask({ id: 4, question, at, small: true });
  expect(said.slice(1)).toEqual([{ kind: "fault", id: 4, message }]);
});

test("there is nothing to serve outside of a thread", () => {
  const unused = () => {
    throw new Error("not asked");
  };
  expect(() => serve(null, unused)).toThrow(new TypeError("the solver is served in a thread only"));
});
