// Which person each world of a question sees, fact by fact: a copy of what is sent of the fact (worlds that see the same
// copy see the same), or something fixed.
import type { Fact } from "../model/fact.ts";
import type { RuleSet } from "../model/rule-set.ts";
import type { Question, Setting } from "../question/question.ts";
import { found } from "./found.ts";
import { nothing, type Sending } from "./sendings.ts";
import { unmodelled } from "./unmodelled.ts";

export type View =
  /** Copies are named by the first world that sees them. */
  { readonly copy: number } | { readonly fixed: Sending };

export interface Views {
  readonly ruleSets: readonly RuleSet[];
  readonly view: (world: number, fact: string) => View;
  /** The second world's person is the first's, completed. */
  readonly completed: boolean;
  /** What every world's person has set, whatever the class. */
  readonly settings: readonly (readonly Setting[])[];
}

export function viewsOf(question: Question): Views {
  const { worlds } = question;
  if (worlds.length > 2) return unmodelled("more than two worlds");
  const settings = worlds.map(({ person }) => (person.kind === "set" ? person.settings : []));
  const completed = worlds.some(({ person }) => person.kind === "completed");
  if (completed && settings.flat().length > 0) return unmodelled("completed, and set");
  if (worlds[0]?.person.kind === "completed") return unmodelled("a first world that is completed");
  // What a fact that the first world does not know turned out from would not be part of any class.
  const declared = (world: number): readonly string[] => worlds[world]?.ruleSet.facts.map((f) => f.id) ?? [];
  if (completed && declared(1).some((id) => !declared(0).includes(id)))
    return unmodelled("completed, with facts of its own");
  const hidden = (world: number): readonly string[] =>
    (settings[world] ?? []).flatMap(({ fact }) => partsOf(worlds[world]?.ruleSet, fact));
  // Facts that are set in one world, with the parts they hide, are every other world's own.
  const apart = new Set(
    worlds.flatMap((_, world) => [...(settings[world] ?? []).map((s) => s.fact), ...hidden(world)]),
  );
  const view = (world: number, fact: string): View => {
    const setting = settings[world]?.find((s) => s.fact === fact);
    if (setting) return { fixed: setting.to === "unknown" ? nothing : { value: setting.to.known } };
    if (hidden(world).includes(fact)) return { fixed: nothing };
    const person = worlds[world]?.person;
    if (world === 0 || person === undefined) return { copy: 0 };
    if (person.kind === "free") return person.facts.includes(fact) ? { copy: world } : view(0, fact);
    return apart.has(fact) || person.kind === "completed" ? { copy: world } : { copy: 0 };
  };
  return { ruleSets: worlds.map((w) => w.ruleSet), view, completed, settings };
}

function partsOf(ruleSet: RuleSet | undefined, fact: string): readonly string[] {
  return ruleSet?.facts.find((f) => f.id === fact)?.derive?.sum ?? [];
}

/** The fact as a world's vocabulary declares it. */
export function factOf({ ruleSets }: Views, world: number, id: string): Fact {
  return found(
    ruleSets[world]?.facts.find((f) => f.id === id),
    id,
  );
}
