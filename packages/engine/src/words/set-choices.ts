// The ways to answer about a set that lead to the same point, put so that they take few words. An interview tells them
// apart one by one; to be read, what one way excludes may be left out where another way takes it in. Same answers, always.
import type { AnswerChoice } from "../diagram/index.ts";

/** What a way asks of the set: of a group, whether it has a member of it; of the whole set, whether it is known. */
type Way = ReadonlyMap<string, boolean>;

const known = "";
const keyOf = (group: readonly string[]): string => JSON.stringify(group);

/** Choices that say together just what these say together. */
export function fewerWords(choices: readonly AnswerChoice[]): readonly AnswerChoice[] {
  return merged(simpler(choices.map(wayOf)).map(choiceOf));
}

function wayOf({ known: isKnown, has = [], hasNone = [] }: AnswerChoice): Way {
  const literals: (readonly [string, boolean])[] = [
    ...(isKnown === undefined ? [] : [[known, isKnown] as const]),
    ...has.map((group) => [keyOf(group), true] as const),
    ...hasNone.map((group) => [keyOf(group), false] as const),
  ];
  return new Map(literals);
}

function choiceOf(way: Way): AnswerChoice {
  const isKnown = way.get(known);
  const groups = (wanted: boolean): readonly (readonly string[])[] =>
    [...way]
      .filter(([key, is]) => key !== known && is === wanted)
      .map(([key]) => JSON.parse(key) as string[]);
  return { ...(isKnown === undefined ? {} : { known: isKnown }), has: groups(true), hasNone: groups(false) };
}

/** Drops what need not be said, one thing at a time, until nothing more can be. */
function simpler(ways: readonly Way[]): readonly Way[] {
  for (const [i, way] of ways.entries()) {
    const others = ways.filter((_, k) => k !== i);
    if (others.some((other) => isWithin(way, other))) return simpler(others);
    for (const [key, is] of way) {
      // Another way takes in whoever is like this one but for this: it need not be said here.
      const turned = new Map([...way, [key, !is]]);
      if (!others.some((other) => isWithin(turned, other))) continue;
      const rest = new Map([...way].filter(([k]) => k !== key));
      return simpler(ways.map((w, k) => (k === i ? rest : w)));
    }
  }
  return ways;
}

/** Whether one way asks for everything that the other asks for. */
function isWithin(way: Way, other: Way): boolean {
  return [...other].every(([key, is]) => way.get(key) === is);
}

/** Ways that ask for a member of one group and are otherwise alike, as one way with all these members. */
function merged(choices: readonly AnswerChoice[]): readonly AnswerChoice[] {
  const byRest = new Map<string, AnswerChoice>();
  for (const [i, choice] of choices.entries()) {
    const { has = [], hasNone = [], known: isKnown } = choice;
    const key = has.length === 1 ? JSON.stringify([hasNone, isKnown]) : String(i);
    const same = byRest.get(key);
    byRest.set(key, same ? { ...choice, has: [[...(same.has ?? []), ...has].flat()] } : choice);
  }
  return [...byRest.values()];
}
