// The table of a cohort: one row is one person, one column or more each fact. What the columns mean is in SPEC.md.
import type { Columns, Fact, FactColumns, RuleSet } from "../model/index.ts";
import { dialects, type Kind, type SqlDialect } from "./dialect.ts";
import { distinctNames } from "./names.ts";
import { Unqueryable } from "./unqueryable.ts";

/** A column that the query reads, and what it holds. */
export interface TableColumn {
  readonly column: string;
  readonly kind: Kind;
  readonly fact: string;
  readonly holds: "value" | "member" | "observedOn" | "unreadable" | "asked";
  readonly member?: string;
}

/** One of many columns a fact may have. */
interface Wish {
  readonly fact: Fact;
  readonly holds: TableColumn["holds"];
  readonly member?: string;
}

/**
 * The columns of a table of our own making: the fact's id for its value, `<fact>__<member>`, `<fact>__observed_on`.
 * @param of `usual`: values, and days of observation for facts that grow old; `every`: whatever a table may have.
 * @param key columns that hold something else.
 */
export function columnsFor(
  { facts }: Pick<RuleSet, "facts">,
  { of = "usual", key = [] }: { readonly of?: "usual" | "every"; readonly key?: readonly string[] } = {},
): Columns {
  const wishes = facts.flatMap((fact): Wish[] => [
    ...(fact.type === "set"
      ? (fact.values ?? []).map((v): Wish => ({ fact, holds: "member", member: v.id }))
      : [{ fact, holds: "value" } as const]),
    ...(of === "every" || fact.validFor !== undefined ? [{ fact, holds: "observedOn" } as const] : []),
    ...(of === "every" ? [{ fact, holds: "unreadable" } as const] : []),
    ...(of === "every" && fact.type === "set" ? [{ fact, holds: "asked" } as const] : []),
  ]);
  const names = distinctNames(wishes.map(wishedName), key);
  const columns = new Map<string, Map<string, unknown>>(facts.map((f) => [f.id, new Map()]));
  for (const [i, { fact, holds, member }] of wishes.entries()) {
    const own = columns.get(fact.id);
    if (member === undefined) own?.set(holds, names[i]);
    else own?.set("members", { ...(own.get("members") as object | undefined), [member]: names[i] });
  }
  return Object.fromEntries([...columns].map(([fact, own]) => [fact, Object.fromEntries(own)]));
}

function wishedName({ fact, holds, member }: Wish): string {
  switch (holds) {
    case "value":
      return fact.id;
    case "member":
      return `${fact.id}__${member ?? ""}`;
    case "observedOn":
      return `${fact.id}__observed_on`;
    case "unreadable":
    case "asked":
      return `${fact.id}__${holds}`;
    default:
      return holds satisfies never;
  }
}

/** The columns of one fact, when there are any. */
export function columnsOf(columns: Columns, fact: string): FactColumns {
  return Object.hasOwn(columns, fact) ? (columns[fact] ?? {}) : {};
}

/**
 * Every column that a table has for these facts.
 * @throws Unqueryable for a fact or a member that is not declared, and for columns that a fact of its type has not.
 */
export function tableColumns({ facts }: Pick<RuleSet, "facts">, columns: Columns): readonly TableColumn[] {
  for (const id of Object.keys(columns))
    if (!facts.some((f) => f.id === id)) throw new Unqueryable("undeclared-fact", id);
  return facts.flatMap((fact): TableColumn[] => {
    const { value, members, observedOn, unreadable, asked } = columnsOf(columns, fact.id);
    const isSet = fact.type === "set";
    if (isSet ? value !== undefined : members !== undefined || asked !== undefined)
      throw new Unqueryable("columns-of-type", fact.id);
    for (const member of Object.keys(members ?? {}))
      if (fact.values?.some((v) => v.id === member) !== true)
        throw new Unqueryable("undeclared-member", `${fact.id} ${member}`);
    const one = (holds: TableColumn["holds"], kind: Kind, column: string | undefined): TableColumn[] =>
      column === undefined ? [] : [{ column, kind, fact: fact.id, holds }];
    return [
      ...one("value", kindOf(fact), value),
      ...Object.entries(members ?? {}).map(([member, column]): TableColumn => ({
        column,
        kind: "boolean",
        fact: fact.id,
        holds: "member",
        member,
      })),
      ...one("observedOn", "date", observedOn),
      ...one("unreadable", "boolean", unreadable),
      ...one("asked", "boolean", asked),
    ];
  });
}

/** The kind of column that holds a fact's value, a set's members one by one. */
export function kindOf(fact: Fact): Kind {
  return fact.type === "enum" ? "text" : fact.type === "set" ? "boolean" : fact.type;
}

/** `CREATE TABLE` for these columns, and for keys of text before them. */
export function createTable(
  dialect: SqlDialect,
  {
    table,
    key = [],
    columns,
  }: {
    readonly table: readonly string[];
    readonly key?: readonly string[];
    readonly columns: readonly TableColumn[];
  },
): string {
  const { name, typeOf, storage } = dialects[dialect];
  const lines = [
    ...key.map((column) => `${name(column).text} ${typeOf("text")}`),
    ...columns.map(({ column, kind }) => `${name(column).text} ${typeOf(kind)}`),
  ];
  return `CREATE TABLE ${table.map((part) => name(part).text).join(".")} (\n  ${lines.join(",\n  ")}\n)${storage}`;
}
