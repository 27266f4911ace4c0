// A cohort in a worker: the file is read here, kept here as columns, and judged here at every change of the draft. This
// worker may connect to nothing (its own content security policy), so that a file that goes in stays in.
import {
  peekTable,
  personAt,
  publishedChanges,
  readTable,
  Resident,
  UnreadableTable,
  type Answers,
  type PublishedChanges,
  type TableRead,
} from "@jumelage/cohort";
import { compile, Unmodelled, type Columns, type LocalDate, type RuleSet } from "@jumelage/engine";
import { vocabularyKey } from "@jumelage/engine/compile";
import { send } from "../../lab/worker-messages.ts";
import type { FromWorker, ToWorker, Unread, Verdicts } from "./cohort-messages.ts";
import { columnsWithin } from "./mapping.ts";
import { personalColumn } from "./personal-columns.ts";

/** Bytes that are looked at before a file is read, and that are read at a time. */
const [peeked, piece] = [1 << 20, 1 << 20];
/** Bytes between two words about how far the reading is. */
const everyBytes = 4 << 20;

/** The persons of the file, read against one vocabulary. */
interface Persons extends TableRead {
  readonly resident: Resident;
}

let file: File | undefined;
let reading: { readonly columns: Columns; readonly at: LocalDate } | undefined;
let smallCell = Number.POSITIVE_INFINITY;
let baseline: RuleSet | null = null;
let before: Answers | undefined;
let last: { readonly ruleSet: RuleSet; readonly changes: PublishedChanges } | undefined;
const byVocabulary = new Map<string, Persons>();

const say = (message: FromWorker): void => send(self, message);

async function open({ file: given, year, own }: Extract<ToWorker, { open: unknown }>["open"]): Promise<void> {
  file = given;
  const bytes = new Uint8Array(await given.slice(0, peeked).arrayBuffer());
  const ours = new Set(own);
  say({
    opened: peekTable(bytes, given.size <= peeked).map(({ name, texts }) => ({
      name,
      personal: personalColumn({ name, texts }, { year, own: ours }),
    })),
  });
}

async function* pieces(of: File): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < of.size; from += piece)
    yield new Uint8Array(await of.slice(from, from + piece).arrayBuffer());
}

/** The persons as a rule set's vocabulary has them; read once for each. */
async function personsFor({ facts }: RuleSet): Promise<Persons> {
  const key = vocabularyKey(facts);
  const known = byVocabulary.get(key);
  if (known) return known;
  if (file === undefined || reading === undefined) throw new TypeError("nothing was opened to be read");
  const { size } = file;
  let next = 0;
  say({ progress: { bytes: 0, size } });
  const table = await readTable(facts, pieces(file), {
    at: reading.at,
    columns: columnsWithin(reading.columns, facts),
    onProgress({ bytes }) {
      if (bytes < next) return;
      next = bytes + everyBytes;
      say({ progress: { bytes, size } });
    },
  });
  const [beside] = byVocabulary.values();
  const persons = { ...table, resident: new Resident(table.cohort, beside?.resident) };
  byVocabulary.set(key, persons);
  return persons;
}

async function judge({ ruleSet, number }: Extract<ToWorker, { judge: unknown }>["judge"]): Promise<void> {
  const persons = await personsFor(ruleSet);
  if (baseline !== null) before ??= (await personsFor(baseline)).resident.judge(baseline);
  const after = persons.resident.judge(ruleSet);
  try {
    const changes = publishedChanges(before ?? after, after, smallCell);
    last = { ruleSet, changes };
    const { cohort, without } = persons;
    say({ judged: { number, changes, problems: cohort.problems, without } });
  } finally {
    after.release();
  }
}

/** Why the person of a row changes; only of those who were named as examples. */
async function explain(row: number): Promise<void> {
  if (!last?.changes.subjects.some((s) => s.examples.some((e) => e.rows.includes(row)))) return;
  const verdicts = async (ruleSet: RuleSet): Promise<Verdicts> => {
    const { cohort } = await personsFor(ruleSet);
    const { fired, undecided } = compile(ruleSet).runEncoded(personAt(cohort, row));
    return { fired, undecided };
  };
  const { ruleSet } = last;
  say({
    explained: { row, before: await verdicts(baseline ?? ruleSet), after: await verdicts(ruleSet) },
  });
}

async function take(message: ToWorker): Promise<void> {
  if ("open" in message) return open(message.open);
  if ("explain" in message) return explain(message.explain.row);
  if ("read" in message) {
    reading = message.read;
    byVocabulary.clear();
    before = undefined;
    return;
  }
  if ("compare" in message) {
    before?.release();
    before = undefined;
    ({ baseline, smallCell } = message.compare);
    return;
  }
  return judge(message.judge);
}

function unreadOf(error: unknown): Unread {
  if (error instanceof UnreadableTable) return { code: error.code, line: error.line, about: error.about };
  if (error instanceof RangeError) return { code: "too-large" };
  // What the browser says of a file that was moved or changed since it was chosen.
  if (error instanceof DOMException) return { code: "unreadable" };
  return { code: "faulty" };
}

// One after the other, in the order they came.
let busy = Promise.resolve();
self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  const one = async (): Promise<void> => {
    try {
      await take(data);
    } catch (error) {
      if ("judge" in data && error instanceof Unmodelled) say({ unjudged: data.judge.number });
      else say({ unread: unreadOf(error) });
    }
  };
  busy = busy.then(one);
});
