// Edits of the groups of a condition as pure functions: a tree, a path and an intention in; a tree out. Nothing is
// thrown and nothing becomes empty. What a single condition says is `edit-leaf.ts`'s work.
import type { DraftCondition, Path } from "@jumelage/engine";

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
