// Names: every id is used once in its list, and every reference names something declared.
import { collector, type Diagnostic, type Path } from "../diagnostic.ts";
import type { DraftRuleSet } from "../rule-set.ts";

/** What a document declares, by id. */
export interface Names {
  readonly facts: ReadonlyMap<string, DraftRuleSet["facts"][number]>;
  readonly parameters: ReadonlyMap<string, DraftRuleSet["parameters"][number]>;
  readonly conditions: ReadonlyMap<string, DraftRuleSet["conditions"][number]>;
  /** Each decision with its place in the order of the document. */
  readonly decisions: ReadonlyMap<
    string,
    { readonly decision: DraftRuleSet["decisions"][number]; readonly index: number }
  >;
}

/** Looks every declared id up once. */
export function namesOf(doc: DraftRuleSet): Names {
  return {
    facts: new Map(doc.facts.map((f) => [f.id, f])),
    parameters: new Map(doc.parameters.map((p) => [p.id, p])),
    conditions: new Map(doc.conditions.map((c) => [c.id, c])),
    decisions: new Map(doc.decisions.map((decision, index) => [decision.id, { decision, index }])),
  };
}

/** `duplicate-id` for each id used twice in its list, `undeclared-statement` for each reference to no source. */
export function checkNames(doc: DraftRuleSet): readonly Diagnostic[] {
  const { found, add } = collector();
  const unique = (items: readonly { readonly id: string }[], at: Path): void => {
    const first = new Map<string, number>();
    items.forEach((item, i) => {
      const earlier = first.get(item.id);
      if (earlier === undefined) first.set(item.id, i);
      else add("duplicate-id", [...at, i, "id"], { id: item.id }, [[...at, earlier, "id"]]);
    });
  };
  unique(doc.sources, ["sources"]);
  unique(doc.parameters, ["parameters"]);
  unique(doc.facts, ["facts"]);
  unique(doc.conditions, ["conditions"]);
  unique(doc.decisions, ["decisions"]);
  unique(doc.criteria, ["criteria"]);
  unique(doc.properties, ["properties"]);
  doc.facts.forEach((f, i) => unique(f.values ?? [], ["facts", i, "values"]));
  doc.decisions.forEach((d, i) => unique(d.outcomes, ["decisions", i, "outcomes"]));

  const statements = new Map<string, Path>();
  doc.sources.forEach((source, i) =>
    source.statements.forEach((statement, j) => {
      const at = ["sources", i, "statements", j, "id"];
      const earlier = statements.get(statement.id);
      if (earlier) add("duplicate-id", at, { id: statement.id }, [earlier]);
      else statements.set(statement.id, at);
    }),
  );
  const cited = (refs: readonly string[], at: Path): void =>
    refs.forEach((ref, i) => {
      if (!statements.has(ref)) add("undeclared-statement", [...at, "sources", i], { statement: ref });
    });
  doc.parameters.forEach((p, i) => cited(p.sources, ["parameters", i]));
  doc.facts.forEach((f, i) => cited(f.sources, ["facts", i]));
  doc.criteria.forEach((c, i) => cited(c.sources, ["criteria", i]));
  return found;
}
