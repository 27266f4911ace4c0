// The life of a solver's thread: begun once, told apart from those before it, ended, and whoever waits is told of faults.
import { askOne } from "@jumelage/engine";
import { tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { fakeThreads, settled, type FakeThread } from "../test/fake-thread.ts";
import { WorkerThread, type Listener } from "./worker-thread.ts";

const at = "2026-03-02";
const question = askOne(tiny(), { all: [] });
const asked = { question, at, small: true };
const witness = { at, people: [{}] };

function listening() {
  const heard: unknown[] = [];
  const listener: Listener = {
    onWitness: (w) => heard.push(["witness", w]),
    onAnswer: (a) => heard.push(["answer", a]),
    onFault: (e) => heard.push(["fault", e.message]),
  };
  return { heard, listener };
}

/** A thread that is ready, and whoever stands for the real one. */
async function ready() {
  const { threads, begin } = fakeThreads();
  const thread = new WorkerThread(begin);
  const start = async (): Promise<FakeThread> => {
    const started = thread.start();
    const last = threads.at(-1);
    if (!last) throw new Error("no thread was begun");
    last.says({ kind: "ready" });
    await started;
    return last;
  };
  return { thread, threads, start, worker: await start() };
}

test("nothing is begun before the first start; started again while it runs, it is the same", async () => {
  const { threads, begin } = fakeThreads();
  const thread = new WorkerThread(begin);
  expect(threads).toEqual([]);
  const [first, second] = [thread.start(), thread.start()];
  expect(threads).toHaveLength(1);
  threads[0]?.says({ kind: "ready" });
  await Promise.all([first, second, thread.start()]);
  expect(threads).toHaveLength(1);
});

test("it has started when it says that it is ready, and not before", async () => {
  const { threads, begin } = fakeThreads();
  let isReady = false;
  const started = new WorkerThread(begin).start().then(() => (isReady = true));
  threads[0]?.says({ kind: "answer", id: 1, answer: { status: "nobody" } });
  await settled();
  expect(isReady).toBe(false);
  threads[0]?.says({ kind: "ready" });
  expect(await started).toBe(true);
});

test("what is asked is sent with a number of its own", async () => {
  const { thread, worker } = await ready();
  thread.ask(asked, listening().listener);
  thread.ask({ ...asked, small: false }, listening().listener);
  expect(worker.asked).toEqual([
    { ...asked, id: 1 },
    { ...asked, small: false, id: 2 },
  ]);
});

test("witnesses, answers and faults of what is asked are told, those of other questions are not", async () => {
  const { thread, worker } = await ready();
  const { heard, listener } = listening();
  thread.ask(asked, listening().listener);
  thread.ask(asked, listener);
  worker.says({ kind: "answer", id: 1, answer: { status: "nobody" } });
  expect(heard).toEqual([]);
  worker.says({ kind: "witness", id: 2, witness });
  worker.says({ kind: "answer", id: 2, answer: { status: "nobody" } });
  worker.says({ kind: "fault", id: 2, message: "broken" });
  expect(heard).toEqual([
    ["witness", witness],
    ["answer", { status: "nobody" }],
    ["fault", "broken"],
  ]);
});

describe("stopped", () => {
  test("it ends, nothing of it is heard any longer, and the next start begins another", async () => {
    const { thread, threads, start, worker } = await ready();
    const { heard, listener } = listening();
    thread.ask(asked, listener);
    await thread.stop();
    expect(worker.terminated).toBe(1);
    worker.says({ kind: "answer", id: 1, answer: { status: "nobody" } });
    worker.fails(new Error("late"));
    const second = await start();
    expect(threads).toEqual([worker, second]);
    thread.ask(asked, listener);
    expect([worker.asked.length, second.asked]).toEqual([1, [{ ...asked, id: 2 }]]);
    worker.ends();
    worker.fails(new Error("later"));
    expect(heard).toEqual([]);
    expect(second.terminated).toBe(0);
    second.says({ kind: "answer", id: 2, answer: { status: "nobody" } });
    expect(heard).toEqual([["answer", { status: "nobody" }]]);
  });

  test("before it began, and twice, is no harm", async () => {
    const { threads, begin } = fakeThreads();
    await new WorkerThread(begin).stop();
    expect(threads).toEqual([]);
    const { thread, worker } = await ready();
    await thread.stop();
    await thread.stop();
    expect(worker.terminated).toBe(1);
  });

  test("what is asked of nobody goes nowhere", async () => {
    const { thread, worker } = await ready();
    await thread.stop();
    thread.ask(asked, listening().listener);
    expect(worker.asked).toEqual([]);
  });
});

describe("a fault of the thread", () => {
  test.each<[string, (worker: FakeThread) => void, string]>([
    ["an error", (w) => w.fails(new Error("no memory")), "no memory"],
    ["something thrown", (w) => w.fails("odd"), "odd"],
    ["its end", (w) => w.ends(), "the solver's thread ended"],
  ])("%s is told once to whoever asked, and the next start begins another", async (_, fault, message) => {
    const { thread, threads, start, worker } = await ready();
    const { heard, listener } = listening();
    thread.ask(asked, listener);
    fault(worker);
    worker.ends();
    expect(heard).toEqual([["fault", message]]);
    expect(worker.terminated).toBe(1);
    await start();
    expect(threads).toHaveLength(2);
  });

  test("while it loads is told to whoever waits for it, and nobody need be waiting for an answer", async () => {
    const { threads, begin } = fakeThreads();
    const thread = new WorkerThread(begin);
    const started = thread.start();
    threads[0]?.fails(new Error("cannot load"));
    await expect(started).rejects.toThrow("cannot load");
    void thread.start();
    expect(threads).toHaveLength(2);
    // Stopped while it loads, with nobody waiting: no fault of anybody's.
    await thread.stop();
    await settled();
  });
});
