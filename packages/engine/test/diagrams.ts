// Diagrams by hand, and persons who stand in them.
import type {
  Diagram,
  DiagramDimension,
  DiagramOption,
  FactState,
  Person,
  Value,
} from "../src/model/index.ts";

/** A fact with its classes. */
export const line = (fact: string, ...options: readonly DiagramOption[]): DiagramDimension => ({
  fact,
  options: [...options],
});
/** Whether the fact is true. */
export const yesNo = (fact: string): DiagramDimension => line(fact, { values: [false] }, { values: [true] });
export const span = (from: number | string | null, to: number | string | null): DiagramOption => ({
  from,
  to,
});
export const anyOf = (fact: string, ...members: readonly string[]): DiagramDimension => ({
  fact,
  anyOf: [...members],
});
export const isKnown = (fact: string): DiagramDimension => ({ fact, isKnown: true });

/** A diagram of the decision `d`; children below 0 are outcomes, -1 the first. */
export function diagramOf(
  outcomes: readonly string[],
  dimensions: readonly DiagramDimension[],
  ...nodes: readonly (readonly number[])[]
): Diagram {
  return {
    schemaVersion: 1,
    decision: "d",
    outcomes: [...outcomes],
    safety: dimensions.some(({ fact }) => fact === "danger") ? ["danger"] : [],
    dimensions: [...dimensions],
    nodes: nodes.map((node) => [...node]),
    root: nodes.length - 1,
  };
}

export const known = (value: Value): FactState => ({ kind: "known", value, assumed: false });
export const notAsked: FactState = { kind: "unknown", reason: "not-asked" };
export const stale: FactState = { kind: "unknown", reason: "stale" };
export const assumed = (value: Value): FactState => ({ kind: "known", value, assumed: true });
export const partly = (value: readonly string[], ...unasked: readonly string[]): FactState => ({
  kind: "partial",
  value,
  unasked,
});

/** Somebody of whom this is known; whatever else is said is how the fact stands. */
export function personWith(states: Readonly<Record<string, FactState>>): Person {
  return { states: new Map(Object.entries(states)), assumed: [], doubtful: [], problems: [] };
}

/**
 * Danger stops; else a high score is for care; else who is known to have a trait: a, or one of b and c, is for care;
 * everybody else may go. Traits are optional.
 */
export const example: Diagram = diagramOf(
  ["stop", "care", "go"],
  [
    yesNo("danger"),
    line("score", span(0, 9), span(10, 27)),
    isKnown("traits"),
    anyOf("traits", "a"),
    anyOf("traits", "b", "c"),
  ],
  [4, -3, -2],
  [3, 0, -2],
  [2, -3, 1],
  [1, 2, -2],
  [0, 3, -1],
);
