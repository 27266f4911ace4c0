// The verdicts of very many criteria at once: those that come to few terms are looked up in an index, the others are
// asked one by one.
import { setBit, wordsFor } from "./bits.ts";
import { codeAt, type Code } from "./closures.ts";
import type { Decider } from "./decide.ts";
import { FALSE, TRUE, type Node, type Verdict3 } from "./graph.ts";
import { indexKernel, type IndexKernel } from "./index-kernel.ts";
import { decisionsRead, type Judge } from "./judge.ts";
import { slotAt } from "./layout.ts";
import type { Plan, PlannedOutcome } from "./plan.ts";
import type { Run } from "./run.ts";
import { indexableOf, type Indexable } from "./terms.ts";

/** The most bytes of an index. */
const mostBytes = 2 ** 26;

/** What an entry is picked by: a fact's row, or what a leaf answers that no row of a fact does. */
interface Dimension {
  readonly entries: number;
  /** The leaves that look at it. */
  readonly leaves: Set<number>;
  readonly slot: number | undefined;
}

/** A judge by index; nothing where there is no WebAssembly with vectors, or the index would be too large. */
export function indexJudge(plan: Plan, codes: readonly Code[], decider: Decider): Judge | undefined {
  const indexed = indexableOf(plan);
  const dimensions = dimensionsOf(plan, indexed);
  if (indexed.length === 0) return undefined;
  const planes = Math.max(...indexed.map((i) => i.terms.length));
  const entries = dimensions.map((d) => d.entries);
  const criteria = plan.criteria.length;
  if (entries.reduce((a, b) => a + b, 0) * planes * Math.ceil(criteria / 128) * 32 > mostBytes)
    return undefined;
  let kernel: IndexKernel;
  try {
    kernel = indexKernel({ entries, criteria, planes });
  } catch {
    return undefined;
  }
  fill(plan, kernel, { indexed, dimensions, planes });
  const pick = pickerOf(plan, kernel, { dimensions, codes });
  const isIndexed = new Set(indexed.map((i) => i.criterion.index));
  const read = decisionsRead(plan);
  const steps = plan.steps.map((step) => ({
    step,
    isRead: read.has(step.index),
    others: step.outcomes
      .flatMap((o) => o.criteria)
      .filter((c) => !isIndexed.has(c.index))
      .map(({ index, node }) => ({ index, code: codeAt(codes, node) })),
    outcomes: step.outcomes.map((outcome, place) => ({
      place: 32 * step.word + place,
      bits: bitsOf(outcome),
    })),
  }));
  const used = new Int32Array(wordsFor(criteria));
  for (const { criterion } of indexed) setBit(used, 0, criterion.index);

  return (run) => {
    const { yes, no } = run.masks;
    pick(run);
    kernel.run();
    for (let i = 0; i < used.length; i++) {
      yes[i] = (kernel.must[i] ?? 0) & (used[i] ?? 0);
      no[i] = ~(kernel.may[i] ?? 0) & (used[i] ?? 0);
    }
    for (let i = used.length; i < yes.length; i++) yes[i] = no[i] = 0;
    for (const { step, isRead, others, outcomes } of steps) {
      for (const { index, code } of others) {
        const verdict = code(run);
        if (verdict === TRUE) setBit(yes, 0, index);
        else if (verdict === FALSE) setBit(no, 0, index);
      }
      for (const { place, bits } of outcomes) together(run, bits, place);
      if (isRead) decider.one(run, step);
    }
  };
}

/** The bits of an outcome's criteria: a word and the bits within it, by turns. */
function bitsOf({ criteria }: PlannedOutcome): Int32Array {
  const words = new Map<number, number>();
  for (const { index } of criteria)
    words.set(index >>> 5, (words.get(index >>> 5) ?? 0) | (1 << (index & 31)));
  return Int32Array.from([...words].flat());
}

/** What the criteria of an outcome say together: true when one is, false when all are. */
function together({ masks: { yes, no } }: Run, bits: Int32Array, outcome: number): void {
  let isFalse = true;
  for (let i = 0; i < bits.length; i += 2) {
    const word = bits[i] ?? 0;
    const own = bits[i + 1] ?? 0;
    if (((yes[word] ?? 0) & own) !== 0) return setBit(yes, 0, outcome);
    if (((no[word] ?? 0) & own) !== own) isFalse = false;
  }
  if (isFalse) setBit(no, 0, outcome);
}

function dimensionsOf({ layout, nodes }: Plan, indexed: readonly Indexable[]): readonly Dimension[] {
  const found = new Map<number, Dimension>();
  for (const leaf of new Set(indexed.flatMap((i) => i.terms.flat()))) {
    const slot = rowsOf(nodes[leaf]);
    // A leaf that no row settles is a dimension of its own, below all facts.
    const key = slot ?? ~leaf;
    const known = found.get(key);
    if (known) known.leaves.add(leaf);
    else
      found.set(key, {
        entries: slot === undefined ? 3 : slotAt(layout, slot).rows,
        leaves: new Set([leaf]),
        slot,
      });
  }
  return [...found.values()];
}

/** The fact whose rows settle a leaf. */
function rowsOf(leaf: Node | undefined): number | undefined {
  return leaf?.kind === "rows" ? leaf.slot : undefined;
}

function fill(
  { nodes }: Plan,
  kernel: IndexKernel,
  made: {
    readonly indexed: readonly Indexable[];
    readonly dimensions: readonly Dimension[];
    readonly planes: number;
  },
): void {
  const { indexed, dimensions, planes } = made;
  dimensions.forEach(({ leaves, entries }, dimension) => {
    for (const { criterion, terms } of indexed) {
      for (let plane = 0; plane < planes; plane++) {
        const own = terms[plane]?.filter((leaf) => leaves.has(leaf));
        // Of a criterion with fewer terms nothing is left in the planes beyond.
        if (own?.length === 0) continue;
        for (let entry = 0; entry < entries; entry++) {
          const verdicts = own?.map((leaf) => verdictAt(nodes[leaf], entry)) ?? [FALSE];
          const [must, may] = [verdicts.every((v) => v === TRUE), verdicts.every((v) => v !== FALSE)];
          kernel.put({ dimension, entry, plane, criterion: criterion.index, must, may });
        }
      }
    }
  });
}

function verdictAt(leaf: Node | undefined, entry: number): Verdict3 {
  return leaf?.kind === "rows" ? (leaf.verdicts[entry] ?? FALSE) : (entry as Verdict3);
}

/** Picks the entry of every dimension for the person of a run. */
function pickerOf(
  { layout }: Plan,
  { picked, starts, stride }: IndexKernel,
  { dimensions, codes }: { readonly dimensions: readonly Dimension[]; readonly codes: readonly Code[] },
): (run: Run) => void {
  const facts: number[] = [];
  const leaves: { readonly place: number; readonly code: Code }[] = [];
  dimensions.forEach(({ slot, leaves: own }, place) => {
    if (slot !== undefined) {
      facts.push(place, slot, (starts[place] ?? 0) - slotAt(layout, slot).base * stride);
      return;
    }
    for (const leaf of own) leaves.push({ place, code: codeAt(codes, leaf) });
  });
  const rows = Int32Array.from(facts);
  return (run) => {
    const { words } = run.person;
    for (let i = 0; i < rows.length; i += 3)
      picked[rows[i] ?? 0] = (rows[i + 2] ?? 0) + (words[rows[i + 1] ?? 0] ?? 0) * stride;
    for (const { place, code } of leaves) picked[place] = (starts[place] ?? 0) + code(run) * stride;
  };
}
