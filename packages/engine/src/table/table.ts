// Criteria as a decision table: a row for a criterion, a column for what it reads. Exact: a criterion that no row can hold
// keeps its sentence, and what a row says read back is the criterion. It changes nothing and decides nothing.
import type { DraftCondition } from "../model/condition.ts";
import type { Path } from "../model/diagnostic.ts";
import type { DraftCriterion, DraftRuleSet } from "../model/rule-set.ts";

/** What a column is about; the answer of a decision is another column than what the decision can only be. */
export interface Column {
  readonly kind: "fact" | "condition" | "decision" | "answer";
  readonly id: string;
}

/** One condition of a criterion, or its negation, in the column of what it reads. */
export interface TableTest {
  readonly column: Column;
  readonly node: DraftCondition;
  /** Where it stands in the criterion's condition. */
  readonly at: Path;
}

/** Tests that must all hold. Without any, everybody passes. */
export type TableLine = readonly TableTest[];

/**
 * How a criterion stands in a table. `rows`: all of `shared` and at least one of `lines`; one line is a plain row.
 * `sentence`: it is nested in a way that rows cannot say.
 */
export type Layout =
  | { readonly kind: "rows"; readonly shared: TableLine; readonly lines: readonly TableLine[] }
  | { readonly kind: "sentence" };

export interface TableEntry {
  readonly criterion: DraftCriterion;
  readonly layout: Layout;
}

export interface DecisionTable {
  readonly columns: readonly Column[];
  /** By outcome in order of precedence; outcomes without a criterion are left out. */
  readonly groups: readonly { readonly outcome: string; readonly entries: readonly TableEntry[] }[];
}

export const subjectKey = ({ kind, id }: Column): string => `${kind}:${id}`;

/** The criteria that speak for a decision, as a table. */
export function decisionTable(ruleSet: DraftRuleSet, decision: string): DecisionTable {
  const outcomes = ruleSet.decisions.find((d) => d.id === decision)?.outcomes ?? [];
  const groups = outcomes.flatMap(({ id }) => {
    const entries = ruleSet.criteria
      .filter((c) => c.then.decision === decision && c.then.outcome === id)
      .map((criterion) => ({ criterion, layout: layoutOf(criterion.when) }));
    return entries.length === 0 ? [] : [{ outcome: id, entries }];
  });
  const layouts = groups.flatMap((g) => g.entries.map((e) => e.layout));
  return { groups, columns: columnsOf(ruleSet, layouts) };
}

/** The columns that rows need, in the order of the vocabulary. */
export function columnsOf(ruleSet: DraftRuleSet, layouts: readonly Layout[]): readonly Column[] {
  const used = new Set(
    layouts
      .flatMap((l) => (l.kind === "rows" ? [l.shared, ...l.lines] : []))
      .flatMap((line) => line.map((t) => subjectKey(t.column))),
  );
  const all: readonly Column[] = [
    ...ruleSet.decisions.flatMap(({ id }): readonly Column[] => [
      { kind: "decision", id },
      { kind: "answer", id },
    ]),
    ...ruleSet.facts.map(({ id }): Column => ({ kind: "fact", id })),
    ...ruleSet.conditions.map(({ id }): Column => ({ kind: "condition", id })),
  ];
  return all.filter((column) => used.has(subjectKey(column)));
}

/** How a condition stands in a table. */
export function layoutOf(when: DraftCondition | undefined): Layout {
  if (when === undefined) return { kind: "sentence" };
  const whole: Place = { node: when, at: [], negated: false };
  const line = together(whole);
  if (line) return { kind: "rows", shared: [], lines: [line] };
  const lines = apart(whole);
  if (lines) return { kind: "rows", shared: [], lines };
  const members = whole.node && membersOf(whole, "together");
  if (!members) return { kind: "sentence" };
  const shared = members.flatMap((m) => together(m) ?? []);
  const rest = members.filter((m) => together(m) === undefined);
  const [only] = rest;
  const ways = rest.length === 1 && only ? apart(only) : undefined;
  // One cell cannot say what all rows share and what each adds.
  const taken = new Set(shared.map((t) => subjectKey(t.column)));
  const clear = ways?.every((l) => l.every((t) => !taken.has(subjectKey(t.column))));
  return ways && clear === true ? { kind: "rows", shared, lines: ways } : { kind: "sentence" };
}

/** The condition that rows say. */
export function readBack({ shared, lines }: Extract<Layout, { kind: "rows" }>): DraftCondition {
  const ways = lines.map((line) =>
    joined(
      "all",
      line.map((t) => t.node),
    ),
  );
  const way = joined("any", ways);
  if (shared.length === 0) return way;
  return { all: [...shared.map((t) => t.node), way] };
}

function joined(kind: "all" | "any", nodes: readonly DraftCondition[]): DraftCondition {
  const [first] = nodes;
  if (first === undefined) return { always: true };
  if (nodes.length === 1) return first;
  return kind === "all" ? { all: nodes } : { any: nodes };
}

/** A node where it stands, read as it is or negated: a negation is read pushed down to the leaves (SPEC.md V4). */
interface Place {
  readonly node: DraftCondition;
  readonly at: Path;
  readonly negated: boolean;
}

/** The members of a group that must all hold, or of which one must; undefined for any other node. */
function membersOf({ node, at, negated }: Place, how: "together" | "apart"): readonly Place[] | undefined {
  if ("not" in node) return membersOf({ node: node.not, at: [...at, "not"], negated: !negated }, how);
  const below = (list: readonly DraftCondition[], ...steps: Path): readonly Place[] =>
    list.map((child, i) => ({ node: child, at: [...at, ...steps, i], negated }));
  if ("all" in node) return (how === "together") === !negated ? below(node.all, "all") : undefined;
  if ("any" in node) return (how === "apart") === !negated ? below(node.any, "any") : undefined;
  if (!("atLeast" in node)) return undefined;
  const { count, of } = node.atLeast;
  const [every, some] = [count === of.length, count === 1];
  const fits = (how === "together") === !negated ? every : some;
  return fits ? below(of, "atLeast", "of") : undefined;
}

/** A node as tests that must all hold, where it is that. */
function together(place: Place): TableLine | undefined {
  const { node, at, negated } = place;
  const members = membersOf(place, "together");
  if (members) {
    const lines = members.map(together);
    return lines.every((l) => l !== undefined) ? lines.flat() : undefined;
  }
  if ("not" in node) return together({ node: node.not, at: [...at, "not"], negated: !negated });
  if ("always" in node) return negated ? undefined : [];
  const column = columnOf(node, negated);
  return column && [{ column, node: negated ? { not: node } : node, at }];
}

/** A node as lines of which one must hold, where it is that. */
function apart(place: Place): readonly TableLine[] | undefined {
  const members = membersOf(place, "apart");
  if (!members) return undefined;
  const lines = members.map((m) => {
    const line = together(m);
    return line ? [line] : apart(m);
  });
  return lines.every((l) => l !== undefined) ? lines.flat() : undefined;
}

function columnOf(node: DraftCondition, negated: boolean): Column | undefined {
  if ("fact" in node) return { kind: "fact", id: node.fact };
  if ("condition" in node) return { kind: "condition", id: node.condition };
  if ("decision" in node) return { kind: "state" in node ? "answer" : "decision", id: node.decision };
  if ("hole" in node && node.hole.fact !== undefined && !negated) return { kind: "fact", id: node.hole.fact };
  return undefined;
}
