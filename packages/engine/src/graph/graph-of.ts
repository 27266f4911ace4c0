// The graph of a question about all persons, and the graph of everything a rule set answers.
import type { RuleSet } from "../model/rule-set.ts";
import type { Formula, Question } from "../question/question.ts";
import { assemble } from "./assemble.ts";
import { atomList } from "./atoms.ts";
import { graphBuilder } from "./builder.ts";
import { never, type Graph } from "./graph.ts";
import { found } from "./found.ts";
import { readingOf } from "./reading.ts";
import type { Space } from "./space.ts";
import { orUnmodelled } from "./unmodelled.ts";
import { viewsOf } from "./views.ts";

export interface Unmodelled {
  readonly unmodelled: string;
}

export interface QuestionGraph {
  readonly space: Space;
  readonly graph: Graph;
  /** True of the classes of persons that the question asks for. */
  readonly root: number;
}

// As long as somebody holds the question: each way of answering it wants the same graph.
const made = new WeakMap<Question, QuestionGraph | Unmodelled>();

/** The classes of persons that a question can tell apart, and which of them it asks for; or why that cannot be said. */
export function graphOf(question: Question): QuestionGraph | Unmodelled {
  const known = made.get(question);
  if (known) return known;
  const graph = freshGraphOf(question);
  made.set(question, graph);
  return graph;
}

function freshGraphOf(question: Question): QuestionGraph | Unmodelled {
  return orUnmodelled(() => {
    const symbols = graphBuilder();
    const atoms = atomList();
    const views = viewsOf(question);
    const readings = question.worlds.map(({ ruleSet }, world) =>
      readingOf(ruleSet, { world, builder: symbols, atoms }),
    );
    const { space, graph, roots } = assemble({ views, atoms, symbols, roots: [node(question.ask)] });
    return { space, graph, root: roots[0] ?? never };

    function node(formula: Formula): number {
      if ("all" in formula) return symbols.and(formula.all.map(node));
      if ("any" in formula) return symbols.or(formula.any.map(node));
      if ("not" in formula) return symbols.not(node(formula.not));
      if ("before" in formula) {
        const { before: fact, worlds, order } = formula;
        // What a vocabulary does not have is known to nobody there.
        const isDeclared = (world: number): boolean =>
          question.worlds[world]?.ruleSet.facts.some((f) => f.id === fact) ?? false;
        if (!worlds.every(isDeclared)) return never;
        return symbols.atom(atoms.place({ kind: "before", fact, worlds, order }));
      }
      const reading = found(readings[formula.world], `world ${formula.world}`);
      if ("verdict" in formula) {
        const { must, may } = reading.verdict(formula.of);
        if (formula.verdict === "true") return must;
        return formula.verdict === "false" ? symbols.not(may) : symbols.and([may, symbols.not(must)]);
      }
      if ("holds" in formula) return reading.holds(formula.holds);
      const { kind } = reading.decision(formula.decision);
      if ("is" in formula)
        return kind === "many"
          ? (reading.many(formula.decision)[formula.is].get(formula.outcome) ?? never)
          : never;
      if (kind !== "one") return never;
      const one = reading.one(formula.decision);
      if ("possible" in formula) return one.possible.get(formula.possible) ?? never;
      return symbols.or(formula.state.map((s) => one.state.get(s) ?? never));
    }
  });
}

export interface DecisionNodes {
  /** Of a `one` decision: by state, computed ones included; and by outcome whether it is possible. */
  readonly states: ReadonlyMap<string, number>;
  readonly possible: ReadonlyMap<string, number>;
  /** Of a `many` decision, by outcome. */
  readonly suggested: ReadonlyMap<string, number>;
  readonly undetermined: ReadonlyMap<string, number>;
  readonly withheld: ReadonlyMap<string, number>;
}

export interface RuleSetGraph {
  readonly space: Space;
  readonly graph: Graph;
  readonly decisions: ReadonlyMap<string, DecisionNodes>;
  /** The verdicts of the enabled criteria of the decisions asked for. */
  readonly criteria: ReadonlyMap<string, { readonly isTrue: number; readonly isUnknown: number }>;
}

/**
 * Everything that decisions of a rule set answer (all of them, or those named), over classes of persons that no test of
 * them tells apart; or why that cannot be said.
 */
export function ruleSetGraph(ruleSet: RuleSet, decisions?: readonly string[]): RuleSetGraph | Unmodelled {
  return orUnmodelled(() => {
    const symbols = graphBuilder();
    const atoms = atomList();
    const reading = readingOf(ruleSet, { world: 0, builder: symbols, atoms });
    const wanted = ruleSet.decisions.filter((d) => decisions?.includes(d.id) ?? true);
    const asked = wanted.map(({ id, kind }) => ({
      id,
      one: kind === "one" ? reading.one(id) : undefined,
      many: kind === "many" ? reading.many(id) : undefined,
    }));
    const criteria = ruleSet.criteria
      .filter((c) => c.enabled && wanted.some((d) => d.id === c.then.decision))
      .map(({ id, when }) => ({ id, ...reading.verdict(when) }));
    // Roots are collected in one pass over the symbols, and looked up again in the finished graph.
    const roots: number[] = [];
    const placeOf = (node: number): number => roots.push(node) - 1;
    const placesOf = (nodes: ReadonlyMap<string, number> | undefined): ReadonlyMap<string, number> =>
      new Map([...(nodes ?? [])].map(([id, node]) => [id, placeOf(node)]));
    const decided = asked.map(({ id, one, many }) => ({
      id,
      states: placesOf(one?.state),
      possible: placesOf(one?.possible),
      suggested: placesOf(many?.suggested),
      undetermined: placesOf(many?.undetermined),
      withheld: placesOf(many?.withheld),
    }));
    const judged = criteria.map(({ id, must, may }) => ({
      id,
      isTrue: placeOf(must),
      isUnknown: placeOf(symbols.and([may, symbols.not(must)])),
    }));
    const question: Question = { worlds: [{ ruleSet, person: { kind: "same" } }], ask: { all: [] } };
    const made = assemble({ views: viewsOf(question), atoms, symbols, roots });
    const at = (place: number): number => made.roots[place] ?? never;
    const found = (places: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
      new Map([...places].map(([id, place]) => [id, at(place)]));
    return {
      space: made.space,
      graph: made.graph,
      decisions: new Map(
        decided.map(({ id, ...d }) => [
          id,
          {
            states: found(d.states),
            possible: found(d.possible),
            suggested: found(d.suggested),
            undetermined: found(d.undetermined),
            withheld: found(d.withheld),
          },
        ]),
      ),
      criteria: new Map(judged.map((c) => [c.id, { isTrue: at(c.isTrue), isUnknown: at(c.isUnknown) }])),
    };
  });
}
