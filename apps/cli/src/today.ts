// The day on which a rule set is asked: the one that was named, or today, in the time zone of its program.
import type { LocalDate, RuleSet } from "@jumelage/engine";
import { evaluationDate } from "@jumelage/sdk";
import { Unusable, type Io } from "./outcome.ts";

export function todayFor({ timeZone }: RuleSet, io: Io): LocalDate {
  const today = evaluationDate(new Date(io.now()).toISOString(), timeZone);
  if (today === undefined) throw new Unusable("wrong-value", { what: timeZone });
  return today;
}

/** The day of `--at`, a date or an instant; today where it was not given. */
export function dayFor(at: string | undefined, ruleSet: RuleSet, io: Io): LocalDate {
  if (at === undefined) return todayFor(ruleSet, io);
  const day = evaluationDate(at, ruleSet.timeZone);
  if (day === undefined) throw new Unusable("wrong-value", { what: `--at ${at}` });
  return day;
}
