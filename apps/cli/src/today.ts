// The day on which a rule set is asked, where nobody named one: today, in the time zone of its program.
import type { LocalDate, RuleSet } from "@jumelage/engine";
import { evaluationDate } from "@jumelage/sdk";
import { Unusable, type Io } from "./outcome.ts";

export function todayFor({ timeZone }: RuleSet, io: Io): LocalDate {
  const today = evaluationDate(new Date(io.now()).toISOString(), timeZone);
  if (today === undefined) throw new Unusable("wrong-value", { what: timeZone });
  return today;
}
