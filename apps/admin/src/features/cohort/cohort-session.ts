// The cohort of a program on this page: the file that was chosen, how it is read, and what is said of it now. It stays when
// the screen is left, so that the draft can be edited elsewhere; it goes with the page.
import type { Columns, LocalDate, RuleSet } from "@jumelage/engine";
import { send } from "../../lab/worker-messages.ts";
import type { Explained, FileColumn, FromWorker, Judged, ToWorker, Unread } from "./cohort-messages.ts";
import { startWorker } from "../../lab/start-worker.ts";
// oxlint-disable-next-line import/default -- the build makes it: the address of the built worker
import workerUrl from "./cohort.worker.ts?worker&url";

/** What the answers are of. */
export interface Asked {
  readonly ruleSet: RuleSet;
  /** Null where there is nothing to compare with. */
  readonly baseline: RuleSet | null;
  readonly smallCell: number;
}

export interface CohortState {
  /** `number` tells one choice of a file from the next. */
  readonly file: { readonly name: string; readonly size: number; readonly number: number } | null;
  /** The columns of the file, once it is open. */
  readonly columns: readonly FileColumn[] | null;
  /** How it is read, once that is settled. */
  readonly reading: { readonly columns: Columns; readonly at: LocalDate } | null;
  readonly progress: { readonly bytes: number; readonly size: number } | null;
  /** What was last said, and of what. */
  readonly judged: Judged | null;
  readonly of: Asked | null;
  /** Whether something newer is being worked out. */
  readonly pending: boolean;
  /** Whether the last rule set could not be run. */
  readonly isUnjudged: boolean;
  readonly unread: Unread | null;
  readonly explained: Explained | null;
}

export interface CohortSession {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => CohortState;
  readonly open: (file: File, own: readonly string[]) => void;
  readonly read: (columns: Columns, at: LocalDate) => void;
  /** Says of what the answers are; only the newest is worked out. */
  readonly ask: (asked: Asked) => void;
  readonly explain: (row: number) => void;
  /** Stops the reading; the file stays open. */
  readonly cancel: () => void;
  readonly close: () => void;
}

const nothing: CohortState = {
  file: null,
  columns: null,
  reading: null,
  progress: null,
  judged: null,
  of: null,
  pending: false,
  isUnjudged: false,
  unread: null,
  explained: null,
};

/** The part of a worker that is needed here. */
export interface Judge {
  postMessage(message: unknown): void;
  terminate(): void;
  addEventListener(type: "message", listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: "error", listener: () => void): void;
}

export function createCohortSession(hire: () => Judge, year: () => number): CohortSession {
  const listeners = new Set<() => void>();
  let state = nothing;
  let worker: Judge | null = null;
  let opened: { readonly file: File; readonly own: readonly string[] } | null = null;
  let wanted: Asked | null = null;
  /** What is being worked out, and what the worker compares with. */
  let under: Asked | null = null;
  let compared: Asked | null = null;
  let number = 0;
  let files = 0;

  const set = (part: Partial<CohortState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const tell = (message: ToWorker): void => {
    if (worker) send(worker, message);
  };

  function start(): void {
    worker?.terminate();
    under = compared = null;
    if (opened === null) return;
    const made = hire();
    worker = made;
    const heard = (message: FromWorker): void => {
      if (worker === made) hear(message);
    };
    made.addEventListener("message", ({ data }) => heard(data));
    made.addEventListener("error", () => heard({ unread: { code: "faulty" } }));
    tell({ open: { file: opened.file, year: year(), own: opened.own } });
  }

  function next(): void {
    if (under !== null || wanted === null || state.reading === null) return;
    if (compared?.baseline !== wanted.baseline || compared.smallCell !== wanted.smallCell) {
      tell({ compare: { baseline: wanted.baseline, smallCell: wanted.smallCell } });
      compared = wanted;
    }
    under = wanted;
    number += 1;
    tell({ judge: { ruleSet: wanted.ruleSet, number } });
  }

  function done(part: Partial<CohortState>): void {
    const of = under;
    under = null;
    set({ ...part, of, pending: wanted !== of, progress: null });
    if (wanted !== of) next();
  }

  function hear(message: FromWorker): void {
    if ("opened" in message) set({ columns: message.opened });
    else if ("progress" in message) set({ progress: message.progress });
    else if ("judged" in message) {
      if (message.judged.number === number)
        done({ judged: message.judged, isUnjudged: false, explained: null });
    } else if ("unjudged" in message) done({ isUnjudged: true });
    else if ("explained" in message) set({ explained: message.explained });
    else stopped(message.unread);
  }

  /** A file that could not be opened is let go; one that could not be read may be read otherwise. */
  function stopped(unread: Unread | null): void {
    const { file, columns } = state;
    if (columns === null) {
      worker?.terminate();
      worker = opened = null;
      set({ ...nothing, unread });
      return;
    }
    start();
    set({ ...nothing, file, columns, unread });
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => state,
    open(file, own) {
      opened = { file, own };
      files += 1;
      set({ ...nothing, file: { name: file.name, size: file.size, number: files } });
      start();
    },
    read(columns, at) {
      tell({ read: { columns, at } });
      under = null;
      set({ reading: { columns, at }, judged: null, of: null, pending: true, unread: null, explained: null });
      next();
    },
    ask(asked) {
      const same =
        wanted?.ruleSet === asked.ruleSet &&
        wanted.baseline === asked.baseline &&
        wanted.smallCell === asked.smallCell;
      if (same) return;
      wanted = asked;
      if (state.reading === null) return;
      set({ pending: true });
      next();
    },
    explain: (row) => tell({ explain: { row } }),
    cancel: () => stopped(null),
    close() {
      worker?.terminate();
      worker = opened = null;
      set(nothing);
    },
  };
}

const sessions = new Map<string, CohortSession>();

/** The cohort of a program on this page. */
export function cohortOf(program: string): CohortSession {
  const known =
    sessions.get(program) ??
    createCohortSession(
      () => startWorker(workerUrl),
      () => new Date().getFullYear(),
    );
  sessions.set(program, known);
  return known;
}
