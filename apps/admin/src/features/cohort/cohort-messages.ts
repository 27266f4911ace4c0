// What the screen and the worker of a cohort say to each other. A file goes in; names of columns, rows of what could not be
// read, and tables as they may be seen come out. No value of a person ever does.
import type { ProblemCount, PublishedChanges, UnreadableCode } from "@jumelage/cohort";
import type { Columns, LocalDate, RuleSet } from "@jumelage/engine";
import type { PersonalColumn } from "./personal-columns.ts";

export type ToWorker =
  | { readonly open: { readonly file: File; readonly year: number; readonly own: readonly string[] } }
  /** How the file is read from now on. */
  | { readonly read: { readonly columns: Columns; readonly at: LocalDate } }
  /** What answers are compared with from now on; `null` for nothing. */
  | { readonly compare: { readonly baseline: RuleSet | null; readonly smallCell: number } }
  | { readonly judge: { readonly ruleSet: RuleSet; readonly number: number } }
  | { readonly explain: { readonly row: number } };

/** A column of the file; `personal` says why it is never read. */
export interface FileColumn {
  readonly name: string;
  readonly personal?: PersonalColumn | undefined;
}

/** Why a file is no table that can be read. `faulty`: something broke here, which is no fault of the file. */
export interface Unread {
  readonly code: UnreadableCode | "unreadable" | "too-large" | "faulty";
  readonly line?: number | undefined;
  readonly about?: string | undefined;
}

export interface Judged {
  readonly number: number;
  readonly changes: PublishedChanges;
  /** What was no value of its fact, in the vocabulary of the rule set. */
  readonly problems: readonly ProblemCount[];
  /** Facts that no column says anything of. */
  readonly without: readonly string[];
}

/** The criteria that a person of a row fulfils or leaves open, by each of the two rule sets. */
export interface Explained {
  readonly row: number;
  readonly before: Verdicts;
  readonly after: Verdicts;
}

export interface Verdicts {
  readonly fired: readonly string[];
  readonly undecided: readonly string[];
}

export type FromWorker =
  | { readonly opened: readonly FileColumn[] }
  | { readonly unread: Unread }
  | { readonly progress: { readonly bytes: number; readonly size: number } }
  | { readonly judged: Judged }
  /** A rule set that the kernel cannot run as it stands. */
  | { readonly unjudged: number }
  | { readonly explained: Explained };
