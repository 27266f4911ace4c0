// Undo and redo as plain data: the steps on either side of the present, each with the documents before and after it. It
// knows nothing of saving.
import type { Change, Documents } from "./document.ts";
import { mergeSides } from "./merge.ts";

/** Steps kept on the undo side. Documents share their unchanged parts, so a step costs what it changed. */
export const historyLimit = 300;

export interface Step {
  readonly label: string;
  /** Changes that follow one another with the same key are one step: the keystrokes in a field. */
  readonly join?: string | undefined;
  readonly before: Documents;
  readonly after: Documents;
}

export interface History {
  readonly past: readonly Step[];
  readonly present: Documents;
  readonly future: readonly Step[];
}

export function startHistory(present: Documents): History {
  return { past: [], present, future: [] };
}

/** The history after a change; a change that returns what it was given leaves no step. */
export function record(
  history: History,
  step: { readonly label: string; readonly join?: string | undefined },
  change: Change,
): History {
  const present = change(history.present);
  if (present === history.present) return history;
  const last = history.past.at(-1);
  const joins =
    step.join !== undefined &&
    last?.join === step.join &&
    last.after === history.present &&
    history.future.length === 0;
  const past = joins
    ? [...history.past.slice(0, -1), { ...last, after: present }]
    : [...history.past, { ...step, before: history.present, after: present }].slice(-historyLimit);
  return { past, present, future: [] };
}

export function undone(history: History): History {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: moved(history.present, last.after, last.before),
    future: [last, ...history.future],
  };
}

export function redone(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return {
    past: [...history.past, next],
    present: moved(history.present, next.before, next.after),
    future,
  };
}

/** The history where the present took on what the server noted of it: no step of anybody, and none less to take back. */
export function amended(history: History, present: Documents): History {
  if (present === history.present) return history;
  const was = history.present;
  return {
    past: history.past.map((step, i) =>
      i === history.past.length - 1 && step.after === was ? { ...step, after: present } : step,
    ),
    present,
    future: history.future.map((step, i) =>
      i === 0 && step.before === was ? { ...step, before: present } : step,
    ),
  };
}

/** The present with one step taken. Where somebody else’s changes came in since, they stay: only the step is taken back. */
function moved(present: Documents, from: Documents, to: Documents): Documents {
  if (present === from) return to;
  return mergeSides({ base: from, mine: to, theirs: present }, () => "theirs");
}
