// After a restore: consumers may have seen higher sequences than the backup knew. Before anything is served, every
// channel is therefore pointed anew at the release it had, above whatever was ever served.
import { movePointer, pointersBelowFloor } from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { systemActor } from "../../shapes.ts";
import { signPointer } from "./release-payload.ts";

/** Issues anew what a restored database must not serve as it is; how many channels that were. */
export async function reissueRestored(deps: Deps): Promise<number> {
  const behind = await pointersBelowFloor(deps.db);
  for (const { program, channel, release, sequence } of behind) {
    // Another process that starts at the same time may have been first: then there is nothing left to do.
    await movePointer(
      deps.db,
      { by: systemActor, at: deps.clock.now() },
      {
        program,
        channel,
        release,
        expectedSequence: sequence,
        reason: "restore",
        sign: (toSign) => signPointer(toSign, deps),
      },
    );
  }
  return behind.length;
}
