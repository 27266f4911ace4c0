// `jumelage cohort --data`: a rule set for everybody in a file, and who changes from another rule set. Nothing of a person
// is told but the place of its row.
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import {
  doubtsOf,
  readTable,
  Resident,
  UnreadableTable,
  whoChanges,
  type Changes,
  type ProblemCount,
  type SubjectCount,
  type TableOptions,
  type TableRead,
} from "@jumelage/cohort";
import { parquetAsCsv } from "@jumelage/cohort/parquet";
import type { Columns, Lang, LocalDate, RuleSet } from "@jumelage/engine";
import { vocabularyKey } from "@jumelage/engine/compile";
import { lexiconOf, numberIn, stateLabel, transitionSentence } from "@jumelage/engine/words";
import { say, type MessageKey } from "../messages.ts";
import { Unusable, type Io, type Outcome } from "../outcome.ts";
import { readTableFile } from "../table-threads/read-table-file.ts";

export interface FileCohort {
  readonly ruleSet: RuleSet;
  readonly baseline: RuleSet | undefined;
  readonly path: string;
  readonly at: LocalDate;
  readonly columns: Columns | undefined;
  readonly lang: Lang;
}

export async function cohortOfFile(asked: FileCohort, io: Io): Promise<Outcome> {
  const { ruleSet, baseline, at, lang } = asked;
  const { cohort, unused, without } = await readPersons(asked, ruleSet, io);
  const resident = new Resident(cohort);
  const answers = resident.judge(ruleSet);
  const changes =
    baseline && whoChanges((await besideOf(asked, { resident, baseline }, io)).judge(baseline), answers);
  const counts = answers.counts();
  const lexicon = lexiconOf(ruleSet, lang);
  const names = (facts: readonly string[]): string => facts.map((id) => lexicon.fact(id)).join(", ");
  if (without.length > 0) io.err(`${say(lang, "without-columns", { what: names(without) })}\n`);
  if (unused.length > 0) io.err(`${say(lang, "unused-columns", { what: unused.join(", ") })}\n`);
  return {
    document: {
      program: ruleSet.program,
      at,
      persons: cohort.size,
      columns: { unused, without },
      problems: cohort.problems,
      doubts: doubtsOf(cohort),
      answers: counts.map(({ subject, persons }) => ({ ...subject, persons: Object.fromEntries(persons) })),
      ...(changes && { changes: documentOf(changes) }),
    },
    lines: [
      say(lang, "cohort-persons", { program: ruleSet.program, at, count: numberIn(cohort.size, lang) }),
      ...cohort.problems.map((problem) => problemLine(problem, { ruleSet, size: cohort.size, lang })),
      ...answerLines(counts, { ruleSet, size: cohort.size, lang }),
      ...(changes && baseline ? changeLines(changes, { baseline, ruleSet, lang }) : []),
    ],
    findings: cohort.problems.length > 0,
  };
}

/** The persons of the file read against the baseline's vocabulary, where that is another one. */
async function besideOf(
  asked: FileCohort,
  { resident, baseline }: { readonly resident: Resident; readonly baseline: RuleSet },
  io: Io,
): Promise<Resident> {
  if (vocabularyKey(baseline.facts) === resident.cohort.layout.key) return resident;
  return new Resident((await readPersons(asked, baseline, io)).cohort, resident);
}

const reasons: Readonly<Record<UnreadableTable["code"], MessageKey>> = {
  "no-header": "table-no-header",
  "same-name": "table-same-name",
  "other-width": "table-other-width",
  quotation: "table-quotation",
  unclosed: "table-unclosed",
  encoding: "table-encoding",
  "no-such-column": "table-no-such-column",
  "not-such-a-file": "table-not-parquet",
};

/** Beginning a thread costs more than it saves below so many bytes for each. */
const fewestBytes = 16 * 1024 * 1024;
const mostThreads = 8;

function threadsFor(size: number): number {
  return Math.max(1, Math.min(availableParallelism(), mostThreads, Math.floor(size / fewestBytes)));
}

async function readPersons(
  { path, at, columns, lang }: FileCohort,
  { facts }: RuleSet,
  io: Io,
): Promise<TableRead> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) throw new Unusable("unreadable", { what: path });
  const isParquet = /\.parquet$/i.test(path);
  let next = 0;
  const options: TableOptions = {
    at,
    columns,
    mayGenerate: true,
    onProgress({ persons, bytes }) {
      if (persons < next) return;
      next = persons + 250_000;
      const percent = isParquet ? "" : ` (${Math.floor((100 * bytes) / size)} %)`;
      io.progress?.(`${say(lang, "cohort-progress", { count: numberIn(persons, lang) })}${percent}`);
    },
  };
  try {
    return isParquet
      ? await readTable(facts, parquetAsCsv(path), options)
      : await readTableFile(facts, path, { ...options, threads: threadsFor(size) });
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    const { line = 0, about = "" } = error;
    throw new Unusable(reasons[error.code], { what: path, line, about });
  }
}

interface Told {
  readonly ruleSet: RuleSet;
  readonly size: number;
  readonly lang: Lang;
}

/** Rows as people count them. */
const rowsOf = (rows: readonly number[]): string => rows.map((row) => row + 1).join(", ");

function problemLine({ fact, persons, rows }: ProblemCount, { ruleSet, lang }: Told): string {
  const what = lexiconOf(ruleSet, lang).fact(fact);
  const more = persons > rows.length ? ", …" : "";
  return say(lang, "cohort-problem", {
    what,
    count: numberIn(persons, lang),
    rows: `${rowsOf(rows)}${more}`,
  });
}

/**
 * How many persons get which answer, the title of a decision before its first line. What the criteria come to, and who is
 * not suggested an outcome, is in the document alone.
 */
function answerLines(counts: readonly SubjectCount[], { ruleSet, size, lang }: Told): readonly string[] {
  const lexicon = lexiconOf(ruleSet, lang);
  const colon = lang === "fr" ? "\u00a0:" : ":";
  const share = (count: number): string => {
    const percent = size === 0 ? 0 : Math.round((1000 * count) / size) / 10;
    return `${numberIn(count, lang)} (${numberIn(percent, lang)}\u00a0%)`;
  };
  let title = "";
  return counts.flatMap(({ subject, persons }) => {
    if (subject.kind === "criterion") return [];
    const heading = `${lexicon.decision(subject.decision)}${colon}`;
    const labelled = (state: string): string => stateLabel(subject.decision, state, ruleSet, lang);
    const lines =
      subject.kind === "decision"
        ? [...persons].map(([state, count]) => `  ${labelled(state)}${colon} ${share(count)}`)
        : [
            `  ${labelled(subject.outcome)}${colon} ${
              [...persons]
                .flatMap(([state, count]) => {
                  const message = outcomeStates[state];
                  return message === undefined || count === 0
                    ? []
                    : [`${say(lang, message)} ${share(count)}`];
                })
                .join(", ") || say(lang, "cohort-nobody")
            }`,
          ];
    const isNew = heading !== title;
    title = heading;
    return isNew ? [heading, ...lines] : lines;
  });
}

const outcomeStates: Readonly<Record<string, MessageKey>> = {
  suggested: "cohort-suggested",
  undetermined: "cohort-undetermined",
  withheld: "cohort-withheld",
};

function changeLines(
  { changed }: Changes,
  { baseline, ruleSet, lang }: { readonly baseline: RuleSet; readonly ruleSet: RuleSet; readonly lang: Lang },
): readonly string[] {
  const lines = changed.flatMap(({ subject, transitions }) => {
    if (subject.kind === "criterion") return [];
    const named = (state: string): string =>
      subject.kind === "outcome" ? `${subject.outcome}:${state}` : state;
    return transitions.map(({ from, to, persons, rows }) => {
      const transition = { decision: subject.decision, from: named(from), to: named(to) };
      const what = transitionSentence(transition, baseline, ruleSet, lang);
      return say(lang, "cohort-change", { what, count: numberIn(persons, lang), rows: rowsOf(rows) });
    });
  });
  return lines.length > 0 ? lines : [say(lang, "cohort-no-change")];
}

function documentOf({ changed, added, removed }: Changes): unknown {
  return {
    changed: changed.map(({ subject, persons, transitions }) => ({ ...subject, persons, transitions })),
    added,
    removed,
  };
}
