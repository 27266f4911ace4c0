// One-line breaks of what enumeration is made of: the graph of a question, the merging of its dimensions, the plan and the
// kernel. Each must turn a test red; a snippet that no longer occurs in its file exactly once fails the test.

export interface Break {
  readonly what: string;
  /** Below packages/. */
  readonly file: string;
  /** What stands there, whatever its line breaks and indentation. */
  readonly source: string;
  readonly replacement: string;
}

const graph = "engine/src/graph";
const enumerate = "prover/src/enumerate";

/** Breaks of the graph of a question and its classes. */
export const graphBreaks: readonly Break[] = [
  {
    what: "a plainly unknown optional fact is open",
    file: `${graph}/leaf.ts`,
    source: "return isIgnored ? sure(false) : open;",
    replacement: "return open;",
  },
  {
    what: "an old optional answer counts as nothing at all",
    file: `${graph}/leaf.ts`,
    source: `fact.whenUnknown === "ignore" && doubtOf(state) === undefined`,
    replacement: `fact.whenUnknown === "ignore"`,
  },
  {
    what: "the negation of a test stays the test",
    file: `${graph}/leaf.ts`,
    source: "return negated ? { must: !masks.may, may: !masks.must } : masks;",
    replacement: "return masks;",
  },
  {
    what: "greaterThan takes its boundary in",
    file: `${graph}/leaf.ts`,
    source: "return actual > literal;",
    replacement: "return actual >= literal;",
  },
  {
    what: "a value stands before itself",
    file: `${graph}/leaf.ts`,
    source: "return low < high;",
    replacement: "return low <= high;",
  },
  {
    what: "the negation of any stays an any",
    file: `${graph}/reading.ts`,
    source: `return both(condition.any, negated ? and : or);`,
    replacement: `return both(condition.any, or);`,
  },
  {
    what: "the negation of at least k of n asks for one fewer",
    file: `${graph}/reading.ts`,
    source: "of.length - count + 1",
    replacement: "of.length - count",
  },
  {
    what: "an earlier decision is read by one of its possible outcomes",
    file: `${graph}/reading.ts`,
    source: "return { must: not(some(false)), may: some(true) };",
    replacement: "return { must: some(true), may: some(true) };",
  },
  {
    what: "an open condition rests on decided leaves too",
    file: `${graph}/reading.ts`,
    source: `return counts.fact(condition.fact) ? unknown : never;`,
    replacement: `return counts.fact(condition.fact) ? always : never;`,
  },
  {
    what: "two-valued conditions take what may be true",
    file: `${graph}/reading.ts`,
    source: "return verdict(condition).must;",
    replacement: "return verdict(condition).may;",
  },
  {
    what: "the walk does not stop at the candidate",
    file: `${graph}/decisions.ts`,
    source: "reached = and([here, not(o.must)]);",
    replacement: "reached = here;",
  },
  {
    what: "what is otherwise is forgotten",
    file: `${graph}/decisions.ts`,
    source: "o.id === decision.otherwise ? or([o.candidate, reached]) : o.candidate",
    replacement: "o.candidate",
  },
  {
    what: "nothing is ever withheld",
    file: `${graph}/decisions.ts`,
    source: `const withheld = outcome.tone === "stop" ? never : waiting;`,
    replacement: `const withheld = never;`,
  },
  {
    what: "facts left free are shared",
    file: `${graph}/views.ts`,
    source: "person.facts.includes(fact) ? { copy: world } : view(0, fact)",
    replacement: "view(0, fact)",
  },
  {
    what: "a person once completed is anybody",
    file: `${graph}/scalar.ts`,
    source: "return isOpen(factOf(views, 1, fact), read(1, a)) || a === b;",
    replacement: "return true;",
  },
  {
    what: "nobody sends nothing",
    file: `${graph}/sendings.ts`,
    source: "return [nothing, ...values.map((value) => ({ value })), ...old, invalid];",
    replacement: "return [...values.map((value) => ({ value })), ...old, invalid];",
  },
  {
    what: "nobody sends what is no value, or too old",
    file: `${graph}/sendings.ts`,
    source: "return [nothing, ...values.map((value) => ({ value })), ...old, invalid];",
    replacement: "return [nothing, ...values.map((value) => ({ value }))];",
  },
  {
    what: "only the literals themselves are tried",
    file: `${graph}/sendings.ts`,
    source: "[c - 2, c - 1, c, c + 1, c + 2]",
    replacement: "[c]",
  },
  {
    what: "a member may be in and not asked about at once",
    file: `${graph}/set-tests.ts`,
    source: `return { kind: wantsSome === isMust ? "in" : "in or unasked", some: wantsSome };`,
    replacement: `return { kind: "in", some: wantsSome };`,
  },
  {
    what: "containsAll is content with one member",
    file: `${graph}/set-tests.ts`,
    source: `return { kind: negated === isMust ? "out" : "out or unasked", some: negated };`,
    replacement: `return { kind: negated === isMust ? "out" : "out or unasked", some: !negated };`,
  },
  {
    what: "every member is asked about",
    file: `${graph}/set-groups.ts`,
    source: `retired ? ["out", "in"] : ["out", "in", "unasked"]`,
    replacement: `["out", "in"]`,
  },
  {
    what: "a member that was completed may change its answer",
    file: `${graph}/set-groups.ts`,
    source: `!tied || a === b || a === "unasked" ? [[a, b]] : []`,
    replacement: `[[a, b]]`,
  },
  {
    what: "the parts of a total are not looked at",
    file: `${graph}/sums.ts`,
    source: "const anyPart = or(parts.map((p) => p.sent));",
    replacement: "const anyPart = never;",
  },
  {
    what: "a total with a part missing is the sum of the others",
    file: `${graph}/sums.ts`,
    source: `and([not(or(part.values.map((v) => v.node))), doubtful])`,
    replacement: `and([not(or(part.values.map((v) => v.node))), from(place + 1, sum)])`,
  },
  {
    what: "and of a literal and its opposite is the literal",
    file: `${graph}/builder.ts`,
    source: `kind === "and" ? o && node.options[i] === true : o || node.options[i] === true`,
    replacement: `o || node.options[i] === true`,
  },
];

/** Breaks of merging. */
export const mergeBreaks: readonly Break[] = [
  {
    what: "the pair's options are mixed up",
    file: `${graph}/merge.ts`,
    source: "d === first ? Math.floor(combination / columns) : d === second ? combination % columns : c",
    replacement: "d === first ? combination % columns : d === second ? Math.floor(combination / columns) : c",
  },
  {
    what: "a part of a group outside the pair is lost",
    file: `${graph}/merge.ts`,
    source: "const outside = node.children.filter((c) => !isInside(c)).map(at);",
    replacement: "const outside: readonly number[] = [];",
  },
  {
    what: "a root that only the pair decides is lost",
    file: `${graph}/merge.ts`,
    source: "if (isInside(root)) parts.set(-1 - i, tables.get(root) ?? new Uint8Array(combinations));",
    replacement: "",
  },
];

/** Breaks of the plan and the kernel. */
export const kernelBreaks: readonly Break[] = [
  {
    what: "the last lanes are never looked at",
    file: `${enumerate}/kernel.ts`,
    source: "const vectors = Math.ceil(inner / width);",
    replacement: "const vectors = Math.max(1, Math.floor(inner / width));",
  },
  {
    what: "lanes beyond the last class are classes of their own",
    file: `${enumerate}/kernel.ts`,
    source: "let rest = ((view.getInt32(hitPlace, true) / bytesPerVector) * width + firstBit()) % inner;",
    replacement: "let rest = (view.getInt32(hitPlace, true) / bytesPerVector) * width;",
  },
  {
    what: "the steps of a piece start anew",
    file: `${enumerate}/kernel.ts`,
    source: "counted(from).forEach((option, place) =>",
    replacement: "counted(0).forEach((option, place) =>",
  },
  {
    what: "a counter that is through does not move the one before it",
    file: `${enumerate}/kernel.ts`,
    source: "...move(place - 1),",
    replacement: "",
  },
  {
    what: "what rests on a counter is not done again when it moves",
    file: `${enumerate}/kernel.ts`,
    source: "...code.constant(place), ...code.set(moved),",
    replacement: "...code.constant(Math.min(place + 1, outer.length - 1)), ...code.set(moved),",
  },
  {
    what: "and not is and",
    file: `${enumerate}/kernel.ts`,
    source: "...code[operation.kind],",
    replacement: `...code[operation.kind === "without" ? "and" : operation.kind],`,
  },
  {
    what: "or is and",
    file: `${enumerate}/kernel.ts`,
    source: "...code[operation.kind],",
    replacement: `...code[operation.kind === "or" ? "and" : operation.kind],`,
  },
  {
    what: "a group forgets a member",
    file: `${enumerate}/plan.ts`,
    source: "const inOrder = children.toSorted((a, b) => level(a) - level(b) || a - b);",
    replacement: "const inOrder = children.toSorted((a, b) => level(a) - level(b) || a - b).slice(0, 2);",
  },
  {
    what: "an operation is done with the first of its operands",
    file: `${enumerate}/plan.ts`,
    source: "Math.max(level(operation.left), level(operation.right))",
    replacement: "Math.min(level(operation.left), level(operation.right))",
  },
];
