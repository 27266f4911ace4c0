// Edits of one condition of the sentence: what it is about, its test, its value. Each keeps what still makes sense and
// leaves a hole for what does not, so that a draft is never ill-typed and nothing typed is lost. Groups are `edit-condition.ts`'s.
import {
  literalKind,
  type DraftCondition,
  type FactOperator,
  type Literal,
  type Path,
} from "@jumelage/engine";
import { gap, groupOf, makeGroup, nodeAt, replaceAt } from "./edit-condition.ts";
import { decisionsHere, factOf, literalFits, nodeFits, operatorsHere, type Scope } from "./scope.ts";

/** What a condition can be about. */
export type Subject =
  | { readonly kind: "fact"; readonly id: string }
  | { readonly kind: "condition"; readonly id: string }
  | { readonly kind: "decision"; readonly id: string }
  | { readonly kind: "always" };

/** The tree with a condition about something else; operator and value are kept where they still make sense. */
export function setSubject(root: DraftCondition, path: Path, subject: Subject, scope: Scope): DraftCondition {
  const before = nodeAt(root, path);
  if (!before) return root;
  return replaceAt(root, path, about(before, subject, scope));
}

function about(before: DraftCondition, subject: Subject, scope: Scope): DraftCondition {
  switch (subject.kind) {
    case "always":
      return { always: true };
    case "condition": {
      const node = { condition: subject.id };
      return nodeFits(scope, node) ? node : before;
    }
    case "decision": {
      const first = decisionsHere(scope).find((d) => d.id === subject.id)?.outcomes[0];
      return first ? { decision: subject.id, operator: "equal", value: first.id } : before;
    }
    case "fact": {
      const fact = factOf(scope, subject.id);
      if (!fact) return before;
      const said = saidOf(before);
      const allowed = operatorsHere(scope, fact);
      const kept = said.operator !== undefined && allowed.includes(said.operator);
      const operator = kept && said.operator !== undefined ? said.operator : defaultOperator(allowed);
      return leafOrHole(scope, { fact: fact.id, operator, value: kept ? said.value : undefined });
    }
    default:
      return subject satisfies never;
  }
}

/** What a leaf or a gap says so far. */
function saidOf(node: DraftCondition): Partial<Said> {
  if ("fact" in node) return node;
  if (!("hole" in node)) return {};
  const { fact, operator } = node.hole;
  return { ...(fact === undefined ? {} : { fact }), ...(operator === undefined ? {} : { operator }) };
}

function defaultOperator(allowed: readonly FactOperator[]): FactOperator {
  const liked: readonly FactOperator[] = ["greaterThanInclusive", "contains", "equal"];
  return liked.find((o) => allowed.includes(o)) ?? "isKnown";
}

interface Said {
  readonly fact: string;
  readonly operator: FactOperator;
  readonly value?: Literal | undefined;
  readonly text?: string;
}

/** A leaf when what was said is complete and in range, else a hole that keeps what was said. */
function leafOrHole(scope: Scope, { fact: id, operator, value, text }: Said): DraftCondition {
  const fact = factOf(scope, id);
  if (!fact) return gap;
  const takes = literalKind(operator);
  const said =
    takes === "none"
      ? undefined
      : (value ?? (fact.type === "boolean" && text === undefined ? true : undefined));
  if (literalFits(scope, fact, operator, said)) {
    return said === undefined ? { fact: id, operator } : { fact: id, operator, value: said };
  }
  return { hole: { fact: id, operator, ...(text ? { text: cleaned(text) } : {}) } };
}

/** Text as a document may hold it: normalised, without hidden characters, of a modest length. */
function cleaned(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .slice(0, 200);
}

/** The tree with another test; the value is kept, wrapped into a list or taken out of one, where it can be. */
export function setOperator(
  root: DraftCondition,
  path: Path,
  operator: FactOperator,
  scope: Scope,
): DraftCondition {
  const before = nodeAt(root, path);
  const said = before ? saidOf(before) : {};
  const fact = said.fact === undefined ? undefined : factOf(scope, said.fact);
  if (!fact || !operatorsHere(scope, fact).includes(operator)) return root;
  return replaceAt(
    root,
    path,
    leafOrHole(scope, { fact: fact.id, operator, value: reshaped(said.value, operator) }),
  );
}

function reshaped(value: Literal | undefined, operator: FactOperator): Literal | undefined {
  const takes = literalKind(operator);
  if (takes === "none" || value === undefined) return undefined;
  const list = Array.isArray(value);
  if (takes === "list") return list ? value : typeof value === "object" ? undefined : [value];
  if (!list) return value;
  return value.length === 1 ? (value[0] as Literal) : undefined;
}

/**
 * The tree with another value. What is not a value here (out of range, not a number, nothing chosen) leaves a hole
 * that keeps `text`, so that what was typed is never lost and never ill-typed.
 */
export function setValue(
  root: DraftCondition,
  path: Path,
  { value, text }: { readonly value?: Literal | undefined; readonly text?: string },
  scope: Scope,
): DraftCondition {
  const before = nodeAt(root, path);
  const said = before ? saidOf(before) : {};
  if (said.fact === undefined || said.operator === undefined) return root;
  return replaceAt(
    root,
    path,
    leafOrHole(scope, { fact: said.fact, operator: said.operator, value, text: text ?? "" }),
  );
}

/** The tree with other outcomes of an earlier decision; an empty choice changes nothing. */
export function setOutcomes(
  root: DraftCondition,
  path: Path,
  outcomes: readonly string[],
  scope: Scope,
): DraftCondition {
  const before = nodeAt(root, path);
  const first = outcomes[0];
  if (!before || !("decision" in before) || first === undefined) return root;
  const { decision } = before;
  const computed = outcomes.some((o) => o.startsWith("@"));
  const node: DraftCondition =
    "state" in before || computed
      ? { decision, state: outcomes }
      : outcomes.length === 1
        ? { decision, operator: "equal", value: first }
        : { decision, operator: "in", value: outcomes };
  return nodeFits(scope, node) ? replaceAt(root, path, node) : root;
}

/** The condition with every node that may not stand here turned into a hole (a criterion given another decision). */
export function fitted(condition: DraftCondition, scope: Scope): DraftCondition {
  const group = groupOf(condition);
  if (group)
    return makeGroup(
      group.kind,
      group.members.map((m) => fitted(m.node, scope)),
      group.count,
    );
  if (nodeFits(scope, condition)) return condition;
  const said = saidOf(condition);
  const fact = said.fact === undefined ? undefined : factOf(scope, said.fact);
  return fact ? { hole: { fact: fact.id } } : gap;
}
