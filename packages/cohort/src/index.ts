// Many persons at once: a cohort read into columns, judged by a kernel made for the rule set, and who changes between two.
export { EMPTY, type Answers, type AnsweredSubject, type SubjectCount } from "./answers.ts";
export { whoChanges, type Changes, type SubjectChange, type Transition } from "./changes.ts";
export {
  bytesOfColumns,
  doubtsOf,
  personAt,
  type Cohort,
  type DoubtCount,
  type ProblemCount,
} from "./cohort.ts";
export type { Codes, Column } from "./column.ts";
export type { Subject } from "./judged.ts";
export {
  publishedCells,
  publishedChanges,
  type PublishedCells,
  type PublishedChanges,
  type PublishedSubject,
} from "./published.ts";
export { otherFacts } from "./problem-counts.ts";
export { cohortReader, readCohort, type CohortReader, type ReaderOptions } from "./read-cohort.ts";
export { Resident, type CohortKernel } from "./resident.ts";
export { CutFinder, quotesIn } from "./csv/cut.ts";
export { joinTables, type TablePart } from "./csv/join-tables.ts";
export { peekTable, type PeekedColumn } from "./csv/peek-table.ts";
export { readTable, type TableOptions, type TableRead } from "./csv/read-table.ts";
export { longestLine } from "./csv/window.ts";
export { UnreadableTable, type UnreadableCode } from "./csv/unreadable-table.ts";
