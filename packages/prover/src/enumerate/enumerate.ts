// Answers by going through all classes of persons of a question, exhaustively: slow where there are many, but with
// nothing clever in between that could be wrong. Independent of the solver, which it cross-checks.
import {
  dropIdle,
  graphOf,
  isWitness,
  mergeDimensions,
  type Graph,
  type LocalDate,
  type Merged,
  type Question,
} from "@jumelage/engine";
import type { Answer, Answerer, AskOptions } from "../answer.ts";
import { goThrough, type Limits } from "./go-through.ts";
import { makeKernel } from "./kernel.ts";
import { planOf } from "./plan.ts";

/** An answer, and how much was gone through for it. */
export type EnumerationAnswer = Answer & {
  /** The classes of persons that the question can tell apart. */
  readonly classes: number;
  /** The classes left after merging, which were gone through one by one. */
  readonly searched: number;
  /** Why there are no classes: the question cannot be enumerated. */
  readonly unmodelled?: string;
};

export interface EnumerationOptions {
  /** The most classes to go through; more are undecided, `size`. */
  readonly budget?: number;
}

export interface Enumeration extends Answerer {
  readonly method: "enumeration";
  ask(question: Question, options?: AskOptions): Promise<EnumerationAnswer>;
}

/** No answer depends on the date. */
const anyDay: LocalDate = "2026-03-02";
/** A few seconds on one core. */
const ordinaryBudget = 2 ** 34;
/** So few classes are gone through as they are; of more, dimensions are merged first. */
const fewClasses = 2 ** 28;

export function createEnumeration(options: EnumerationOptions = {}): Enumeration {
  const { budget = ordinaryBudget } = options;
  return {
    method: "enumeration",
    ask: async (question, { signal, milliseconds, at = anyDay } = {}) => {
      // A solver asked at the same time begins first: it has a thread of its own.
      await new Promise<void>((resume) => setImmediate(resume));
      if (signal?.aborted) return { status: "undecided", reason: "cancelled", classes: 0, searched: 0 };
      const made = graphOf(question);
      if ("unmodelled" in made)
        return { status: "undecided", reason: "size", classes: 0, searched: 0, unmodelled: made.unmodelled };
      const { space, graph, root } = made;
      const sizes = space.dimensions.map((d) => d.options.length);
      const classes = product(sizes);
      const merged = fewer(graph, { root, sizes });
      const counted = { classes, searched: product(merged.sizes) };
      if (counted.searched > budget) return { status: "undecided", reason: "size", classes, searched: 0 };
      const found = await search(merged, {
        signal,
        deadline: milliseconds === undefined ? Infinity : performance.now() + milliseconds,
      });
      if (typeof found === "string") return { status: "undecided", reason: found, classes, searched: 0 };
      if (found === undefined) return { status: "nobody", ...counted };
      const witness = { at, people: space.people(merged.expand(found), at) };
      return isWitness(question, witness)
        ? { status: "somebody", witness, ...counted }
        : { status: "undecided", reason: "disagreement", ...counted };
    },
  };
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all * size, 1);
}

/** The classes to go through: as they are, or merged where they are many. */
function fewer(graph: Graph, { root, sizes }: { root: number; sizes: readonly number[] }): Merged {
  const plain = dropIdle(graph, { roots: [root], sizes });
  if (product(plain.sizes) <= fewClasses) return plain;
  return mergeDimensions(graph, { roots: [root], sizes });
}

/** The first class where the root is true, or nothing. */
async function search(
  merged: Merged,
  limits: Limits,
): Promise<readonly number[] | undefined | "time" | "cancelled"> {
  const [root = 0] = merged.roots;
  const node = merged.graph.nodes[root];
  if (node?.kind === "constant") return node.value ? merged.sizes.map(() => 0) : undefined;
  return goThrough(makeKernel(planOf(merged.graph, { root, sizes: merged.sizes })), limits);
}
