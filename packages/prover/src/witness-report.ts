// Witnesses as reports carry them: the facts, and what the decision concerned answers for each of the people.
import { readBy, type Question, type RuleSet, type Witness, type WitnessReport } from "@jumelage/engine";

/** A witness with the answers of some decisions, in the order of the worlds; a decision a world lacks is left out. */
export function witnessReport(
  question: Question,
  witness: Witness,
  decisions: readonly string[],
): WitnessReport {
  const [facts = {}, second] = witness.people;
  const compared = second !== undefined && JSON.stringify(second) !== JSON.stringify(facts);
  return {
    at: witness.at,
    facts,
    ...(compared ? { second } : {}),
    answers: question.worlds.flatMap(({ ruleSet }, i) => answersOf(ruleSet, witness, i, decisions)),
  };
}

function answersOf(
  ruleSet: RuleSet,
  { at, people }: Witness,
  world: number,
  decisions: readonly string[],
): WitnessReport["answers"] {
  const { result } = readBy(ruleSet, people[world] ?? {}, at);
  return decisions.flatMap((decision) => {
    const answer = result.decisions[decision];
    if (answer === undefined) return [];
    return [{ decision, answer: answer.kind === "one" ? [answer.state] : [...answer.suggested] }];
  });
}
