// From a rule set to a function of a person: facts in, masks out at once, and the whole result when it is asked for. No
// trace: that is the direct reading's.
import {
  dayNumber,
  type Facts,
  type LocalDate,
  type Person,
  type Problem,
  type Result,
  type RuleSet,
} from "../model/index.ts";
import { chosenFor, type Way } from "./choose.ts";
import { encodePerson, newWords, type EncodedPerson, type Words } from "./person.ts";
import { planOf } from "./plan.ts";
import { factsReader, type Day } from "./read-facts.ts";
import { resultWriter } from "./json.ts";
import type { MasksWays } from "./generate-masks.ts";
import { generatedResultMaker } from "./generate-result.ts";
import { resultMaker, resultParts } from "./result.ts";
import { begin, end, newRun, type Masks, type Run } from "./run.ts";
import { Unmodelled } from "./unmodelled.ts";

/** A result as text. */
export interface Written {
  /** Exactly what `JSON.stringify` makes of the result. */
  readonly json: string;
  readonly problems: readonly Problem[];
  /** For every decision, in the order of the document, the outcome it came to; nothing for one that is open or `many`. */
  readonly outcomes: readonly (string | undefined)[];
}

/** A rule set ready to be run many times. */
export interface Compiled {
  /**
   * The result for a person read against this rule set's facts; a fresh object each time. What results have in common is
   * one frozen object: who wants to change a result copies it.
   */
  readonly run: (person: Person) => Result;
  /**
   * The same result straight from the facts a caller sent, read as `readPerson` reads them on a date (`YYYY-MM-DD`).
   * @throws RangeError when `at` is no date
   */
  readonly runFacts: (facts: Facts, at: LocalDate) => Result;
  /**
   * The same result as JSON text, without making the result.
   * @throws RangeError when `at` is no date
   */
  readonly write: (facts: Facts, at: LocalDate) => Written;
  /**
   * The verdicts alone. `masks` is this rule set's own and good until the next call; what has to last is copied.
   * @throws RangeError when `at` is no date
   */
  readonly masks: (facts: Facts, at: LocalDate) => Masks;
  /** The ids of the enabled criteria; the n-th is the n-th bit of every mask. */
  readonly criteria: readonly string[];
  /** Prepares a person once; good for every rule set with the same `vocabulary`. */
  readonly encode: (person: Person) => EncodedPerson;
  /** The same from facts. */
  readonly encodeFacts: (facts: Facts, at: LocalDate) => EncodedPerson;
  /** The same result as `run`, for bulk work and for every keystroke. */
  readonly runEncoded: (person: EncodedPerson) => Result;
  /** The same masks as `masks`. */
  readonly masksOf: (person: EncodedPerson) => Masks;
  /** The way that was taken. */
  readonly way: Way;
  /** The key of the vocabulary that encoded persons must carry. */
  readonly vocabulary: string;
}

export interface CompileOptions {
  /**
   * The ways that may be taken; the fastest that the rule set fits is. Without it those that run everywhere: code is
   * generated only for who says so.
   */
  readonly ways?: readonly Way[] | undefined;
}

/**
 * Compiles a rule set that was parsed.
 * @throws Unmodelled on a reference or a literal that parsing would have refused.
 */
export function compile(ruleSet: RuleSet, { ways }: CompileOptions = {}): Compiled {
  const plan = planOf(ruleSet);
  const { layout } = plan;
  const { judge, decider, way, faster } = chosenFor(plan, ways);
  const mayGenerate = ways?.includes("generated") === true;
  const parts = resultParts(plan, decider);
  const resultOf =
    (mayGenerate
      ? generatedResultMaker(parts, { criteria: plan.criteria.length, facts: layout.slots.length })
      : undefined) ?? resultMaker(parts);
  const textOf = resultWriter(plan, decider);
  const memory = newRun(plan);
  const readFacts = factsReader(layout, mayGenerate);
  const own = newWords(layout);
  let day: Day | undefined;

  function onDay(at: LocalDate): Day {
    if (at === day?.at) return day;
    const number = dayNumber(at);
    if (number === undefined) throw new RangeError(`not an evaluation date: ${at}`);
    return (day = { at, number });
  }

  /** Judges a person; what is asked of the run has to be asked before the next one. */
  function judged(person: Words): Masks {
    begin(memory, person);
    judge(memory);
    return memory.masks;
  }

  function resultFor(person: Words, problems: readonly Problem[]): Result {
    judged(person);
    const result = resultOf(memory, problems);
    end(memory);
    return result;
  }

  function outcomesOf({ state }: Run): readonly (string | undefined)[] {
    return plan.steps.map(({ decision, index, outcomes }) =>
      decision.kind === "one" ? outcomes[state[index] ?? 0]?.id : undefined,
    );
  }

  /** Who was read into this rule set's own words is gone from them once they are answered. */
  function forget(): void {
    // Going through so few costs less than a call of `fill`.
    for (let i = 0; i < own.words.length; i++) own.words[i] = 0;
    for (let i = 0; i < own.numbers.length; i++) own.numbers[i] = 0;
  }

  function needSame(person: EncodedPerson): void {
    if (person.key !== layout.key) throw new Unmodelled("other-vocabulary", ruleSet.program);
  }

  const long: MasksWays = {
    masks(facts, at) {
      readFacts(facts, onDay(at), own);
      const masks = judged(own);
      forget();
      return masks;
    },
    masksOf(person) {
      needSame(person);
      return judged(person);
    },
  };

  return {
    ...(faster?.(memory.masks, long) ?? long),
    run(person) {
      const encoded = encodePerson(layout, person);
      return resultFor(encoded, encoded.problems);
    },
    runFacts(facts, at) {
      const problems = readFacts(facts, onDay(at), own);
      const result = resultFor(own, problems);
      forget();
      return result;
    },
    write(facts, at) {
      const problems = readFacts(facts, onDay(at), own);
      judged(own);
      const json = textOf(memory, problems);
      forget();
      return { json, problems, outcomes: outcomesOf(memory) };
    },
    criteria: plan.criteria.map((c) => c.id),
    encode: (person) => encodePerson(layout, person),
    encodeFacts(facts, at) {
      const made = newWords(layout);
      return { key: layout.key, problems: readFacts(facts, onDay(at), made), ...made };
    },
    runEncoded(person) {
      needSame(person);
      return resultFor(person, person.problems);
    },
    way,
    vocabulary: layout.key,
  };
}
