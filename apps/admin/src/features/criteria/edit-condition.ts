// Edits of a condition as pure functions: a tree, a path and an intention in; a tree out that stands within its
// scope. What cannot be kept becomes a hole the author can see; nothing is thrown. Words and pictures are elsewhere.
import type { DraftCondition, FactOperator, Literal, Path } from "@jumelage/engine";
import { literalKind } from "@jumelage/engine";
import { decisionsHere, factOf, literalFits, nodeFits, operatorsHere, type Scope } from "./scope.ts";

export type GroupKind = "all" | "any" | "none" | "atLeast";

export interface Member {
  readonly at: Path;
  readonly node: DraftCondition;
}

/** A node read as a group of the sentence: « toutes », « au moins une », « aucune », « au moins n ». */
export interface Group {
  readonly kind: GroupKind;
  readonly count: number;
  readonly members: readonly Member[];
}

/** A gap with nothing said yet. */
export const gap: DraftCondition = { hole: {} };
/** `atLeast` holds at most this many conditions (SPEC section 2). */
const mostCounted = 10;
/** Deeper groups would no longer read as a sentence. */
export const deepestGroup = 3;

/** The group a node is, or undefined for a single condition. `not` reads as « aucune de ces conditions ». */
export function groupOf(node: DraftCondition, at: Path = []): Group | undefined {
  const members = (list: readonly DraftCondition[], below: Path): readonly Member[] =>
    list.map((member, i) => ({ at: [...at, ...below, i], node: member }));
  if ("all" in node) return { kind: "all", count: 0, members: members(node.all, ["all"]) };
  if ("any" in node) return { kind: "any", count: 0, members: members(node.any, ["any"]) };
  if ("atLeast" in node) {
    return {
      kind: "atLeast",
      count: node.atLeast.count,
      members: members(node.atLeast.of, ["atLeast", "of"]),
    };
  }
  if (!("not" in node)) return undefined;
  if ("any" in node.not) return { kind: "none", count: 0, members: members(node.not.any, ["not", "any"]) };
  return { kind: "none", count: 0, members: [{ at: [...at, "not"], node: node.not }] };
}

/** A group of this kind over these members; at least one member is needed. */
export function makeGroup(kind: GroupKind, members: readonly DraftCondition[], count = 2): DraftCondition {
  switch (kind) {
    case "all":
      return { all: members };
    case "any":
      return { any: members };
    case "none":
      return { not: { any: members } };
    case "atLeast":
      return members.length > mostCounted
        ? { all: members }
        : { atLeast: { count: Math.max(1, Math.min(count, members.length)), of: members } };
    default:
      return kind satisfies never;
  }
}

/** The node at a path, or undefined where the path leads nowhere. */
export function nodeAt(root: DraftCondition, path: Path): DraftCondition | undefined {
  let here: unknown = root;
  for (const step of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Readonly<Record<string | number, unknown>>)[step];
  }
  return here as DraftCondition | undefined;
}

/** The tree with another node at a path. */
export function replaceAt(root: DraftCondition, path: Path, node: DraftCondition): DraftCondition {
  const put = (here: unknown, depth: number): unknown => {
    const step = path[depth];
    if (step === undefined) return node;
    if (Array.isArray(here))
      return here.map((child: unknown, i) => (i === step ? put(child, depth + 1) : child));
    const record = here as Readonly<Record<string, unknown>>;
    return { ...record, [step]: put(record[step], depth + 1) };
  };
  return nodeAt(root, path) === undefined ? root : (put(root, 0) as DraftCondition);
}

/** How many groups stand above a path. */
export function depthOf(path: Path): number {
  return path.filter((step) => typeof step === "number" || step === "not").length - nots(path);
}
// `not` over `any` is one group of the sentence, though two nodes of the tree.
function nots(path: Path): number {
  return path.filter((step, i) => step === "not" && path[i + 1] === "any").length;
}

/** The path of the group a member stands in, or undefined for the root. */
export function parentOf(root: DraftCondition, path: Path): Path | undefined {
  // Shortest first: `not` over `any` is one group, and its members belong to the outer node.
  for (let end = 0; end < path.length; end += 1) {
    const above = path.slice(0, end);
    const node = nodeAt(root, above);
    if (node && groupOf(node, above)?.members.some((m) => samePath(m.at, path))) return above;
  }
  return undefined;
}

export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}

/** Whether the group at a path has room for one more condition. */
export function hasRoom(root: DraftCondition, path: Path): boolean {
  const node = nodeAt(root, path);
  return node === undefined || !("atLeast" in node) || node.atLeast.of.length < mostCounted;
}

/** The tree with its group's members changed; a group left empty goes, and with the last one the whole condition. */
function withMembers(
  root: DraftCondition,
  groupPath: Path,
  change: (members: readonly DraftCondition[]) => readonly DraftCondition[],
): DraftCondition | undefined {
  const node = nodeAt(root, groupPath);
  const group = node && groupOf(node, groupPath);
  if (!group) return root;
  const members = change(group.members.map((m) => m.node));
  if (members.length === 0) return removeAt(root, groupPath);
  return replaceAt(root, groupPath, makeGroup(group.kind, members, group.count));
}

/** One more condition at the end of a group; a lone condition becomes « toutes » of itself and the new one. */
export function addCondition(
  root: DraftCondition | undefined,
  groupPath: Path,
  node: DraftCondition = gap,
): DraftCondition {
  if (root === undefined) return { all: [node] };
  const target = nodeAt(root, groupPath);
  if (!target || !hasRoom(root, groupPath)) return root;
  if (!groupOf(target)) return replaceAt(root, groupPath, { all: [target, node] });
  return withMembers(root, groupPath, (members) => [...members, node]) ?? root;
}

/** One more group, holding a gap, at the end of a group. */
export function addGroup(root: DraftCondition | undefined, groupPath: Path, kind: GroupKind): DraftCondition {
  const group = makeGroup(kind, [gap], 1);
  if (root === undefined) return group;
  return depthOf(groupPath) + 1 >= deepestGroup ? root : addCondition(root, groupPath, group);
}

/** The tree without a node; undefined when nothing is left. */
export function removeAt(root: DraftCondition, path: Path): DraftCondition | undefined {
  const above = parentOf(root, path);
  if (above === undefined) return path.length === 0 ? undefined : root;
  const place = placeIn(root, above, path);
  return withMembers(root, above, (members) => members.filter((_, i) => i !== place));
}

/** The tree with a copy of a node right after it. */
export function duplicateAt(root: DraftCondition, path: Path): DraftCondition {
  const node = nodeAt(root, path);
  const above = parentOf(root, path);
  if (!node) return root;
  if (above === undefined) return path.length === 0 ? { all: [node, node] } : root;
  if (!hasRoom(root, above)) return root;
  const place = placeIn(root, above, path);
  return (
    withMembers(root, above, (members) => members.flatMap((m, i) => (i === place ? [m, m] : [m]))) ?? root
  );
}

/** The place of a member in its group. */
function placeIn(root: DraftCondition, groupPath: Path, path: Path): number {
  const members = groupOf(nodeAt(root, groupPath) ?? gap, groupPath)?.members ?? [];
  return members.findIndex((m) => samePath(m.at, path));
}

/** The tree with a node moved among its neighbours, and the node's new path. */
export function moveAt(
  root: DraftCondition,
  path: Path,
  by: -1 | 1,
): { readonly root: DraftCondition; readonly at: Path } {
  const above = parentOf(root, path);
  const group = above && groupOf(nodeAt(root, above) ?? gap, above);
  const from = above ? placeIn(root, above, path) : -1;
  const target = group?.members[from + by];
  if (!above || !target) return { root, at: path };
  const moved = withMembers(root, above, (members) => {
    const list = members.filter((_, i) => i !== from);
    const node = members[from];
    return node ? [...list.slice(0, from + by), node, ...list.slice(from + by)] : members;
  });
  return { root: moved ?? root, at: target.at };
}

/** The tree with a group of another kind (or count) over the same members. */
export function setGroup(root: DraftCondition, path: Path, kind: GroupKind, count?: number): DraftCondition {
  const node = nodeAt(root, path);
  const group = node && groupOf(node, path);
  if (!group) return root;
  const members = group.members.map((m) => m.node);
  return replaceAt(root, path, makeGroup(kind, members, count ?? (group.count > 0 ? group.count : 2)));
}

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
  if (takes === "list")
    return list ? value : typeof value === "object" ? undefined : [value as string | number | boolean];
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
