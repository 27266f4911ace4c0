// Where a person stands in a diagram: for every dimension the options that are still open. Facts that are known, and
// optional facts that are plainly unknown, leave one option; what is unknown and blocks, or doubtful, may turn out anyhow.
import type { Diagram, DiagramDimension, DiagramOption } from "../model/diagram.ts";
import { doubtOf, type FactState, type Person } from "../model/person.ts";
import { compareValues, widthOf } from "./dimensions.ts";
import { present } from "../present.ts";
import { Forest, type Ref } from "./forest.ts";

/** For every dimension of a diagram, which of its options are open. */
export type Standing = readonly (readonly boolean[])[];

type LineDimension = Extract<DiagramDimension, { options: unknown }>;

/** The options still open for a person who was read against the rule set of the diagram. */
export function standingOf({ dimensions }: Diagram, person: Person): Standing {
  const optional = new Set(dimensions.filter((d) => "isKnown" in d).map((d) => d.fact));
  return dimensions.map((dimension) => {
    const state = stateOf(person, dimension.fact);
    const isPlain = state.kind === "unknown" && doubtOf(state) === undefined;
    if ("options" in dimension) return openOptions(dimension, state, { isPlain, person });
    if ("isKnown" in dimension) return state.kind === "unknown" ? [true, !isPlain] : [false, true];
    if (state.kind === "unknown")
      return isPlain && optional.has(dimension.fact) ? [true, false] : [true, true];
    const members = state.value as readonly string[];
    if (dimension.anyOf.some((m) => members.includes(m))) return [false, true];
    // A member nobody asked about may turn out to be there; one that was asked about is not.
    return [true, state.kind === "partial" && dimension.anyOf.some((m) => state.unasked.includes(m))];
  });
}

/** The facts of which more than one option is open, in the order of the diagram. */
export function openFacts({ dimensions }: Diagram, standing: Standing): readonly string[] {
  const open = dimensions.filter((_, i) => present(standing[i]).filter(Boolean).length > 1);
  return [...new Set(open.map((d) => d.fact))];
}

/** The place of the option that a known value belongs to. */
export function optionOf({ fact, options }: LineDimension, value: unknown): number {
  const place = options.findIndex((o) => o !== "unknown" && holdsValue(o, value));
  if (place < 0) throw new TypeError(`no option for a value of ${fact}`);
  return place;
}

function holdsValue(option: Exclude<DiagramOption, "unknown">, value: unknown): boolean {
  if ("values" in option) return option.values.some((v) => v === value);
  const actual = value as number | string;
  return (
    (option.from === null || compareValues(option.from, actual) <= 0) &&
    (option.to === null || compareValues(actual, option.to) <= 0)
  );
}

function openOptions(
  dimension: LineDimension,
  state: FactState,
  { isPlain, person }: { readonly isPlain: boolean; readonly person: Person },
): readonly boolean[] {
  const { options } = dimension;
  if (state.kind === "known") {
    const own = optionOf(dimension, state.value);
    return options.map((_, i) => i === own);
  }
  if (isPlain && options.includes("unknown")) return options.map((o) => o === "unknown");
  const sums = dimension.sum ? reachableSums(dimension.sum, person) : undefined;
  const mayBeUnknown = !sums && !dimension.sum?.some((part) => part.assumed);
  const open = options.map((o) =>
    o === "unknown" ? mayBeUnknown : !("from" in o) || !sums || meets(o, sums),
  );
  // Parts whose sum is no value of the total can only be corrected, and then it may be anything.
  return open.includes(true) ? open : options.map(() => true);
}

interface Span {
  readonly min: number;
  readonly max: number;
}

/**
 * The totals that parts can still make; undefined when no part was answered, so that a total may be given alone.
 * Parts are whole numbers, so every number between the ends is made by some answers.
 */
function reachableSums(parts: NonNullable<LineDimension["sum"]>, person: Person): Span | undefined {
  const states = parts.map((part) => ({ part, state: stateOf(person, part.fact) }));
  if (!states.some(({ state }) => state.kind === "known" && !state.assumed)) return undefined;
  const spans = states.map(({ part, state }): Span => {
    if (state.kind !== "known") return { min: part.min ?? -Infinity, max: part.max ?? Infinity };
    return { min: Number(state.value), max: Number(state.value) };
  });
  return {
    min: spans.reduce((a, s) => a + s.min, 0),
    max: spans.reduce((a, s) => a + s.max, 0),
  };
}

function meets(option: { readonly from: unknown; readonly to: unknown }, { min, max }: Span): boolean {
  return (
    (typeof option.from !== "number" || option.from <= max) &&
    (typeof option.to !== "number" || min <= option.to)
  );
}

function stateOf(person: Person, fact: string): FactState {
  const state = person.states.get(fact);
  if (!state) throw new TypeError(`a person read against another vocabulary: ${fact}`);
  return state;
}

/** A diagram in a forest of its own, ready for questions about persons. */
export interface Planted {
  readonly diagram: Diagram;
  readonly forest: Forest;
  readonly root: Ref;
}

/** Plants a well-formed diagram. */
export function plant(diagram: Diagram, budget: number): Planted {
  const forest = new Forest({ widths: diagram.dimensions.map(widthOf), budget });
  const refs: Ref[] = [];
  const refOf = (child: number): Ref => (child < 0 ? child : present(refs[child]));
  for (const [level = 0, ...children] of diagram.nodes) refs.push(forest.node(level, children.map(refOf)));
  return { diagram, forest, root: refOf(diagram.root) };
}
