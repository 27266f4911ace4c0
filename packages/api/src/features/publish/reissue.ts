// After a restore: consumers may have seen higher sequences than the backup knew. Before anything is served, every
// channel is therefore pointed anew at where somebody last put it, above whatever was ever served.
import { lastDecision, movePointer, pointersBelowFloor, type Move, type Pointer } from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { systemActor } from "../../shapes.ts";
import { signPointer } from "./release-payload.ts";

/** Issues anew what a restored database must not serve as it is; how many channels that were. */
export async function reissueRestored(deps: Deps): Promise<number> {
  const behind = await pointersBelowFloor(deps.db);
  for (const before of behind) {
    const decided = (await lastDecision(deps.db, before)) ?? before;
    const moved = await reissue(before, { reason: "restore", release: decided.release }, deps);
    if (moved === undefined) continue;
    const isSuspended = decided.suspendedSince !== null;
    if (isSuspended !== (moved.suspendedSince !== null))
      await reissue(moved, { reason: isSuspended ? "suspend" : "lift" }, deps);
  }
  return behind.length;
}

/** Another process that starts at the same time may have been first: then there is nothing left to do. */
async function reissue(
  { program, channel, sequence }: Pointer,
  how: Pick<Move, "reason" | "release">,
  deps: Deps,
): Promise<Pointer | undefined> {
  const result = await movePointer(
    deps.db,
    { by: systemActor, at: deps.clock.now() },
    {
      program,
      channel,
      ...how,
      expectedSequence: sequence,
      sign: (toSign) => signPointer(toSign, deps),
      vault: deps.vault,
    },
  );
  return result.kind === "moved" ? result.pointer : undefined;
}
