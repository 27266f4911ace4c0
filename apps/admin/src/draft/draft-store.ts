// The open draft on this page: what is typed, its undo history, and getting it to the server. One save is under way at a
// time; whatever fails, what was typed stays here and on the device until the server has acknowledged it.
// It knows no screen and no React: `use-draft.ts` is how screens see it.
import type { Draft, SavedDraft, SaveDraft } from "@jumelage/api/schemas";
import type { Desks, Kept } from "./desk.ts";
import type { Change, Documents } from "./document.ts";
import { changedKeys, entriesOf, sameValue } from "./entries.ts";
import {
  changedExpectations,
  citableNow,
  withoutExpectations,
  withProvenance,
  type Citations,
} from "./expectations.ts";
import { amended, record, redone, startHistory, undone, type History } from "./history.ts";
import { clashesOf, mergeSides, type Clash, type Conflict, type Choice } from "./merge.ts";
import type { SaveState } from "./use-draft.ts";

export const pauseBeforeSaving = 800;
/** How long typing may stay in memory only, while it goes on too: writing at every keystroke would hold typing up. */
export const keptAfter = 250;
/** A pause after which typing in the same field is another step. */
const endOfBurst = 1_000;
/** Attempts without an answer that are remembered. */
const mostUnanswered = 50;
const retryDelays = [2_000, 4_000, 8_000, 16_000, 30_000] as const;

/** What a failed save means for what to do next. */
export type Failure = "stale" | "unreachable" | "refused";

export interface StoreDeps {
  readonly save: (input: SaveDraft) => Promise<SavedDraft>;
  readonly load: (id: string) => Promise<Draft>;
  readonly failureOf: (error: unknown) => Failure;
  readonly desks: Desks;
  /** What was left on the desk when the draft was last open on this device. */
  readonly kept: Kept | null;
  readonly schedule: (run: () => void, delay: number) => () => void;
  /** The reason recorded when undo or redo changes an expectation that was already saved. */
  readonly undoReason: () => string;
}

export interface DraftSnapshot {
  readonly history: History;
  readonly served: Draft;
  /** The documents as the server has them. */
  readonly acked: Documents;
  readonly saveState: SaveState;
  /** Whether this device would keep what is typed, when last asked. */
  readonly onDevice: boolean;
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
  readonly settle: (choose: (clash: Clash) => Choice) => void;
  readonly dismissMerge: () => void;
  readonly retry: () => void;
  /** Writes what is unsent to the device at once: the page may be about to go. */
  readonly keepNow: () => void;
  readonly dispose: () => void;
}

const baseOf = (draft: Draft): string | null => draft.base?.sha256 ?? null;
const documentsIn = ({ ruleSet, profiles, hazards }: Draft): Documents => ({ ruleSet, profiles, hazards });

/** Whether documents hold all that was sent over an earlier state of them. */
function isIn(
  documents: Documents,
  { sent, over }: { readonly sent: Documents; readonly over: Documents },
): boolean {
  const [there, own] = [entriesOf(documents), entriesOf(sent)];
  return changedKeys(over, sent).every((key) => sameValue(there.get(key)?.value, own.get(key)?.value));
}

export function createDraftStore(draft: Draft, deps: StoreDeps): DraftStore {
  const listeners = new Set<() => void>();
  let acked = documentsIn(draft);
  let reasons: Record<string, string> = {};
  /** What was sent and not answered: it may have arrived, and is then no work of somebody else. */
  let unanswered: readonly Documents[] = [];
  let unsettled: Pick<Kept, "revision" | "acked"> | null = null;
  let attempts = 0;
  let burst = 0;
  let cancelBurst = (): void => {};
  let running: Promise<void> | null = null;
  let cancelTimer = (): void => {};
  let cancelKeeping: (() => void) | null = null;
  let state: DraftSnapshot = {
    history: startHistory(acked),
    served: draft,
    acked,
    saveState: "saved",
    onDevice: true,
    unexplained: [],
    citations: {},
    conflict: null,
    refusal: null,
  };

  const set = (part: Partial<DraftSnapshot>): void => {
    state = { ...state, acked, ...part };
    for (const listener of listeners) listener();
  };
  const present = (): Documents => state.history.present;
  const allSent = (documents = present()): boolean =>
    documents === acked && Object.keys(state.citations).length === 0;
  const unexplained = (): readonly string[] =>
    changedExpectations(acked, present()).filter((id) => (reasons[id] ?? "").trim() === "");

  const keepNow = (): void => {
    cancelKeeping?.();
    cancelKeeping = null;
    const { history, served, citations } = state;
    const steps = history.past.length + history.future.length;
    // What was met and is not settled is met again: as far as this page knows, the server is where it was before.
    const from = unsettled ?? { revision: served.revision, acked };
    const writing =
      allSent() && steps === 0
        ? deps.desks.forget(draft.id)
        : deps.desks.keep(draft.id, {
            ...from,
            base: baseOf(served),
            unanswered,
            history,
            reasons,
            citations,
          });
    const note = (onDevice: boolean): void => {
      if (onDevice !== state.onDevice) set({ onDevice });
    };
    writing.then(
      () => note(true),
      () => note(false),
    );
  };
  const remember = (): void => {
    if (allSent()) keepNow();
    else cancelKeeping ??= deps.schedule(keepNow, keptAfter);
  };
  const later = (delay: number): void => {
    cancelTimer();
    cancelTimer = deps.schedule(() => void push(), delay);
  };
  /** Without connection the page says so until a save gets through, and not in turns with what it tries. */
  const waitingState = (trying: SaveState = "pending"): SaveState =>
    state.saveState === "offline" ? "offline" : trying;
  const changed = (history: History): void => {
    if (history === state.history) return;
    const saveState =
      state.saveState === "conflict" ? "conflict" : allSent(history.present) ? "saved" : waitingState();
    set({ history, saveState, refusal: null });
    set({ unexplained: unexplained() });
    remember();
    if (saveState === "pending" || saveState === "offline") later(pauseBeforeSaving);
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
    set({ saveState: waitingState("saving"), unexplained: waiting });
    unanswered = [...unanswered, sent].slice(-mostUnanswered);
    keepNow();
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
      unanswered = [];
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
        history: amended(state.history, now),
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
    if (failure === "refused") {
      unanswered = unanswered.slice(0, -1);
      return set({ saveState: "refused", refusal: error });
    }
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
    const there = documentsIn(theirs);
    const arrived = unanswered.findLast((sent) => isIn(there, { sent, over: acked }));
    const sides = { base: arrived ?? acked, mine: present(), theirs: there };
    unanswered = [];
    const clashes = clashesOf(sides);
    const conflict: Conflict = { ...sides, by: theirs.updatedBy.name, at: theirs.updatedAt, clashes };
    if (clashes.length > 0) unsettled = { revision: state.served.revision, acked: sides.base };
    acked = sides.theirs;
    set({ served: theirs, conflict, saveState: clashes.length > 0 ? "conflict" : "pending" });
    if (clashes.length === 0) join(conflict, () => "mine");
    remember();
  }

  function join(sides: Conflict, choose: (clash: Clash) => Choice): void {
    const all = { ...sides, mine: present() };
    // What others changed elsewhere is no step: taking a step back takes back a choice, never their work.
    const own = { ...state.history, present: mergeSides(all, () => "mine") };
    const chosen = clashesOf(all).some((clash) => choose(clash) !== "mine");
    const history = chosen ? record(own, { label: "merge" }, () => mergeSides(all, choose)) : own;
    unsettled = null;
    set({ history, saveState: "pending", unexplained: unexplained() });
    remember();
    later(0);
  }

  if (deps.kept) takeUp(deps.kept);

  function takeUp(kept: Kept): void {
    const { history, citations } = kept;
    const unsent = history.present !== kept.acked || Object.keys(citations).length > 0;
    const continued = kept.base === baseOf(draft) ? history : startHistory(history.present);
    reasons = { ...kept.reasons };
    unanswered = kept.unanswered;
    // The answer at hand may be older than what this page knew of the server when it was left.
    const current = kept.revision >= draft.revision;
    if (!current && !unsent) {
      const same = kept.base === baseOf(draft);
      state = { ...state, history: same ? { ...history, present: acked } : startHistory(acked) };
      return;
    }
    acked = kept.acked;
    const served = { ...draft, revision: kept.revision };
    state = {
      ...state,
      served,
      acked,
      citations,
      history: continued,
      saveState: unsent ? "pending" : "saved",
    };
    set({ unexplained: unexplained() });
    if (!current) meet(draft);
    else if (unsent) later(0);
  }

  const soon = (): void => {
    if (state.saveState === "conflict") return;
    set({ saveState: waitingState() });
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
    update: (label, change, join) => {
      cancelBurst();
      changed(record(state.history, { label, join: join && `${join}#${burst}` }, change));
      cancelBurst = deps.schedule(() => (burst += 1), endOfBurst);
    },
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
        const same = baseOf(next) === baseOf(state.served);
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
      cancelBurst();
    },
  };
}
