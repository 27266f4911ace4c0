// Following by kind of change: a release is taken only if every step from the one that serves to it is of a kind that
// the application has said it takes by itself. Anything else is offered, and waits for the application's people.
import type { ChangeKind, ReleasePayload } from "@jumelage/engine";

const kindsOf = {
  "equivalent-only": ["equivalent"],
  "texts-only": ["equivalent", "texts-only"],
  "more-cautious-only": ["equivalent", "texts-only", "more-cautious"],
} as const satisfies Readonly<Record<string, readonly ChangeKind[]>>;

/** Which changes an application takes by itself: all of them, up to a kind, or those of a list. */
export type Follow = "all" | keyof typeof kindsOf | readonly ChangeKind[];

/** A step from one release to another that was not of a kind to be taken. */
export interface Step {
  readonly from: number | null;
  readonly to: number;
  readonly kind: ChangeKind;
}

/** What a walk needs to know of a release. */
export type Change = Pick<ReleasePayload, "number"> & {
  readonly change: Pick<ReleasePayload["change"], "from" | "kind">;
};

// Taken back, these are what they were; any other kind taken back is one that nobody has computed.
const evenBackwards: ReadonlySet<ChangeKind> = new Set(["equivalent", "texts-only"]);
/** More steps than this are not walked: whoever is that far behind is not following. */
const mostSteps = 500;

/**
 * The first step between the release that serves and another that may not be taken, or undefined when all may. `read`
 * gives a release by its number. Going back to an earlier release undoes steps.
 */
export async function barredStep(
  { own, to }: { readonly own: Change; readonly to: Change },
  follow: Follow,
  read: (number: number) => Promise<Change>,
): Promise<Step | undefined> {
  if (follow === "all") return undefined;
  const allowed: ReadonlySet<ChangeKind> = new Set(typeof follow === "string" ? kindsOf[follow] : follow);
  let [back, forth] = [own, to];
  for (let steps = 0; back.number !== forth.number; steps++) {
    const isForth = forth.number > back.number;
    const { number, change } = isForth ? forth : back;
    const isTaken = allowed.has(change.kind) && (isForth || evenBackwards.has(change.kind));
    if (!isTaken || change.from === null || steps === mostSteps) {
      return isForth
        ? { from: change.from, to: number, kind: change.kind }
        : { from: number, to: change.from ?? to.number, kind: "not-computed" };
    }
    const before = await read(change.from);
    if (isForth) forth = before;
    else back = before;
  }
  return undefined;
}
