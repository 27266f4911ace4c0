// A replayed witness as a report shows it: the person's facts, the second person's where there are two, and how each of
// them is answered.
import {
  canonicalJson,
  evaluate,
  type Formula,
  type Question,
  type Result,
  type Witness,
  type WitnessReport,
} from "@jumelage/engine";

/**
 * The report of a witness. `answers` has one entry for each decision and each world, world by world: the state of a
 * `one` decision; of a `many` decision what is suggested, and `outcome:undetermined` or `outcome:withheld` for the rest.
 * The decisions are those the question speaks of, and `decisions`.
 */
export function witnessReport(
  question: Question,
  { at, people }: Witness,
  decisions: readonly string[] = [],
): WitnessReport {
  const [first = {}, second] = people;
  const concerned = [...new Set([...decisionsIn(question.ask), ...decisions])];
  const isOther = second !== undefined && canonicalJson(second) !== canonicalJson(first);
  const answers = question.worlds.flatMap(({ ruleSet }, i) => {
    const { result } = evaluate(ruleSet, people[i] ?? {}, at);
    return concerned.flatMap((decision) => {
      const answer = answersOf(result, decision);
      return answer === undefined ? [] : [{ decision, answer }];
    });
  });
  return { at, facts: { ...first }, ...(isOther ? { second: { ...second } } : {}), answers };
}

/** How a decision is answered, as a report says it; `undefined` for a decision that is not there. */
export function answersOf(result: Result, decision: string): string[] | undefined {
  const made = result.decisions[decision];
  if (made === undefined) return undefined;
  if (made.kind === "one") return [made.state];
  const standing = (is: "undetermined" | "withheld"): readonly string[] => made[is].map((o) => `${o}:${is}`);
  return [...made.suggested, ...standing("undetermined"), ...standing("withheld")];
}

function decisionsIn(formula: Formula): readonly string[] {
  if ("all" in formula) return formula.all.flatMap(decisionsIn);
  if ("any" in formula) return formula.any.flatMap(decisionsIn);
  if ("not" in formula) return decisionsIn(formula.not);
  return "decision" in formula ? [formula.decision] : [];
}
