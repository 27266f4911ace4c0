// Contexts of a solver: shared by many questions, each of which finds nothing asserted; dropped after a fault.
import { expect, test } from "vitest";
import { inContext } from "./in-context.ts";

/** Contexts are numbered from 1; everything done with them is written down. */
function recorded() {
  const log: string[] = [];
  let made = 0;
  const withSolver = inContext<number>({
    make: () => {
      made += 1;
      log.push(`make ${made}`);
      return made;
    },
    run: (context, commands) => {
      log.push(`${context} ${commands}`);
      if (commands === "break") throw new Error("broken");
      return `said ${commands}`;
    },
    end: (context) => log.push(`end ${context}`),
  });
  return { log, withSolver };
}

test("what is asserted between push and pop is gone afterwards, in one context for several questions", () => {
  const { log, withSolver } = recorded();
  expect(withSolver((run) => [run("a"), run("b")])).toEqual(["said a", "said b"]);
  expect(withSolver((run) => run("c"))).toBe("said c");
  expect(log).toEqual(["make 1", "1 (push)", "1 a", "1 b", "1 (pop)", "1 (push)", "1 c", "1 (pop)"]);
});

test("nothing is made before the first question", () => {
  expect(recorded().log).toEqual([]);
});

test("a context serves 64 questions, and the next one a new context", () => {
  const { log, withSolver } = recorded();
  const ends = (): readonly string[] => log.filter((line) => line.startsWith("end"));
  for (let i = 0; i < 63; i += 1) withSolver((run) => run("a"));
  expect(ends()).toEqual([]);
  withSolver((run) => run("last"));
  expect(log.slice(-4)).toEqual(["1 (push)", "1 last", "1 (pop)", "end 1"]);
  withSolver((run) => run("first"));
  expect(log.slice(-4)).toEqual(["make 2", "2 (push)", "2 first", "2 (pop)"]);
  for (let i = 0; i < 63; i += 1) withSolver((run) => run("a"));
  expect(ends()).toEqual(["end 1", "end 2"]);
});

test("a fault ends the context, is told, and the next question has a new one", () => {
  const { log, withSolver } = recorded();
  expect(() => withSolver((run) => run("break"))).toThrow("broken");
  expect(log).toEqual(["make 1", "1 (push)", "1 break", "end 1"]);
  expect(withSolver((run) => run("a"))).toBe("said a");
  expect(log.slice(-4)).toEqual(["make 2", "2 (push)", "2 a", "2 (pop)"]);
});
