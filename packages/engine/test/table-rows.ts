// A person as a row of a table that has every column there may be: what a caller sends, put where SPEC.md says.
import { columnsFor, dayNumber, isMember, type Fact, type Facts, type RuleSet } from "../src/index.ts";

export type Cell = boolean | number | string | null;
/** By the name of the column. Dates are text. */
export type Row = Readonly<Record<string, Cell>>;

/** What is sent of one fact, as a table holds it; undefined when a column of that type cannot hold it. */
interface Held {
  readonly value?: Cell;
  readonly named?: readonly string[];
  readonly of?: readonly string[];
  readonly observedOn?: string;
}

export function rowOf(ruleSet: RuleSet, facts: Facts): Row {
  const columns = columnsFor(ruleSet, { of: "every", key: ["id"] });
  const row: Record<string, Cell> = {};
  for (const fact of ruleSet.facts) {
    const own = columns[fact.id] ?? {};
    const held = heldOf(fact, Object.hasOwn(facts, fact.id) ? facts[fact.id] : undefined);
    const put = (column: string | undefined, cell: Cell): void => {
      if (column !== undefined) row[column] = cell;
    };
    put(own.value, held?.value ?? null);
    put(own.observedOn, held?.observedOn ?? null);
    put(own.unreadable, held === undefined ? true : null);
    put(own.asked, held?.named === undefined ? null : true);
    for (const [member, column] of Object.entries(own.members ?? {})) {
      const settled = held?.named !== undefined && (held.of === undefined || held.of.includes(member));
      put(column, settled ? (held.named?.includes(member) ?? null) : null);
    }
  }
  return row;
}

const plainReasons: readonly unknown[] = ["not-asked", "declined", "not-known"];

function heldOf(fact: Fact, sent: unknown): Held | undefined {
  if (sent === undefined || sent === null) return {};
  if (typeof sent !== "object" || Array.isArray(sent)) return valueOf(fact, sent);
  const { value, of, observedOn, unknown, ...others } = sent as Readonly<Record<string, unknown>>;
  if ("unknown" in sent)
    return Object.keys(sent).length === 1 && plainReasons.includes(unknown) ? {} : undefined;
  if (!("value" in sent) || Object.keys(sent).length < 2 || Object.keys(others).length > 0) return undefined;
  const held = valueOf(fact, value);
  if (held === undefined) return undefined;
  if ("observedOn" in sent && (typeof observedOn !== "string" || dayNumber(observedOn) === undefined))
    return undefined;
  const dated = typeof observedOn === "string" ? { observedOn } : {};
  if (!("of" in sent)) return { ...held, ...dated };
  const asked = membersOf(fact, of);
  return asked !== undefined && held.named?.every((m) => asked.includes(m)) === true
    ? { ...held, ...dated, of: asked }
    : undefined;
}

function valueOf(fact: Fact, value: unknown): Held | undefined {
  switch (fact.type) {
    case "boolean":
      return typeof value === "boolean" ? { value } : undefined;
    case "integer":
      return typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 2 ** 63
        ? { value: value + 0 }
        : undefined;
    case "decimal":
      return typeof value === "number" ? { value: value + 0 } : undefined;
    case "date":
      return typeof value === "string" && dayNumber(value) !== undefined ? { value } : undefined;
    case "enum":
      return typeof value === "string" ? { value } : undefined;
    case "set": {
      const named = membersOf(fact, value);
      return named && { named };
    }
    default:
      return fact.type satisfies never;
  }
}

function membersOf(fact: Fact, list: unknown): readonly string[] | undefined {
  if (fact.type !== "set" || !Array.isArray(list)) return undefined;
  const members = list.filter((m): m is string => typeof m === "string" && isMember(fact, m));
  return members.length === list.length && new Set(members).size === members.length ? members : undefined;
}
