import { expect, test } from "vitest";
import { memoryCache, type Remembered } from "./cache.ts";

test("what was set last is there under its key, in this cache alone", async () => {
  const [cache, other] = [memoryCache(), memoryCache()];
  const value: Remembered = { answer: { status: "nobody" }, methods: [], ms: 1 };
  expect(await cache.get("a")).toBeUndefined();
  expect(await cache.set("a", value)).toBeUndefined();
  expect(await cache.get("a")).toBe(value);
  await cache.set("a", { ...value, ms: 2 });
  expect(await cache.get("a")).toEqual({ ...value, ms: 2 });
  expect(await cache.get("b")).toBeUndefined();
  expect(await other.get("a")).toBeUndefined();
});
