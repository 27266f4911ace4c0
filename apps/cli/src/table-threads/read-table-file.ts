// A file of comma-separated values read by several threads, each a part of it. The table comes out as if it had been read
// from its beginning: the parts are cut at the ends of lines outside quotation marks, which takes knowing how many stand
// before a place, so each thread first counts its own.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import {
  CutFinder,
  joinTables,
  longestLine,
  readTable,
  type TableOptions,
  type TablePart,
  type TableRead,
} from "@jumelage/cohort";
import type { Fact } from "@jumelage/engine";
import type { Answer, Question, Task } from "./messages.ts";
import { pieceBytes } from "./pieces.ts";

export interface FileOptions extends TableOptions {
  /** How many threads read, from 1 on: 1 is the caller's own. */
  readonly threads: number;
}

/** @throws what `readTable` throws, with the same line of the file */
export async function readTableFile(
  facts: readonly Fact[],
  path: string,
  options: FileOptions,
): Promise<TableRead> {
  const { threads, onProgress, at, columns, mayGenerate } = options;
  const whole = (): Promise<TableRead> =>
    readTable(facts, createReadStream(path, { highWaterMark: pieceBytes }), {
      at,
      columns,
      mayGenerate,
      onProgress,
    });
  if (threads <= 1) return whole();
  const [{ size }, header] = await Promise.all([stat(path), firstLine(path)]);
  if (header === undefined) return whole();
  const placeOf = (part: number): number =>
    header.length + Math.floor((part * (size - header.length)) / threads);
  const readers = Array.from({ length: threads }, (_, part) => {
    const task: Task = {
      path,
      facts,
      options: { at, columns, mayGenerate },
      header,
      from: placeOf(part),
      to: placeOf(part + 1),
    };
    return new Reader(task, () =>
      onProgress?.({
        persons: readers.reduce((sum, { persons }) => sum + persons, 0),
        bytes: readers.reduce((sum, { bytes }) => sum + bytes, header.length),
      }),
    );
  });
  try {
    const parts = await readParts(readers, { begin: header.length, end: size });
    // Where a part cannot be read the place is told by its line, which only a reading from the beginning knows.
    return parts ? joinTables(facts, parts) : await whole();
  } finally {
    await Promise.all(readers.map((reader) => reader.end()));
  }
}

async function readParts(
  readers: readonly Reader[],
  { begin, end }: { readonly begin: number; readonly end: number },
): Promise<readonly TablePart[] | undefined> {
  const quotes = await Promise.all(readers.map((reader) => reader.heard("quotes")));
  let before = 0;
  const begins = await Promise.all(
    readers.map(async (reader, part) => {
      const isQuoted = before % 2 === 1;
      before += quotes[part]?.count ?? 0;
      return part === 0 ? begin : (await reader.ask({ kind: "begin", isQuoted }, "begin")).at;
    }),
  );
  const read = readers.map((reader, part) =>
    reader.ask({ kind: "read", begin: begins[part] ?? end, end: begins[part + 1] ?? end }, "part"),
  );
  return Promise.all(read).then(
    (answers) => answers.map(({ part }) => part),
    (error: unknown) => {
      if (error instanceof UnreadablePart) return undefined;
      throw error;
    },
  );
}

class UnreadablePart extends Error {}

type Heard<K extends Answer["kind"]> = Extract<Answer, { readonly kind: K }>;

/** One thread, as whoever asks it sees it. */
class Reader {
  persons = 0;
  bytes = 0;
  readonly #worker: Worker;

  constructor(task: Task, onProgress: () => void) {
    this.#worker = new Worker(new URL("thread.ts", import.meta.url), { workerData: task });
    this.#worker.on("message", (answer: Answer) => {
      if (answer.kind !== "progress") return;
      ({ persons: this.persons, bytes: this.bytes } = answer);
      onProgress();
    });
  }

  async ask<K extends Answer["kind"]>(question: Question, kind: K): Promise<Heard<K>> {
    this.#worker.postMessage(question);
    return this.heard(kind);
  }

  /** The next answer of a kind. */
  async heard<K extends Answer["kind"]>(kind: K): Promise<Heard<K>> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const onError = (error: Error): void => {
        worker.off("message", onMessage);
        reject(error);
      };
      const onMessage = (answer: Answer): void => {
        if (answer.kind === "unreadable") onError(new UnreadablePart());
        if (answer.kind !== kind) return;
        worker.off("message", onMessage).off("error", onError);
        resolve(answer as Heard<K>);
      };
      worker.on("message", onMessage).once("error", onError);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** The first line of a file, with its end; nothing where it is longer than any line may be, which is told by reading. */
async function firstLine(path: string): Promise<Uint8Array | undefined> {
  const finder = new CutFinder(false);
  const pieces: Uint8Array[] = [];
  for await (const piece of createReadStream(path, { end: longestLine, highWaterMark: 64 * 1024 })) {
    pieces.push(piece as Uint8Array);
    const end = finder.add(piece as Uint8Array);
    if (end !== undefined) return Buffer.concat(pieces).subarray(0, end);
  }
  return undefined;
}
