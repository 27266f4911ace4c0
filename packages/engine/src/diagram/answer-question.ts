// Questions about all persons answered by decision diagrams: the graph of a question becomes one diagram; it is the
// empty one exactly when there is nobody.
import type { LocalDate } from "../model/date.ts";
import { childrenOfNode, graphOf, reachableFrom, type Graph, type QuestionGraph } from "../graph/index.ts";
import type { Question } from "../question/question.ts";
import { isWitness, type Witness } from "../question/witness.ts";
import { present } from "../present.ts";
import { FALSE, Forest, TooLarge, TRUE, type Ref } from "./forest.ts";

export interface AnswerOptions {
  /** The date a witness is made for. */
  readonly at: LocalDate;
  /** The most nodes that may stand in memory for one order of the dimensions. */
  readonly budget?: number;
  /** Asked now and then; `true` gives up. */
  readonly shouldStop?: () => boolean;
}

export type DiagramAnswer =
  | { readonly status: "nobody" }
  /** There is; this one was replayed. */
  | { readonly status: "somebody"; readonly witness: Witness }
  | { readonly status: "undecided"; readonly reason: "size" | "time" | "disagreement" }
  | { readonly status: "unmodelled"; readonly reason: string };

/** Whether there is anybody as the question asks, with a witness that was replayed by the direct reading. */
export function answerQuestion(question: Question, options: AnswerOptions): DiagramAnswer {
  const asked = graphOf(question);
  if ("unmodelled" in asked) return { status: "unmodelled", reason: asked.unmodelled };
  const found = choiceIn(asked, options);
  if (typeof found === "string") return { status: "undecided", reason: found };
  if (found === undefined) return { status: "nobody" };
  const witness = { at: options.at, people: asked.space.people(found, options.at) };
  return isWitness(question, witness)
    ? { status: "somebody", witness }
    : { status: "undecided", reason: "disagreement" };
}

/** A class for which the root is true, undefined when there is none. */
function choiceIn(
  asked: QuestionGraph,
  { budget = 1_000_000, shouldStop = () => false }: AnswerOptions,
): readonly number[] | undefined | "size" | "time" {
  const first = orderOf(asked);
  for (const order of [first, first.toReversed()]) {
    try {
      const widths = order.map((d) => present(asked.space.dimensions[d]).options.length);
      const forest = new Forest({ widths, budget, shouldStop });
      const level = new Map(order.map((d, l) => [d, l]));
      const root = plantGraph(forest, { ...asked, level });
      const choice = forest.choice(root, TRUE, (l, option) => costOf(asked, present(order[l]), option));
      return choice && asked.space.dimensions.map((_, d) => present(choice[present(level.get(d))]));
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      if (shouldStop()) return "time";
    }
  }
  return "size";
}

/** Somebody of whom little is known says most; what does not count any longer is the least ordinary. */
function costOf({ space }: QuestionGraph, dimension: number, option: number): number {
  const { unknown, doubtful } = present(present(space.dimensions[dimension]).options[option]);
  return unknown ? 0 : doubtful ? 2 : 1;
}

/** Dimensions in the order in which the root comes to them, those of one fact together. */
function orderOf({ space, graph, root }: QuestionGraph): readonly number[] {
  const facts: string[] = [];
  const seen = new Set<number>();
  const waiting = [root];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = present(graph.nodes[id]);
    if (node.kind === "literal") facts.push(present(space.dimensions[node.dimension]).fact);
    waiting.push(...childrenOfNode(node).toReversed());
  }
  const places = new Map([...new Set(facts)].map((fact, place) => [fact, place]));
  return space.dimensions
    .map((dimension, d) => ({ d, place: places.get(dimension.fact) ?? places.size }))
    .sort((a, b) => a.place - b.place || a.d - b.d)
    .map(({ d }) => d);
}

interface Planting {
  readonly graph: Graph;
  readonly root: number;
  /** The level of each dimension. */
  readonly level: ReadonlyMap<number, number>;
}

/** The diagram of a graph's root. */
function plantGraph(forest: Forest, { graph, root, level }: Planting): Ref {
  const refs = new Map<number, Ref>();
  const refOf = (id: number): Ref => present(refs.get(id));
  // Children stand before their parents.
  for (const id of [...reachableFrom(graph, [root])].sort((a, b) => a - b)) {
    const node = present(graph.nodes[id]);
    switch (node.kind) {
      case "constant":
        refs.set(id, node.value ? TRUE : FALSE);
        break;
      case "literal":
        refs.set(id, forest.literal(present(level.get(node.dimension)), node.options));
        break;
      case "and":
        refs.set(id, forest.and(node.children.map(refOf)));
        break;
      case "or":
        refs.set(id, forest.or(node.children.map(refOf)));
        break;
      case "not":
        refs.set(id, forest.not(refOf(node.child)));
        break;
      default:
        node satisfies never;
    }
  }
  return refOf(root);
}
