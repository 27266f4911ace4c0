// The decision map as data: every pair of values of two numeric facts, run through the criteria with the other facts held
// still; neighbours that answer alike are joined into bands. Nothing is sampled, nothing is drawn.
import {
  compile,
  evaluatePerson,
  readPerson,
  runnable,
  Unmodelled,
  type DraftRuleSet,
  type Fact,
  type Facts,
  type Person,
  type Profile,
  type Result,
} from "@jumelage/engine";
import { anyDay } from "../../draft/run.ts";
import { withSent } from "../../lab/facts-of-person.ts";

/** More values than this on one axis would be a picture nobody can read. */
const longest = 200;

/** Every value of a whole-number or decimal fact with a range; nothing for a fact that cannot be an axis. */
export function valuesOf(fact: Fact): readonly number[] {
  if ((fact.type !== "integer" && fact.type !== "decimal") || !fact.range) return [];
  const scale = fact.type === "decimal" ? (fact.scale ?? 0) : 0;
  const { min, max } = fact.range;
  const count = Math.round((max - min) * 10 ** scale) + 1;
  if (count > longest) return [];
  return Array.from({ length: count }, (_, i) => Number((min + i / 10 ** scale).toFixed(scale)));
}

/** The facts that can be an axis. */
export function axesOf(ruleSet: DraftRuleSet): readonly Fact[] {
  return ruleSet.facts.filter((f) => valuesOf(f).length > 1);
}

export interface MapQuestion {
  readonly ruleSet: DraftRuleSet;
  readonly decision: string;
  readonly x: Fact;
  readonly y: Fact;
  readonly base: Facts;
  readonly at: string;
}

/** The state of the decision at each pair of values: rows by y, columns by x, both ascending. */
export function statesOf(question: MapQuestion): readonly (readonly string[])[] {
  const { ruleSet, decision, x, y, base, at } = question;
  const run = runnerOf(ruleSet);
  const known = (id: string): boolean => ruleSet.facts.some((f) => f.id === id);
  if (!known(x.id) || !known(y.id)) return [];
  return valuesOf(y).map((b) => {
    const row = withSent(ruleSet, base, y.id, b);
    return valuesOf(x).map((a) => {
      const facts = withSent(ruleSet, row, x.id, a);
      const result = run(readPerson(ruleSet, facts, at)).decisions[decision];
      return result?.kind === "one" ? result.state : "";
    });
  });
}

function runnerOf(ruleSet: DraftRuleSet): (person: Person) => Result {
  const complete = runnable(ruleSet);
  const slow = (person: Person): Result => evaluatePerson(complete, person).result;
  try {
    const compiled = compile(complete);
    return (person) => {
      try {
        return compiled.run(person);
      } catch (error) {
        if (error instanceof Unmodelled) return slow(person);
        throw error;
      }
    };
  } catch (error) {
    if (error instanceof Unmodelled) return slow;
    throw error;
  }
}

/** Neighbouring values of one axis that answer alike everywhere. */
export interface Band {
  readonly from: number;
  readonly to: number;
  /** How many values. */
  readonly size: number;
}

export interface Cell {
  readonly state: string;
  /** The release's state; the same where there is no release. */
  readonly before: string;
}

export interface DecisionMap {
  readonly columns: readonly Band[];
  readonly rows: readonly Band[];
  readonly cells: readonly (readonly Cell[])[];
}

/** The map of a draft beside its release, joined into bands; rows from the lowest value of y up. */
export function mapOf(question: MapQuestion, baseline: DraftRuleSet | undefined): DecisionMap {
  const [xs, ys] = [valuesOf(question.x), valuesOf(question.y)];
  const now = statesOf(question);
  const was = baseline === undefined ? now : statesOf({ ...question, ruleSet: baseline });
  const cell = (row: number, column: number): Cell => {
    const state = now[row]?.[column] ?? "";
    return { state, before: was[row]?.[column] ?? state };
  };
  const signature = (c: Cell): string => `${c.state}>${c.before}`;
  const columns = bandsOf(xs, (c) => ys.map((_, r) => signature(cell(r, c))).join("|"));
  const rows = bandsOf(ys, (r) => xs.map((_, c) => signature(cell(r, c))).join("|"));
  return {
    columns: columns.map((b) => b.band),
    rows: rows.map((b) => b.band),
    cells: rows.map((r) => columns.map((c) => cell(r.first, c.first))),
  };
}

function bandsOf(values: readonly number[], signature: (index: number) => string) {
  const bands: { readonly first: number; readonly sign: string; band: Band }[] = [];
  for (const [i, value] of values.entries()) {
    const sign = signature(i);
    const last = bands.at(-1);
    if (last && last.sign === sign) last.band = { ...last.band, to: value, size: last.band.size + 1 };
    else bands.push({ first: i, sign, band: { from: value, to: value, size: 1 } });
  }
  return bands;
}

/** The band of a value. */
export function bandAt(bands: readonly Band[], value: number): number {
  return Math.max(
    0,
    bands.findIndex((b) => value >= b.from && value <= b.to),
  );
}

/** The profile with which a map of these facts shows most: the most states over a few values; the first among equals. */
export function tellingProfile(
  question: Omit<MapQuestion, "base" | "at">,
  profiles: readonly Profile[],
): Profile | undefined {
  const { ruleSet, decision, x, y } = question;
  const run = runnerOf(ruleSet);
  const few = (fact: Fact): readonly number[] => {
    const all = valuesOf(fact);
    return [0, 0.25, 0.5, 0.75, 1].map((share) => all[Math.round(share * (all.length - 1))] ?? 0);
  };
  let best: { readonly profile: Profile; readonly count: number } | undefined;
  for (const profile of profiles) {
    const states = new Set<string>();
    for (const b of few(y)) {
      const row = withSent(ruleSet, profile.facts, y.id, b);
      for (const a of few(x)) {
        const person = readPerson(ruleSet, withSent(ruleSet, row, x.id, a), profile.evaluatedOn ?? anyDay);
        const result = run(person).decisions[decision];
        if (result?.kind === "one") states.add(result.state);
      }
    }
    if (best === undefined || states.size > best.count) best = { profile, count: states.size };
  }
  return best?.profile;
}

/** The facts with those of the axes, their parts and their sums left out. */
export function heldStill(facts: Profile["facts"], axes: readonly Fact[]): Facts {
  const gone = new Set(axes.flatMap((f) => [f.id, ...(f.derive?.sum ?? [])]));
  return Object.fromEntries(Object.entries(facts).filter(([id]) => !gone.has(id)));
}

/** Scores of a middling length first: long enough to tell, short enough to read. */
export function scoresFirst(axes: readonly Fact[]): readonly Fact[] {
  const width = (f: Fact): number => (f.range ? f.range.max - f.range.min : 0);
  const rank = (f: Fact): number => (width(f) >= 8 && width(f) <= 60 ? 0 : 1);
  return [...axes].sort((a, b) => rank(a) - rank(b) || width(b) - width(a));
}
