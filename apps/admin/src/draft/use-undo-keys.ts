// Ctrl+Z and Ctrl+Maj+Z anywhere in a draft. In a field whose typing goes to the draft they take the draft’s steps; in one
// that keeps its letters to itself (a search, a form not sent yet) they stay the browser’s.
import { useEffect } from "react";

/** What has steps to take back: a draft, or a copy to try things on. */
export interface Undoable {
  readonly snapshot: () => { readonly history: { readonly present: unknown } };
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Listens for as long as the draft is open. */
export function useUndoKeys(store: Undoable): void {
  useEffect(() => {
    const reached = new WeakMap<EventTarget, boolean>();
    const onInput = ({ target }: Event): void => {
      const before = store.snapshot().history.present;
      // Heard before the field hears it: what it made of the letter is known once it has.
      setTimeout(() => {
        if (target !== null) reached.set(target, store.snapshot().history.present !== before);
      });
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const act = actOf(event);
      if (act === undefined || event.defaultPrevented || keepsToItself(event.target, reached)) return;
      event.preventDefault();
      store[act]();
    };
    document.addEventListener("input", onInput, true);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("input", onInput, true);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [store]);
}

function keepsToItself(target: EventTarget | null, reached: WeakMap<EventTarget, boolean>): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (!target.isContentEditable && !["INPUT", "TEXTAREA"].includes(target.tagName)) return false;
  return !(reached.get(target) ?? target.closest("[role=dialog]") === null);
}

function actOf(event: KeyboardEvent): "undo" | "redo" | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return undefined;
  const key = event.key.toLowerCase();
  if (key === "y" || (key === "z" && event.shiftKey)) return "redo";
  return key === "z" ? "undo" : undefined;
}
