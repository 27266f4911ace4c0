import { expect, it } from "vitest";
import { ownScript } from "./start-worker.ts";

const origin = "https://console.example";

it("only files of the console itself are started as workers", () => {
  expect(ownScript("/assets/pure.worker-a.js", origin)).toBe(`${origin}/assets/pure.worker-a.js`);
  for (const other of [
    "https://ailleurs.example/a.js",
    "//ailleurs.example/a.js",
    "data:text/javascript,1",
    "blob:https://ailleurs.example/1",
    "javascript:1",
    "http://console.example/a.js",
  ])
    expect(() => ownScript(other, origin), other).toThrow(TypeError);
});
