// What a condition may speak about where it stands: which facts, shared conditions and earlier decisions, and
// which tests. The editor offers nothing outside its scope, so an author cannot write an ill-typed sentence.
import {
  isMember,
  isValueOf,
  literalKind,
  namesOf,
  nodesOf,
  operatorsOf,
  reaches,
  type DraftCondition,
  type DraftRuleSet,
  type Fact,
  type FactOperator,
  type Hole,
  type Literal,
} from "@jumelage/engine";

export interface Scope {
  readonly ruleSet: DraftRuleSet;
  /** Decisions of kind `one` before this index may be read. */
  readonly decisionsBefore: number;
  /** Whether tests of what is not known, and of computed states, may stand here. */
  readonly twoValued: boolean;
  /** The shared condition being edited, which must not come back to itself. */
  readonly named?: string;
}

/** The scope of a criterion that speaks for this decision. */
export function scopeOfDecision(ruleSet: DraftRuleSet, decision: string): Scope {
  const index = ruleSet.decisions.findIndex((d) => d.id === decision);
  return {
    ruleSet,
    decisionsBefore: Math.max(index, 0),
    twoValued: ruleSet.decisions[index]?.kind === "many",
  };
}

/** The scope of a shared condition: no decisions, and tests of the unknown only where every reader allows them. */
export function scopeOfNamed(ruleSet: DraftRuleSet, id: string): Scope {
  const names = namesOf(ruleSet);
  const cautious = ruleSet.criteria.some((c) => {
    const kind = names.decisions.get(c.then.decision)?.decision.kind;
    return (
      kind !== "many" &&
      c.when !== undefined &&
      reaches(c.when, names, (n) => "condition" in n && n.condition === id)
    );
  });
  return { ruleSet, decisionsBefore: 0, twoValued: !cautious, named: id };
}

export function factOf(scope: Scope, id: string): Fact | undefined {
  return scope.ruleSet.facts.find((f) => f.id === id);
}

/** The tests offered for a fact here. */
export function operatorsHere(scope: Scope, fact: Fact): readonly FactOperator[] {
  return operatorsOf(fact.type).filter((operator) => operator !== "isUnknown" || scope.twoValued);
}

/** The decisions whose answer may be read here. */
export function decisionsHere(scope: Scope): readonly DraftRuleSet["decisions"][number][] {
  if (scope.named !== undefined) return [];
  return scope.ruleSet.decisions.slice(0, scope.decisionsBefore).filter((d) => d.kind === "one");
}

/** The shared conditions that may stand here. */
export function conditionsHere(scope: Scope): readonly DraftRuleSet["conditions"][number][] {
  const names = namesOf(scope.ruleSet);
  return scope.ruleSet.conditions.filter((c) => {
    if (c.id === scope.named) return false;
    const circular = (n: DraftCondition): boolean => "condition" in n && n.condition === scope.named;
    if (scope.named !== undefined && reaches(c.when, names, circular)) return false;
    return scope.twoValued || !reaches(c.when, names, (n) => "fact" in n && n.operator === "isUnknown");
  });
}

/** Whether a literal may stand after this operator of this fact. */
export function literalFits(
  scope: Scope,
  fact: Fact,
  operator: FactOperator,
  value: Literal | undefined,
): boolean {
  const kind = literalKind(operator);
  if (kind === "none") return value === undefined;
  const one = (literal: unknown): boolean =>
    fact.type === "set" ? typeof literal === "string" && isMember(fact, literal) : isValueOf(fact, literal);
  if (kind === "list") {
    return (
      Array.isArray(value) && value.length > 0 && value.every(one) && new Set(value).size === value.length
    );
  }
  if (typeof value === "object" && "parameter" in value) {
    const parameter = scope.ruleSet.parameters.find((p) => p.id === value.parameter);
    return parameter !== undefined && one(parameter.value);
  }
  return value !== undefined && one(value);
}

/** The parameters whose value may stand after this operator of this fact. */
export function parametersHere(scope: Scope, fact: Fact, operator: FactOperator): DraftRuleSet["parameters"] {
  return scope.ruleSet.parameters.filter((p) => literalFits(scope, fact, operator, { parameter: p.id }));
}

/** Whether a single node (its children aside) may stand here as it is. */
export function nodeFits(scope: Scope, node: DraftCondition): boolean {
  if ("fact" in node) {
    const fact = factOf(scope, node.fact);
    if (!fact || !operatorsHere(scope, fact).includes(node.operator)) return false;
    return literalFits(scope, fact, node.operator, node.value);
  }
  if ("condition" in node) return conditionsHere(scope).some((c) => c.id === node.condition);
  if ("decision" in node) {
    const decision = decisionsHere(scope).find((d) => d.id === node.decision);
    if (!decision || ("state" in node && !scope.twoValued)) return false;
    const named = "state" in node ? node.state : typeof node.value === "string" ? [node.value] : node.value;
    const known = (o: string): boolean => o.startsWith("@") || decision.outcomes.some((x) => x.id === o);
    return named.length > 0 && named.every(known) && new Set(named).size === named.length;
  }
  if ("hole" in node && node.hole.fact !== undefined) {
    const fact = factOf(scope, node.hole.fact);
    return (
      fact !== undefined &&
      (node.hole.operator === undefined || operatorsHere(scope, fact).includes(node.hole.operator))
    );
  }
  return true;
}

/** Whether the whole condition may stand here. */
export function conditionFits(scope: Scope, condition: DraftCondition): boolean {
  for (const { node } of nodesOf<Hole>(condition)) if (!nodeFits(scope, node)) return false;
  return true;
}
