// What a query must answer for a person, from the direct reading of that person.
import {
  evaluatePerson,
  readPerson,
  type AnswerColumn,
  type Facts,
  type LocalDate,
  type Person,
  type Result,
  type RuleSet,
} from "@jumelage/engine";
import type { Cell } from "@jumelage/engine/test/table-rows";

/** One cell for every column of the answer. */
export function expectedAnswers(
  ruleSet: RuleSet,
  { id, facts, at }: { readonly id: string; readonly facts: Facts; readonly at: LocalDate },
  columns: readonly AnswerColumn[],
): readonly Cell[] {
  const person = readPerson(ruleSet, facts, at);
  const { result } = evaluatePerson(ruleSet, person);
  return columns.map((column) => cellOf(column, { id, person, result }));
}

/** The same of a result that was written down. */
export function cellOf(
  column: AnswerColumn,
  { id, person, result }: { readonly id: string; readonly person: Person; readonly result: Result },
): Cell {
  switch (column.holds) {
    case "key":
      return id;
    case "state": {
      const made = result.decisions[column.decision];
      return made?.kind === "one" ? made.state : null;
    }
    case "suggestion": {
      const made = result.decisions[column.decision];
      if (made?.kind !== "many") return null;
      const found = (["withheld", "suggested", "undetermined"] as const).find((s) =>
        made[s].includes(column.outcome),
      );
      return found ?? "not-suggested";
    }
    case "true":
      return result.fired.includes(column.criterion);
    case "false":
      return !result.fired.includes(column.criterion) && !result.undecided.includes(column.criterion);
    case "standing": {
      const doubt = result.doubtful.find((d) => d.fact === column.fact);
      if (doubt) return doubt.reason;
      if (result.assumed.includes(column.fact)) return "assumed";
      return person.states.get(column.fact)?.kind === "known" ? "known" : "unknown";
    }
    default:
      return column satisfies never;
  }
}
