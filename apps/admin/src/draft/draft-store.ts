// The open draft on this page: what is typed, its undo history, and getting it to the server. One save is under way at a
// time; whatever fails, what was typed stays here and on the device until the server has acknowledged it.
// It knows no screen and no React: `use-draft.ts` is how screens see it.
import type { Draft, SavedDraft, SaveDraft } from "@jumelage/api/schemas";
import type { Change, Documents } from "./document.ts";
import {
  changedExpectations,
  citableNow,
  withoutExpectations,
  withProvenance,
  type Citations,
} from "./expectations.ts";
import { record, redone, startHistory, undone, type History } from "./history.ts";
import { clashesOf, mergeSides, type Clash, type Conflict, type Side } from "./merge.ts";
import { forget, keep, recall, type Shelf } from "./outbox.ts";
import type { SaveState } from "./use-draft.ts";

export const pauseBeforeSaving = 800;
/** How long typing may stay in memory only: writing it to the device at every keystroke would hold typing up. */
const pauseBeforeKeeping = 250;
const retryDelays = [2_000, 4_000, 8_000, 16_000, 30_000] as const;

/** What a failed save means for what to do next. */
export type Failure = "stale" | "unreachable" | "refused";

export interface StoreDeps {
  readonly save: (input: SaveDraft) => Promise<SavedDraft>;
  readonly load: (id: string) => Promise<Draft>;
  readonly failureOf: (error: unknown) => Failure;
  readonly shelf: Shelf;
  readonly schedule: (run: () => void, delay: number) => () => void;
  /** The reason recorded when undo or redo changes an expectation that was already saved. */
  readonly undoReason: () => string;
}

export interface DraftSnapshot {
  readonly history: History;
  readonly served: Draft;
  readonly saveState: SaveState;
  readonly unexplained: readonly string[];
  /** Reasons chosen in the documents that the server does not have yet. */
  readonly citations: Citations;
  readonly conflict: Conflict | null;
  readonly refusal: unknown;
}

export interface DraftStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => DraftSnapshot;
  readonly update: (label: string, change: Change, join?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly recordReason: (profile: string, reason: string) => void;
  /** Gives a statement of a source document as the reason of what is expected of a profile; null takes it back. */
  readonly cite: (profile: string, statement: string | null) => void;
  /** Takes over what the server answered to a review action; typed work stays. */
  readonly serve: (draft: Draft) => void;
  readonly flush: () => Promise<boolean>;
  readonly settle: (choose: (clash: Clash) => Side) => void;
  readonly dismissMerge: () => void;
  readonly retry: () => void;
  /** Writes what is unsent to the device at once: the page may be about to go. */
  readonly keepNow: () => void;
  readonly dispose: () => void;
}

const documentsIn = ({ ruleSet, profiles, hazards }: Draft): Documents => ({ ruleSet, profiles, hazards });

export function createDraftStore(draft: Draft, deps: StoreDeps): DraftStore {
  const listeners = new Set<() => void>();
  let acked = documentsIn(draft);
  let reasons: Record<string, string> = {};
  let attempts = 0;
  let running: Promise<void> | null = null;
  let cancelTimer = (): void => {};
  let cancelKeeping = (): void => {};
  let state: DraftSnapshot = {
    history: startHistory(acked),
    served: draft,
    saveState: "saved",
    unexplained: [],
    citations: {},
    conflict: null,
    refusal: null,
  };

  const set = (part: Partial<DraftSnapshot>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const present = (): Documents => state.history.present;
  const allSent = (documents = present()): boolean =>
    documents === acked && Object.keys(state.citations).length === 0;
  const unexplained = (): readonly string[] =>
    changedExpectations(acked, present()).filter((id) => (reasons[id] ?? "").trim() === "");

  const keepNow = (): void => {
    cancelKeeping();
    if (allSent()) forget(deps.shelf, draft.id);
    else
      keep(deps.shelf, draft.id, {
        revision: state.served.revision,
        base: acked,
        documents: present(),
        reasons,
        citations: state.citations,
      });
  };
  const remember = (): void => {
    cancelKeeping();
    if (allSent()) forget(deps.shelf, draft.id);
    else cancelKeeping = deps.schedule(keepNow, pauseBeforeKeeping);
  };
  const later = (delay: number): void => {
    cancelTimer();
    cancelTimer = deps.schedule(() => void push(), delay);
  };
  const changed = (history: History): void => {
    if (history === state.history) return;
    const saveState =
      state.saveState === "conflict" ? "conflict" : allSent(history.present) ? "saved" : "pending";
    set({ history, saveState, refusal: null });
    set({ unexplained: unexplained() });
    remember();
    if (saveState === "pending") later(pauseBeforeSaving);
  };

  async function push(): Promise<void> {
    cancelTimer();
    if (running) return running;
    if (state.saveState === "conflict") return;
    running = attempt().finally(() => {
      running = null;
    });
    return running;
  }

  async function attempt(): Promise<void> {
    const typed = present();
    const waiting = unexplained();
    const sent = withoutExpectations(typed, acked, waiting);
    const rest = waiting.length > 0 ? "needs-reason" : "saved";
    const cited = citableNow(state.citations, sent, waiting);
    const some = Object.keys(cited).length > 0;
    const same = (part: keyof Documents): boolean =>
      sent[part] === acked[part] && !(some && part === "profiles");
    if (same("ruleSet") && same("profiles") && same("hazards"))
      return set({ saveState: rest, unexplained: waiting });
    const explained = changedExpectations(acked, sent);
    set({ saveState: "saving", unexplained: waiting });
    try {
      const { provenance, ...saved } = await deps.save({
        id: draft.id,
        expectedRevision: state.served.revision,
        ...(same("ruleSet") ? {} : { ruleSet: sent.ruleSet }),
        ...(same("profiles") ? {} : { profiles: [...sent.profiles] }),
        ...(same("hazards") ? {} : { hazards: [...sent.hazards] }),
        ...(explained.length === 0
          ? {}
          : { reasons: Object.fromEntries(explained.map((id) => [id, reasons[id] ?? ""])) }),
        ...(some ? { fromSource: { ...cited } } : {}),
      });
      attempts = 0;
      acked = withProvenance(sent, provenance, sent);
      reasons = Object.fromEntries(Object.entries(reasons).filter(([id]) => !explained.includes(id)));
      const citations = Object.fromEntries(
        Object.entries(state.citations).filter(([id, statement]) => cited[id] !== statement),
      );
      const more = present() !== typed || Object.keys(citableNow(citations, sent, waiting)).length > 0;
      // Without unexplained expectations what was sent is what is on screen, so that the two compare as one object.
      const served = { ...state.served, ...saved };
      const now = present() === sent ? acked : withProvenance(present(), provenance, sent);
      set({
        history: { ...state.history, present: now },
        served,
        citations,
        saveState: more ? "pending" : rest,
        unexplained: unexplained(),
        refusal: null,
      });
      remember();
      if (more) later(pauseBeforeSaving);
    } catch (error) {
      await failed(error);
    }
  }

  async function failed(error: unknown): Promise<void> {
    const failure = deps.failureOf(error);
    if (failure === "refused") return set({ saveState: "refused", refusal: error });
    if (failure === "stale") {
      try {
        return meet(await deps.load(draft.id));
      } catch {
        // Not reachable after all: tried again below, when the same staleness will be met.
      }
    }
    set({ saveState: "offline" });
    later(retryDelays[Math.min(attempts, retryDelays.length - 1)] ?? 30_000);
    attempts += 1;
  }

  /** Somebody else saved meanwhile: join the two, or ask where they clash. */
  function meet(theirs: Draft): void {
    const sides = { base: acked, mine: present(), theirs: documentsIn(theirs) };
    const clashes = clashesOf(sides);
    const conflict: Conflict = { ...sides, by: theirs.updatedBy.name, at: theirs.updatedAt, clashes };
    acked = sides.theirs;
    set({ served: theirs, conflict, saveState: clashes.length > 0 ? "conflict" : "pending" });
    if (clashes.length === 0) join(conflict, () => "mine");
    remember();
  }

  function join(sides: Conflict, choose: (clash: Clash) => Side): void {
    const mine = present();
    const merged = mergeSides({ ...sides, mine }, choose);
    const history = record(state.history, { label: "merge" }, () => merged);
    set({ history, saveState: "pending", unexplained: unexplained() });
    remember();
    later(0);
  }

  const recalled = recall(deps.shelf, draft.id);
  if (recalled) {
    reasons = { ...recalled.reasons };
    state = {
      ...state,
      citations: recalled.citations,
      history: record(state.history, { label: "recall" }, () => recalled.documents),
      saveState: "pending",
    };
    if (recalled.revision === draft.revision) later(0);
    else {
      acked = recalled.base;
      meet(draft);
    }
  }

  const soon = (): void => {
    if (state.saveState === "conflict") return;
    set({ saveState: "pending" });
    remember();
    later(pauseBeforeSaving);
  };

  const travel = (to: History): void => {
    const ids = changedExpectations(state.history.present, to.present);
    for (const id of ids) reasons[id] = deps.undoReason();
    // A statement still to be sent was the reason of the expectation that goes, not of the one that comes back.
    const kept = Object.entries(state.citations).filter(([id]) => !ids.includes(id));
    set({ citations: Object.fromEntries(kept) });
    changed(to);
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => state,
    update: (label, change, join) => changed(record(state.history, { label, join }, change)),
    undo: () => travel(undone(state.history)),
    redo: () => travel(redone(state.history)),
    recordReason: (profile, reason) => {
      reasons = { ...reasons, [profile]: reason };
      set({ unexplained: unexplained() });
      if (present() !== acked) soon();
    },
    cite: (profile, statement) => {
      set({ citations: { ...state.citations, [profile]: statement } });
      soon();
    },
    serve: (next) => {
      // An answer older than what is known, or one that crosses a save under way, says nothing new.
      if (running || next.revision < state.served.revision || state.saveState === "conflict") return;
      const newer = next.revision > state.served.revision;
      if (newer && present() !== acked) return meet(next);
      if (newer) {
        acked = documentsIn(next);
        // Taking a step back must not take back what was published since: on another base the history begins anew.
        const same = next.base?.sha256 === state.served.base?.sha256;
        set({ history: same ? { ...state.history, present: acked } : startHistory(acked) });
      }
      set({ served: next });
    },
    flush: async () => {
      await running;
      for (let i = 0; i < 5 && state.saveState === "pending"; i += 1) await push();
      return state.saveState === "saved";
    },
    settle: (choose) => {
      if (state.conflict === null) return;
      const sides = state.conflict;
      set({ conflict: null });
      join(sides, choose);
    },
    dismissMerge: () => set({ conflict: null }),
    retry: () => void push(),
    keepNow,
    dispose: () => {
      keepNow();
      cancelTimer();
    },
  };
}
