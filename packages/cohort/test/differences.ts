// What a cohort answers otherwise than the direct reading: every state of every person, the counts, and the persons
// themselves as they can be had back from their columns.
import { compile, readPerson, type RuleSet } from "@jumelage/engine";
import { cohortReader, personAt, Resident, type Answers, type Cohort } from "../src/index.ts";
import { countedBy, countedOneByOne, readAll, statesAt, statesOf, type Sent } from "./expected.ts";

/** Ways into a cohort, so that a broken copy of one can be asked the same. */
export interface CohortModule {
  readonly cohortReader: typeof cohortReader;
  readonly Resident: typeof Resident;
  readonly personAt: typeof personAt;
}

const sound: CohortModule = { cohortReader, Resident, personAt };

/** The first few differences, in words; none is as it should be. */
export function differences(
  ruleSet: RuleSet,
  sent: readonly Sent[],
  module: CohortModule = sound,
): readonly string[] {
  const cohort = readAll(module.cohortReader(ruleSet.facts), sent);
  const answers = new module.Resident(cohort).judge(ruleSet);
  return [
    ...statesThatDiffer(ruleSet, sent, answers),
    ...persons(ruleSet, sent, { cohort, module }),
    ...problems(ruleSet, sent, cohort),
  ].slice(0, 5);
}

function statesThatDiffer(ruleSet: RuleSet, sent: readonly Sent[], answers: Answers): readonly string[] {
  const expected = sent.map((s) => statesOf(ruleSet, s));
  const found = expected.flatMap((states, row) => {
    const obtained = statesAt(answers, row);
    const wrong = [...states].filter(([subject, state]) => obtained.get(subject) !== state);
    const extra = [...obtained.keys()].filter((subject) => !states.has(subject));
    return [
      ...wrong.map(([subject, state]) => `row ${row}: ${subject} is ${state}, not ${obtained.get(subject)}`),
      ...extra.map((subject) => `row ${row}: there is no ${subject}`),
    ];
  });
  return [...found, ...unequal(countedOneByOne(expected), countedBy(answers))];
}

/** Keys of which two maps hold different numbers. */
export function unequal(
  expected: ReadonlyMap<string, number>,
  obtained: ReadonlyMap<string, number>,
): readonly string[] {
  return [...new Set([...expected.keys(), ...obtained.keys()])]
    .filter((key) => expected.get(key) !== obtained.get(key))
    .map((key) => `${key}: ${expected.get(key)} persons, not ${obtained.get(key)}`);
}

function persons(
  ruleSet: RuleSet,
  sent: readonly Sent[],
  { cohort, module }: { readonly cohort: Cohort; readonly module: CohortModule },
): readonly string[] {
  const { encode } = compile(ruleSet);
  return sent.flatMap(({ facts, at }, row) => {
    const expected = encode(readPerson(ruleSet, facts, at));
    const obtained = module.personAt(cohort, row);
    return String(expected.words) === String(obtained.words) &&
      String(expected.numbers) === String(obtained.numbers) &&
      expected.key === obtained.key
      ? []
      : [`row ${row}: ${String(obtained.words)} instead of ${String(expected.words)}`];
  });
}

function problems(ruleSet: RuleSet, sent: readonly Sent[], cohort: Cohort): readonly string[] {
  const expected = new Map<string, number>();
  for (const { facts, at } of sent)
    for (const { fact, code } of readPerson(ruleSet, facts, at).problems)
      expected.set(`${code} ${fact}`, (expected.get(`${code} ${fact}`) ?? 0) + 1);
  const obtained = new Map(cohort.problems.map((p) => [`${p.code} ${p.fact}`, p.persons]));
  return unequal(expected, obtained);
}
