// The judge as generated code, for where a platform allows it: straight lines of integer arithmetic.
import { Asked } from "./generate-asked.ts";
import { safetyTests } from "./generate-safety.ts";
import { BOTH, masksOut, tablesOf, type Tables } from "./generate-tables.ts";
import { Writer, type PersonIn } from "./generate-writer.ts";
import { decisionsRead } from "./judge.ts";
import type { Plan, Step } from "./plan.ts";

/** The body of a function of tables (`T0`, `T1`, …). */
export interface Generated {
  readonly source: string;
  readonly tables: Tables;
}

/** An outcome's bit, and the two computed states beside it, have to fit into one word. */
const mostOutcomes = 28;

/** A judge of this plan; nothing, where a decision that is read has too many outcomes for a word. */
export function generateJudge(plan: Plan): Generated | undefined {
  const read = decisionsRead(plan);
  if (plan.steps.some((s) => read.has(s.index) && s.outcomes.length > mostOutcomes)) return undefined;
  const tables = tablesOf(plan.layout);
  const source = [
    `"use strict";`,
    "return (run) => {",
    "const { words, numbers } = run.person, { yes, no } = run.masks;",
    ...judgeOfLists(plan, tables),
    "};",
  ].join("\n");
  return { source, tables };
}

/** The same for a person in two lists (`words`, `numbers`), of which each is read once. */
export function judgeOfLists(plan: Plan, tables: Tables): readonly string[] {
  const read = new Set<string>();
  const noted =
    (list: string, letter: string) =>
    (place: number): string => {
      read.add(`const ${letter}${place} = ${list}[${place}];`);
      return `${letter}${place}`;
    };
  const lines = judgeLines(plan, tables, { word: noted("words", "w"), number: noted("numbers", "x") });
  return [...read, ...lines];
}

/** Statements that judge a person into the masks `yes` and `no`. */
export function judgeLines(plan: Plan, tables: Tables, person: PersonIn): readonly string[] {
  const read = decisionsRead(plan);
  const writer = new Writer(plan, tables, person);
  for (const step of plan.steps) {
    writeCriteria(writer, plan, tables, step);
    if (read.has(step.index)) writeDecision(writer, plan, step);
  }
  const halves = Array.from({ length: 2 * plan.words }, (_, i) => `p${i} = 0`);
  return [...(halves.length > 0 ? [`let ${halves.join(", ")};`] : []), ...writer.lines, ...masksOut(plan)];
}

function writeCriteria(writer: Writer, plan: Plan, tables: Tables, { outcomes, word }: Step): void {
  const asked = new Asked(plan, tables);
  // Verdicts are put together sixteen in a word, until the masks are made of them.
  const put = (bit: number, nodes: readonly number[]): void => {
    if (asked.take(bit, nodes)) return;
    const value = nodes.map((n) => writer.value(n)).join(" | ");
    writer.lines.push(`p${bit >>> 4} |= ((${value}) & ${BOTH}) << ${bit & 15};`);
  };
  outcomes.forEach(({ criteria }, place) => {
    for (const { index, node } of criteria) put(index, [node]);
    if (criteria.length > 0)
      put(
        32 * word + place,
        criteria.map((c) => c.node),
      );
  });
  writer.lines.push(...asked.lines());
}

/** A decision that later criteria read: `e` where its walk ends, `q` what is possible, `s` its state, `y` whether safety is open. */
function writeDecision(writer: Writer, plan: Plan, { index: d, word, otherwise, outcomes }: Step): void {
  const [low, high] = [`p${2 * word}`, `p${2 * word + 1}`];
  const safety = safetyTests(plan, (id) => writer.value(id));
  writer.lines.push(
    `const g${d} = (${low} >>> 16) | (${high} & -65536);`,
    `const e${d} = g${d} !== 0 ? 31 - Math.clz32(g${d} & -g${d}) : ${otherwise};`,
    `let q${d} = (${low} & 65535) | (${high} << 16), y${d} = 0;`,
    `if (g${d} !== 0) q${d} &= (g${d} & -g${d}) - 1;`,
  );
  outcomes.forEach(({ criteria }, place) => {
    const tests = safety.of(
      criteria.map((c) => c.node),
      `y${d} = 1;`,
    );
    if (tests.length > 0) writer.lines.push(`if ((q${d} & ${1 << place}) !== 0) {`, ...tests, "}");
  });
  writer.lines.push(`const s${d} = q${d} === 0 ? e${d} : y${d} !== 0 ? -2 : -1;`, `q${d} |= 1 << e${d};`);
}
