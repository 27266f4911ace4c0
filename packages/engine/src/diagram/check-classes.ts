// The classes of values in a diagram, checked against the vocabulary and against every test of the rule set: each value
// of a fact is in exactly one class, and no test tells two values of a class apart.
import type { FactLeaf } from "../model/condition.ts";
import { dayNumber } from "../model/date.ts";
import type { DiagramDimension, DiagramOption } from "../model/diagram.ts";
import type { Fact } from "../model/fact.ts";
import { stepsIn } from "../model/steps.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { present } from "../present.ts";

/** Thrown where a test is not settled by the classes. */
export class Unfit extends Error {}

type Line = Extract<DiagramDimension, { options: unknown }>;
type Class = Exclude<DiagramOption, "unknown">;

/** Whether the dimensions split the persons of this vocabulary into classes, fact by fact. */
export function checkDimensions(ruleSet: RuleSet, dimensions: readonly DiagramDimension[]): boolean {
  const own = (fact: string): readonly DiagramDimension[] => dimensions.filter((d) => d.fact === fact);
  const read = [...new Set(dimensions.map((d) => d.fact))];
  const facts = read.map((id) => ruleSet.facts.find((f) => f.id === id));
  // The dimensions of a fact stand together.
  if (dimensions.filter((d, i) => d.fact !== dimensions[i - 1]?.fact).length !== read.length) return false;
  // A part and its total, or two totals of one part, would not be independent of each other.
  const parts = ruleSet.facts.flatMap((f) => f.derive?.sum ?? []);
  const totals = facts.flatMap((f) => f?.derive?.sum ?? []);
  if (read.some((id) => parts.includes(id)) || new Set(totals).size < totals.length) return false;
  return facts.every((fact) => {
    if (!fact) return false;
    const [first, ...rest] = own(fact.id);
    if (fact.type === "set") return isSplitSet(fact, own(fact.id));
    return (
      first !== undefined && "options" in first && rest.length === 0 && isSplitLine(ruleSet, fact, first)
    );
  });
}

function isSplitSet(fact: Fact, own: readonly DiagramDimension[]): boolean {
  const members = own.flatMap((d) => ("anyOf" in d ? d.anyOf : []));
  const asked = own.filter((d) => "isKnown" in d).length;
  return (
    own.every((d, i) => !("options" in d) && ("anyOf" in d || i === 0)) &&
    asked === (fact.whenUnknown === "ignore" ? 1 : 0) &&
    new Set(members).size === members.length &&
    members.every((m) => present(fact.values).some((v) => v.id === m))
  );
}

function isSplitLine(ruleSet: RuleSet, fact: Fact, { options, sum }: Line): boolean {
  const unknown = options.filter((o) => o === "unknown").length;
  if (unknown !== (fact.whenUnknown === "ignore" ? 1 : 0)) return false;
  const told = (fact.derive?.sum ?? []).map((id) => {
    const part = ruleSet.facts.find((f) => f.id === id);
    const ends = part?.range ? [Math.ceil(part.range.min), Math.floor(part.range.max)] : [null, null];
    return [id, ...ends, typeof part?.whenUnknown === "object"];
  });
  const given = (sum ?? []).map((p) => [p.fact, p.min, p.max, p.assumed === true]);
  if (JSON.stringify(told) !== JSON.stringify(given)) return false;
  const classes = options.filter((o) => o !== "unknown");
  if (fact.type === "boolean" || fact.type === "enum") {
    const all = fact.type === "boolean" ? [false, true] : present(fact.values).map((v) => v.id);
    // Every class is one of values, and they are all there are.
    const values = classes.map(valuesOf);
    const flat = values.flat();
    return (
      values.every((v) => v.length > 0) && flat.length === all.length && all.every((v) => flat.includes(v))
    );
  }
  const spans = classes.map((o) => spanOf(fact, o));
  const { first, last } =
    fact.type === "date"
      ? { first: placeOf(fact, "0000-01-01"), last: placeOf(fact, "9999-12-31") }
      : stepsIn(fact.range ?? { min: -Infinity, max: Infinity }, fact.scale ?? 0);
  return (
    spans.every((s, i) => s !== undefined && (i === 0 || s[0] === (spans[i - 1]?.[1] ?? Number.NaN) + 1)) &&
    (spans[0]?.[0] ?? Infinity) <= first &&
    (spans.at(-1)?.[1] ?? -Infinity) >= last
  );
}

/** The first and last place of a class on the fact's line. */
function spanOf(fact: Fact, option: Class): readonly [number, number] | undefined {
  if (!("from" in option)) return undefined;
  return [
    option.from === null ? -Infinity : Math.round(placeOf(fact, option.from)),
    option.to === null ? Infinity : Math.round(placeOf(fact, option.to)),
  ];
}

/** The single values of a class that has such. */
function valuesOf(option: Class): readonly unknown[] {
  return "values" in option ? option.values : [];
}

function placeOf(fact: Fact, value: unknown): number {
  if (fact.type === "date") return dayNumber(String(value)) ?? Number.NaN;
  return typeof value === "number" ? value * 10 ** (fact.scale ?? 0) : Number.NaN;
}

/** A dimension at one of the marked options. */
export interface ClassTest {
  readonly level: number;
  readonly options: readonly boolean[];
}

/**
 * Where a test of a complete person is true (or false, when not wanted), as alternatives of tests of dimensions.
 * A test of an optional fact that is not known is neither.
 * @throws Unfit when the classes do not settle it.
 */
export function leafClasses(
  ruleSet: RuleSet,
  dimensions: readonly DiagramDimension[],
  { leaf, wanted }: { readonly leaf: FactLeaf; readonly wanted: boolean },
): readonly (readonly ClassTest[])[] {
  const fact = ruleSet.facts.find((f) => f.id === leaf.fact);
  const own = dimensions.flatMap((dimension, level) =>
    dimension.fact === leaf.fact ? [{ dimension, level }] : [],
  );
  if (!fact || leaf.operator === "isUnknown") throw new Unfit();
  const literals = literalsOf(ruleSet, leaf);
  if (leaf.operator === "isKnown" && !wanted) return [];
  if (fact.type === "set") return setClasses(fact, own, { leaf, wanted, literals });
  const [first] = own;
  if (!first || !("options" in first.dimension)) throw new Unfit();
  const options = first.dimension.options.map(
    (option) => option !== "unknown" && holdsFor(fact, option, { leaf, literals }) === wanted,
  );
  return [[{ level: first.level, options }]];
}

interface SetTest {
  readonly leaf: FactLeaf;
  readonly wanted: boolean;
  readonly literals: readonly unknown[];
}
type Own = readonly { readonly dimension: DiagramDimension; readonly level: number }[];

function setClasses(
  fact: Fact,
  own: Own,
  { leaf, wanted, literals }: SetTest,
): readonly (readonly ClassTest[])[] {
  const known = own.flatMap(({ dimension, level }) =>
    "isKnown" in dimension ? [{ level, options: [false, true] }] : [],
  );
  if (leaf.operator === "isKnown") return [known];
  const all = present(fact.values).map((v) => v.id);
  const named = leaf.operator.endsWith("mpty") ? all : literals;
  const groups = own.flatMap(({ dimension, level }) =>
    "anyOf" in dimension ? [{ members: dimension.anyOf, level }] : [],
  );
  const touched = groups.filter((g) => g.members.some((m) => named.includes(m)));
  // A group answers only for all of its members together, and "all of them" only for a member on its own.
  const fits = touched.every((g) => g.members.every((m) => named.includes(m)));
  const covered = named.every((m) => touched.some((g) => g.members.some((member) => member === m)));
  const apart = leaf.operator === "containsAll";
  if (!fits || !covered || (apart && touched.some((g) => g.members.length > 1))) throw new Unfit();
  const negative = ["doesNotContain", "containsNone", "isEmpty"].includes(leaf.operator);
  const isThere = wanted !== negative;
  const tests = touched.map(({ level }) => ({ level, options: [!isThere, isThere] }));
  // Any of them, except where all must be there, or none may be.
  return apart === isThere ? [[...known, ...tests]] : tests.map((test) => [...known, test]);
}

function literalsOf(ruleSet: RuleSet, { value }: FactLeaf): readonly unknown[] {
  if (value === undefined) return [];
  if (typeof value !== "object") return [value];
  return "parameter" in value ? [ruleSet.parameters.find((p) => p.id === value.parameter)?.value] : value;
}

interface LineTest {
  readonly leaf: FactLeaf;
  readonly literals: readonly unknown[];
}

/** The one answer of a test for every value of a class. */
function holdsFor(fact: Fact, option: Class, { leaf, literals }: LineTest): boolean {
  if (leaf.operator === "isKnown") return true;
  const span = spanOf(fact, option);
  const places = literals.map((l) => Math.round(placeOf(fact, l)));
  // Where a comparison changes within it, it does so between its ends or at a literal inside.
  const answers = span
    ? [...span, ...places.filter((p) => p >= span[0] && p <= span[1])].map((p) => isTrue(leaf, p, places))
    : valuesOf(option).map((v) => isTrue(leaf, v, literals));
  const [answer] = answers;
  if (answer === undefined || answers.includes(!answer)) throw new Unfit();
  return answer;
}

function isTrue(leaf: FactLeaf, value: unknown, literals: readonly unknown[]): boolean {
  const [actual, literal] = [Number(value), Number(literals[0])];
  switch (leaf.operator) {
    case "equal":
    case "in":
      return literals.includes(value);
    case "notEqual":
    case "notIn":
      return !literals.includes(value);
    case "lessThan":
      return actual < literal;
    case "lessThanInclusive":
      return actual <= literal;
    case "greaterThan":
      return actual > literal;
    case "greaterThanInclusive":
      return actual >= literal;
    default:
      throw new Unfit();
  }
}
