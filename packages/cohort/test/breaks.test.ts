// Whether the tests notice: every listed one-line break must make a cohort answer something else than the direct reading.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { RuleSet } from "@jumelage/engine";
import { chanceFrom, someCases } from "@jumelage/engine/test/arbitraries";
import { programs } from "@jumelage/engine/test/reference-programs";
import { outOfDate } from "@jumelage/engine/test/broken";
import { shareOf } from "@jumelage/engine/test/small";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as sound from "../src/index.ts";
import { breaks, type Break } from "./breaks.ts";
import { differences } from "./differences.ts";
import { edited } from "./edits.ts";
import type { Sent } from "./expected.ts";
import { wrongTransitions } from "./transitions.ts";

// Whether a listed break shows depends on the cases: these always show every one.
const seed = Number(process.env["SEED"] ?? 7);
const source = join(import.meta.dirname, "..");
const shop = mkdtempSync(join(tmpdir(), "jumelage-cohort-breaks-"));

interface Asked {
  readonly ruleSet: RuleSet;
  readonly after: RuleSet;
  readonly sent: readonly Sent[];
}
const asked: Asked[] = [];

beforeAll(() => {
  const chance = chanceFrom(seed);
  const persons = 12;
  let sent: Sent[] = [];
  for (const { ruleSet, facts, at } of someCases(seed, { ruleSets: 150, persons })) {
    sent.push({ facts, at });
    if (sent.length < persons) continue;
    asked.push({ ruleSet, after: edited(chance, ruleSet), sent });
    sent = [];
  }
  // What goes on only after many persons; a few of them stand for all.
  const ruleSet = programs[1]?.ruleSet;
  if (!ruleSet) throw new Error("there are two programs");
  const some = [...someCases(seed, { ruleSets: 1, persons: 131, ruleSet })];
  const many = Array.from({ length: 4500 }, (_, i) => some[i % some.length]).filter((s) => s !== undefined);
  asked.push({ ruleSet, after: edited(chance, ruleSet), sent: many });
});
afterAll(() => rmSync(shop, { recursive: true, force: true }));

test("the list has at least ten breaks", () => {
  expect(breaks.length).toBeGreaterThanOrEqual(10);
});

test("the cases are all right as long as nothing is broken", () => {
  expect(asked.find((a) => isWrong(a, sound))).toBeUndefined();
});

test("every break is of a line that is still there, once", () => {
  expect(outOfDate(breaks, join(source, "src"))).toEqual([]);
});

test.each(
  shareOf(
    breaks.map((b, i) => ({ ...b, i })),
    { everyNth: 3 },
  ),
)("notices: $what", async ({ i, ...broken }) => {
  const module = await withBreak(broken, join(shop, String(i)));
  expect(asked.some((a) => isWrong(a, module))).toBe(true);
});

function isWrong({ ruleSet, after, sent }: Asked, module: typeof sound): boolean {
  return (
    differences(ruleSet, sent, module).length > 0 ||
    wrongTransitions([ruleSet, after], sent, module).length > 0
  );
}

/** The cohort from a copy of its source with the break in it. */
async function withBreak({ file, source: snippet, replacement }: Break, into: string): Promise<typeof sound> {
  mkdirSync(into);
  cpSync(join(source, "src"), join(into, "src"), { recursive: true });
  symlinkSync(join(source, "node_modules"), join(into, "node_modules"), "junction");
  const path = join(into, "src", file);
  const words = snippet.split(/\s+/).map((w) => w.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const spaced = new RegExp(words.join(String.raw`\s+`));
  const text = readFileSync(path, "utf8");
  expect(text.split(spaced).length - 1, `occurs once in ${file}: ${snippet}`).toBe(1);
  writeFileSync(
    path,
    text.replace(spaced, () => replacement),
  );
  const url = pathToFileURL(join(into, "src", "index.ts")).href;
  return (await import(/* @vite-ignore */ url)) as typeof sound;
}
