// Which values of a fact are closer to an ordinary person's, the most ordinary first: no, the first of a list, the
// least number, nothing in a set; a plain value rather than one that cannot be relied on.
import {
  canonicalJson,
  isValueOf,
  nodesOf,
  type Condition,
  type Fact,
  type Formula,
  type LocalDate,
  type Question,
} from "@jumelage/engine";

/** Values to try instead of `own`, the most ordinary first; `own` itself is not among them, nor anything after it. */
export function plainerValues(
  question: Question,
  fact: Fact,
  { own, at }: { readonly own: unknown; readonly at: LocalDate },
): readonly unknown[] {
  if (!isEnvelope(own)) return before(own, ordinary(question, fact, { own, at }));
  const plain = ordinary(question, fact, { own: own.value, at });
  return before(own, [...plain, ...softened(fact, own, plain)]);
}

function before(own: unknown, all: readonly unknown[]): readonly unknown[] {
  const place = all.findIndex((v) => canonicalJson(v) === canonicalJson(own));
  return place < 0 ? all : all.slice(0, place);
}

/** A value with what is said about it: when it was observed, which members were asked about. */
function isEnvelope(own: unknown): own is { readonly value: unknown } {
  return typeof own === "object" && own !== null && "value" in own;
}

function ordinary(
  question: Question,
  fact: Fact,
  { own, at }: { readonly own: unknown; readonly at: LocalDate },
): readonly unknown[] {
  switch (fact.type) {
    case "boolean":
      return [false, true];
    case "enum":
      return membersOf(fact);
    case "set": {
      const chosen = Array.isArray(own) ? own.map(String) : [];
      // Any one member alone, then all but one.
      return distinct([
        [],
        ...chosen.map((m) => [m]),
        ...chosen.map((m) => chosen.filter((other) => other !== m)),
        chosen,
      ]);
    }
    case "integer":
    case "decimal": {
      const scale = fact.scale ?? 0;
      const step = 10 ** -scale;
      const least = fact.range?.min ?? 0;
      const near = literalsOf(question, fact.id)
        .filter((v): v is number => typeof v === "number")
        .flatMap((v) => [v - step, v, v + step]);
      const numbers = [least, ...near, ...(typeof own === "number" ? [own] : [])]
        .map((v) => Number(v.toFixed(scale)))
        .filter((v) => isValueOf(fact, v));
      return distinct(numbers.sort((a, b) => Math.abs(a - least) - Math.abs(b - least)));
    }
    case "date":
      return distinct([at, ...literalsOf(question, fact.id).filter((v) => isValueOf(fact, v)), own]);
    default:
      return fact.type satisfies never;
  }
}

/** A doubtful or partly asked value with a more ordinary value inside. */
function softened(
  fact: Fact,
  own: { readonly value: unknown },
  plain: readonly unknown[],
): readonly unknown[] {
  const envelopes = [own, ...("of" in own && "observedOn" in own ? [without(own, "of")] : [])];
  const inside = envelopes.flatMap((e) => plain.map((value) => ({ ...e, value })));
  if (!("of" in own) || "observedOn" in own || !Array.isArray(own.of)) return inside;
  // As many members as possible were asked about.
  const all = membersOf(fact);
  const asked: readonly unknown[] = own.of;
  const wider = all.filter((m) => !asked.includes(m)).map((m) => all.filter((other) => other !== m));
  return [...wider.flatMap((of) => plain.map((value) => ({ value, of }))), ...inside];
}

/** The members of an enum or a set that can still be chosen. */
function membersOf({ values = [] }: Fact): readonly string[] {
  return values.filter((v) => v.retired !== true).map((v) => v.id);
}

function without(own: object, key: string): object {
  return Object.fromEntries(Object.entries(own).filter(([k]) => k !== key));
}

/** Every literal that the question or its rule sets compare the fact with. */
function literalsOf({ worlds, ask }: Question, fact: string): readonly unknown[] {
  const inCondition = (condition: Condition, parameters: ReadonlyMap<string, number>): readonly unknown[] =>
    [...nodesOf(condition)].flatMap(({ node }): unknown => {
      if (!("fact" in node) || node.fact !== fact || node.value === undefined) return [];
      const { value } = node;
      return typeof value === "object" && "parameter" in value
        ? (parameters.get(value.parameter) ?? [])
        : value;
    });
  const inWorlds = worlds.flatMap(({ ruleSet }) => {
    const parameters = new Map(ruleSet.parameters.map((p) => [p.id, p.value]));
    const conditions = [...ruleSet.conditions, ...ruleSet.criteria].map((c) => c.when);
    return [...conditions, ...conditionsIn(ask)].flatMap((c) => inCondition(c, parameters));
  });
  return distinct(inWorlds);
}

function conditionsIn(formula: Formula): readonly Condition[] {
  if ("all" in formula) return formula.all.flatMap(conditionsIn);
  if ("any" in formula) return formula.any.flatMap(conditionsIn);
  if ("not" in formula) return conditionsIn(formula.not);
  if ("holds" in formula) return [formula.holds];
  return "of" in formula ? [formula.of] : [];
}

function distinct<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((v) => [canonicalJson(v), v])).values()];
}
