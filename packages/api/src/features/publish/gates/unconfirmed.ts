// What two gates ask of the ledger: nothing in it without a confirmation of its present content.
import type { LedgerEntry } from "../../lab/lab.schemas.ts";
import type { GateReport } from "./gate.ts";

export function unconfirmed(entries: readonly LedgerEntry[]): GateReport {
  return {
    count: entries.length,
    findings: entries
      .filter((entry) => entry.confirmed === null)
      .map(({ kind, id, reopened }) => ({
        code: reopened ? "confirmation-reopened" : "confirmation-missing",
        params: { kind, id },
        ...(kind === "criterion" ? { criterion: id } : {}),
      })),
  };
}
