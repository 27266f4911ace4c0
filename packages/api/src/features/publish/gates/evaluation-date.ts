// The date a profile is evaluated on. One that names none has no dated fact, so that any date gives the same answer;
// a fixed one keeps gates and vectors reproducible.
import type { LocalDate, Profile } from "@jumelage/engine";

const anyDate: LocalDate = "2000-01-01";

/** The profile's own date, or a fixed one where it names none. */
export function evaluationDate(profile: Profile): LocalDate {
  return profile.evaluatedOn ?? anyDate;
}
