// Criteria on their way to a person. Whoever has been given them can work answers out, so an expectation that person
// enters later is not blind.
import { noteHandedOut } from "@jumelage/db";
import type { DraftRuleSet } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { logicOf } from "./logic.ts";

/** Notes that somebody is being handed these criteria: from now on they are not blind to them. */
export async function handOut(
  handed: { readonly program: string; readonly ruleSet: DraftRuleSet },
  person: string,
  deps: Deps,
): Promise<void> {
  const logic = await logicOf(handed.ruleSet, deps.digest);
  await noteHandedOut(deps.db, { by: person, at: deps.clock.now() }, { program: handed.program, logic });
}
