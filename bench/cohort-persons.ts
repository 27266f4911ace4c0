// Synthetic persons by the million: what was sent of them, and the same as lines of a table. Always the same ones for a
// seed. Most facts are known; some were never asked, some are too old, some sets were asked about in part.
import { columnsFor, validDays, type Columns, type Fact, type Facts } from "@jumelage/engine";
import { chanceFrom, type Chance } from "../packages/engine/test/arbitraries.ts";

/** The date on which they are all evaluated. */
export const cohortDay = "2026-03-02";
const dayAfter = (age: number): string =>
  new Date(Date.parse(cohortDay) - age * 86_400_000).toISOString().slice(0, 10);

/** What is known of one fact of one person; nothing, where it is unknown. */
type Drawn =
  | { readonly value: boolean | number | string; readonly observedOn?: string }
  | { readonly named: readonly string[]; readonly of: readonly string[]; readonly isWhole: boolean }
  | undefined;

export interface CohortPerson {
  readonly facts: Facts;
  /** A line of a table with the columns of `columnsFor`, in the order of `tableColumns`. */
  readonly line: string;
}

/** So many persons of a vocabulary. */
export function* cohortPersons(facts: readonly Fact[], count: number, seed: number): Generator<CohortPerson> {
  const chance = chanceFrom(seed);
  const columns = columnsFor({ facts: [...facts] });
  for (let i = 0; i < count; i++) {
    const sent: Record<string, unknown> = {};
    const cells: string[] = [];
    for (const fact of facts) {
      const drawn = draw(chance, fact);
      if (drawn !== undefined) sent[fact.id] = sentOf(drawn);
      cells.push(...cellsOf(fact, drawn, columns));
    }
    yield { facts: sent, line: cells.join() };
  }
}

function draw(chance: Chance, fact: Fact): Drawn {
  if (chance.often(0.04)) return undefined;
  if (fact.type === "set") {
    const members = (fact.values ?? []).map((v) => v.id);
    const named = chance.often(0.5) ? [] : members.filter(() => chance.often(0.15));
    const others = members.filter((m) => !named.includes(m));
    const left = chance.often(0.03) ? chance.pick(others.length > 1 ? others : [undefined]) : undefined;
    return { named, of: members.filter((m) => m !== left), isWhole: left === undefined };
  }
  const value = someValue(chance, fact);
  if (fact.validFor === undefined || chance.often(0.7)) return { value };
  const days = validDays(fact.validFor);
  return { value, observedOn: dayAfter(chance.often(0.1) ? days + 1 : chance.below(days + 1)) };
}

function someValue(chance: Chance, fact: Fact): boolean | number | string {
  // Danger is rare.
  const isCalm = fact.safety && chance.often(0.9);
  switch (fact.type) {
    case "boolean":
      return !isCalm && chance.often(0.4);
    case "integer": {
      const { min, max } = fact.range ?? { min: 0, max: 100 };
      return isCalm ? min : min + chance.below(max - min + 1);
    }
    case "enum": {
      const [first = "", ...others] = (fact.values ?? []).filter((v) => v.retired !== true).map((v) => v.id);
      return isCalm ? first : chance.pick([first, ...others]);
    }
    default:
      throw new TypeError(`no persons are made up with facts of type ${fact.type}`);
  }
}

function sentOf(drawn: NonNullable<Drawn>): unknown {
  if ("named" in drawn) return drawn.isWhole ? drawn.named : { value: drawn.named, of: drawn.of };
  return drawn.observedOn === undefined ? drawn.value : drawn;
}

function cellsOf(fact: Fact, drawn: Drawn, columns: Columns): readonly string[] {
  const own = columns[fact.id] ?? {};
  const dated = own.observedOn === undefined ? [] : [""];
  if (fact.type === "set") {
    const members = Object.keys(own.members ?? {});
    const cell = (member: string): string =>
      drawn !== undefined && "named" in drawn && drawn.of.includes(member)
        ? String(drawn.named.includes(member))
        : "";
    return [...members.map(cell), ...dated];
  }
  if (drawn === undefined || !("value" in drawn)) return ["", ...dated];
  return [String(drawn.value), ...dated.map(() => drawn.observedOn ?? "")];
}
