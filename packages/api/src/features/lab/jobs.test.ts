import { describe, expect, it } from "vitest";
import { labJobs, type JobKey, type Lab, type Report, type Work } from "./jobs.ts";

const work = { kind: "proofs", ruleSet: {}, profiles: [] } as unknown as Work;
const report = { properties: [], standard: [] } as Report;
const key = (hash: string): JobKey => ({ kind: "proofs", hash });

/** A lab whose jobs end when the test says so. */
function manualLab(options: { most?: number; mostWaiting?: number; keepFails?: boolean } = {}) {
  const runs: {
    signal: AbortSignal;
    progress: (done: number) => void;
    finish: () => void;
    fail: () => void;
  }[] = [];
  const kept: string[] = [];
  const logged: string[] = [];
  const lab: Lab = {
    version: "test",
    run: (_work, { signal, onProgress }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Error("aborted")));
        runs.push({
          signal,
          progress: (done) => onProgress({ done, total: 3, current: "P1" }),
          finish: () => resolve(report),
          fail: () => reject(new Error("broken")),
        });
      }),
  };
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (_fields: object, message: string) => void logged.push(message),
  };
  const jobs = labJobs({
    lab,
    most: options.most ?? 1,
    mostWaiting: options.mostWaiting ?? 10,
    clock: { now: () => new Date(0) },
    log,
    keep: (result) => {
      if (options.keepFails) return Promise.reject(new Error("no database"));
      kept.push(result.hash);
      return Promise.resolve();
    },
  });
  const run = (at: number) => {
    const found = runs[at];
    if (!found) throw new Error(`no run ${at}`);
    return found;
  };
  return { jobs, runs, run, kept, logged };
}

/** Lets what has been settled be heard. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("jobs of the lab", () => {
  it("run once for one content, whoever asks, and are kept when done", async () => {
    const { jobs, runs, run, kept } = manualLab();
    expect(jobs.start(key("a"), work, "draft:1")).toBe(true);
    expect(jobs.start(key("a"), work, "draft:2")).toBe(true);
    expect(runs).toHaveLength(1);
    run(0).progress(2);
    expect(jobs.look(key("a"))).toMatchObject({ state: "running", progress: { done: 2, total: 3 } });
    run(0).finish();
    await turn();
    expect(kept).toEqual(["a"]);
    expect(jobs.look(key("a"))).toBeUndefined();
  });

  it("wait for one another, and go on in order", async () => {
    const { jobs, runs, run, kept } = manualLab({ most: 2 });
    for (const hash of ["a", "b", "c", "d"]) jobs.start(key(hash), work, hash);
    expect(runs).toHaveLength(2);
    expect(jobs.look(key("c"))).toMatchObject({ state: "running", progress: { current: "waiting" } });
    run(1).finish();
    await turn();
    expect(runs).toHaveLength(3);
    expect(jobs.look(key("d"))).toMatchObject({ progress: { current: "waiting" } });
    run(0).fail();
    run(2).finish();
    await turn();
    run(3).finish();
    await turn();
    expect(kept).toEqual(["b", "c", "d"]);
  });

  it("are refused when too many wait, and taken again afterwards", async () => {
    const { jobs, run } = manualLab({ mostWaiting: 1 });
    expect(["a", "b", "c"].map((hash) => jobs.start(key(hash), work, hash))).toEqual([true, true, false]);
    run(0).finish();
    await turn();
    expect(jobs.start(key("c"), work, "c")).toBe(true);
  });

  it("end at once when cancelled, running or waiting, and leave nothing", async () => {
    const { jobs, runs, run, kept, logged } = manualLab();
    jobs.start(key("a"), work, "1");
    jobs.start(key("b"), work, "2");
    jobs.cancel(key("b"));
    jobs.cancel(key("a"));
    expect(jobs.look(key("a"))?.state).toBe("cancelled");
    expect(jobs.look(key("b"))?.state).toBe("cancelled");
    expect(run(0).signal.aborted).toBe(true);
    await turn();
    expect(runs).toHaveLength(1);
    expect(kept).toEqual([]);
    // Nobody is told of a fault that was a wish.
    expect(logged).toEqual([]);
    jobs.start(key("a"), work, "1");
    expect(jobs.look(key("a"))?.state).toBe("running");
  });

  it("keep nothing of one that was cancelled while it ended", async () => {
    const { jobs, run, kept } = manualLab();
    jobs.start(key("a"), work, "1");
    run(0).finish();
    jobs.cancel(key("a"));
    await turn();
    expect(kept).toEqual([]);
    expect(jobs.look(key("a"))?.state).toBe("cancelled");
  });

  it("that fail say so, also when what they found cannot be kept", async () => {
    const broken = manualLab();
    broken.jobs.start(key("a"), work, "1");
    broken.run(0).fail();
    await turn();
    expect(broken.jobs.look(key("a"))?.state).toBe("failed");
    expect(broken.logged).toEqual(["lab job failed"]);
    const unkept = manualLab({ keepFails: true });
    unkept.jobs.start(key("a"), work, "1");
    unkept.run(0).finish();
    await turn();
    expect(unkept.jobs.look(key("a"))?.state).toBe("failed");
  });

  it("for a content that has been edited meanwhile are given up, unless somebody else wants them", async () => {
    const { jobs } = manualLab({ most: 5 });
    jobs.start(key("a"), work, "draft:1");
    jobs.start(key("a"), work, "release:1");
    jobs.start(key("b"), work, "draft:1");
    expect(jobs.look(key("a"))?.state).toBe("running");
    jobs.start(key("c"), work, "draft:1");
    expect(jobs.look(key("b"))?.state).toBe("cancelled");
    jobs.start({ kind: "findings", hash: "d" }, work, "draft:1");
    expect(jobs.look(key("c"))?.state).toBe("running");
  });

  it("are all ended when the server stops", async () => {
    const { jobs, run } = manualLab();
    jobs.start(key("a"), work, "1");
    jobs.start(key("b"), work, "2");
    await jobs.stop();
    expect(run(0).signal.aborted).toBe(true);
    expect(jobs.look(key("b"))?.state).toBe("cancelled");
  });
});
