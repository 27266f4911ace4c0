// Whether the tests notice: every listed one-line break of the encoder must give a wrong answer about somebody.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isWitness, type Encoding, type Facts, type Question } from "@jumelage/engine";
import {
  chanceFrom,
  cheapest,
  everybody,
  satisfies,
  someQuestions,
  today,
  shareOf,
} from "@jumelage/engine/test/small";
import { outOfDate } from "@jumelage/engine/test/broken";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pointed } from "../test/pointed.ts";
import { breaks, type Break } from "../test/breaks.ts";
import { withSolver } from "../test/in-process.ts";
import { readWitness } from "./solve.ts";

// Whether a listed break shows depends on the cases: these always show every one.
const seed = Number(process.env["SEED"] ?? 5);
const engine = join(import.meta.dirname, "../../engine");
const folder = mkdtempSync(join(tmpdir(), "jumelage-encoder-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Asked {
  readonly question: Question;
  readonly somebody: boolean;
  /** Some of those the question is about, and whether they are who it asks for. */
  readonly some: readonly { readonly people: readonly Facts[]; readonly isOne: boolean }[];
}

const asked: Asked[] = [];
beforeAll(() => {
  const chance = chanceFrom(seed);
  const hard = pointed.map(({ question }) => ({ question, people: everybody(question, 10_000) ?? [] }));
  for (const { question, people } of [...hard, ...someQuestions(chance, 220)]) {
    const some = chance
      .some(people, 16)
      .map((tuple) => ({ people: tuple, isOne: isWitness(question, { at: today, people: tuple }) }));
    asked.push({ question, somebody: cheapest(question, people) !== undefined, some });
  }
}, 120_000);

/** The snippet however it is broken into lines. */
function spaced(source: string): RegExp {
  const words = source.split(/\s+/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(words.join(String.raw`\s+`));
}

/** The encoder with the break in it; everything it reads from elsewhere is as it was. */
async function encoderWith({ file, source, replacement }: Break, name: string) {
  const into = join(folder, name);
  mkdirSync(join(into, "src"), { recursive: true });
  symlinkSync(join(engine, "node_modules"), join(into, "node_modules"), "junction");
  for (const shared of ["model", "question"])
    symlinkSync(join(engine, "src", shared), join(into, "src", shared), "junction");
  cpSync(join(engine, "src/smt"), join(into, "src/smt"), { recursive: true });
  const path = join(into, "src/smt", file);
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(spaced(source), () => replacement),
  );
  return (await import(/* @vite-ignore */ pathToFileURL(join(into, "src/smt/index.ts")).href)) as {
    readonly encodeQuestion: (question: Question) => Encoding;
  };
}

/** Whether an encoding says the truth about some persons, read without a solver. */
function isRightOfSome({ commands }: Encoding, { question, some }: Asked): boolean {
  return some.every(({ people, isOne }) => (satisfies(commands, question, people) ?? isOne) === isOne);
}

/** Whether the solver says the truth about everybody; somebody it shows must replay. */
function isRight(encoding: Encoding, { question, somebody }: Asked): boolean {
  return withSolver((run) => {
    const said = run(`${encoding.commands}(check-sat)`).trim();
    if (said !== "sat") return said === "unsat" && !somebody;
    return isWitness(question, readWitness(encoding, run, today));
  });
}

test("the list has at least twenty breaks, and the encoder unbroken is right every time", async () => {
  expect(breaks.length).toBeGreaterThanOrEqual(20);
  const { encodeQuestion } = await encoderWith(
    { what: "", file: "index.ts", source: "export", replacement: "export" },
    "whole",
  );
  for (const [i, question] of asked.entries())
    for (const right of [isRightOfSome, isRight])
      expect(right(encodeQuestion(question.question), question), `SEED=${seed} case ${i}`).toBe(true);
});

test("every break is of a line that is still there, once", () => {
  expect(outOfDate(breaks, join(engine, "src/smt"))).toEqual([]);
});

test.each(
  shareOf(
    breaks.map((b, i) => ({ ...b, i })),
    { everyNth: 3 },
  ),
)("notices: $what", async ({ i, ...broken }) => {
  const { encodeQuestion } = await encoderWith(broken, `break-${i}`);
  // A wrong answer counts; a crash would be noticed anyway and shows nothing.
  const wrong =
    asked.find((question) => !isRightOfSome(encodeQuestion(question.question), question)) ??
    asked.find((question) => !isRight(encodeQuestion(question.question), question));
  expect(wrong, `SEED=${seed}: no answer is wrong in ${asked.length} questions`).toBeDefined();
});
