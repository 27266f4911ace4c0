// Whether the tests notice: every listed break of the graph, of merging and of the kernel must give something wrong.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  isWitness,
  standardQuestions,
  valuesOf,
  type graphOf,
  type mergeDimensions,
  type Question,
  type Witness,
} from "@jumelage/engine";
import { outOfDate } from "@jumelage/engine/test/broken";
import {
  chanceFrom,
  shareOf,
  someGraph,
  someQuestions,
  someSmallRuleSet,
  today,
} from "@jumelage/engine/test/small";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { makeKernel, planOf } from "../src/enumerate/index.ts";
import { firstClass, hasClass } from "./classes.ts";
import { graphBreaks, kernelBreaks, mergeBreaks, type Break } from "./enumeration-breaks.ts";

// Whether a listed break shows depends on the cases: these always show every one.
const seed = Number(process.env["SEED"] ?? 5);
const packages = join(import.meta.dirname, "..", "..");
const shop = mkdtempSync(join(tmpdir(), "jumelage-enumeration-breaks-"));
let copies = 0;

interface Known {
  readonly question: Question;
  /** Somebody who is asked for, if it is known that there is. */
  readonly witness: Witness | undefined;
}
const questions: Known[] = [];

beforeAll(() => {
  for (const { question, people } of someQuestions(chanceFrom(seed), 700)) {
    const found = people.find((tuple) => isWitness(question, { at: today, people: tuple }));
    questions.push({ question, witness: found && { at: today, people: found } });
  }
  // Random questions seldom turn on how a person may be completed: this one does.
  const chance = chanceFrom(seed);
  for (let i = 0; i < 400; i += 1) {
    const stable = standardQuestions(someSmallRuleSet(chance)).filter(
      (q) => q.check.kind === "determined-is-stable",
    );
    questions.push(...stable.map(({ question }) => ({ question, witness: undefined })));
  }
}, 300_000);
afterAll(() => rmSync(shop, { recursive: true, force: true }));

test("the list has at least twenty breaks", () => {
  expect(graphBreaks.length + mergeBreaks.length + kernelBreaks.length).toBeGreaterThanOrEqual(20);
});

test("every break is of a line that is still there, once", () => {
  expect(outOfDate([...graphBreaks, ...mergeBreaks, ...kernelBreaks], packages)).toEqual([]);
});

describe(`of the graph (SEED=${seed})`, () => {
  test.each(shareOf(graphBreaks, { everyNth: 4 }))("notices: $what", async (broken) => {
    const made = await withBreak<{ graphOf: typeof graphOf }>(broken);
    const chance = chanceFrom(seed);
    expect(questions.some((q) => answersWrongly(made.graphOf, q, () => chance.below(1 << 30)))).toBe(true);
  });
});

describe(`of merging (SEED=${seed})`, () => {
  test.each(shareOf(mergeBreaks, { everyNth: 4 }))("notices: $what", async (broken) => {
    const made = await withBreak<{ mergeDimensions: typeof mergeDimensions }>(broken);
    const chance = chanceFrom(seed);
    const isWrong = Array.from({ length: 200 }, () => someGraph(chance, 200)).some(
      ({ graph, root, sizes, only }) => {
        const merged = made.mergeDimensions(graph, { roots: [root], sizes });
        const [at = 0] = merged.roots;
        const total = merged.sizes.reduce((a, b) => a * b, 1);
        let count = 0;
        for (let i = 0; i < total; i += 1) {
          const choice = classAt(merged.sizes, i);
          const is = valuesOf(merged.graph, choice)[at];
          if (is !== valuesOf(graph, merged.expand(choice))[root]) return true;
          if (is) count += 1;
        }
        return only !== undefined && count !== 1;
      },
    );
    expect(isWrong).toBe(true);
  });
});

describe(`of the kernel (SEED=${seed})`, () => {
  test.each(shareOf(kernelBreaks, { everyNth: 4 }))("notices: $what", async (broken) => {
    const made = await withBreak<{ makeKernel: typeof makeKernel; planOf: typeof planOf }>(broken);
    const chance = chanceFrom(seed);
    const isWrong = Array.from({ length: 120 }, (_, i) =>
      someGraph(chance, [30, 3000, 40_000][i % 3] ?? 30),
    ).some((asked) => {
      const { graph, root, sizes, only } = asked;
      const kernel = made.makeKernel(made.planOf(graph, { root, sizes }));
      const found = firstClass(kernel, chance.often(0.5) ? kernel.plan.steps : 1 + chance.below(7));
      if (only) return found?.join() !== only.join();
      return found ? valuesOf(graph, found)[root] !== true : hasClass(asked);
    });
    expect(isWrong).toBe(true);
  });
});

/** Whether a graph gives a wrong answer, has no class for somebody, or somebody stands for a class of another answer. */
function answersWrongly(
  graphFrom: typeof graphOf,
  { question, witness }: Known,
  random: () => number,
): boolean {
  const made = graphFrom(question);
  if ("unmodelled" in made) return false;
  const { space, graph, root } = made;
  const sizes = space.dimensions.map((d) => d.options.length);
  const total = sizes.reduce((a, b) => a * b, 1);
  if (witness) {
    try {
      if (!valuesOf(graph, space.classOf(witness.people, witness.at))[root]) return true;
    } catch (error) {
      // No class for somebody is what a break of the classes looks like; anything else is a crash and shows nothing.
      if (error instanceof TypeError && /nobody was expected/.test(error.message)) return true;
      throw error;
    }
  }
  // Where there is more that can go wrong, more classes are looked at.
  const isIntricate = question.worlds.some(
    ({ ruleSet, person }) => person.kind === "completed" || ruleSet.facts.some((f) => f.derive !== undefined),
  );
  for (let i = 0; i < (isIntricate ? 40 : 4); i += 1) {
    const choice = classAt(sizes, random() % total);
    const people = space.people(choice, today);
    if (isWitness(question, { at: today, people }) !== valuesOf(graph, choice)[root]) return true;
  }
  return false;
}

function classAt(sizes: readonly number[], index: number): readonly number[] {
  let rest = index;
  return sizes.map((size) => {
    const option = rest % size;
    rest = Math.floor(rest / size);
    return option;
  });
}

/** The module of a copy of the broken folder; everything else is linked. */
async function withBreak<T>({ file, source, replacement }: Break): Promise<T> {
  const [unit = "", , folder = ""] = file.split("/");
  const into = join(shop, String(copies++));
  const target = join(into, unit, "src");
  mkdirSync(target, { recursive: true });
  symlinkSync(join(packages, unit, "node_modules"), join(into, unit, "node_modules"), "junction");
  for (const name of readdirSync(join(packages, unit, "src"))) {
    const [from, to] = [join(packages, unit, "src", name), join(target, name)];
    if (name === folder) cpSync(from, to, { recursive: true });
    else symlinkSync(from, to, "junction");
  }
  const path = join(into, file);
  const text = readFileSync(path, "utf8");
  const spaced = new RegExp(
    source
      .split(/\s+/)
      .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join(String.raw`\s+`),
  );
  expect(text.split(spaced).length - 1, `occurs once in ${file}: ${source}`).toBe(1);
  writeFileSync(
    path,
    text.replace(spaced, () => replacement),
  );
  return (await import(/* @vite-ignore */ pathToFileURL(join(dirname(path), "index.ts")).href)) as T;
}
