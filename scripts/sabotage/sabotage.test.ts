// The list is true of the sources as they are, and some of it is tried in every run: cheap ones, of each kind. All of it
// is tried by `pnpm sabotage`.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../run.ts";
import { inConsole } from "./in-console.ts";
import { inConsumers } from "./in-consumers.ts";
import { inServer } from "./in-server.ts";
import { occurrences } from "./sabotage.ts";
import { Workshop } from "./workshop.ts";

const all = [...inConsole, ...inConsumers, ...inServer];
const workshop = new Workshop();
afterAll(() => workshop.remove());

test("at least thirty, each of a line that is there once, with a test that is there", () => {
  expect(all.length).toBeGreaterThanOrEqual(30);
  expect(new Set(all.map(({ what }) => what)).size).toBe(all.length);
  for (const sabotage of all) {
    expect(occurrences(sabotage, readFileSync(join(root, sabotage.file), "utf8")), sabotage.what).toBe(1);
    expect(existsSync(join(root, sabotage.test)), sabotage.test).toBe(true);
  }
});

const tried = all
  .filter(({ file }) =>
    ["release/envelope.ts", "release/open.ts", "call-limits.ts"].some((name) => file.endsWith(name)),
  )
  .filter(({ test: name }) => name.includes("/src/"));

test("what is unbroken is green: only then does red tell something", async () => {
  const { test: file } = tried[0] ?? expect.fail("none is tried");
  expect(await workshop.unbroken({ test: file })).toBe("green");
});

test("what does not even load is no red", async () => {
  const [first] = tried;
  if (!first) throw new Error("none is tried");
  expect(await workshop.broken({ ...first, replacement: "const = ;" })).toBe("neither");
});

test.each(tried.slice(0, 2).concat(tried.slice(-1)))("$what: noticed", async (sabotage) => {
  expect(await workshop.broken(sabotage)).toBe("red");
});
