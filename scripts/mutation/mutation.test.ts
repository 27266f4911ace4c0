import { expect, test } from "vitest";
import { mutate, placeOf } from "./mutants.ts";
import { readOptions } from "./options.ts";
import { inOrder, TrackRecord } from "./order.ts";
import { asText, reportOf, type Tried } from "./report.ts";
import { spreadSample } from "./sample.ts";
import { scoreOf, wilson } from "./score.ts";

const numbers = Array.from({ length: 100 }, (_, i) => i);

test("a sample has one of each stretch, and the same seed draws the same", () => {
  const sample = spreadSample(numbers, 10, 7);
  expect(sample.map((n) => Math.floor(n / 10))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(spreadSample(numbers, 10, 7)).toEqual(sample);
  expect(spreadSample(numbers, 10, 8)).not.toEqual(sample);
  expect(spreadSample(numbers, 101, 7)).toEqual(numbers);
});

test("Wilson's interval is the one of the tables, and there is none when all were tried", () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 15 of 148, 0 of 20, 29 of 29.
  const rounded = (successes: number, trials: number): readonly number[] =>
    wilson(successes, trials).map((share) => Math.round(share * 10_000) / 10_000);
  expect(rounded(81, 263)).toEqual([0.2553, 0.3662]);
  expect(rounded(15, 148)).toEqual([0.0624, 0.1605]);
  expect(rounded(0, 20)).toEqual([0, 0.1611]);
  expect(rounded(29, 29)).toEqual([0.883, 1]);
  expect(scoreOf(["killed", "timeout", "survived", "no coverage"], 4)).toEqual({
    tried: 4,
    detected: 2,
    share: 0.5,
    from: 0.5,
    to: 0.5,
  });
  expect(scoreOf(["killed"], 2)).toMatchObject({ share: 1, to: 1 });
  expect(scoreOf(["killed"], 2).from).toBeLessThan(0.3);
});

test("the tests beside a mutant come first, then those that have killed its neighbours; those that miss it never", () => {
  const mutant = { id: "1", file: "packages/engine/src/lab/jury.ts" };
  const covered = { "1": 3 };
  const tests = [
    { file: "packages/prover/test/laws.test.ts", seconds: 1, covered },
    { file: "packages/engine/test/breaks.test.ts", seconds: 1, covered },
    { file: "packages/engine/src/lab/mutate.test.ts", seconds: 1, covered },
    { file: "packages/engine/src/lab/jury.test.ts", seconds: 1, covered },
    { file: "packages/engine/src/lab/coverage.test.ts", seconds: 0.1, covered: { "2": 1 } },
  ];
  const names = (record: TrackRecord): string[] =>
    inOrder(mutant, tests, record).map(({ file }) => file.split("/").at(-1) ?? "");
  const record = new TrackRecord();
  expect(names(record)).toEqual(["jury.test.ts", "mutate.test.ts", "breaks.test.ts", "laws.test.ts"]);
  Object.assign(record.of("packages/engine/test/breaks.test.ts", "packages/engine/src/lab/tests.ts"), {
    met: 20,
    killed: 20,
  });
  expect(names(record)[0]).toBe("breaks.test.ts");
});

test("mutants have the places that editors show, and the source has a switch for each", async () => {
  const { mutants, sources } = await mutate(["packages/engine/src/kleene.ts"]);
  const [source = ""] = Object.values(sources);
  expect(mutants.length).toBeGreaterThan(10);
  expect(mutants.every(({ id }) => source.includes(`stryMutAct_9fa48("${id}")`))).toBe(true);
  expect(mutants.every(({ line, column }) => line > 1 && column >= 1)).toBe(true);
  expect(new Set(mutants.map(placeOf)).size).toBe(mutants.length);
  await expect(mutate(["packages/engine/conformance"])).rejects.toThrow("no source file");
});

test("the report lists every survivor and counts what no test runs as one", () => {
  const tried = (["killed", "survived", "no coverage", "timeout"] as const).map((fate, i): Tried => {
    const place = { file: "packages/engine/src/a.ts", line: i + 1, column: 3 };
    return {
      id: String(i),
      ...place,
      mutator: "BlockStatement",
      replacement: "{}",
      fate,
      by: undefined,
      seconds: 1,
    };
  });
  const text = asText(reportOf(tried, tried, 5));
  expect(text).toContain("Survivors: 2\n");
  expect(text).toContain("packages/engine/src/a.ts:2:3 BlockStatement → {}\n");
  expect(text).toContain("packages/engine/src/a.ts:3:3 BlockStatement → {} (no test runs it)\n");
  expect(text).toContain("1 killed, 1 without end, 1 survived, 1 run by no test\n");
  expect(text).toContain("mutation score 50.0 % (2 of 4)\n");
});

test("what the command line asks for is understood or refused", () => {
  expect(readOptions(["--", "packages/engine/src/lab", "--sample", "20"])).toMatchObject({
    folders: ["packages/engine/src/lab"],
    sample: 20,
    seed: 1,
    patience: Infinity,
  });
  expect(readOptions([]).folders).toEqual(["packages/engine/src", "packages/prover/src", "packages/sdk/src"]);
  expect(() => readOptions(["--sample", "many"])).toThrow("many");
  expect(() => readOptions(["--sample", "0"])).toThrow("0");
  expect(() => readOptions(["--bogus"])).toThrow("bogus");
});
