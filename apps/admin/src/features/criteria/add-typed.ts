// What was typed, as an edit of a sentence: what was understood goes into the criterion, what was not stays to be said.
import type { DraftCondition } from "@jumelage/engine";
import type { Piece, Question, Typed } from "@jumelage/engine/read";
import { addCondition, groupOf, replaceAt } from "./edit-condition.ts";
import { conditionFits, type Scope } from "./scope.ts";

/** A piece of what was typed, with what to ask about it where it stands. */
export interface Asked {
  readonly from: number;
  readonly to: number;
  readonly question: Question | { readonly code: "elsewhere" };
}

export interface Understood {
  readonly condition: DraftCondition | undefined;
  readonly asked: readonly Asked[];
  /** What stays in the field once the rest is added. */
  readonly left: string;
}

/** What of a typed text may be added to a sentence, and what remains to be asked. */
export function understoodIn(text: string, typed: Typed, scope: Scope): Understood {
  const taken = ({ node, question }: Piece): boolean =>
    node !== undefined && question === undefined && conditionFits(scope, node);
  const nodes = typed.pieces.filter(taken).flatMap((p) => p.node ?? []);
  const whole = typed.pieces.every(taken) ? typed.condition : undefined;
  const kind = typed.condition && "any" in typed.condition ? "any" : "all";
  const several: DraftCondition = kind === "any" ? { any: nodes } : { all: nodes };
  const asked = typed.pieces
    .filter((p) => !taken(p))
    .map(({ from, to, question }): Asked => ({ from, to, question: question ?? { code: "elsewhere" } }));
  return {
    condition: whole ?? (nodes.length < 2 ? nodes[0] : several),
    asked,
    left: asked.map(({ from, to }) => text.slice(from, to)).join(" "),
  };
}

/**
 * The sentence with a typed condition in its first gap where nothing was chosen yet, else at its end; conditions that must
 * all hold join those that already must.
 */
export function withTyped(root: DraftCondition | undefined, typed: DraftCondition): DraftCondition {
  if (root === undefined) return groupOf(typed) ? typed : { all: [typed] };
  const [first = typed, ...others] = "all" in root && "all" in typed ? typed.all : [typed];
  const open = groupOf(root)?.members.find(({ node }) => isUntouched(node));
  const begun = open ? replaceAt(root, open.at, first) : addCondition(root, [], first);
  return others.reduce((sentence, node) => addCondition(sentence, [], node), begun);
}

function isUntouched(node: DraftCondition): boolean {
  return "hole" in node && Object.keys(node.hole).length === 0;
}
