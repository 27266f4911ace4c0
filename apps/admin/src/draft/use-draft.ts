// What every screen of a program reads and changes: the open draft, or the current release when there is none.
// The state lives in `draft-store.ts`; this module is only its face in React.
import type { Draft, DraftSummary, Holder } from "@jumelage/api/schemas";
import type { DraftRuleSet, Hazard, Lang, Profile, RuleSet } from "@jumelage/engine";
import { createContext, use } from "react";
import type { Change } from "./document.ts";
import type { Citations } from "./expectations.ts";
import type { Clash, Conflict, Choice } from "./merge.ts";

/**
 * `saved`: the server has everything. `pending`: typed, not sent yet. `saving`: under way. `offline`: kept on this device,
 * tried again by itself. `conflict`: somebody else saved meanwhile, see `conflict`. `needs-reason`: an expected answer
 * changed without a reason, see `unexplained`. `refused`: the server would not take it, see `refusal`.
 */
export type SaveState = "saved" | "pending" | "saving" | "offline" | "conflict" | "needs-reason" | "refused";

export interface Baseline {
  readonly number: number;
  readonly ruleSet: RuleSet;
  readonly profiles: readonly Profile[];
  readonly hazards: readonly Hazard[];
}

export interface Workspace {
  readonly program: string;
  readonly lang: Lang;
  readonly roles: readonly Holder[];
  readonly ruleSet: DraftRuleSet;
  readonly profiles: readonly Profile[];
  /** The hazard file of the draft; empty without one (a release's is asked of the server). */
  readonly hazards: readonly Hazard[];
  /** What the draft is compared with: the release it started from. Null for a program never published. */
  readonly baseline: Baseline | null;
  /** Whether this person may change the rule set now: there is an open draft and they are an author. */
  readonly editable: boolean;
  /** Whether this person may change profiles and expectations now: an author or a quality analyst. */
  readonly profilesEditable: boolean;
  readonly draft: DraftSummary | null;
  /** Every open draft of the program, the ones started first first. */
  readonly drafts: readonly DraftSummary[];
  /** The draft as last answered by the server (approvals, note, changed expectations); null without a draft. */
  readonly served: Draft | null;
  /** Opens a draft from the current release; for the « Modifier » button of a read-only page. Null when not allowed. */
  readonly start: (() => void) | null;
  readonly starting: boolean;
  readonly startError: unknown;
  /** Changes the documents; `join` makes one undo step of the changes that follow one another with the same key, without a pause. */
  readonly update: (label: string, change: Change, join?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly saveState: SaveState;
  readonly savedAt: string | null;
  /** How many things changed that only this device has; counted while there is no connection. */
  readonly unsent: number;
  /** Whether this device keeps what is typed until the server has it. */
  readonly onDevice: boolean;
  /** Sends what is pending now and waits for the answer; true when everything typed is on the server. */
  readonly flush: () => Promise<boolean>;
  /** Why the expected answer of a profile changed; call it with, or before, the `update` that changes it. */
  readonly recordReason: (profileId: string, reason: string) => void;
  /** Gives a statement of a source document as the reason of what is expected of a profile; null takes it back. */
  readonly cite: (profileId: string, statement: string | null) => void;
  /** Reasons chosen in the documents that the server does not have yet. */
  readonly citations: Citations;
  /** Profiles whose expected answer changed without a reason, so that it is not saved yet. */
  readonly unexplained: readonly string[];
  readonly conflict: Conflict | null;
  /** Ends a conflict: what to keep of each clash, or, without clashes, the notice has been read. */
  readonly settle: (choose: (clash: Clash) => Choice) => void;
  readonly refusal: unknown;
  /** Tries the refused or waiting save again now. */
  readonly retry: () => void;
  /** Takes over what the server answered to a review action. */
  readonly serve: (draft: Draft) => void;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The workspace of the program on screen. Only below the program's layout. */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (workspace === null) throw new Error("useWorkspace outside a program");
  return workspace;
}
