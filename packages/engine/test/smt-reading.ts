// Reading the text of the SMT encoder without a solver: whether given persons satisfy it. Knows of SMT-LIB only what the
// encoder writes, and of the encoder only how it names its variables.
import { dayNumber } from "../src/model/date.ts";
import type { Fact, Facts } from "../src/model/index.ts";
import type { Question } from "../src/question/index.ts";
import { ownFacts, today } from "./small/everybody.ts";

type Term = string | readonly Term[];
type Value = boolean | number;

/** Whether the persons satisfy every assertion; undefined when the text has no variable to say what they sent. */
export function satisfies(
  commands: string,
  question: Question,
  people: readonly Facts[],
): boolean | undefined {
  const terms = parsed(commands);
  const values = new Map<string, Value>();
  const names = terms.flatMap((t) => (t[0] === "declare-const" ? [String(t[1])] : []));
  for (const name of names) {
    const value = valueOf(name, question, people);
    if (value === undefined) return undefined;
    values.set(name, value);
  }
  if (people.some((facts, world) => !isSayable(names, question, { facts, world }))) return undefined;
  for (const term of terms)
    if (term[0] === "define-fun") values.set(String(term[1]), evaluate(term[4], values));
  return terms.every((term) => term[0] !== "assert" || evaluate(term[1], values) === true);
}

let last: { readonly commands: string; readonly terms: readonly (readonly Term[])[] } | undefined;

/** The same text is asked about many persons, one after the other. */
function parsed(commands: string): readonly (readonly Term[])[] {
  if (last?.commands !== commands) last = { commands, terms: parse(commands) };
  return last.terms;
}

function parse(text: string): readonly (readonly Term[])[] {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  let place = 0;
  const next = (): Term => {
    const token = tokens[place] ?? "";
    place += 1;
    if (token !== "(") return token;
    const list: Term[] = [];
    while (tokens[place] !== ")") list.push(next());
    place += 1;
    return list;
  };
  const terms: (readonly Term[])[] = [];
  while (place < tokens.length) {
    const term = next();
    if (typeof term !== "string") terms.push(term);
  }
  return terms;
}

function evaluate(term: Term | undefined, values: ReadonlyMap<string, Value>): Value {
  if (term === undefined) throw new TypeError("a term is missing");
  if (typeof term === "string") {
    if (term === "true" || term === "false") return term === "true";
    const value = /^\d+$/.test(term) ? Number(term) : values.get(term);
    if (value === undefined) throw new TypeError(`not declared: ${term}`);
    return value;
  }
  const [head, ...rest] = term;
  const all = rest.map((t) => evaluate(t, values));
  const [a = 0, b = 0, c = 0] = all;
  switch (head) {
    case "and":
      return all.every((v) => v === true);
    case "or":
      return all.some((v) => v === true);
    case "not":
      return a !== true;
    case "=":
      return a === b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case "ite":
      return a === true ? b : c;
    case "+":
      return all.reduce<number>((sum, v) => sum + Number(v), 0);
    case "*":
      return Number(a) * Number(b);
    case "-":
      return -Number(a);
    case "mod":
      return ((Number(a) % Number(b)) + Number(b)) % Number(b);
    default:
      throw new TypeError(`not read: ${String(head)}`);
  }
}

interface Said {
  readonly value: unknown;
  readonly of: readonly string[] | undefined;
  readonly age: number;
}

/** What a variable says of what was sent. */
function valueOf(name: string, question: Question, people: readonly Facts[]): Value | undefined {
  const [, world, index, what = ""] = /^w(\d+)f(\d+)_(\w+)$/.exec(name) ?? [];
  const declared = factsOf(question)[Number(index)] ?? [];
  const id = declared[0]?.id ?? "";
  const facts = people[Number(world)] ?? {};
  const said = Object.hasOwn(facts, id) ? saidIn(facts[id]) : undefined;
  const members = [...new Set(declared.flatMap((f) => (f.values ?? []).map((v) => v.id)))];
  const scale = Math.max(0, ...declared.map((f) => (f.type === "decimal" ? (f.scale ?? 0) : 0)));
  const [, head = what, number = ""] = /^([a-z]+)(\d*)$/.exec(what) ?? [];
  const member = members[Number(number)] ?? "";
  const sort = said && sortOf(said.value, members);
  switch (head) {
    case "junk":
      return said?.value === "?";
    case "true":
      return said?.value === true;
    case "number":
      // What is not sent has some value in range.
      return sort === "number" ? Math.round(Number(said?.value) * 10 ** scale) : leastOf(declared, scale);
    case "date":
      return sort === "date" ? dayNumber(String(said?.value)) : 0;
    case "one":
      return said?.value === member;
    case "in":
      return Array.isArray(said?.value) && said.value.includes(member);
    case "part":
      return said?.of !== undefined;
    case "asked":
      return said?.of?.includes(member) ?? false;
    case "older":
      return (said?.age ?? 0) > Number(number);
    default:
      return what === `is_${sort}`;
  }
}

function leastOf(declared: readonly Fact[], scale: number): number {
  return Math.round(Math.min(...declared.map((f) => f.range?.min ?? 0)) * 10 ** scale);
}

function factsOf({ worlds }: Question): readonly (readonly Fact[])[] {
  const facts = new Map<string, Fact[]>();
  for (const f of worlds.flatMap((w) => w.ruleSet.facts)) facts.set(f.id, [...(facts.get(f.id) ?? []), f]);
  return [...facts.values()];
}

function saidIn(sent: unknown): Said {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent))
    return { value: sent, of: undefined, age: 0 };
  const { value, of, observedOn } = sent as Readonly<Record<string, unknown>>;
  const seen = typeof observedOn === "string" ? dayNumber(observedOn) : undefined;
  return {
    value,
    of: Array.isArray(of) ? of.map(String) : undefined,
    age: seen === undefined ? 0 : (dayNumber(today) ?? 0) - seen,
  };
}

function sortOf(value: unknown, members: readonly string[]): string | undefined {
  if (typeof value === "boolean" || typeof value === "number") return typeof value;
  if (Array.isArray(value)) return "set";
  if (typeof value !== "string") return undefined;
  if (members.includes(value)) return "enum";
  return dayNumber(value) === undefined ? undefined : "date";
}

/**
 * Whether the text has the words for what a person sent: something unreadable of a fact that can go stale is said as a
 * stale value, and of facts nobody reads nothing is said at all.
 */
function isSayable(
  names: readonly string[],
  question: Question,
  { facts, world }: { readonly facts: Facts; readonly world: number },
): boolean {
  return factsOf(question).every((declared, index) => {
    const id = declared[0]?.id ?? "";
    if (!ownFacts(question, world).includes(id) || !Object.hasOwn(facts, id)) return true;
    const own = names.filter((name) => name.startsWith(`w${world}f${index}_`));
    return own.length === 0 || facts[id] !== "?" || own.includes(`w${world}f${index}_junk`);
  });
}
