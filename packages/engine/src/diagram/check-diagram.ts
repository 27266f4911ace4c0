// Whether a received diagram is well formed and says exactly what the rule set says. It shares no code with the building
// of diagrams: it reads the criteria into formulas of its own and walks both together, class by class of every fact.
import type { Condition } from "../model/condition.ts";
import type { Diagram } from "../model/diagram.ts";
import type { Decision, RuleSet } from "../model/rule-set.ts";
import { present } from "../present.ts";
import { checkDimensions, leafClasses, Unfit } from "./check-classes.ts";
import { FALSE, Formulas, TRUE } from "./formulas.ts";

/** Why a diagram is refused; `size`: it could not be checked within the steps allowed, which is no proof either. */
export type DiagramFault = "decision" | "dimensions" | "classes" | "nodes" | "differs" | "size";

export interface CheckOptions {
  /** The most pairs of a node and what is left of the rule set there that are compared. */
  readonly steps?: number;
}

/** The fault of a diagram beside the rule set it travels with, or undefined when it is canonical and equal to it. */
export function checkDiagram(
  ruleSet: RuleSet,
  diagram: Diagram,
  { steps = 200_000 }: CheckOptions = {},
): DiagramFault | undefined {
  const decision = ruleSet.decisions.find((d) => d.id === diagram.decision);
  if (decision?.kind !== "one" || decision.outcomes.map((o) => o.id).join() !== diagram.outcomes.join())
    return "decision";
  const read = new Set(diagram.dimensions.map((d) => d.fact));
  const safety = ruleSet.facts.filter((f) => f.safety && read.has(f.id)).map((f) => f.id);
  if (!checkDimensions(ruleSet, diagram.dimensions) || safety.join() !== diagram.safety.join())
    return "dimensions";
  if (!areReduced(diagram)) return "nodes";
  try {
    return walk(ruleSet, diagram, steps);
  } catch (error) {
    if (error instanceof Unfit) return "classes";
    throw error;
  }
}

/** Children before parents and further down in the order, no node with one answer only, none twice, none unused. */
function areReduced({ nodes, root, dimensions, outcomes }: Diagram): boolean {
  const isRef = (ref: number, below: number): boolean => ref < below && ref >= -outcomes.length;
  const used = new Set([root, ...nodes.flatMap((node) => node.slice(1))]);
  const levelOf = (ref: number): number => (ref < 0 ? Infinity : present(present(nodes[ref])[0]));
  return (
    isRef(root, nodes.length) &&
    new Set(nodes.map((node) => node.join())).size === nodes.length &&
    nodes.every(([level = 0, ...children], i) => {
      const dimension = dimensions[level];
      if (!dimension) return false;
      const width = "options" in dimension ? dimension.options.length : 2;
      return (
        used.has(i) &&
        children.length === width &&
        children.every((c) => isRef(c, i) && levelOf(c) > level) &&
        children.some((c) => c !== children[0])
      );
    })
  );
}

/**
 * A node and the rest of the rule set on the way to it must agree for every option of the next dimension that either
 * of them tests; where the rest is settled, the node must be that outcome. Pairs seen before are not walked again.
 */
function walk(ruleSet: RuleSet, diagram: Diagram, steps: number): DiagramFault | undefined {
  const { dimensions, nodes } = diagram;
  const formulas = new Formulas();
  const reader = readerOf(ruleSet, diagram, formulas);
  const { otherwise: other, outcomes } = decisionOf(ruleSet, diagram.decision);
  const otherwise = outcomes.findIndex((o) => o.id === other);
  const seen = new Set<string>();
  const agree = (ref: number, rest: readonly number[]): DiagramFault | undefined => {
    // What follows an outcome that is sure does not count; outcomes that are out of reach stay as `FALSE`.
    const sure = rest.indexOf(TRUE);
    const counted = sure < 0 ? rest : rest.slice(0, sure + 1);
    const open = counted.filter((f) => f !== FALSE && f !== TRUE);
    if (open.length === 0) return ref === ~(sure < 0 ? otherwise : sure) ? undefined : "differs";
    const key = `${ref};${counted.join()}`;
    if (seen.has(key)) return undefined;
    if (seen.size >= steps) return "size";
    seen.add(key);
    const [own = Infinity, ...children] = nodes[ref] ?? [];
    const level = Math.min(own, ...open.map((f) => formulas.firstLevel(f)));
    const dimension = present(dimensions[level]);
    const width = "options" in dimension ? dimension.options.length : 2;
    for (let option = 0; option < width; option += 1) {
      const child = level === own ? present(children[option]) : ref;
      const fault = agree(
        child,
        counted.map((f) => formulas.at(f, level, option)),
      );
      if (fault) return fault;
    }
    return undefined;
  };
  return agree(diagram.root, reader.outcomesOf(diagram.decision));
}

function decisionOf({ decisions }: RuleSet, id: string): Decision {
  return present(decisions.find((d) => d.id === id));
}

/** Reads criteria as formulas over the classes of complete persons. */
function readerOf(ruleSet: RuleSet, diagram: Diagram, formulas: Formulas) {
  const decided = new Map<string, readonly number[]>();
  /** For each outcome in order of precedence, whether one of its criteria is true. */
  const outcomesOf = (id: string): readonly number[] => {
    const known = decided.get(id);
    if (known) return known;
    const read = decisionOf(ruleSet, id).outcomes.map((outcome) =>
      formulas.any(
        ruleSet.criteria
          .filter((c) => c.enabled && c.then.decision === id && c.then.outcome === outcome.id)
          .map((c) => verdict(c.when, true)),
      ),
    );
    decided.set(id, read);
    return read;
  };
  const isIn = (id: string, value: readonly string[]): number => {
    const { outcomes, otherwise } = decisionOf(ruleSet, id);
    const settled = (outcome: string | undefined): number =>
      value.some((v) => v === outcome) ? TRUE : FALSE;
    return outcomesOf(id).reduceRight(
      (rest, here, i) => formulas.choose(here, settled(outcomes[i]?.id), rest),
      settled(otherwise),
    );
  };
  const verdict = (condition: Condition, wanted: boolean): number => {
    if ("always" in condition) return wanted ? TRUE : FALSE;
    if ("not" in condition) return verdict(condition.not, !wanted);
    if ("all" in condition || "any" in condition) {
      const members = ("all" in condition ? condition.all : condition.any).map((c) => verdict(c, wanted));
      return "all" in condition === wanted ? formulas.all(members) : formulas.any(members);
    }
    if ("atLeast" in condition) {
      const { count, of } = condition.atLeast;
      const members = of.map((c) => verdict(c, wanted));
      return formulas.some(wanted ? count : of.length - count + 1, members);
    }
    if ("condition" in condition) {
      const named = ruleSet.conditions.find((c) => c.id === condition.condition);
      return verdict(present(named).when, wanted);
    }
    if ("fact" in condition) {
      return formulas.any(
        leafClasses(ruleSet, diagram.dimensions, { leaf: condition, wanted }).map((literals) =>
          formulas.all(literals.map(({ level, options }) => formulas.literal(level, options))),
        ),
      );
    }
    if ("state" in condition) throw new Unfit();
    const inside = isIn(condition.decision, [condition.value].flat());
    return wanted ? inside : formulas.choose(inside, FALSE, TRUE);
  };
  return { outcomesOf };
}
