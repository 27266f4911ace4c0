// Synthetic persons by a formula: the same person for the same number, made by a database in SQL and here in JavaScript.
import {
  columnsFor,
  dateOf,
  dayNumber,
  tableColumns,
  validDays,
  type Fact,
  type Facts,
  type RuleSet,
  type TableColumn,
} from "../../packages/engine/src/index.ts";

/** A value, or one of so many numbers from the first on, each divided by `per`. */
type Value =
  | boolean
  | string
  | null
  | { readonly from: number; readonly span: number; readonly per?: number };
type Choices = readonly (readonly [weight: number, value: Value])[];

export interface Synthetic {
  readonly columns: readonly TableColumn[];
  /** What `INSERT INTO persons` takes: the persons with the numbers that `SELECT … AS i FROM …` gives. */
  readonly select: (numbers: string) => string;
  /** The facts of one of them, as a caller would send them. */
  readonly factsOf: (i: number) => Facts;
}

export function synthetic(ruleSet: RuleSet, at: string): Synthetic {
  const today = dayNumber(at) ?? 0;
  const columns = tableColumns(ruleSet, columnsFor(ruleSet, { key: ["id"] }));
  const makers = columns.map((column, k): Maker => {
    const fact = ruleSet.facts.find((f) => f.id === column.fact);
    if (!fact) throw new Error(`no such fact: ${column.fact}`);
    const choices = choicesOf(fact, column, today);
    return { column, choices, k, total: totalOf(choices) };
  });
  // Whoever was not asked a question of many members was asked about none of them.
  const sets = new Map(
    ruleSet.facts.flatMap((f, k) => (f.type === "set" ? [[f.id, 1000 + k] as const] : [])),
  );
  const senders = ruleSet.facts.map(
    (fact) =>
      [
        fact.id,
        senderOf(
          fact,
          makers.filter((m) => m.column.fact === fact.id),
          sets.get(fact.id),
        ),
      ] as const,
  );
  return {
    columns,
    select(numbers) {
      const cells = makers.map((maker) => {
        const set = sets.get(maker.column.fact);
        return maker.column.holds === "member" && set !== undefined
          ? `CASE WHEN ${hashSql(set)} % ${unaskedSets} = 0 THEN NULL ELSE ${cellSql(maker)} END`
          : cellSql(maker);
      });
      return `SELECT toString(i), ${cells.join(", ")} FROM (${numbers})`;
    },
    factsOf(i) {
      const facts: Record<string, unknown> = {};
      for (const [fact, send] of senders) facts[fact] = send(i);
      return facts;
    },
  };
}

/** What makes the cells of one column. */
interface Maker {
  readonly column: TableColumn;
  /** The number of the column, which mixes its cells apart from all others. */
  readonly k: number;
  readonly choices: Choices;
  readonly total: number;
}

/** One of so many sets was not asked about at all. */
const unaskedSets = 8;

/** What a caller would send of a fact, from the same cells. */
function senderOf(fact: Fact, makers: readonly Maker[], set: number | undefined): (i: number) => unknown {
  const value = makers.find(({ column }) => column.holds === "value");
  const observed = makers.find(({ column }) => column.holds === "observedOn");
  const members = makers.filter(({ column }) => column.holds === "member");
  const dated = (i: number): { readonly observedOn?: string } => {
    const day = observed ? cellOf(observed, i) : null;
    const date = typeof day === "number" ? dateOf(day) : undefined;
    return date === undefined ? {} : { observedOn: date };
  };
  if (set === undefined)
    return (i) => {
      const cell = value ? cellOf(value, i) : null;
      if (cell === null) return undefined;
      const sent = fact.type === "date" ? dateOf(Number(cell)) : cell;
      const day = dated(i);
      return day.observedOn === undefined ? sent : { value: sent, ...day };
    };
  return (i) => {
    if (hash(i, set) % unaskedSets === 0) return undefined;
    const [named, of]: [string[], string[]] = [[], []];
    for (const maker of members) {
      const cell = cellOf(maker, i);
      if (cell !== null) of.push(maker.column.member ?? "");
      if (cell === true) named.push(maker.column.member ?? "");
    }
    return of.length === 0 ? undefined : { value: named, of, ...dated(i) };
  };
}

/** Mostly known, mostly the first value; now and then nothing, rubbish, a day long gone or one to come. */
function choicesOf(fact: Fact, { holds }: TableColumn, today: number): Choices {
  if (holds === "observedOn") {
    const span = 2 * validDays(fact.validFor ?? "P30D") + 3;
    return [
      [30, null],
      [2, { from: today + 2 - span, span }],
    ];
  }
  if (holds === "member")
    return [
      [1, null],
      [2, true],
      [61, false],
    ];
  switch (fact.type) {
    case "boolean":
      return [
        [1, null],
        [2, true],
        [13, false],
      ];
    case "enum": {
      const values = (fact.values ?? []).map((v) => v.id);
      return [
        [2, null],
        [1, "nobody"],
        [40, values[0] ?? null],
        ...values.map((v): [number, string] => [4, v]),
      ];
    }
    case "integer":
    case "decimal": {
      const per = 10 ** (fact.scale ?? 0);
      const { min, max } = fact.range ?? { min: 0, max: 110 };
      // One beyond the range: invalid.
      return [
        [1, null],
        [9, { from: Math.round(min * per), span: Math.round((max - min) * per) + 2, per }],
      ];
    }
    case "date":
      return [
        [1, null],
        [9, { from: today - 400, span: 420 }],
      ];
    case "set":
      return [[1, null]];
    default:
      return fact.type satisfies never;
  }
}

function totalOf(choices: Choices): number {
  return choices.reduce((sum, [weight]) => sum + weight, 0);
}

function cellSql({ choices, k, total }: Maker): string {
  const h = hashSql(k);
  let below = 0;
  const cases = choices.map(([weight, value]) => {
    below += weight;
    return `WHEN ${h} % ${total} < ${below} THEN ${valueSql(value, `intDiv(${h}, ${total})`)}`;
  });
  return `CASE ${cases.join(" ")} ELSE NULL END`;
}

function valueSql(value: Value, rest: string): string {
  if (value === null) return "NULL";
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "string") return `'${value}'`;
  const number = `(${value.from}) + toInt64(${rest} % ${value.span})`;
  return value.per === undefined || value.per === 1 ? number : `(${number}) / ${value.per}`;
}

function cellOf({ choices, k, total }: Maker, i: number): boolean | string | number | null {
  const h = hash(i, k);
  let left = h % total;
  for (const [weight, value] of choices) {
    left -= weight;
    if (left >= 0) continue;
    if (value === null || typeof value !== "object") return value;
    return (value.from + (Math.floor(h / total) % value.span)) / (value.per ?? 1);
  }
  return null;
}

// A well-mixing function of 32 bits (constants found by Christopher Wellons, public domain), of a person and a column.
function hash(i: number, k: number): number {
  let x = (Math.imul(i, 0x9e3779b1) + Math.imul(k, 0x85ebca77)) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d) >>> 0;
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b) >>> 0;
  return (x ^ (x >>> 16)) >>> 0;
}

function hashSql(k: number): string {
  const mixed = (x: string, shift: number): string => `bitXor(${x}, bitShiftRight(${x}, ${shift}))`;
  let x = `toUInt32(i * 2654435761 + ${Math.imul(k, 0x85ebca77) >>> 0})`;
  x = `toUInt32(${mixed(x, 16)} * 2146121005)`;
  x = `toUInt32(${mixed(x, 15)} * 2221713035)`;
  return mixed(x, 16);
}
