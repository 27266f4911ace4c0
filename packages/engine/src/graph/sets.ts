// Classes of what is sent of a set: members that are always tested together form a group, a dimension of its own (who has
// some of them, has not, was not asked); one more dimension says whether the set was answered at all, where that differs
// from nobody having asked about any member.
import { canonicalJson } from "../model/canonical-json.ts";
import type { Fact } from "../model/fact.ts";
import { doubtOf, type FactState } from "../model/person.ts";
import { keyOf, type Atom, type LeafTest } from "./atoms.ts";
import { found } from "./found.ts";
import { always, never } from "./graph.ts";
import { isMet } from "./leaf.ts";
import { groupAxis, type Feature, type GroupAxis, type Standing } from "./set-groups.ts";
import { looksFor, mentioned } from "./set-tests.ts";
import { isOpen, stateReader, type FactSpace, type Ground } from "./scalar.ts";
import { agesOf, invalid, nothing, type Sending } from "./sendings.ts";
import { factOf } from "./views.ts";
import { unmodelled } from "./unmodelled.ts";

type LeafAtom = Extract<Atom, { kind: "leaf" }>;
type State = (world: number) => FactState;

/** How a set was answered in each copy: member by member, or what was sent instead. */
type Answered = "answered" | Sending;

export function setSpace(
  ground: Ground,
  { fact: id, atoms }: { readonly fact: string; readonly atoms: readonly LeafAtom[] },
): FactSpace {
  const { views, builder, dimensions } = ground;
  const read = stateReader(views, id, "own");
  const declared = views.ruleSets.flatMap((r, w) => (r.facts.some((f) => f.id === id) ? [w] : []));
  const copyIn = (world: number): number | undefined => {
    const view = views.view(world, id);
    return "copy" in view ? view.copy : undefined;
  };
  const fact = factOf(views, declared[0] ?? 0, id);
  const shapes = declared.map((world) => shapeOf(factOf(views, world, id)));
  if (new Set(shapes).size > 1) unmodelled(`a set declared in two ways: ${id}`);
  const values = fact.values ?? [];
  const members = values.map((v) => v.id);
  const retired = new Set(values.filter((v) => v.retired === true).map((v) => v.id));
  const neverAsked = {
    kind: "partial",
    value: [],
    unasked: members.filter((m) => !retired.has(m)),
  } as const;
  const copies = [...new Set(declared.flatMap((w) => copyIn(w) ?? []))];
  const groupsOfCopies = views.completed ? [copies] : copies.map((c) => [c]);
  const nodes = new Map<string, number>();
  for (const atom of atoms) {
    const view = views.view(atom.world, id);
    if ("fixed" in view) nodes.set(keyOf(atom), isMetIn(atom, read(atom.world, view.fixed)) ? always : never);
  }
  const blocks = groupsOfCopies.flatMap((own) => {
    const about = atoms.filter((a) => own.some((c) => c === copyIn(a.world)));
    return about.length === 0 ? [] : [blockOf(own, about)];
  });
  return {
    node: ({ key }) => found(nodes.get(key), key),
    send: (choice, world) => {
      const copy = copyIn(world);
      const block = blocks.find((b) => b.copies.some((c) => c === copy));
      return block && copy !== undefined ? block.send(choice, copy) : undefined;
    },
    classOf: (people) => blocks.flatMap((b) => b.classOf((world) => people.state(world, id))),
  };

  /** Whether the second person may be anybody when the first sends this: the completing world's vocabulary says so. */
  function isOpenFirst(sending: Sending): boolean {
    return isOpen(factOf(views, 1, id), read(1, sending));
  }

  function isMetIn(atom: LeafAtom, state: FactState): boolean {
    return isMet(atom.test, factOf(views, atom.world, id), state);
  }

  function blockOf(own: readonly number[], about: readonly LeafAtom[]) {
    const suffix = own.length === 1 && own[0] !== 0 ? ` (${(own[0] ?? 0) + 1})` : "";
    const worlds = declared.filter((w) => own.some((c) => c === copyIn(w)));
    const placeOf = (world: number): number => own.indexOf(copyIn(world) ?? -1);
    const statuses = statusesOf(own, about);
    const spoken = (s: readonly Answered[]): number => s.filter((a) => a !== "answered").length;
    const mostSpoken = statuses.toSorted((a, b) => spoken(b) - spoken(a));
    const statusDimension = statuses.length > 1 ? dimensions.length : undefined;
    const answered = statuses.findIndex((s) => s.every((a) => a === "answered"));
    if (statusDimension !== undefined)
      dimensions.push({
        name: `${id}${suffix}`,
        fact: id,
        worlds,
        options: statuses.map((s, i) => {
          const state = s[0] === undefined || s[0] === "answered" ? undefined : read(worlds[0] ?? 0, s[0]);
          return {
            known: [],
            unknown: state?.kind === "unknown" && doubtOf(state) === undefined,
            doubtful: state !== undefined && doubtOf(state) !== undefined,
            completions: [state && isOpen(factOf(views, worlds[0] ?? 0, id), state) ? answered : i],
          };
        }),
      });
    /** The set is answered member by member in this world. */
    const isAnswered = (world: number): number =>
      statusDimension === undefined
        ? always
        : builder.literal(
            statusDimension,
            statuses.map((s) => s[placeOf(world)] === "answered"),
          );
    const featuresOf = (tests: readonly LeafAtom[], group: readonly string[]): ReadonlySet<Feature> =>
      new Set(
        tests
          .filter(({ test }) => mentioned(test, members).includes(group[0] ?? ""))
          .map(({ test, world }): Feature => `${placeOf(world)} ${looksFor(test).kind}`),
      );
    const axes = partition(about).map((group) =>
      groupAxis(ground, {
        fact: id,
        suffix,
        worlds,
        members: group,
        retired: retired.has(group[0] ?? ""),
        copies: own.length,
        features: featuresOf(about, group),
        tied: views.completed,
      }),
    );
    for (const atom of about) {
      const inside = builder.and([
        isAnswered(atom.world),
        answeredNode(atom.test, placeOf(atom.world), axes),
      ]);
      const outside =
        statusDimension === undefined
          ? never
          : builder.literal(
              statusDimension,
              statuses.map((s) => {
                const sending = s[placeOf(atom.world)];
                return (
                  sending !== undefined && sending !== "answered" && isMetIn(atom, read(atom.world, sending))
                );
              }),
            );
      nodes.set(keyOf(atom), builder.or([inside, outside]));
    }
    return {
      copies: own,
      send: (choice: readonly number[], copy: number): Sending | undefined => {
        const place = own.indexOf(copy);
        const status =
          statusDimension === undefined ? "answered" : statuses[choice[statusDimension] ?? 0]?.[place];
        if (status !== "answered") return status;
        const standing = new Map(axes.flatMap((axis) => [...axis.standings(choice, place)]));
        const value = members.filter((m) => standing.get(m) === "in");
        const of = members.filter((m) => (standing.get(m) ?? "out") !== "unasked");
        return of.length === members.length ? { value } : { value, of };
      },
      classOf: (state: State): readonly (readonly [number, number])[] => {
        // Who is not answered member by member is an option of its own, or like somebody never asked about any member.
        const option = mostSpoken.find((s) =>
          about.every((atom) => {
            const sending = s[placeOf(atom.world)];
            if (sending === undefined || sending === "answered") return true;
            return isMetIn(atom, read(atom.world, sending)) === isMetIn(atom, state(atom.world));
          }),
        );
        const memberwise = own.map((_, place) => {
          // Whose members count for nothing here stands, member by member, as whoever it turned out to be.
          const counted = option?.[place] === "answered" ? place : own.length - 1;
          return memberwiseOf(worlds.filter((w) => placeOf(w) === counted).map(state));
        });
        return [
          ...(statusDimension === undefined || option === undefined
            ? []
            : [[statusDimension, statuses.indexOf(option)] as const]),
          ...axes.map((axis) => [axis.dimension, axis.optionOf(memberwise)] as const),
        ];
      },
    };
  }

  /** How every member stands for one person, as the worlds that see them read what was sent. */
  function memberwiseOf(states: readonly FactState[]): ReadonlyMap<string, Standing> {
    const state = states.find((s) => s.kind !== "unknown") ?? neverAsked;
    const unasked = state.kind === "partial" ? state.unasked : [];
    const value = state.value as readonly string[];
    return new Map(
      members.map((m) => [m, value.includes(m) ? "in" : unasked.includes(m) ? "unasked" : "out"] as const),
    );
  }

  /** The ways to be answered, without those that no test tells from a set answered member by member. */
  function statusesOf(own: readonly number[], about: readonly LeafAtom[]): readonly (readonly Answered[])[] {
    const ways: readonly Answered[] = [
      "answered",
      nothing,
      ...agesOf([fact]).map((daysOld) => ({ value: [], daysOld })),
      invalid,
    ];
    const isRetiredTested = about.some((a) => mentioned(a.test, members).some((m) => retired.has(m)));
    // Read alike in every world that sees it: as one list of members, or as nobody having asked about any.
    const alike = (place: number, sending: Sending): boolean => {
      const tests = about.filter((a) => own[place] === copyIn(a.world));
      const states = tests.map((a) => read(a.world, sending));
      const lists = new Set(states.map((s) => (s.kind === "known" ? canonicalJson(s.value) : "")));
      if (lists.size === 1 && !lists.has("")) return !views.completed || place > 0 || !isOpenFirst(sending);
      return (
        neverAsked.unasked.length > 0 &&
        tests.every((a, i) => {
          const state = states[i];
          return state?.kind === "unknown" && isMetIn(a, state) === isMetIn(a, neverAsked);
        })
      );
    };
    const tuples = own.length === 1 ? ways.map((w) => [w]) : ways.flatMap((a) => ways.map((b) => [a, b]));
    const tied = tuples.filter(([a, b]) => {
      if (!views.completed || a === undefined || b === undefined) return true;
      if (a === "answered") return b === "answered";
      return isOpenFirst(a) || a === b;
    });
    const kept = tied.filter((tuple) => {
      const spoken = tuple.filter((a) => a !== "answered");
      if (spoken.length === 0) return true;
      // A set that is completed keeps its retired members, and an unknown one may turn out to have some.
      if (isRetiredTested && own.length > 1) return true;
      return !tuple.every((a, place) => a === "answered" || alike(place, a));
    });
    const seen = new Map<string, readonly Answered[]>();
    for (const tuple of kept) {
      const key = canonicalJson(
        tuple.map((a, place) =>
          a === "answered"
            ? a
            : about
                .filter((atom) => own[place] === copyIn(atom.world))
                .map((atom) => isMetIn(atom, read(atom.world, a))),
        ),
      );
      if (!seen.has(key)) seen.set(key, tuple);
    }
    return [...seen.values()];
  }

  /** Members that every test mentions together, retired ones apart. */
  function partition(about: readonly LeafAtom[]): readonly (readonly string[])[] {
    const groups = new Map<string, string[]>();
    const tests = about.map((a) => new Set(mentioned(a.test, members)));
    for (const member of members) {
      const mentions = tests.map((t) => (t.has(member) ? "1" : "0")).join("");
      if (!mentions.includes("1")) continue;
      const key = `${retired.has(member) ? "r" : ""}${mentions}`;
      groups.set(key, [...(groups.get(key) ?? []), member]);
    }
    return [...groups.values()];
  }

  /** A test of an answered set, as a node over its groups. */
  function answeredNode(test: LeafTest, place: number, axes: readonly GroupAxis[]): number {
    const list = mentioned(test, members);
    const { kind, some } = looksFor(test);
    const found = builder.or(
      axes
        .filter((axis) => list.includes(axis.members[0] ?? ""))
        .map((axis) => axis.node(`${place} ${kind}`)),
    );
    return some ? found : builder.not(found);
  }
}

/** What of a set's declaration its classes rest on. */
function shapeOf({ type, validFor, values }: Fact): string {
  return canonicalJson({ type, validFor, values: values?.map((v) => [v.id, v.retired === true]) });
}
