// A test of one fact as a function of the classes of complete persons.
import type { FactLeaf } from "../model/condition.ts";
import type { DiagramDimension, DiagramOption } from "../model/diagram.ts";
import { compareValues } from "./dimensions.ts";
import { FALSE, type Forest, type Ref } from "./forest.ts";

export interface LeafGround {
  readonly forest: Forest;
  readonly dimensions: readonly DiagramDimension[];
  readonly literals: readonly unknown[];
  readonly negated: boolean;
}

/** Where the test, or its negation, is true; both are false of an optional fact that is not known. */
export function readLeaf(leaf: FactLeaf, { forest, dimensions, literals, negated }: LeafGround): Ref {
  const known: Ref[] = [];
  const lines: { readonly options: readonly DiagramOption[]; readonly level: number }[] = [];
  const has: { readonly members: readonly string[]; readonly ref: Ref }[] = [];
  dimensions.forEach((dimension, level) => {
    if (dimension.fact !== leaf.fact) return;
    const mark = (options: readonly boolean[]): Ref => forest.literal(level, options);
    if ("isKnown" in dimension) known.push(mark([false, true]));
    else if ("anyOf" in dimension) has.push({ members: dimension.anyOf, ref: mark([false, true]) });
    else {
      known.push(mark(dimension.options.map((o) => o !== "unknown")));
      lines.push({ options: dimension.options, level });
    }
  });
  if (leaf.operator === "isUnknown") throw new TypeError("a decision of kind one does not read isUnknown");
  if (leaf.operator === "isKnown") return negated ? FALSE : forest.and(known);
  const any = (named?: readonly unknown[]): Ref =>
    forest.or(has.filter(({ members }) => !named || named.includes(members[0])).map(({ ref }) => ref));
  const settled = (): Ref => {
    switch (leaf.operator) {
      case "contains":
      case "containsAny":
        return any(literals);
      case "doesNotContain":
      case "containsNone":
        return forest.not(any(literals));
      case "containsAll":
        return forest.and(literals.map((literal) => any([literal])));
      case "isNotEmpty":
        return any();
      case "isEmpty":
        return forest.not(any());
      default:
        return forest.or(
          lines.map(({ options, level }) =>
            forest.literal(
              level,
              options.map((o) => o !== "unknown" && optionHolds(leaf, o, literals)),
            ),
          ),
        );
    }
  };
  const answer = settled();
  return forest.and([...known, negated ? forest.not(answer) : answer]);
}

/** Whether a test holds for the values of an option: one answer for all of them. */
function optionHolds(
  leaf: FactLeaf,
  option: Exclude<DiagramOption, "unknown">,
  literals: readonly unknown[],
): boolean {
  if ("values" in option) {
    const inside = literals.includes(option.values[0]);
    return leaf.operator === "equal" || leaf.operator === "in" ? inside : !inside;
  }
  const [literal] = literals;
  const [from, to] = [against(option.from, literal, -1), against(option.to, literal, 1)];
  switch (leaf.operator) {
    // The line is cut on both sides of it.
    case "equal":
      return from === 0;
    case "notEqual":
      return from !== 0;
    case "lessThan":
      return to < 0;
    case "lessThanInclusive":
      return to <= 0;
    case "greaterThan":
      return from > 0;
    case "greaterThanInclusive":
      return from >= 0;
    default:
      throw new TypeError(`not an operator of a line: ${leaf.operator}`);
  }
}

/** How an end stands to a literal: before it, at it or after it; an end that is none is as far as can be. */
function against(end: string | number | null, literal: unknown, none: number): number {
  if (end === null) return none;
  return compareValues(end, literal as string | number);
}
