// What a leaf alone does to a criterion for one person: masking MC/DC, read with three verdicts. Negations are pushed
// down in a trace, so a greater verdict of a leaf never makes a lesser one of the criterion.
import type { TraceNode } from "../evaluate/index.ts";
import { allOf, anyOf, atLeastOf, type Verdict } from "../kleene.ts";
import type { Path } from "../model/diagnostic.ts";
import type { RuleSet } from "../model/rule-set.ts";

/** A leaf of a criterion, with its place in the document. */
export interface LeafShown {
  readonly at: Path;
  readonly verdict: Verdict;
  /** The criterion's verdict is the leaf's, and would not be if the leaf had the opposite verdict (any other, if unknown). */
  readonly alone: boolean;
  /** It can never be both true and false: `isKnown` of a fact that is asked for while it is not known. */
  readonly oneSided: boolean;
}

/** The leaves of a criterion's trace; `always` is none. A leaf reached twice through named conditions comes twice. */
export function leavesShown(ruleSet: RuleSet, criterion: string, root: TraceNode): readonly LeafShown[] {
  const at = ["criteria", ruleSet.criteria.findIndex((c) => c.id === criterion), "when"];
  const leaves: LeafShown[] = [];
  const visit = (node: TraceNode, below: Path, says: (verdict: Verdict) => Verdict): void => {
    switch (node.kind) {
      case "all":
      case "any":
      case "atLeast":
        node.children.forEach((child, i) =>
          visit(child, below, (verdict) =>
            says(
              joined(
                node,
                node.children.map((c, j) => (i === j ? verdict : c.verdict)),
              ),
            ),
          ),
        );
        return;
      case "condition":
        visit(
          node.child,
          ["conditions", ruleSet.conditions.findIndex((c) => c.id === node.id), "when"],
          says,
        );
        return;
      case "fact":
      case "decision":
      case "state":
        leaves.push({
          at: [...below, ...node.at],
          verdict: node.verdict,
          oneSided:
            node.kind === "fact" &&
            node.operator === "isKnown" &&
            ruleSet.facts.find((f) => f.id === node.fact)?.whenUnknown !== "ignore",
          alone:
            root.verdict === node.verdict && otherwise[node.verdict].some((v) => says(v) !== root.verdict),
        });
        return;
      case "always":
        return;
      default:
        node satisfies never;
    }
  };
  visit(root, at, (verdict) => verdict);
  return leaves;
}

const otherwise: Readonly<Record<Verdict, readonly Verdict[]>> = {
  true: ["false"],
  false: ["true"],
  unknown: ["true", "false"],
};

function joined(
  node: Extract<TraceNode, { kind: "all" | "any" | "atLeast" }>,
  verdicts: readonly Verdict[],
): Verdict {
  if (node.kind === "atLeast") return atLeastOf(node.count, verdicts);
  return node.kind === "all" ? allOf(verdicts) : anyOf(verdicts);
}
