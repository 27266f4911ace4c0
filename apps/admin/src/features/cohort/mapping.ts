// Which column of a file says what about a fact: the names the program itself would give, then what this browser remembers,
// then what is chosen. Nothing but names of columns is ever remembered.
import { columnsFor, columnsSchema, type Columns, type Fact, type FactColumns } from "@jumelage/engine";

/** What a column may say of a fact. `member` is one value of a set. */
export type Holds =
  | { readonly holds: "value" | "observedOn" | "unreadable" | "asked" }
  | { readonly holds: "member"; readonly member: string };

/** Everything that columns may say of a fact; the first ones are what most files have. */
export function holdings(fact: Fact): { readonly main: readonly Holds[]; readonly more: readonly Holds[] } {
  const members = (fact.values ?? []).map((v): Holds => ({ holds: "member", member: v.id }));
  const day: Holds = { holds: "observedOn" };
  const isSet = fact.type === "set";
  return {
    main: [
      ...(isSet ? members : [{ holds: "value" } as const]),
      ...(fact.validFor === undefined ? [] : [day]),
    ],
    more: [
      ...(fact.validFor === undefined ? [day] : []),
      { holds: "unreadable" },
      ...(isSet ? [{ holds: "asked" } as const] : []),
    ],
  };
}

export function columnAt(columns: Columns, fact: string, at: Holds): string | undefined {
  const own = columns[fact];
  return at.holds === "member" ? own?.members?.[at.member] : own?.[at.holds];
}

/** The columns with another name in one place; `undefined` for no column. */
export function withColumn(
  columns: Columns,
  { fact, at }: { readonly fact: string; readonly at: Holds },
  name: string | undefined,
): Columns {
  const own: FactColumns = columns[fact] ?? {};
  const put = <T extends object>(object: T, key: string): T => {
    const { [key]: _, ...rest } = object as Readonly<Record<string, unknown>>;
    return (name === undefined ? rest : { ...rest, [key]: name }) as T;
  };
  const next =
    at.holds === "member" ? { ...own, members: put(own.members ?? {}, at.member) } : put(own, at.holds);
  return { ...columns, [fact]: next };
}

/** Only what is said of these facts, by columns that are there. */
export function columnsWithin(
  columns: Columns,
  facts: readonly Fact[],
  isThere: (name: string) => boolean = () => true,
): Columns {
  return Object.fromEntries(
    facts.map((fact) => {
      const { main, more } = holdings(fact);
      const kept = [...main, ...more].reduce<Columns>((found, at) => {
        const name = columnAt(columns, fact.id, at);
        return name === undefined || !isThere(name) ? found : withColumn(found, { fact: fact.id, at }, name);
      }, {});
      return [fact.id, kept[fact.id] ?? {}];
    }),
  );
}

/** How a file is mapped at first. */
export function firstColumns(
  facts: readonly Fact[],
  names: ReadonlySet<string>,
  remembered: Columns | undefined,
): Columns {
  const isThere = (name: string): boolean => names.has(name);
  const usual = columnsWithin(columnsFor({ facts: [...facts] }, { of: "every" }), facts, isThere);
  const before = remembered === undefined ? {} : columnsWithin(remembered, facts, isThere);
  // What was chosen before for a fact stands as a whole, if any of it is there.
  return Object.fromEntries(
    facts.map(({ id }) => [id, isSaid(before[id]) ? (before[id] ?? {}) : (usual[id] ?? {})]),
  );
}

/** Whether any column says something of a fact. */
export function isSaid(own: FactColumns | undefined): boolean {
  if (own === undefined) return false;
  const { members, ...rest } = own;
  return Object.keys(rest).length > 0 || Object.keys(members ?? {}).length > 0;
}

const shelf = (program: string): string => `jumelage.cohort.columns.${program}`;

/** What this browser remembers of a program's columns. */
export function recallColumns(program: string): Columns | undefined {
  try {
    const parsed = columnsSchema.safeParse(JSON.parse(localStorage.getItem(shelf(program)) ?? "null"));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export function rememberColumns(program: string, columns: Columns): void {
  try {
    localStorage.setItem(shelf(program), JSON.stringify(columns));
  } catch {
    // A private window remembers nothing: the columns are chosen anew.
  }
}
