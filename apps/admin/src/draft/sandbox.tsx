// A copy of a release to try things on: it has steps to take back, as a draft has, and no way to the server or the device.
import type { Program } from "@jumelage/api/schemas";
import { useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { useLanguage } from "../i18n/i18n.tsx";
import type { Documents } from "./document.ts";
import { record, redone, startHistory, undone, type History } from "./history.ts";
import { WorkspaceContext, type Baseline, type Workspace } from "./use-draft.ts";
import { useUndoKeys, type Undoable } from "./use-undo-keys.ts";
import { withoutDraft } from "./without-draft.ts";

export interface Sandbox extends Undoable, Pick<Workspace, "update"> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => { readonly history: History };
  /** As if nothing had been tried. */
  readonly restart: () => void;
}

/** A sandbox that begins with these documents, which it never changes. */
export function createSandbox(start: Documents): Sandbox {
  const listeners = new Set<() => void>();
  let state = { history: startHistory(start) };
  const become = (history: History): void => {
    if (history === state.history) return;
    state = { history };
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => state,
    update: (label, change, join) => become(record(state.history, { label, join }, change)),
    undo: () => become(undone(state.history)),
    redo: () => become(redone(state.history)),
    restart: () => become(startHistory(start)),
  };
}

export interface SandboxWorkspaceProps {
  readonly program: Program;
  readonly baseline: Baseline;
  /** What is shown on the copy, given the sandbox and where it stands. */
  readonly children: (sandbox: Sandbox, history: History) => ReactNode;
}

/** The workspace of a sandbox for everything below. */
export function SandboxWorkspace({ program, baseline, children }: SandboxWorkspaceProps): ReactNode {
  const { lang } = useLanguage();
  const [sandbox] = useState(() => createSandbox(baseline));
  useUndoKeys(sandbox);
  const { history } = useSyncExternalStore(sandbox.subscribe, sandbox.snapshot);
  const workspace = useMemo(
    (): Workspace => ({
      ...withoutDraft,
      program: program.program,
      lang,
      roles: program.roles,
      ...history.present,
      baseline,
      editable: true,
      profilesEditable: false,
      update: sandbox.update,
      undo: sandbox.undo,
      redo: sandbox.redo,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
    }),
    [program, lang, baseline, history, sandbox],
  );
  return <WorkspaceContext value={workspace}>{children(sandbox, history)}</WorkspaceContext>;
}
