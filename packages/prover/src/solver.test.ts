// Questions to a solver one at a time, with a thread that says what a test makes it say.
import { askOne, type Question } from "@jumelage/engine";
import { tiny } from "@jumelage/engine/test/tiny";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeThreads, settled } from "../test/fake-thread.ts";
import type { AskOptions } from "./answer.ts";
import { solverIn } from "./solver.ts";
import { WorkerThread } from "./worker-thread.ts";

const day = "2026-03-02";
const ruleSet = tiny();
const [first, second]: readonly Question[] = [askOne(ruleSet, { all: [] }), askOne(ruleSet, { any: [] })];
if (!first || !second) throw new Error("two questions");
const nobody = { status: "nobody" } as const;
const witness = { at: day, people: [{}] };
const open = (reason: string) => ({ status: "undecided", reason });

function solver() {
  const { threads, begin } = fakeThreads();
  const made = solverIn(new WorkerThread(begin), day);
  return {
    method: made.method,
    ask: (question: Question, options?: AskOptions) => made.ask(question, options),
    close: () => made.close(),
    threads,
    /** The last thread, once it was begun. */
    thread: async () => {
      await settled();
      const last = threads.at(-1);
      if (!last) throw new Error("no thread was begun");
      return last;
    },
    /** The last thread, loaded. */
    loaded: async () => {
      await settled();
      threads.at(-1)?.says({ kind: "ready" });
      await settled();
      const last = threads.at(-1);
      if (!last) throw new Error("no thread was begun");
      return last;
    },
  };
}

test("it is a solver by name", () => {
  expect(solver().method).toBe("solver");
});

test("what is asked is the question, on the solver's day, with a small witness, unless it says otherwise", async () => {
  const { ask, loaded } = solver();
  const answers = [ask(first), ask(second, { at: "2025-01-01", small: false }), ask(first, { small: true })];
  const thread = await loaded();
  for (const id of [1, 2, 3]) {
    thread.says({ kind: "answer", id, answer: nobody });
    await settled();
  }
  expect(await Promise.all(answers)).toEqual([nobody, nobody, nobody]);
  expect(thread.asked).toEqual([
    { id: 1, question: first, at: day, small: true },
    { id: 2, question: second, at: "2025-01-01", small: false },
    { id: 3, question: first, at: day, small: true },
  ]);
});

test("the next question is asked once the one before is answered", async () => {
  const { ask, loaded } = solver();
  const answers = [ask(first), ask(second)];
  const thread = await loaded();
  expect(thread.asked.map((a) => a.question)).toEqual([first]);
  thread.says({ kind: "answer", id: 1, answer: { status: "somebody", witness } });
  await settled();
  expect(thread.asked.map((a) => a.question)).toEqual([first, second]);
  thread.says({ kind: "answer", id: 2, answer: nobody });
  expect(await Promise.all(answers)).toEqual([{ status: "somebody", witness }, nobody]);
});

test("a fault is told to whoever asked, and the next question is asked", async () => {
  const { ask, loaded } = solver();
  const [failing, next] = [ask(first), ask(second)];
  const thread = await loaded();
  thread.says({ kind: "fault", id: 1, message: "not understood" });
  await expect(failing).rejects.toThrow("not understood");
  await settled();
  thread.says({ kind: "answer", id: 2, answer: nobody });
  expect(await next).toEqual(nobody);
});

test("a thread that cannot be loaded is told to whoever asked", async () => {
  const { ask, thread } = solver();
  const failing = ask(first);
  (await thread()).fails(new Error("cannot load"));
  await expect(failing).rejects.toThrow("cannot load");
});

describe("cancelled", () => {
  test("before it begins: nothing is asked, nothing is loaded", async () => {
    const { ask, threads } = solver();
    expect(await ask(first, { signal: AbortSignal.abort() })).toEqual(open("cancelled"));
    expect(threads).toEqual([]);
  });

  test("a signal that is not given changes nothing", async () => {
    const { ask, loaded } = solver();
    const asked = ask(first, { signal: new AbortController().signal });
    (await loaded()).says({ kind: "answer", id: 1, answer: nobody });
    expect(await asked).toEqual(nobody);
  });

  test("while the solver loads: nothing is asked", async () => {
    const { ask, thread } = solver();
    const stop = new AbortController();
    const asked = ask(first, { signal: stop.signal });
    const loading = await thread();
    stop.abort();
    loading.says({ kind: "ready" });
    expect(await asked).toEqual(open("cancelled"));
    expect(loading.asked).toEqual([]);
  });

  test("while it works: the thread ends at once, and the next question has another", async () => {
    const { ask, loaded, threads } = solver();
    const stop = new AbortController();
    const asked = ask(first, { signal: stop.signal });
    const thread = await loaded();
    // Somebody found does not make a cancelled question answered.
    thread.says({ kind: "witness", id: 1, witness });
    stop.abort();
    expect(await asked).toEqual(open("cancelled"));
    expect(thread.terminated).toBe(1);
    const next = ask(second);
    (await loaded()).says({ kind: "answer", id: 2, answer: nobody });
    expect(await next).toEqual(nobody);
    expect(threads).toHaveLength(2);
  });

  test.each<["answer" | "fault"]>([["answer"], ["fault"]])(
    "after its %s: the thread is left alone",
    async (end) => {
      const { ask, loaded } = solver();
      const stop = new AbortController();
      const asked = ask(first, { signal: stop.signal }).catch(() => nobody);
      const thread = await loaded();
      thread.says(
        end === "answer"
          ? { kind: "answer", id: 1, answer: nobody }
          : { kind: "fault", id: 1, message: "not understood" },
      );
      expect(await asked).toEqual(nobody);
      stop.abort();
      await settled();
      expect(thread.terminated).toBe(0);
    },
  );
});

describe("in time", () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => vi.useRealTimers());

  test("when the time is over the thread ends, and the question is undecided", async () => {
    const { ask, loaded } = solver();
    const asked = ask(first, { milliseconds: 500 });
    const thread = await loaded();
    vi.advanceTimersByTime(499);
    await settled();
    expect(thread.terminated).toBe(0);
    vi.advanceTimersByTime(1);
    expect(await asked).toEqual(open("time"));
    expect(thread.terminated).toBe(1);
  });

  test("somebody found in time is the answer, the last one of several", async () => {
    const { ask, loaded } = solver();
    const asked = ask(first, { milliseconds: 500 });
    const thread = await loaded();
    const smaller = { ...witness, at: "2026-03-03" };
    thread.says({ kind: "witness", id: 1, witness });
    thread.says({ kind: "witness", id: 1, witness: smaller });
    vi.advanceTimersByTime(500);
    expect(await asked).toEqual({ status: "somebody", witness: smaller });
  });

  test.each<["answer" | "fault"]>([["answer"], ["fault"]])(
    "an %s in time leaves the thread as it is",
    async (end) => {
      const { ask, loaded } = solver();
      const asked = ask(first, { milliseconds: 500 }).catch(() => nobody);
      const thread = await loaded();
      thread.says(
        end === "answer"
          ? { kind: "answer", id: 1, answer: nobody }
          : { kind: "fault", id: 1, message: "not understood" },
      );
      expect(await asked).toEqual(nobody);
      vi.advanceTimersByTime(1000);
      await settled();
      expect(thread.terminated).toBe(0);
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  test("without a limit there is no end of time", async () => {
    const { ask, loaded } = solver();
    const asked = ask(first);
    const thread = await loaded();
    vi.advanceTimersByTime(1e9);
    await settled();
    expect(thread.terminated).toBe(0);
    thread.says({ kind: "answer", id: 1, answer: nobody });
    expect(await asked).toEqual(nobody);
  });
});

describe("closed", () => {
  test("what is asked, what waits and what is asked later is undecided, and the thread has ended", async () => {
    const { ask, close, loaded, threads } = solver();
    const both = [ask(first), ask(second)];
    const thread = await loaded();
    await close();
    expect(await Promise.all([...both, ask(first)])).toEqual(Array(3).fill(open("cancelled")));
    expect(thread.asked).toHaveLength(1);
    expect(thread.terminated).toBe(1);
    expect(threads).toHaveLength(1);
  });

  test("while the solver loads: nothing is asked any longer", async () => {
    const { ask, close, thread } = solver();
    const asked = ask(first);
    const loading = await thread();
    const closed = close();
    loading.says({ kind: "ready" });
    expect(await asked).toEqual(open("cancelled"));
    await closed;
    expect([loading.asked, loading.terminated]).toEqual([[], 1]);
  });

  test("after its last answer, the thread ends; without a question, nothing is begun", async () => {
    const { ask, close, loaded } = solver();
    const asked = ask(first);
    const thread = await loaded();
    thread.says({ kind: "answer", id: 1, answer: nobody });
    await asked;
    await close();
    expect(thread.terminated).toBe(1);
    const idle = solver();
    await idle.close();
    expect(idle.threads).toEqual([]);
  });
});
