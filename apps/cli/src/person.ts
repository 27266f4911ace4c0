// The one person a command is about: the facts that were given, read on the day that was named.
import { readPerson, type LocalDate, type Person, type RuleSet } from "@jumelage/engine";
import { Unusable, type Io } from "./outcome.ts";
import { readFacts } from "./read.ts";
import { dayFor } from "./today.ts";

export interface PersonOptions {
  /** A file of facts, or `-`; nothing is known otherwise. */
  readonly facts?: string;
  readonly at?: string;
  /** Facts that cannot be read are left aside as problems. */
  readonly lenient?: boolean;
}

/** Throws `fact-problems` where facts cannot be read, unless lenient. */
export async function personFrom(
  { facts: path, at, lenient }: PersonOptions,
  ruleSet: RuleSet,
  io: Io,
): Promise<{ readonly person: Person; readonly at: LocalDate }> {
  const facts = path === undefined ? {} : await readFacts(path, io);
  const day = dayFor(at, ruleSet, io);
  const person = readPerson(ruleSet, facts, day);
  if (person.problems.length > 0 && lenient !== true)
    throw new Unusable("fact-problems", {}, { problems: person.problems });
  return { person, at: day };
}
