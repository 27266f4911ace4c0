// A file read by several threads is the file read from its beginning, and what cannot be read is told with the same line.
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programs } from "@jumelage/engine/test/reference-programs";
import { afterAll, expect, test } from "vitest";
import { readTableFile } from "./read-table-file.ts";

const folder = mkdtempSync(join(tmpdir(), "jumelage-threads-"));
afterAll(() => rmSync(folder, { recursive: true }));

const facts = programs[0]?.ruleSet.facts ?? [];
const at = "2026-03-02";

/** Rows of which every seventh holds line feeds and quotation marks, and every eleventh a score that is none. */
function tableOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const aside = i % 7 === 0 ? '"said ""no"",\nand\n\n"" left"' : "x";
    return [aside, i % 11 === 0 ? "quinze" : i % 28, i % 2 === 0 ? "severe" : "mild"].join();
  });
  return `\uFEFFaside,phq9Total,severity\n${lines.join("\n")}`;
}

async function readBy(threads: number, path: string): Promise<unknown> {
  const heard: number[] = [];
  const { cohort, ...rest } = await readTableFile(facts, path, {
    at,
    threads,
    onProgress: ({ bytes }) => heard.push(bytes),
  });
  expect(heard.at(-1)).toBe(statSync(path).size);
  return { ...rest, ...cohort };
}

test.each([2, 5])("%i threads read what one reads", async (threads) => {
  const path = join(folder, `persons-${threads}.csv`);
  writeFileSync(path, tableOf(2000));
  const whole = await readBy(1, path);
  expect(whole).toMatchObject({ size: 2000, unused: ["aside"] });
  expect(await readBy(threads, path)).toEqual(whole);
});

test.each(["", "severity\n", "phq9Total,severity", '"a\nb"\n1\n'])(
  "a file with hardly anything in it: %j",
  async (text) => {
    const path = join(folder, "little.csv");
    writeFileSync(path, text);
    const told = (threads: number): Promise<unknown> =>
      readTableFile(facts, path, { at, threads }).then(
        ({ cohort }) => cohort.size,
        (error: unknown) => String(error),
      );
    expect(await told(2)).toEqual(await told(1));
  },
);

test("what cannot be read is told with its line, whichever thread met it", async () => {
  const path = join(folder, "broken.csv");
  writeFileSync(path, `${tableOf(1500)}\nx,1\n${tableOf(10)}`);
  const told = (threads: number): Promise<unknown> =>
    readTableFile(facts, path, { at, threads }).catch((error: unknown) => error);
  const whole = await told(1);
  expect(whole).toMatchObject({ code: "other-width" });
  expect((whole as { readonly line: number }).line).toBeGreaterThan(1500);
  expect(await told(3)).toEqual(whole);
});

test("a first line that never ends is told as such, and not gathered", async () => {
  const path = join(folder, "endless.csv");
  writeFileSync(path, `"${"a,\n".repeat(1_000_000)}`);
  await expect(readTableFile(facts, path, { at, threads: 2 })).rejects.toMatchObject({ code: "unclosed" });
});

test("a day that is none is refused by every thread alike", async () => {
  const path = join(folder, "day.csv");
  writeFileSync(path, tableOf(100));
  await expect(readTableFile(facts, path, { at: "demain", threads: 2 })).rejects.toThrow(
    "not an evaluation date: demain",
  );
});
