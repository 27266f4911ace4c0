// A few hundred made-up persons for a rule set, from the values it tests: a calm one, those who differ from the calm one
// in one thing, and many others, complete and partial.
import { readBy, type Facts, type LocalDate, type RuleSet } from "@jumelage/engine";
import { chanceFrom } from "./chance.ts";
import { testedValues } from "./tested-values.ts";

/** Some are ordinary persons with few things the matter, some are anything at all. */
const touchedShares = [0.15, 0.45, 1];
/** Some have answered everything, some little. */
const silentShares = [0, 0.12, 0.12, 0.6];
/** How many there are of every kind. */
const ofEach = 20;
const unreadable = { share: 0.02, value: "?" };

/** The same persons for the same rule set. */
export function peopleFor(ruleSet: RuleSet, at: LocalDate): readonly Facts[] {
  const calm = calmPerson(ruleSet, at);
  return [...neighboursOf(ruleSet, calm), ...othersOf(ruleSet, calm)];
}

/** Somebody complete of whom as few criteria as possible are true: anything the matter with them shows at once. */
function calmPerson(ruleSet: RuleSet, at: LocalDate): Facts {
  const facts = ruleSet.facts.filter((f) => f.derive === undefined);
  let calm: Facts = Object.fromEntries(facts.map((f) => [f.id, testedValues(ruleSet, f)[0]]));
  const fired = (person: Facts): number => readBy(ruleSet, person, at).result.fired.length;
  let least = fired(calm);
  for (const fact of facts) {
    for (const value of testedValues(ruleSet, fact)) {
      const other = { ...calm, [fact.id]: value };
      const count = fired(other);
      if (count < least) [calm, least] = [other, count];
    }
  }
  return calm;
}

/** The calm person with one fact changed, or unknown. */
function neighboursOf(ruleSet: RuleSet, calm: Facts): readonly Facts[] {
  return ruleSet.facts.flatMap((fact) => {
    const { [fact.id]: _, ...without } = calm;
    return [...testedValues(ruleSet, fact).map((value) => ({ ...calm, [fact.id]: value })), without];
  });
}

function othersOf(ruleSet: RuleSet, calm: Facts): readonly Facts[] {
  const next = chanceFrom(0x9e3779b9);
  const own = ruleSet.facts.filter((f) => f.derive === undefined);
  const options = own.map((fact) => ({ id: fact.id, values: testedValues(ruleSet, fact) }));
  const kinds = touchedShares.flatMap((touched) => silentShares.map((silent) => ({ touched, silent })));
  return Array.from({ length: ofEach }, () => kinds)
    .flat()
    .map(({ touched, silent }) =>
      Object.fromEntries(
        options.flatMap(({ id, values }): readonly (readonly [string, unknown])[] => {
          if (next() < silent) return [];
          if (next() < unreadable.share) return [[id, unreadable.value]];
          if (next() >= touched) return [[id, calm[id]]];
          return [[id, values[Math.floor(next() * values.length)]]];
        }),
      ),
    );
}
