// The part of a workspace that speaks of saving, where there is no draft and nothing is saved.
import type { Workspace } from "./use-draft.ts";

export const nothing = (): void => {};

export const withoutDraft = {
  draft: null,
  drafts: [],
  served: null,
  start: null,
  starting: false,
  startError: null,
  saveState: "saved",
  savedAt: null,
  unsent: 0,
  onDevice: true,
  flush: () => Promise.resolve(true),
  recordReason: nothing,
  cite: nothing,
  citations: {},
  unexplained: [],
  conflict: null,
  settle: nothing,
  refusal: null,
  retry: nothing,
  serve: nothing,
} as const satisfies Partial<Workspace>;
