// One change at one place of a rule set, and nothing else: everything off the way to the place is shared with the
// original. Whether the result is well typed is not judged here.
import type { Path } from "../model/diagnostic.ts";
import type { Fault } from "../model/lab.ts";
import type { Outcome, RuleSet } from "../model/rule-set.ts";

/** The rule set with the fault in it. */
export function applyFault(ruleSet: RuleSet, { kind, at, after }: Fault): RuleSet {
  if (kind !== "precedence") return replaced(ruleSet, at, after) as RuleSet;
  const outcomes = valueAt(ruleSet, at) as readonly Outcome[];
  const order = after as readonly string[];
  return replaced(
    ruleSet,
    at,
    order.flatMap((id) => outcomes.filter((o) => o.id === id)),
  ) as RuleSet;
}

/** What stands at a place of a document; undefined where nothing does. */
export function valueAt(document: unknown, at: Path): unknown {
  return at.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    document,
  );
}

/** The document with another value at one place; null takes the member, or the key, away. */
function replaced(document: unknown, at: Path, value: unknown): unknown {
  const [step, ...rest] = at;
  if (step === undefined) return value;
  const next = rest.length === 0 ? value : replaced(valueAt(document, [step]), rest, value);
  const gone = next === null && rest.length === 0;
  if (Array.isArray(document)) {
    return document.flatMap((member: unknown, i) => (i !== step ? [member] : gone ? [] : [next]));
  }
  const entries = Object.entries(document as object);
  // A key that is there already keeps its place.
  return Object.fromEntries(gone ? entries.filter(([key]) => key !== step) : [...entries, [step, next]]);
}
