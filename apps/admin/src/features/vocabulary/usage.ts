// Which criteria rest on a fact, a threshold or a named condition, directly or through named conditions and sums; and
// within which bounds a threshold makes sense, from the facts it is compared with.
import {
  nodesOf,
  type DraftCondition,
  type DraftRuleSet,
  type Fact,
  type Hole,
  type Literal,
} from "@jumelage/engine";

export interface Usage {
  readonly facts: ReadonlyMap<string, readonly string[]>;
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly conditions: ReadonlyMap<string, readonly string[]>;
}

/** For each entry the ids of the criteria that read it, in the order of the document. */
export function usageOf(ruleSet: DraftRuleSet): Usage {
  const facts = new Map<string, string[]>();
  const parameters = new Map<string, string[]>();
  const conditions = new Map<string, string[]>();
  const named = new Map(ruleSet.conditions.map((c) => [c.id, c.when]));
  const sums = new Map(ruleSet.facts.map((f) => [f.id, f.derive?.sum ?? []]));
  const add = (map: Map<string, string[]>, key: string, criterion: string): void => {
    const list = map.get(key) ?? [];
    if (!list.includes(criterion)) map.set(key, [...list, criterion]);
  };
  const walk = (when: DraftCondition, criterion: string, inside: readonly string[]): void => {
    for (const { node } of nodesOf<Hole>(when)) {
      if ("condition" in node) {
        add(conditions, node.condition, criterion);
        const definition = named.get(node.condition);
        if (definition && !inside.includes(node.condition))
          walk(definition, criterion, [...inside, node.condition]);
      }
      if ("fact" in node) {
        add(facts, node.fact, criterion);
        for (const part of sums.get(node.fact) ?? []) add(facts, part, criterion);
        const parameter = parameterIn(node.value);
        if (parameter !== undefined) add(parameters, parameter, criterion);
      }
    }
  };
  for (const criterion of ruleSet.criteria) if (criterion.when) walk(criterion.when, criterion.id, []);
  return { facts, parameters, conditions };
}

function parameterIn(value: Literal | undefined): string | undefined {
  return typeof value === "object" && "parameter" in value ? value.parameter : undefined;
}

export interface Bounds {
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** Decimals the facts allow; 0 for whole numbers. */
  readonly scale: number;
}

/** What a threshold may be, by the facts it is compared with. */
export function boundsOf(ruleSet: DraftRuleSet, parameter: string): Bounds {
  const facts = new Map(ruleSet.facts.map((f) => [f.id, f]));
  const compared: Fact[] = [];
  for (const when of [...ruleSet.conditions.map((c) => c.when), ...ruleSet.criteria.map((c) => c.when)]) {
    for (const { node } of when ? nodesOf<Hole>(when) : []) {
      const fact = "fact" in node && parameterIn(node.value) === parameter ? facts.get(node.fact) : undefined;
      if (fact) compared.push(fact);
    }
  }
  const mins = compared.flatMap((f) => f.range?.min ?? []);
  const maxs = compared.flatMap((f) => f.range?.max ?? []);
  return {
    min: mins.length === 0 ? undefined : Math.max(...mins),
    max: maxs.length === 0 ? undefined : Math.min(...maxs),
    scale:
      compared.length === 0
        ? 6
        : Math.min(...compared.map((f) => (f.type === "decimal" ? (f.scale ?? 0) : 0))),
  };
}

/** A number as people type it, with a comma or a point; undefined when it is none or breaks the bounds. */
export function numberWithin(typed: string, bounds: Bounds): number | undefined {
  const text = typed
    .trim()
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(",", ".");
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  if (bounds.min !== undefined && value < bounds.min) return undefined;
  if (bounds.max !== undefined && value > bounds.max) return undefined;
  return Number(value.toFixed(bounds.scale)) === value ? value : undefined;
}
