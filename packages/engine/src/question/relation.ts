// Whether the people of a question's worlds are related as it asks.
import { canonicalJson } from "../model/canonical-json.ts";
import type { Fact } from "../model/fact.ts";
import { doubtOf, readPerson, type FactState } from "../model/person.ts";
import type { Facts } from "../model/profile.ts";
import { present } from "../present.ts";
import type { Question, Setting } from "./question.ts";
import type { Witness } from "./witness.ts";

/** Whether every world's person is the first world's person as its relation says. */
export function isRelated({ worlds }: Question, { people, at }: Witness): boolean {
  if (people.length !== worlds.length) return false;
  const settings = worlds
    .map(({ person }) => person)
    .filter((person) => person.kind === "set")
    .flatMap((person) => person.settings);
  return worlds.every(({ ruleSet, person }, i) => {
    const own = present(people[i]);
    const first = present(people[0]);
    // Derived facts that are set hide their parts in every world.
    const apart = settings.flatMap(({ fact }) => [fact, ...partsOf(ruleSet.facts, fact)]);
    switch (person.kind) {
      case "same":
        return agree(first, own, apart);
      case "set":
        return agree(first, own, apart) && person.settings.every((s) => isSet(s, own, ruleSet.facts));
      case "free":
        return agree(first, own, person.facts);
      case "completed": {
        const before = readPerson(ruleSet, first, at).states;
        const after = readPerson(ruleSet, own, at).states;
        return ruleSet.facts.every((fact) =>
          completes(fact, present(before.get(fact.id)), present(after.get(fact.id))),
        );
      }
      default:
        return person satisfies never;
    }
  });
}

function agree(first: Facts, second: Facts, except: readonly string[]): boolean {
  const rest = (facts: Facts): string =>
    canonicalJson(Object.fromEntries(Object.entries(facts).filter(([id]) => !except.includes(id))));
  return rest(first) === rest(second);
}

function isSet({ fact, to }: Setting, facts: Facts, declared: readonly Fact[]): boolean {
  if (partsOf(declared, fact).some((part) => Object.hasOwn(facts, part))) return false;
  if (to === "unknown") return !Object.hasOwn(facts, fact);
  return canonicalJson(facts[fact] ?? null) === canonicalJson(to.known);
}

function partsOf(declared: readonly Fact[], fact: string): readonly string[] {
  return declared.find((f) => f.id === fact)?.derive?.sum ?? [];
}

/** Whether the second state is the first, or one that the first may turn out to be. */
function completes(fact: Fact, first: FactState, second: FactState): boolean {
  if (first.kind === "partial") {
    if (second.kind === "unknown") return false;
    const members = second.value as readonly string[];
    return present(fact.values)
      .filter(({ id }) => !first.unasked.includes(id))
      .every(
        ({ id }) =>
          !(second.kind === "partial" && second.unasked.includes(id)) &&
          members.includes(id) === first.value.includes(id),
      );
  }
  const mayTurnOut =
    first.kind === "unknown" && (fact.whenUnknown === "block" || doubtOf(first) !== undefined);
  return mayTurnOut || canonicalJson(unordered(first)) === canonicalJson(unordered(second));
}

/** A state in which the members of a set stand in one order, whatever order they were sent in. */
function unordered(state: FactState): FactState {
  return state.kind === "known" && Array.isArray(state.value)
    ? { ...state, value: state.value.map(String).toSorted() }
    : state;
}
