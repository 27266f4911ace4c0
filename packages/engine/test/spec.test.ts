import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const here = import.meta.dirname;
const root = join(here, "../../..");
const spec = readFileSync(join(here, "../SPEC.md"), "utf8");
const invariants = [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((match) => match[1] ?? "");

function testFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts") && !file.includes("node_modules"))
    .map((file) => join(folder, file));
}

test("every invariant of SPEC.md has its number in the title of a test", () => {
  const folders = [
    "packages/engine/src",
    "packages/engine/test",
    "packages/sdk",
    "packages/cohort",
    "packages/db/test",
  ];
  const files = [
    join(root, "architecture.test.ts"),
    ...folders.flatMap((folder) => testFiles(join(root, folder))),
  ];
  const sources = files.map((file) => readFileSync(file, "utf8"));
  // A title opens with the number: "D3 an operator …".
  const untested = invariants.filter(
    (id) => !sources.some((source) => new RegExp(`["'\`]${id} `).test(source)),
  );
  expect(invariants.length).toBeGreaterThan(40);
  expect(untested).toEqual([]);
});

test("no invariant is numbered twice", () => {
  expect(new Set(invariants).size).toBe(invariants.length);
});
