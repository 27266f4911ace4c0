// What stands in a cell of a spreadsheet, read back into the tests of a cell of the table: the words that the table itself
// shows, or those that people type in the sentence of a criterion. Pure.
import { layoutOf, subjectKey, type Column, type DraftCondition, type Lang } from "@jumelage/engine";
import { readSentence, readTyped } from "@jumelage/engine/read";
import { columnHeading, conditionSentence, testWords } from "@jumelage/engine/words";
import { conditionFits, type Scope } from "../criteria/scope.ts";

/** Cells that say that any answer will do. */
const anything = new Set(["", "–", "—", "-"]);
const joints = /\s+(?:et|and)\s+/iu;

/** The tests that a text says of what a column is about; undefined where it says none, or something else. */
export function readCell(
  text: string,
  column: Column,
  scope: Scope,
  lang: Lang,
): readonly DraftCondition[] | undefined {
  // A spreadsheet keeps a cell from being run as a formula with an apostrophe.
  const said = text.trim().replace(/^'(?=[=+\-@])/u, "");
  if (anything.has(said)) return [];
  const one = (words: string): DraftCondition | undefined => readOne(words, column, scope, lang);
  const whole = one(said);
  if (whole) return [whole];
  const parts = said.split(joints);
  const nodes = parts.flatMap((part) => one(part) ?? []);
  return parts.length > 1 && nodes.length === parts.length ? nodes : undefined;
}

function readOne(words: string, column: Column, scope: Scope, lang: Lang): DraftCondition | undefined {
  const { ruleSet } = scope;
  const sample = sampleOf(column, scope);
  if (sample === undefined) return undefined;
  const ending = testWords({ node: sample }, ruleSet, lang);
  const subject = conditionSentence(sample, ruleSet, lang).slice(0, -ending.length);
  const typed = readTyped(`${columnHeading(column, ruleSet, lang)} ${words}`, ruleSet);
  const isUnderstood = typed.pieces.every((piece) => piece.question === undefined);
  const node = readSentence(`${subject}${words}`, ruleSet) ?? (isUnderstood ? typed.condition : undefined);
  return node !== undefined && isAbout(node, column) && conditionFits(scope, node) ? node : undefined;
}

/** Any test of what the column is about: its words show how a sentence names it. */
function sampleOf({ kind, id }: Column, { ruleSet }: Scope): DraftCondition | undefined {
  if (kind === "fact") return { fact: id, operator: "isKnown" };
  if (kind === "condition") return { condition: id };
  const outcome = ruleSet.decisions.find((d) => d.id === id)?.outcomes[0]?.id;
  if (outcome === undefined) return undefined;
  return kind === "answer"
    ? { decision: id, state: [outcome] }
    : { decision: id, operator: "equal", value: outcome };
}

function isAbout(node: DraftCondition, column: Column): boolean {
  const layout = layoutOf(node);
  const tests = layout.kind === "rows" ? [layout.shared, ...layout.lines].flat() : [];
  return tests.length === 1 && tests.every((test) => subjectKey(test.column) === subjectKey(column));
}
