// A thread that reads a part of a table; `read-table-file.ts` begins it and asks.
import { createReadStream } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { CutFinder, quotesIn, readTable, UnreadableTable, type TablePart } from "@jumelage/cohort";
import type { Answer, Question, Task } from "./messages.ts";
import { pieceBytes } from "./pieces.ts";

const { path, facts, options, header, from, to } = workerData as Task;
const say = (answer: Answer, moved: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(answer, [...moved]);

async function* bytesFrom(start: number, end: number): AsyncGenerator<Uint8Array> {
  if (start >= end) return;
  for await (const piece of createReadStream(path, { start, end: end - 1, highWaterMark: pieceBytes }))
    yield piece as Uint8Array;
}

async function count(): Promise<number> {
  let quotes = 0;
  for await (const piece of bytesFrom(from, to)) quotes += quotesIn(piece);
  return quotes;
}

async function begin(isQuoted: boolean): Promise<number> {
  const finder = new CutFinder(isQuoted);
  let at = from;
  for await (const piece of bytesFrom(from, Infinity)) {
    const found = finder.add(piece);
    if (found !== undefined) return from + found;
    at += piece.length;
  }
  return at;
}

async function* linesOf(start: number, end: number): AsyncGenerator<Uint8Array> {
  yield header;
  yield* bytesFrom(start, end);
}

async function read(start: number, end: number): Promise<void> {
  const { cohort, unused, without } = await readTable(facts, linesOf(start, end), {
    ...options,
    onProgress: ({ persons, bytes }) => say({ kind: "progress", persons, bytes: bytes - header.length }),
  });
  const columns = cohort.columns.map(({ codes, values, chosen, unasked }) => ({
    codes,
    values,
    chosen,
    unasked,
  }));
  const part: TablePart = {
    cohort: { size: cohort.size, problems: cohort.problems, columns },
    unused,
    without,
  };
  const moved = columns.flatMap(({ codes, values, chosen, unasked }) => [
    codes,
    values,
    ...chosen,
    ...unasked,
  ]);
  say({ kind: "part", part }, [...new Set(moved.map(({ buffer }) => buffer as ArrayBuffer))]);
}

parentPort?.on("message", (question: Question) => {
  const answering =
    question.kind === "begin"
      ? begin(question.isQuoted).then((at) => say({ kind: "begin", at }))
      : read(question.begin, question.end);
  answering.catch((error: unknown) => {
    if (!(error instanceof UnreadableTable)) throw error;
    say({ kind: "unreadable" });
  });
});
say({ kind: "quotes", count: await count() });
