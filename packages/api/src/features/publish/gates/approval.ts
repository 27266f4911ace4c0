// Approved by as many people as the program asks, none of them an author of the draft, for exactly this content.
import type { GateRule } from "./gate.ts";

export const approvalGate: GateRule = {
  id: "approval",
  waivable: false,
  run({ approvals, authors, hash, approvalsNeeded }) {
    const wrote = new Set(authors.map((a) => a.id));
    const valid = new Set(
      approvals.filter((a) => a.hash === hash && !wrote.has(a.by.id)).map((a) => a.by.id),
    );
    if (valid.size >= approvalsNeeded) return { count: approvalsNeeded, findings: [] };
    const outdated = approvals.filter((a) => a.hash !== hash && !wrote.has(a.by.id)).map((a) => a.by.name);
    return {
      count: approvalsNeeded,
      findings: [
        {
          code: outdated.length > 0 ? "approval-outdated" : "approval-missing",
          params: { needed: approvalsNeeded, given: valid.size, outdated: [...new Set(outdated)] },
        },
      ],
    };
  },
};
