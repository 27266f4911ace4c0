import { describe, expect, it } from "vitest";
import { Remembered } from "./remembered.ts";

function memory(most = 10) {
  let now = 1000;
  const kept = new Remembered<string>({ most, life: 100, clock: { now: () => new Date(now) } });
  return { kept, pass: (ms: number) => (now += ms) };
}

/** A lookup that answers when told to. */
function slow() {
  let answer: (value: string | undefined) => void = () => undefined;
  let count = 0;
  const lookUp = (): Promise<string | undefined> => {
    count++;
    return new Promise((resolve) => (answer = resolve));
  };
  return { lookUp, answer: (value?: string) => answer(value), count: () => count };
}

describe("Remembered", () => {
  it("answers at once while good, and not after", async () => {
    const { kept, pass } = memory();
    expect(kept.get("a")).toBeUndefined();
    expect(await kept.learn("a", () => Promise.resolve("x"))).toBe("x");
    pass(99);
    expect(kept.get("a")).toBe("x");
    pass(1);
    expect(kept.get("a")).toBeUndefined();
  });

  it("looks up once for all who ask meanwhile", async () => {
    const { kept } = memory();
    const one = slow();
    const answers = Promise.all(Array.from({ length: 5 }, () => kept.learn("a", one.lookUp)));
    one.answer("x");
    expect(await answers).toEqual(["x", "x", "x", "x", "x"]);
    expect(one.count()).toBe(1);
  });

  it("does not keep what was not found, nor what failed", async () => {
    const { kept } = memory();
    await kept.learn("a", () => Promise.resolve(undefined));
    await expect(kept.learn("b", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
    expect(await kept.learn("b", () => Promise.resolve("back"))).toBe("back");
    expect(await kept.learn("a", () => Promise.resolve("there now"))).toBe("there now");
  });

  it("never keeps an answer that was forgotten while it was under way", async () => {
    const { kept } = memory();
    const old = slow();
    const first = kept.learn("a", old.lookUp);
    kept.forget("a");
    const second = kept.learn("a", () => Promise.resolve("new"));
    expect(await second).toBe("new");
    old.answer("old");
    expect(await first).toBe("old");
    expect(kept.get("a")).toBe("new");
  });

  it("looks up again before its time is over, and nobody waits for it", async () => {
    const { kept, pass } = memory();
    await kept.find("a", () => Promise.resolve("x"));
    const again = slow();
    pass(70);
    expect(kept.find("a", again.lookUp)).toBe("x");
    expect(again.count()).toBe(0);
    pass(10);
    expect([kept.find("a", again.lookUp), kept.find("a", again.lookUp)]).toEqual(["x", "x"]);
    expect(again.count()).toBe(1);
    again.answer("y");
    await expect.poll(() => kept.get("a")).toBe("y");
    pass(99);
    expect(kept.get("a")).toBe("y");
  });

  it("forgets what is no longer found, and asks again for what could not be looked up", async () => {
    const { kept, pass } = memory();
    await kept.find("gone", () => Promise.resolve("x"));
    await kept.find("down", () => Promise.resolve("x"));
    pass(80);
    expect(kept.find("gone", () => Promise.resolve(undefined))).toBe("x");
    expect(kept.find("down", () => Promise.reject(new Error("down")))).toBe("x");
    await expect.poll(() => kept.get("gone")).toBeUndefined();
    expect(kept.get("down")).toBe("x");
    pass(20);
    await expect(kept.find("down", () => Promise.reject(new Error("still down")))).rejects.toThrow("still");
  });

  it("holds no more than it may", async () => {
    const { kept } = memory(2);
    for (const key of ["a", "b", "c"]) await kept.learn(key, () => Promise.resolve(key));
    expect(["a", "b", "c"].map((key) => kept.get(key))).toEqual([undefined, "b", "c"]);
  });
});
