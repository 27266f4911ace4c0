// The graph as closures: nothing is generated as text, so that a strict content security policy allows it.
import { hasBit, setBit, wordsFor } from "./bits.ts";
import { FALSE, TRUE, UNKNOWN, childrenOf, type Mask, type Node, type Verdict3 } from "./graph.ts";
import { INCOMPLETE, KNOWN, slotAt, type Slot } from "./layout.ts";
import { compares, onUnknown } from "./leaf.ts";
import type { Plan } from "./plan.ts";
import type { Run } from "./run.ts";

/** A node ready to be asked. */
export type Code = (run: Run) => Verdict3;

/** The closures of a plan, made when they are first asked for. */
export function lazyCodes(plan: Plan): () => readonly Code[] {
  let codes: readonly Code[] | undefined;
  return () => (codes ??= codesOf(plan));
}

/**
 * The closure of a node.
 * @throws RangeError when the plan has no such node
 */
export function codeAt(codes: readonly Code[], id: number): Code {
  const code = codes[id];
  if (!code) throw new RangeError(`no node ${id}`);
  return code;
}

/** Every node of a plan as a closure. What stands in several places answers once in a run. */
function codesOf(plan: Plan): readonly Code[] {
  const { nodes } = plan;
  const uses = nodes.map(() => 0);
  for (const node of nodes) for (const child of childrenOf(node)) uses[child] = (uses[child] ?? 0) + 1;
  const codes: Code[] = [];
  nodes.forEach((node, id) => {
    const code = codeOf(node, codes, plan);
    codes.push("children" in node && (uses[id] ?? 0) > 1 ? once(code, id) : code);
  });
  return codes;
}

function once(code: Code, id: number): Code {
  return (run) => {
    const before = run.verdicts[id] ?? 0;
    if (before >>> 2 === run.number) return (before & 3) as Verdict3;
    const verdict = code(run);
    run.verdicts[id] = (run.number << 2) | verdict;
    return verdict;
  };
}

function codeOf(node: Node, codes: readonly Code[], { layout, steps }: Plan): Code {
  switch (node.kind) {
    case "constant": {
      const { verdict } = node;
      return () => verdict;
    }
    case "rows": {
      const { index, base } = slotAt(layout, node.slot);
      const verdicts = Uint8Array.from(node.verdicts);
      return (run) => verdicts[(run.person.words[index] ?? 0) - base] as Verdict3;
    }
    case "compare":
      return comparison(node, slotAt(layout, node.slot));
    case "overlap":
    case "inclusion":
      return setTest(node, slotAt(layout, node.slot));
    case "all":
      return every(node.children.map((c) => codeAt(codes, c)));
    case "any":
      return some(node.children.map((c) => codeAt(codes, c)));
    case "atLeast":
      return atLeast(
        node.count,
        node.children.map((c) => codeAt(codes, c)),
      );
    case "outcomes":
      return outcomeTest(node, steps[node.decision]?.outcomes.length ?? 0);
    case "states": {
      const { decision, among } = node;
      return (run) => (among.includes(run.state[decision] ?? 0) ? TRUE : FALSE);
    }
  }
}

function comparison({ operator, bound }: Extract<Node, { kind: "compare" }>, slot: Slot): Code {
  const { index, base, number } = slot;
  return ({ person }) => {
    const code = (person.words[index] ?? 0) - base;
    if (code !== KNOWN) return onUnknown(slot, code);
    return compares(operator, person.numbers[number] ?? Number.NaN, bound) ? TRUE : FALSE;
  };
}

function setTest(node: Extract<Node, { masks: unknown }>, slot: Slot): Code {
  const test = node.kind === "overlap" ? overlap : inclusion;
  const { wanted } = node;
  const masks = node.masks.map(({ word, bits }) => ({ word, bits }));
  return ({ person: { words } }) => {
    const code = (words[slot.index] ?? 0) - slot.base;
    if (code !== KNOWN && code !== INCOMPLETE) return onUnknown(slot, code);
    const verdict = test(words, slot, masks);
    return wanted ? verdict : ((2 - verdict) as Verdict3);
  };
}

/** Whether some of the members were chosen: settled by one that was, else open while one of them was not asked about. */
function overlap(words: Int32Array, slot: Slot, masks: readonly Mask[]): Verdict3 {
  let open = 0;
  for (const { word, bits } of masks) {
    if (((words[slot.chosen + word] ?? 0) & bits) !== 0) return TRUE;
    open |= (words[slot.unasked + word] ?? 0) & bits;
  }
  return open === 0 ? FALSE : UNKNOWN;
}

/** Whether all of the members were chosen: refuted by one that was asked about and not chosen, else open while one was not asked about. */
function inclusion(words: Int32Array, slot: Slot, masks: readonly Mask[]): Verdict3 {
  let open = 0;
  for (const { word, bits } of masks) {
    const without = bits & ~(words[slot.chosen + word] ?? 0);
    const unasked = without & (words[slot.unasked + word] ?? 0);
    if (without !== unasked) return FALSE;
    open |= unasked;
  }
  return open === 0 ? TRUE : UNKNOWN;
}

function every(codes: readonly Code[]): Code {
  return (run) => {
    let verdict: Verdict3 = TRUE;
    for (const code of codes) {
      const next = code(run);
      if (next === FALSE) return FALSE;
      if (next === UNKNOWN) verdict = UNKNOWN;
    }
    return verdict;
  };
}

function some(codes: readonly Code[]): Code {
  return (run) => {
    let verdict: Verdict3 = FALSE;
    for (const code of codes) {
      const next = code(run);
      if (next === TRUE) return TRUE;
      if (next === UNKNOWN) verdict = UNKNOWN;
    }
    return verdict;
  };
}

function atLeast(count: number, codes: readonly Code[]): Code {
  return (run) => {
    let holding = 0;
    let open = 0;
    for (const code of codes) {
      const next = code(run);
      if (next === TRUE) holding += 1;
      else if (next === UNKNOWN) open += 1;
    }
    if (holding >= count) return TRUE;
    return holding + open >= count ? UNKNOWN : FALSE;
  };
}

/** Reads an earlier decision through what is still possible: the outcomes open in it, and where its walk ended. */
function outcomeTest({ decision, among }: Extract<Node, { kind: "outcomes" }>, places: number): Code {
  const inside = new Int32Array(wordsFor(places));
  for (const place of among) setBit(inside, 0, place);
  return (run) => {
    const open = run.open[decision] ?? inside;
    const isIn = hasBit(inside, 0, run.end[decision] ?? 0);
    let [some, others] = isIn ? [1, 0] : [0, 1];
    for (let i = 0; i < inside.length; i++) {
      some |= (open[i] ?? 0) & (inside[i] ?? 0);
      others |= (open[i] ?? 0) & ~(inside[i] ?? 0);
    }
    return some === 0 ? FALSE : others === 0 ? TRUE : UNKNOWN;
  };
}
