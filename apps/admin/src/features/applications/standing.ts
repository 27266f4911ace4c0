// Where an app stands: on the version in service, behind it, silent for too long, or never heard of. What to do follows
// from it, and from nothing else.
import { silentAfterHours, type Program } from "@jumelage/api/schemas";

export type App = Program["consumers"][number];

const hour = 60 * 60 * 1000;

export type Standing =
  | { readonly kind: "never" }
  | { readonly kind: "silent"; readonly hours: number }
  | { readonly kind: "behind"; readonly versions: number }
  | { readonly kind: "current" };

/** An app that is silent is said to be so even where it is also behind: first it must be found. */
export function standingOf(
  app: Pick<App, "lastSeenAt" | "release">,
  inForce: number | undefined,
  now: Date,
): Standing {
  if (app.lastSeenAt === null || app.release === null) return { kind: "never" };
  const hours = Math.floor((now.getTime() - new Date(app.lastSeenAt).getTime()) / hour);
  if (hours >= silentAfterHours) return { kind: "silent", hours };
  const versions = (inForce ?? app.release) - app.release;
  return versions > 0 ? { kind: "behind", versions } : { kind: "current" };
}
