// The putting together of a result as generated code: objects whose keys are written out have one shape from the start,
// and what is decided, which most is, takes no more than a look at the masks. The text is built from numbers and the
// JSON-encoded ids of decisions.
import { bitsBelow } from "./bits.ts";
import { functionOf } from "./code-of.ts";
import { SAFETY_UNKNOWN } from "./graph.ts";
import { noIds } from "./ids.ts";
import type { Answer, ResultMaker, ResultParts } from "./result.ts";

/** The body of a function of the parts of a result, and of its answers (`A0`, `A1`, …). */
export function resultSource({ answers, criteria, facts }: Sizes): string {
  const named = answers.map(({ step: { index }, id }) => `${JSON.stringify(id)}: d${index}`);
  const undecided = Array.from(
    { length: Math.ceil(criteria / 32) },
    (_, i) => `~(yes[${i}] | no[${i}]) & ${bitsBelow(criteria - 32 * i)}`,
  );
  const rows = Array.from({ length: facts }, (_, i) => `remarks[words[${i}]]`);
  return [
    `"use strict";`,
    "return (run, problems) => {",
    "const { words } = run.person, { yes, no } = run.masks;",
    "let w = false;",
    "begin();",
    ...answers.flatMap((answer) => (answer.isMany ? manyLines(answer) : oneLines(answer))),
    `const r = ${rows.join(" | ") || "0"};`,
    "return {",
    `decisions: { ${named.join(", ")} },`,
    "fired: fired(run),",
    `undecided: (${undecided.join(" | ") || "0"}) === 0 ? none : undecided(run),`,
    "missing: missing(),",
    "unverified: (r & 1) === 0 ? none : unverified(words),",
    "assumed: assumed(words),",
    "doubtful: (r & 2) === 0 ? none : doubtful(words),",
    "problems: copied(problems),",
    "};",
    "};",
  ].join("\n");
}

export interface Sizes {
  readonly answers: readonly Answer[];
  readonly criteria: number;
  readonly facts: number;
}

/** An answer of kind `many`: of which nothing is open, and nothing withheld, or the long way. */
function manyLines({ step: { index: d, word, words, withholds }, ids }: Answer): readonly string[] {
  const whole = `many(run, A${d}, w)`;
  if (words !== 1) return [`const d${d} = ${whole};`];
  const open = `(~(yes[${word}] | no[${word}]) & ${bitsBelow(ids.length)}) !== 0`;
  return [
    `const d${d} = ${open}${withholds ? " || w" : ""} ? ${whole} :`,
    `{ kind: "many", suggested: A${d}.lists.ofWord(yes[${word}]), undetermined: none, withheld: none };`,
  ];
}

function oneLines({ step: { index: d } }: Answer): readonly string[] {
  return [`const d${d} = one(run, A${d});`, `if (run.state[${d}] === ${SAFETY_UNKNOWN}) w = true;`];
}

/** The maker of results of these parts; nothing where no code may be made from text. */
export function generatedResultMaker(
  { answers, ...parts }: ResultParts,
  sizes: Omit<Sizes, "answers">,
): ResultMaker | undefined {
  const named = Object.fromEntries(answers.map((answer) => [`A${answer.step.index}`, answer]));
  const given = { ...parts, ...named, none: noIds };
  return functionOf(resultSource({ answers, ...sizes }), given) as ResultMaker | undefined;
}
