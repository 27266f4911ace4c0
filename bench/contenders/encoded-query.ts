// The query that a careful hand would write for DuckDB over a cohort that is encoded already: small whole numbers for
// facts, bits for the members of sets, NULL for unknown. It has nothing to judge but the criteria.
import {
  INCOMPLETE,
  KNOWN,
  PLAIN,
  SAFETY_UNKNOWN,
  TRUE,
  UNDETERMINED,
  UNKNOWN,
  planOf,
  slotAt,
  type Node,
  type Step,
} from "@jumelage/engine/compile";
import type { RuleSet } from "@jumelage/engine";

export interface EncodedQuery {
  /** One row of counts. */
  readonly sql: string;
  /** What each of them counts: `criterion r: true` and so on. */
  readonly keys: readonly string[];
}

/** The state of a decision that is open, until it is known for which kind of facts. */
const open = -9;

/**
 * Over a table `encoded` with `f<place>` for the code of every fact, `c<place>` and `u<place>` for the members of a set that
 * were chosen and not asked about.
 * @throws TypeError for a test that the program measured does not have
 */
export function encodedQuery(ruleSet: RuleSet): EncodedQuery {
  const plan = planOf(ruleSet);
  /** What is defined, by its name, and in which layer: one above all that it is made of. */
  const layers: string[][] = [];
  const layerOf = new Map<string, number>();
  const define = (name: string, expression: string): string => {
    const names = expression.match(/\b[a-z]+\d+(?:_\d+)?\b/g) ?? [];
    const layer = Math.max(0, ...names.map((n) => 1 + (layerOf.get(n) ?? -1)));
    (layers[layer] ??= []).push(`${expression} AS ${name}`);
    layerOf.set(name, layer);
    return name;
  };
  const made = new Set<number>();
  const node = (id: number): string => {
    const found = plan.nodes[id];
    if (found === undefined) throw new TypeError(`no node ${id}`);
    if (!made.has(id)) {
      made.add(id);
      define(`n${id}`, expressionOf(found));
    }
    return `n${id}`;
  };

  function expressionOf(of: Node): string {
    switch (of.kind) {
      case "constant":
        return of.verdict === TRUE ? "TRUE" : "FALSE";
      case "rows": {
        const holds = among(of.slot, of.verdicts, TRUE);
        const isOpen = among(of.slot, of.verdicts, UNKNOWN);
        return isOpen === "FALSE" ? holds : `CASE WHEN ${isOpen} THEN NULL ELSE ${holds} END`;
      }
      case "overlap": {
        const { whenUnknown } = slotAt(plan.layout, of.slot).fact;
        const bits = (of.masks[0]?.bits ?? 0) >>> 0;
        const unknown = whenUnknown === "ignore" ? `f${of.slot} = ${PLAIN} THEN FALSE WHEN` : "";
        return `CASE WHEN ${unknown} f${of.slot} NOT IN (${INCOMPLETE}, ${KNOWN}) THEN NULL
          WHEN (c${of.slot} & ${bits}) <> 0 THEN ${String(of.wanted)}
          WHEN (u${of.slot} & ${bits}) <> 0 THEN NULL ELSE ${String(!of.wanted)} END`;
      }
      case "all":
        return `(${of.children.map(node).join(" AND ")})`;
      case "any":
        return `(${of.children.map(node).join(" OR ")})`;
      case "outcomes": {
        const { outcomes } = plan.steps[of.decision] ?? { outcomes: [] };
        const possible = (inside: boolean): string =>
          either(
            outcomes.flatMap((_, k) => (of.among.includes(k) === inside ? [`p${of.decision}_${k}`] : [])),
          );
        return `CASE WHEN NOT ${possible(false)} THEN TRUE WHEN NOT ${possible(true)} THEN FALSE ELSE NULL END`;
      }
      case "states":
        return `(s${of.decision} IN (${of.among.join()}))`;
      default:
        throw new TypeError(`the query has no words for ${of.kind}`);
    }
  }

  /** Whether a node is open and rests on safety facts; nothing where it never does. */
  function safety(id: number): readonly string[] {
    const of = plan.nodes[id];
    if (of === undefined) return [];
    if ("slot" in of) return slotAt(plan.layout, of.slot).fact.safety ? [`${node(id)} IS NULL`] : [];
    if (of.kind === "outcomes") return [`(${node(id)} IS NULL AND q${of.decision})`];
    const below = "children" in of ? of.children.flatMap(safety) : [];
    return below.length === 0 ? [] : [`(${node(id)} IS NULL AND ${either(below)})`];
  }

  function outcomesOf(step: Step): readonly string[] {
    return step.outcomes.map(({ criteria }, k) =>
      define(`o${step.index}_${k}`, either(criteria.map((c) => node(c.node)))),
    );
  }

  const counts: { readonly key: string; readonly where: string }[] = [];
  for (const step of plan.steps) {
    const { index: d, decision, otherwise } = step;
    const outcomes = outcomesOf(step);
    if (decision.kind === "many") {
      const earlier = plan.steps.slice(0, d).filter((s) => s.decision.kind === "one");
      outcomes.forEach((o, k) => {
        const isWithheld = step.withholds && step.outcomes[k]?.stop === false;
        const waits = isWithheld ? either(earlier.map((s) => `q${s.index}`)) : "FALSE";
        const name = `outcome ${decision.id} ${step.outcomes[k]?.id ?? ""}`;
        counts.push({ key: `${name}: suggested`, where: `${o} AND NOT ${waits}` });
        counts.push({ key: `${name}: not-suggested`, where: `NOT ${o} AND NOT ${waits}` });
        counts.push({ key: `${name}: withheld`, where: waits });
      });
      continue;
    }
    const walk = outcomes.map((o, k) => `WHEN ${o} IS NULL THEN ${open} WHEN ${o} THEN ${k}`);
    const ends = outcomes.map((o, k) => `WHEN ${o} THEN ${k}`);
    const reached = (k: number): string =>
      ["TRUE", ...outcomes.slice(0, k).map((o) => `${o} IS NOT TRUE`)].join(" AND ");
    const risks = step.outcomes.flatMap(({ criteria }, k) => {
      const rests = criteria.flatMap((c) => safety(c.node));
      return rests.length === 0
        ? []
        : [`(${reached(k)} AND ${outcomes[k] ?? ""} IS NULL AND ${either(rests)})`];
    });
    define(`w${d}`, `CASE ${walk.join(" ")} ELSE ${otherwise} END`);
    define(`e${d}`, `CASE ${ends.join(" ")} ELSE ${otherwise} END`);
    define(`q${d}`, either(risks));
    define(
      `s${d}`,
      `CASE WHEN w${d} <> ${open} THEN w${d} WHEN q${d} THEN ${SAFETY_UNKNOWN} ELSE ${UNDETERMINED} END`,
    );
    outcomes.forEach((o, k) => define(`p${d}_${k}`, `(e${d} = ${k} OR (${reached(k)} AND ${o} IS NULL))`));
    const states = [
      ...step.outcomes.map(({ id }, k) => [id, k] as const),
      ["@undetermined", UNDETERMINED] as const,
      ["@safety-unknown", SAFETY_UNKNOWN] as const,
    ];
    for (const [state, code] of states)
      counts.push({ key: `decision ${decision.id}: ${state}`, where: `s${d} = ${code}` });
  }
  for (const { id, node: root } of plan.criteria) {
    counts.push({ key: `criterion ${id}: true`, where: node(root) });
    counts.push({ key: `criterion ${id}: false`, where: `NOT ${node(root)}` });
  }
  const from = layers.reduce(
    (below, layer, i) => `(SELECT *, ${layer.join(", ")} FROM ${below} AS l${i})`,
    "encoded",
  );
  const selected = counts.map(({ where }) => `count(*) FILTER (WHERE ${where})`);
  return { sql: `SELECT ${selected.join(", ")} FROM ${from} AS answers`, keys: counts.map((c) => c.key) };
}

function either(expressions: readonly string[]): string {
  return expressions.length === 0 ? "FALSE" : `(${expressions.join(" OR ")})`;
}

/** Whether the code of a fact is one of those with a verdict. */
function among(slot: number, verdicts: readonly number[], wanted: number): string {
  const runs: { readonly from: number; to: number }[] = [];
  verdicts.forEach((verdict, code) => {
    if (verdict !== wanted) return;
    const last = runs.at(-1);
    if (last?.to === code - 1) last.to = code;
    else runs.push({ from: code, to: code });
  });
  return either(runs.map(({ from, to }) => `f${slot} BETWEEN ${from} AND ${to}`));
}
