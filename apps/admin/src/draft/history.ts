// Undo and redo as plain data: a stack of documents on either side of the present. It knows nothing of saving.
import type { Change, Documents } from "./document.ts";

/** Steps kept on the undo side. Documents share their unchanged parts, so a step costs what it changed. */
export const historyLimit = 300;

export interface Step {
  readonly label: string;
  /** Changes that follow one another with the same key are one step: the keystrokes in a field. */
  readonly join?: string | undefined;
  readonly documents: Documents;
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
  const joined =
    step.join !== undefined && history.past.at(-1)?.join === step.join && history.future.length === 0;
  const past = joined
    ? history.past
    : [...history.past, { ...step, documents: history.present }].slice(-historyLimit);
  return { past, present, future: [] };
}

export function undone(history: History): History {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: last.documents,
    future: [{ ...last, documents: history.present }, ...history.future],
  };
}

export function redone(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return {
    past: [...history.past, { ...next, documents: history.present }],
    present: next.documents,
    future,
  };
}
