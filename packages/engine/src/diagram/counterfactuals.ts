// What would have to be different: for every other outcome the fewest facts whose change leads there, with the nearest
// values. A fact that is still open may be supposed; that counts less than changing what is known.
import type { Diagram, DiagramDimension, DiagramOption } from "../model/diagram.ts";
import type { Value } from "../model/fact.ts";
import type { Person } from "../model/person.ts";
import { present } from "../present.ts";
import { certain } from "./certain.ts";
import type { Ref } from "./forest.ts";
import { plant, standingOf, type Planted, type Standing } from "./standing.ts";

/** One fact with a value that leads there, and the whole class that does just as well (numbers, dates, choices). */
export interface ChangedFact {
  readonly fact: string;
  /** Absent: plainly unknown. */
  readonly value?: Value;
  readonly option?: DiagramOption;
}

export interface Counterfactual {
  readonly outcome: string;
  /** Known facts, and optional ones nobody answered, that would have to be otherwise: as few as possible. */
  readonly changes: readonly ChangedFact[];
  /** Open facts that would have to turn out so beside the changes; none of them can be left out. */
  readonly supposed: readonly ChangedFact[];
}

/** For every outcome that is not already certain, in order of precedence; outcomes nobody can reach are left out. */
export function counterfactuals(diagram: Diagram, person: Person): readonly Counterfactual[] {
  const planted = plant(diagram, Infinity);
  const standing = standingOf(diagram, person);
  const sure = planted.forest.terminalsOf(planted.forest.restrict(planted.root, standing));
  return diagram.outcomes.flatMap((outcome, place) => {
    if (sure.length === 1 && sure[0] === place) return [];
    const path = cheapest(planted, { standing, place });
    if (!path) return [];
    const { changes, supposed } = told(planted, { path, standing, person });
    return [{ outcome, changes, supposed: needed(diagram, { person, outcome, changes, supposed }) }];
  });
}

/** What has to be supposed beside the changes: nothing that the rest makes certain anyhow. */
function needed(
  diagram: Diagram,
  { person, outcome, changes, supposed }: Counterfactual & { readonly person: Person },
): readonly ChangedFact[] {
  let kept = supposed;
  for (const one of supposed) {
    const others = kept.filter((s) => s !== one);
    const { outcomes } = certain(diagram, changed(person, [...changes, ...others]));
    if (outcomes.length === 1 && outcomes[0] === outcome) kept = others;
  }
  return kept;
}

/** The person with these facts otherwise. */
function changed(person: Person, facts: readonly ChangedFact[]): Person {
  const states = new Map(person.states);
  for (const { fact, value } of facts) {
    states.set(
      fact,
      value === undefined
        ? { kind: "unknown", reason: "not-asked" }
        : { kind: "known", value, assumed: false },
    );
  }
  return { ...person, states };
}

/** Which option a path takes at a level. */
type Step = readonly [level: number, option: number];

interface Path {
  readonly changes: number;
  readonly supposed: number;
  readonly steps: readonly Step[];
}

type Kind = "free" | "supposed" | "changed";

/** The path to an outcome with the fewest facts changed, then the fewest supposed. */
function cheapest(
  { diagram, forest, root }: Planted,
  { standing, place }: { readonly standing: Standing; readonly place: number },
): Path | undefined {
  const made = new Map<string, Path | undefined>();
  // The dimensions of a fact stand together, so that what is already counted concerns the last fact met only.
  const visit = (ref: Ref, last: string, counted: Kind): Path | undefined => {
    if (ref < 0) return ~ref === place ? { changes: 0, supposed: 0, steps: [] } : undefined;
    const level = forest.levelOf(ref);
    const dimension = present(diagram.dimensions[level]);
    const open = present(standing[level]);
    const { fact } = dimension;
    const before = fact === last ? counted : "free";
    const key = `${ref} ${before}`;
    if (made.has(key)) return made.get(key);
    let best: Path | undefined;
    for (const option of nearestFirst(open)) {
      const kind = kindOf(dimension, open, option);
      if (!kind) continue;
      const now = heavier(before, kind);
      const rest = visit(forest.child(ref, option), fact, now);
      if (!rest) continue;
      const path: Path = {
        changes: rest.changes + (now === "changed" && before !== "changed" ? 1 : 0),
        supposed: rest.supposed + (now === "supposed" ? 1 : 0) - (before === "supposed" ? 1 : 0),
        steps: [[level, option], ...rest.steps],
      };
      if (
        !best ||
        path.changes < best.changes ||
        (path.changes === best.changes && path.supposed < best.supposed)
      )
        best = path;
    }
    made.set(key, best);
    return best;
  };
  return visit(root, "", "free");
}

/** What an option costs, or undefined where a known fact would have to become unknown. */
function kindOf(dimension: DiagramDimension, open: readonly boolean[], option: number): Kind | undefined {
  if (open[option]) return open.filter(Boolean).length > 1 ? "supposed" : "free";
  const unknown =
    "options" in dimension ? dimension.options[option] === "unknown" : "isKnown" in dimension && option === 0;
  return unknown ? undefined : "changed";
}

function heavier(a: Kind, b: Kind): Kind {
  const order: readonly Kind[] = ["free", "supposed", "changed"];
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

/** Options by their distance from those that are open. */
function nearestFirst(open: readonly boolean[]): readonly number[] {
  const own = open.flatMap((o, i) => (o ? [i] : []));
  const distance = (option: number): number => Math.min(...own.map((o) => Math.abs(o - option)));
  return open.map((_, i) => i).sort((a, b) => distance(a) - distance(b));
}

interface Told {
  readonly path: Path;
  readonly standing: Standing;
  readonly person: Person;
}

function told(
  { diagram }: Planted,
  { path, standing, person }: Told,
): Pick<Counterfactual, "changes" | "supposed"> {
  const byFact = new Map<string, { readonly steps: Step[]; kind: Kind }>();
  for (const [level, option] of path.steps) {
    const dimension = present(diagram.dimensions[level]);
    const kind = present(kindOf(dimension, present(standing[level]), option));
    const about = byFact.get(dimension.fact) ?? { steps: [], kind };
    about.steps.push([level, option]);
    about.kind = heavier(about.kind, kind);
    byFact.set(dimension.fact, about);
  }
  const all = [...byFact].map(([fact, { steps, kind }]) => ({
    kind,
    otherwise: valueOf(diagram, { fact, steps, person }),
  }));
  const of = (kind: Kind): readonly ChangedFact[] =>
    all.filter((a) => a.kind === kind).map((a) => a.otherwise);
  return { changes: of("changed"), supposed: of("supposed") };
}

interface About {
  readonly fact: string;
  readonly steps: readonly Step[];
  readonly person: Person;
}

function valueOf({ dimensions }: Diagram, { fact, steps, person }: About): ChangedFact {
  const state = present(person.states.get(fact));
  const own = state.kind === "unknown" ? undefined : state.value;
  const members = new Set(Array.isArray(own) ? (own as readonly string[]) : undefined);
  for (const [level, option] of steps) {
    const dimension = present(dimensions[level]);
    if ("options" in dimension) {
      const chosen = present(dimension.options[option]);
      return { fact, ...(chosen === "unknown" ? {} : { value: nearest(chosen, own) }), option: chosen };
    }
    if ("isKnown" in dimension && option === 0) return { fact };
    if (!("anyOf" in dimension)) continue;
    if (option === 0) for (const member of dimension.anyOf) members.delete(member);
    else if (!dimension.anyOf.some((m) => members.has(m))) members.add(present(dimension.anyOf[0]));
  }
  return { fact, value: [...members] };
}

/** The value of a class nearest to the person's own. */
function nearest(option: Exclude<DiagramOption, "unknown">, own: Value | undefined): Value {
  if ("values" in option) return present(option.values[0]);
  const { from, to } = option;
  if (from === null) return to ?? 0;
  if (to === null || own === undefined) return from;
  return typeof own === typeof from && own > to ? to : from;
}
