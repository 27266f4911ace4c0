import { expect, test } from "vitest";
import { standingOf } from "./standing.ts";

const now = new Date("2026-03-10T12:00:00Z");

test.each([
  [{ lastSeenAt: null, release: null }, 3, { kind: "never" }],
  // It asked for answers, and never followed the production channel.
  [{ lastSeenAt: "2026-03-10T11:59:00Z", release: null }, 3, { kind: "never" }],
  [{ lastSeenAt: "2026-03-10T11:59:00Z", release: 3 }, 3, { kind: "current" }],
  [{ lastSeenAt: "2026-03-10T11:59:00Z", release: 1 }, 3, { kind: "behind", versions: 2 }],
  // The channel went back: who is further than it will come back by itself.
  [{ lastSeenAt: "2026-03-10T11:59:00Z", release: 4 }, 3, { kind: "current" }],
  [{ lastSeenAt: "2026-03-09T12:00:01Z", release: 1 }, 3, { kind: "behind", versions: 2 }],
  [{ lastSeenAt: "2026-03-09T12:00:00Z", release: 1 }, 3, { kind: "silent", hours: 24 }],
  [{ lastSeenAt: "2026-03-10T11:59:00Z", release: 2 }, undefined, { kind: "current" }],
] as const)("%j with version %s in service is %j", (app, inForce, standing) => {
  expect(standingOf(app, inForce, now)).toEqual(standing);
});
