// One-line breaks of what a cohort is made of. Each must turn a test red; a snippet that no longer occurs in its file
// exactly once fails the test.

export interface Break {
  readonly what: string;
  /** Below `src`. */
  readonly file: string;
  /** What stands there, whatever its line breaks and indentation. */
  readonly source: string;
  readonly replacement: string;
}

export const breaks: readonly Break[] = [
  {
    what: "everybody is read on the first one's date",
    file: "read-cohort.ts",
    source: "if (at !== day.at) {",
    replacement: `if (day.at === "") {`,
  },
  {
    what: "a value that was assumed was sent",
    file: "column-builder.ts",
    source: "codes[count] = isAssumed ? PLAIN : code;",
    replacement: "codes[count] = code;",
  },
  {
    what: "the members nobody asked about are lost when a column grows",
    file: "column-builder.ts",
    source: "this.#unasked = this.#unasked.map((list) => longer(list, room));",
    replacement: "",
  },
  {
    what: "numbers that occur twice are two",
    file: "column-builder.ts",
    source: "placeFor(values, numbers[i] ?? 0, false)",
    replacement: "placeFor(values, numbers[i] ?? 0, true)",
  },
  {
    what: "nothing is assumed",
    file: "planes.ts",
    source: "const unknown = slot.assumes ? valueAt(place) : 0;",
    replacement: "const unknown = 0;",
  },
  {
    what: "what is doubtful is plainly unknown",
    file: "planes.ts",
    source: "const doubtful = 2;",
    replacement: "const doubtful = 0;",
  },
  {
    what: "a set known in part is whole",
    file: "planes.ts",
    source: "code === INCOMPLETE ? 1 :",
    replacement: "code === INCOMPLETE ? 3 :",
  },
  {
    what: "a member is looked for in the first word only",
    file: "planes.ts",
    source: "member >>> 5 === word ?",
    replacement: "word === 0 ?",
  },
  {
    what: "an optional fact nobody gave keeps criteria open",
    file: "leaf-gates.ts",
    source: `slot.fact.whenUnknown === "ignore" ? FALSE : UNKNOWN`,
    replacement: "UNKNOWN",
  },
  {
    what: "a doubtful optional fact counts as not given",
    file: "leaf-gates.ts",
    source: "const ofDoubtful: Row = verdicts ? verdicts[INVALID] : UNKNOWN;",
    replacement: `const ofDoubtful: Row = slot.fact.whenUnknown === "ignore" ? FALSE : UNKNOWN;`,
  },
  {
    what: "whoever is unknown has the first value",
    file: "leaf-gates.ts",
    source: "return table[0] === NO && table[1] === NO ? holds : circuit.and(known, holds);",
    replacement: "return holds;",
  },
  {
    what: "at most leaves its boundary out",
    file: "leaf-gates.ts",
    source: "return circuit.not(above);",
    replacement: "return circuit.not(notBelow);",
  },
  {
    what: "a member nobody was asked about was not chosen",
    file: "leaf-gates.ts",
    source: "? circuit.or(must, circuit.any(inputs(members.map((m) => fact.unasked.get(m)))))",
    replacement: "? must",
  },
  {
    what: "of an unknown set all members are refused",
    file: "leaf-gates.ts",
    source: "must: circuit.without(standing.known, may),",
    replacement: "must: circuit.not(may),",
  },
  {
    what: "a set known in part is known",
    file: "leaf-gates.ts",
    source: "holds(verdicts[INCOMPLETE]) ? [inPart]",
    replacement: "holds(verdicts[KNOWN]) ? [inPart]",
  },
  {
    what: "the first value is beyond any bound of one",
    file: "table.ts",
    source: "if (bound <= 0) return ALWAYS;",
    replacement: "if (bound <= 1) return ALWAYS;",
  },
  {
    what: "halves of a table that contradict each other are one",
    file: "table.ts",
    source: "if (a !== b && a !== NOBODY && b !== NOBODY) return undefined;",
    replacement: "",
  },
  {
    what: "one true gate counts for several",
    file: "circuit.ts",
    source: "for (let n = count; n > 0; n--)",
    replacement: "for (let n = 1; n <= count; n++)",
  },
  {
    what: "gates that differ only in what they do are one",
    file: "circuit.ts",
    source: "(kind * mostGates + left) * mostGates + right",
    replacement: "(Math.min(kind, 3) * mostGates + left) * mostGates + right",
  },
  {
    what: "a negation is lost before what is taken away",
    file: "circuit.ts",
    source: "if (notA !== undefined) return this.not(this.or(notA, b));",
    replacement: "if (notA !== undefined) return this.not(this.and(notA, b));",
  },
  {
    what: "the walk does not stop at the candidate",
    file: "judged.ts",
    source: "reached = circuit.without(reached, must);",
    replacement: "",
  },
  {
    what: "what is otherwise is forgotten",
    file: "judged.ts",
    source: "ends[otherwise] = circuit.or(ends[otherwise] ?? NEVER, reached);",
    replacement: "",
  },
  {
    what: "one possible outcome speaks for all of them",
    file: "judged.ts",
    source: "must: circuit.not(circuit.any(outside))",
    replacement: "must: circuit.any(inside)",
  },
  {
    what: "an open condition rests on decided leaves too",
    file: "judged.ts",
    source: "return circuit.and(unknownOf(id), circuit.any(node.children.map(safetyOf)));",
    replacement: "return circuit.any(node.children.map(safetyOf));",
  },
  {
    what: "an outcome of tone stop is withheld too",
    file: "judged.ts",
    source: "outcome.stop ? NEVER : waiting",
    replacement: "waiting",
  },
  {
    what: "every decision withholds",
    file: "judged.ts",
    source: "step.withholds ?",
    replacement: "step.index >= 0 ?",
  },
  {
    what: "locals are given twice",
    file: "kernel-code.ts",
    source: "const made = FIRST_VECTOR + locals.size;",
    replacement: "const made = FIRST_VECTOR + (locals.size % 6);",
  },
  {
    what: "the next block begins a plane too early",
    file: "kernel-code.ts",
    source: "...move(FROM, planes * perPlane),",
    replacement: "...move(FROM, (planes - 1) * perPlane),",
  },
  {
    what: "every piece is counted like the first",
    file: "answers.ts",
    source: "this.at + block * size",
    replacement: "this.at",
  },
  {
    what: "who fills up the last block is counted",
    file: "answers.ts",
    source: "count - this.filling : count",
    replacement: "count : count",
  },
  {
    what: "who fills up the last block changes",
    file: "changes.ts",
    source: "bits - filling : bits",
    replacement: "bits : bits",
  },
  {
    what: "who fills up the last block is an example",
    file: "changes.ts",
    source: "Math.min(mostRows, persons)",
    replacement: "mostRows",
  },
  {
    what: "a subject is the same when one of its states is",
    file: "changes.ts",
    source: "states.every((s) => before.gates",
    replacement: "states.some((s) => before.gates",
  },
  {
    what: "a state that one rule set does not have is another one's",
    file: "changes.ts",
    source: "?.plane ?? EMPTY;",
    replacement: "?.plane ?? EMPTY + 1;",
  },
  {
    what: "who was in none of the states goes nowhere",
    file: "tools-code.ts",
    source: "...rowWhereSome(code.get(restBefore)),",
    replacement: "",
  },
  {
    what: "the second half of a block is not looked at",
    file: "tools-code.ts",
    source: "...code.constant(longs), ...code.set(wordsLeft),",
    replacement: "...code.constant(1), ...code.set(wordsLeft),",
  },
];
