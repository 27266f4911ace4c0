// The shortest interview from where a person stands: which fact to ask next so that the decision is certain after the
// fewest questions whatever the answers, and then after the fewest on average. Safety facts come before all others.
// Only facts that can still matter are ever asked.
import type { Diagram, DiagramOption } from "../model/diagram.ts";
import type { Person } from "../model/person.ts";
import { present } from "../present.ts";
import { TooLarge, type Ref } from "./forest.ts";
import { plant, standingOf, type Planted, type Standing } from "./standing.ts";

/** One way to answer: a class of values, or which groups of members a set has. Absent parts do not matter. */
export interface AnswerChoice {
  readonly option?: DiagramOption;
  readonly known?: boolean;
  readonly has?: readonly (readonly string[])[];
  readonly hasNone?: readonly (readonly string[])[];
}

/** Answers that lead to the same point of the interview. */
export interface InterviewAnswer {
  readonly choices: readonly AnswerChoice[];
  /** The outcomes that are still possible after it. */
  readonly outcomes: readonly string[];
  readonly next: Interview;
}

export interface Interview {
  /** The outcomes that are still possible; one: the interview is over. */
  readonly outcomes: readonly string[];
  /** How many questions at most, and on average when every answer told apart is as likely as another. */
  readonly worst: number;
  readonly mean: number;
  /** The fact to ask next, with what each answer would leave; absent at the end. */
  readonly question?: { readonly fact: string; readonly answers: readonly InterviewAnswer[] };
}

export interface InterviewOptions {
  /** The most points of interviews that are weighed against each other. */
  readonly budget?: number;
}

interface Best {
  readonly worst: number;
  readonly mean: number;
  readonly fact?: string;
}

/** The shortest interview, or that finding it would go beyond the budget. */
export function interview(
  diagram: Diagram,
  person: Person,
  { budget = 100_000 }: InterviewOptions = {},
): Interview | { readonly tooLarge: number } {
  const planted = plant(diagram, diagram.nodes.length + 4 * budget);
  const standing = standingOf(diagram, person);
  try {
    const start = planted.forest.restrict(planted.root, standing);
    const search = { planted, standing, made: new Map<Ref, Best>(), budget };
    best(search, start);
    return tell(search, start, new Map());
  } catch (error) {
    if (error instanceof TooLarge) return { tooLarge: budget };
    throw error;
  }
}

interface Search {
  readonly planted: Planted;
  readonly standing: Standing;
  readonly made: Map<Ref, Best>;
  readonly budget: number;
}

/** The facts to choose from: those that can still change the answer, safety facts alone while there are any. */
function askable({ planted: { diagram, forest } }: Search, ref: Ref): readonly string[] {
  const facts = [...new Set(forest.support(ref).map((level) => present(diagram.dimensions[level]).fact))];
  const safety = facts.filter((f) => diagram.safety.includes(f));
  return safety.length > 0 ? safety : facts;
}

function best(search: Search, ref: Ref): Best {
  if (ref < 0) return { worst: 0, mean: 0 };
  const known = search.made.get(ref);
  if (known) return known;
  if (search.made.size >= search.budget) throw new TooLarge(search.budget);
  let found: Best = { worst: Infinity, mean: Infinity };
  for (const fact of askable(search, ref)) {
    let [worst, mean] = [0, 1];
    for (const [after, weight] of answersTo(search, ref, fact)) {
      const rest = best(search, after);
      worst = Math.max(worst, 1 + rest.worst);
      mean += weight * rest.mean;
      if (worst > found.worst) break;
    }
    if (worst < found.worst || (worst === found.worst && mean < found.mean - 1e-12))
      found = { worst, mean, fact };
  }
  search.made.set(ref, found);
  return found;
}

/** What is left after each answer to a fact, with the share of the answers that lead there. */
function answersTo({ planted, standing }: Search, ref: Ref, fact: string): ReadonlyMap<Ref, number> {
  let rests = new Map<Ref, number>([[ref, 1]]);
  for (const level of levelsOf(planted.diagram, fact)) {
    const options = openAt(standing, level);
    const next = new Map<Ref, number>();
    for (const [rest, weight] of rests) {
      for (const option of options) {
        const after = at(planted, rest, { level, option });
        next.set(after, (next.get(after) ?? 0) + weight / options.length);
      }
    }
    rests = next;
  }
  return rests;
}

function levelsOf({ dimensions }: Diagram, fact: string): readonly number[] {
  return dimensions.flatMap((d, level) => (d.fact === fact ? [level] : []));
}

function openAt(standing: Standing, level: number): readonly number[] {
  return present(standing[level]).flatMap((open, option) => (open ? [option] : []));
}

/** What is left of a function once a level is at an option. */
function at({ forest }: Planted, ref: Ref, step: { readonly level: number; readonly option: number }): Ref {
  const levels = Array.from({ length: forest.levels }, (_, level) =>
    level === step.level
      ? Array.from({ length: forest.width(level) }, (__, o) => o === step.option)
      : undefined,
  );
  return forest.restrict(ref, levels);
}

/** The interview in full; points that are reached in several ways are one object. */
function tell(search: Search, ref: Ref, told: Map<Ref, Interview>): Interview {
  const known = told.get(ref);
  if (known) return known;
  const { diagram, forest } = search.planted;
  const { worst, mean, fact } = best(search, ref);
  const outcomes = forest.terminalsOf(ref).map((place) => present(diagram.outcomes[place]));
  const interviewHere: Interview =
    fact === undefined
      ? { outcomes, worst, mean }
      : { outcomes, worst, mean, question: { fact, answers: answers(search, { ref, fact, told }) } };
  told.set(ref, interviewHere);
  return interviewHere;
}

interface Asked {
  readonly ref: Ref;
  readonly fact: string;
  readonly told: Map<Ref, Interview>;
}

function answers(search: Search, { ref, fact, told }: Asked): readonly InterviewAnswer[] {
  const { planted, standing } = search;
  let choices: readonly (readonly [Ref, AnswerChoice])[] = [[ref, {}]];
  for (const level of levelsOf(planted.diagram, fact)) {
    choices = choices.flatMap(([rest, choice]): readonly (readonly [Ref, AnswerChoice])[] => {
      const after = openAt(standing, level).map((option) => ({
        option,
        rest: at(planted, rest, { level, option }),
      }));
      // Where every answer leaves the same, this part of the answer does not matter.
      const [first, ...others] = new Set(after.map((a) => a.rest));
      if (first !== undefined && others.length === 0) return [[first, choice]];
      return after.map((a) => [a.rest, withStep(planted.diagram, choice, [level, a.option])]);
    });
  }
  const byRest = new Map<Ref, AnswerChoice[]>();
  for (const [rest, choice] of choices) byRest.set(rest, [...(byRest.get(rest) ?? []), choice]);
  return [...byRest].map(([rest, same]) => {
    const next = tell(search, rest, told);
    return { choices: same, outcomes: next.outcomes, next };
  });
}

function withStep(
  { dimensions }: Diagram,
  choice: AnswerChoice,
  [level, option]: readonly [number, number],
): AnswerChoice {
  const dimension = present(dimensions[level]);
  if ("options" in dimension) return { ...choice, option: present(dimension.options[option]) };
  if ("isKnown" in dimension) return { ...choice, known: option === 1 };
  const group = option === 1 ? "has" : "hasNone";
  return { ...choice, [group]: [...(choice[group] ?? []), dimension.anyOf] };
}
