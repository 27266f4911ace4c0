// What is asked of a rule set for a cohort, as gates: the verdict of every criterion, and the state of every decision.
import {
  SAFETY_UNKNOWN,
  TRUE,
  UNDETERMINED,
  slotAt,
  type Node,
  type Plan,
  type Step,
} from "@jumelage/engine/compile";
import { ALWAYS, NEVER, type Circuit, type Gate } from "./circuit.ts";
import { leafGates, type Verdict } from "./leaf-gates.ts";
import type { PlaneMap } from "./planes.ts";

/** What somebody may be in one of several states of, exactly one at a time. */
export type Subject =
  | { readonly kind: "criterion"; readonly criterion: string }
  /** Of kind `one`: an outcome, `@undetermined` or `@safety-unknown`. */
  | { readonly kind: "decision"; readonly decision: string }
  /** Of a decision of kind `many`: `suggested`, `undetermined`, `withheld` or `not-suggested`. */
  | { readonly kind: "outcome"; readonly decision: string; readonly outcome: string };

export interface Judged {
  readonly subject: Subject;
  readonly states: readonly { readonly state: string; readonly gate: Gate }[];
  /** The state of whoever is in none of these; nobody is, where there is none. */
  readonly otherwise?: string;
}

/** What a decision of kind `one` comes to, for the later criteria that read it. */
interface Decided {
  /** For each outcome, whether it is possible. */
  readonly possible: readonly Gate[];
  readonly states: ReadonlyMap<number, Gate>;
  readonly isSafetyOpen: Gate;
}

/** Everything a rule set answers, in the order of the document: criteria, then decisions. */
export function judgedBy(circuit: Circuit, plan: Plan, planes: PlaneMap): readonly Judged[] {
  const { layout, nodes, steps } = plan;
  const decided = new Map<number, Decided>();
  const verdicts = new Map<number, Verdict>();
  const safeties = new Map<number, Gate>();

  const unknownOf = (id: number): Gate => {
    const { must, may } = verdictOf(id);
    return circuit.without(may, must);
  };

  function verdictOf(id: number): Verdict {
    let verdict = verdicts.get(id);
    if (verdict === undefined) verdicts.set(id, (verdict = gatesOf(nodeAt(nodes, id))));
    return verdict;
  }

  function gatesOf(node: Node): Verdict {
    switch (node.kind) {
      case "constant": {
        const gate = node.verdict === TRUE ? ALWAYS : NEVER;
        return { must: gate, may: gate };
      }
      case "all":
        return joined(node.children, (gates) => circuit.all(gates));
      case "any":
        return joined(node.children, (gates) => circuit.any(gates));
      case "atLeast":
        return joined(node.children, (gates) => circuit.atLeast(node.count, gates));
      case "outcomes": {
        const { possible } = decidedAt(node.decision);
        const inside = possible.filter((_, place) => node.among.includes(place));
        const outside = possible.filter((_, place) => !node.among.includes(place));
        return { must: circuit.not(circuit.any(outside)), may: circuit.any(inside) };
      }
      case "states": {
        const { states } = decidedAt(node.decision);
        const gate = circuit.any(node.among.map((state) => states.get(state) ?? NEVER));
        return { must: gate, may: gate };
      }
      default:
        return leafGates(circuit, node, { layout, planes });
    }
  }

  function joined(children: readonly number[], join: (gates: readonly Gate[]) => Gate): Verdict {
    const all = children.map(verdictOf);
    return { must: join(all.map((v) => v.must)), may: join(all.map((v) => v.may)) };
  }

  function decidedAt(index: number): Decided {
    const found = decided.get(index);
    if (found === undefined) throw new RangeError(`decision ${index} is not decided yet`);
    return found;
  }

  /** Whether a node is unknown and rests on a safety fact, with nothing but unknown nodes on the way to it. */
  function safetyOf(id: number): Gate {
    let gate = safeties.get(id);
    if (gate === undefined) safeties.set(id, (gate = restsOnSafety(id, nodeAt(nodes, id))));
    return gate;
  }

  function restsOnSafety(id: number, node: Node): Gate {
    if ("slot" in node) return slotAt(layout, node.slot).fact.safety ? unknownOf(id) : NEVER;
    if ("children" in node) return circuit.and(unknownOf(id), circuit.any(node.children.map(safetyOf)));
    if (node.kind === "outcomes") return circuit.and(unknownOf(id), decidedAt(node.decision).isSafetyOpen);
    return NEVER;
  }

  /** Walks the outcomes from the most cautious one to the first that a criterion speaks for. */
  function walked({ outcomes, otherwise }: Step): Decided {
    let reached: Gate = ALWAYS;
    let [isOpen, isSafetyOpen]: [Gate, Gate] = [NEVER, NEVER];
    const [ends, possible]: [Gate[], Gate[]] = [[], []];
    for (const { criteria } of outcomes) {
      const { must, may } = joined(
        criteria.map((c) => c.node),
        (gates) => circuit.any(gates),
      );
      ends.push(circuit.and(reached, must));
      reached = circuit.without(reached, must);
      const open = circuit.and(reached, may);
      possible.push(open);
      isOpen = circuit.or(isOpen, open);
      isSafetyOpen = circuit.or(
        isSafetyOpen,
        circuit.and(reached, circuit.any(criteria.map((c) => safetyOf(c.node)))),
      );
    }
    ends[otherwise] = circuit.or(ends[otherwise] ?? NEVER, reached);
    return {
      possible: possible.map((open, place) => circuit.or(open, ends[place] ?? NEVER)),
      states: new Map([
        ...ends.map((end, place) => [place, circuit.without(end, isOpen)] as const),
        [UNDETERMINED, circuit.without(isOpen, isSafetyOpen)],
        [SAFETY_UNKNOWN, isSafetyOpen],
      ]),
      isSafetyOpen,
    };
  }

  function decision(step: Step): readonly Judged[] {
    const id = step.decision.id;
    if (step.decision.kind === "one") {
      const made = walked(step);
      decided.set(step.index, made);
      const nameOf = (state: number): string =>
        state === UNDETERMINED
          ? "@undetermined"
          : state === SAFETY_UNKNOWN
            ? "@safety-unknown"
            : (step.outcomes[state]?.id ?? "");
      return [
        {
          subject: { kind: "decision", decision: id },
          states: [...made.states].map(([state, gate]) => ({ state: nameOf(state), gate })),
        },
      ];
    }
    const waiting = step.withholds ? circuit.any([...decided.values()].map((d) => d.isSafetyOpen)) : NEVER;
    return step.outcomes.map((outcome): Judged => {
      const { must, may } = joined(
        outcome.criteria.map((c) => c.node),
        (gates) => circuit.any(gates),
      );
      const withheld = outcome.stop ? NEVER : waiting;
      return {
        subject: { kind: "outcome", decision: id, outcome: outcome.id },
        states: [
          { state: "suggested", gate: circuit.without(must, withheld) },
          { state: "not-suggested", gate: circuit.not(circuit.or(may, withheld)) },
          { state: "withheld", gate: withheld },
        ],
        otherwise: "undetermined",
      };
    });
  }

  // In the order of decisions: a criterion may read the ones before its own.
  const decisions = steps.flatMap(decision);
  const criteria = plan.criteria.map(({ id, node }): Judged => ({
    subject: { kind: "criterion", criterion: id },
    states: [
      { state: "true", gate: verdictOf(node).must },
      { state: "false", gate: circuit.not(verdictOf(node).may) },
    ],
    otherwise: "unknown",
  }));
  return [...criteria, ...decisions];
}

function nodeAt(nodes: readonly Node[], id: number): Node {
  const node = nodes[id];
  if (node === undefined) throw new RangeError(`no node ${id}`);
  return node;
}
