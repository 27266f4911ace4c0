// Two people on one document. By hand first; then laws over random documents, held against flat lists of what each side
// wrote, which know nothing of how a merge is made.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counted, shows } from "../../test/evidence.ts";
import { howMany } from "../../test/small/how-many.ts";
import { sameJson } from "../model/canonical-json.ts";
import { canKeepBoth, conflictKey, merge, type Conflict, type Sides } from "./merge.ts";

interface Thing {
  readonly id: string;
  readonly [member: string]: unknown;
}
interface Content {
  readonly ruleSet: {
    readonly title: string;
    readonly criteria: readonly Thing[];
    readonly decisions: readonly (Thing & { readonly outcomes?: readonly Thing[] })[];
  };
  readonly profiles: readonly Thing[];
}

const thing = (id: string, more: object = {}): Thing => ({ id, ...more });
const content = (more: Partial<Content["ruleSet"]> = {}, profiles: readonly Thing[] = []): Content => ({
  ruleSet: { title: "T", criteria: [], decisions: [], ...more },
  profiles,
});
const criteria = (...all: readonly Thing[]): Content => content({ criteria: all });
const merged = (base: Content, mine: Content, theirs: Content) => merge({ base, mine, theirs });
const idsOf = (things: readonly Thing[]): string => things.map((t) => t.id).join("");

describe("a merge by hand", () => {
  const A = thing("A", { when: { fact: "x", value: 1 }, title: "a" });

  test("takes two members of one thing from two sides", () => {
    const mine = criteria({ ...A, title: "mine" });
    const theirs = criteria({ ...A, when: { fact: "x", value: 2 } });
    expect(merged(criteria(A), mine, theirs)).toEqual({
      merged: criteria({ ...A, title: "mine", when: { fact: "x", value: 2 } }),
      conflicts: [],
    });
  });

  test("keeps both of two texts where that is asked, and mine of anything else", () => {
    const text = (fr: string, en: string) => ({ fr, en });
    const old = thing("A", { label: text("a", "a"), when: { fact: "x" } });
    const mine = criteria({ ...old, label: text("b", "b"), when: { fact: "y" } });
    const theirs = criteria({ ...old, label: text("c", "a"), when: { fact: "z" } });
    const asked: boolean[] = [];
    const { merged: joined, conflicts } = merge({ base: criteria(old), mine, theirs }, (conflict) => {
      asked.push(canKeepBoth(conflict));
      return "both";
    });
    expect(joined).toEqual(criteria({ ...old, label: text("b c", "b"), when: { fact: "y" } }));
    expect([conflicts, asked]).toEqual([[], [true, false]]);
  });

  test("never mixes one condition out of two: both ways are kept, mine stands until somebody chooses", () => {
    const mine = criteria({ ...A, when: { fact: "y", value: 1 } });
    const theirs = criteria({ ...A, when: { fact: "x", value: 2 } });
    const { merged: joined, conflicts } = merged(criteria(A), mine, theirs);
    expect(joined).toEqual(mine);
    expect(conflicts).toEqual([
      {
        at: ["ruleSet", "criteria", "A", "when"],
        kind: "value",
        base: { fact: "x", value: 1 },
        mine: { fact: "y", value: 1 },
        theirs: { fact: "x", value: 2 },
      },
    ]);
    expect(conflicts.map(conflictKey)).toEqual(["value:ruleSet/criteria/A/when"]);
    expect(merge({ base: criteria(A), mine, theirs }, () => "theirs")).toEqual({
      merged: theirs,
      conflicts: [],
    });
  });

  test("what one side removed and the other changed stays, as a question; what nobody changed goes", () => {
    const changed = criteria({ ...A, title: "changed" });
    for (const [mine, theirs] of [
      [criteria(), changed],
      [changed, criteria()],
    ] as const) {
      const { merged: joined, conflicts } = merged(criteria(A), mine, theirs);
      expect(joined).toEqual(changed);
      expect(conflicts).toMatchObject([{ at: ["ruleSet", "criteria", "A"], kind: "removed", base: A }]);
    }
    expect(merged(criteria(A), criteria(), criteria(A))).toEqual({ merged: criteria(), conflicts: [] });
    expect(merge({ base: criteria(A), mine: criteria(), theirs: changed }, () => "mine").merged).toEqual(
      criteria(),
    );
  });

  test("two that were added under one id are compared member by member", () => {
    const mine = criteria(thing("N", { title: "one", enabled: true }));
    const theirs = criteria(thing("N", { title: "other", enabled: true }));
    expect(merged(criteria(), mine, theirs).conflicts).toMatchObject([
      { at: ["ruleSet", "criteria", "N", "title"], kind: "value", mine: "one", theirs: "other" },
    ]);
    expect(merged(criteria(), mine, mine)).toEqual({ merged: mine, conflicts: [] });
  });

  test("things added stay behind what they were put behind; a thing that one side moved is where it was put", () => {
    const [a, b, c] = [thing("a"), thing("b"), thing("c")];
    const joined = (base: Thing[], mine: Thing[], theirs: Thing[]) => {
      const { merged: m, conflicts } = merged(criteria(...base), criteria(...mine), criteria(...theirs));
      return [idsOf(m.ruleSet.criteria), conflicts.length];
    };
    const [x, y] = [thing("x"), thing("y")];
    expect(joined([a, b], [a, x, b], [a, b, y])).toEqual(["axby", 0]);
    expect(joined([a, b], [x, a, b], [a, y, b])).toEqual(["xayb", 0]);
    expect(joined([a, b], [a, y, b], [a, x, b])).toEqual(["axyb", 0]);
    expect(joined([a, b, c], [c, a, b], [a, b, c, x])).toEqual(["cxab", 0]);
    expect(joined([a, b, c], [c, a, b], [b, a, c])).toEqual(["cab", 1]);
    expect(joined([a, b, c], [a, c], [a, b, c])).toEqual(["ac", 0]);
  });

  test("where the order has a meaning, two additions at one place are a question", () => {
    const outcomes = (...ids: string[]): Content =>
      content({ decisions: [{ id: "d", outcomes: ids.map((id) => thing(id)) }] });
    const sides = {
      base: outcomes("a", "z"),
      mine: outcomes("a", "m", "z"),
      theirs: outcomes("a", "t", "z"),
    };
    const shown = (choose?: () => "mine" | "theirs") => {
      const { merged: m, conflicts } = merge<Content>(sides, choose);
      return [idsOf(m.ruleSet.decisions[0]?.outcomes ?? []), conflicts.map(conflictKey)];
    };
    expect(shown()).toEqual(["amtz", ["order:ruleSet/decisions/d/outcomes"]]);
    expect(shown(() => "theirs")).toEqual(["atmz", []]);
  });

  test("a list whose members have no ids is whole", () => {
    const tagged = (...tags: string[]) => content({}, [thing("P", { tags })]);
    expect(merged(tagged("a"), tagged("a", "b"), tagged("a", "c")).conflicts).toMatchObject([
      { at: ["profiles", "P", "tags"], mine: ["a", "b"], theirs: ["a", "c"] },
    ]);
  });
});

// ---- laws over random documents

const ids = ["a", "b", "c", "d", "e"] as const;
const small = fc.integer({ min: 0, max: 2 });
const memberOf = fc.record({
  x: small,
  y: fc.option(fc.constantFrom({ p: 1 }, { p: 2 }, [1]), { nil: undefined }),
});
const thingsOf = (member: fc.Arbitrary<object>): fc.Arbitrary<Thing[]> =>
  fc
    .tuple(fc.shuffledSubarray([...ids]), fc.array(member, { minLength: 5, maxLength: 5 }))
    .map(([chosen, members]) => chosen.map((id, i) => ({ id, ...members[i] })));
const decisionMember = fc.record({ x: small, outcomes: thingsOf(fc.record({ x: small })) });
const contents: fc.Arbitrary<Content> = fc.record({
  ruleSet: fc.record({
    title: fc.constantFrom("s", "t", "u"),
    criteria: thingsOf(memberOf),
    decisions: thingsOf(decisionMember),
  }),
  profiles: thingsOf(memberOf),
});
/** A document near another: most of it as it was, so that the sides often agree with their base. */
const near = (from: Content): fc.Arbitrary<Content> =>
  fc
    .record({
      other: contents,
      take: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      mix: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    })
    .map(({ other, take, mix }) => {
      const some = (old: readonly Thing[], fresh: readonly Thing[]): Thing[] =>
        mix[4]
          ? old.map((o, i) => (mix[i % 4] ? (fresh.find((f) => f.id === o.id) ?? o) : o))
          : [
              ...old.filter((o, i) => mix[i % 4] || fresh.some((f) => f.id === o.id)),
              ...fresh.filter((f, i) => mix[(i + 1) % 4] && !old.some((o) => o.id === f.id)),
            ];
      return {
        ruleSet: {
          title: take[0] ? other.ruleSet.title : from.ruleSet.title,
          criteria: take[1] ? some(from.ruleSet.criteria, other.ruleSet.criteria) : from.ruleSet.criteria,
          decisions: take[2] ? some(from.ruleSet.decisions, other.ruleSet.decisions) : from.ruleSet.decisions,
        },
        profiles: take[3] ? some(from.profiles, other.profiles) : from.profiles,
      };
    });
const threeSides: fc.Arbitrary<Sides<Content>> = contents.chain((base) =>
  fc.record({ base: fc.constant(base), mine: near(base), theirs: near(base) }),
);

/** Every member of every thing, by its path of ids; a thing itself stands as `true`. */
function flat(value: Content): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const visit = (things: readonly Thing[], at: string): void => {
    for (const { id, ...members } of things) {
      found.set(`${at}/${id}`, true);
      for (const [name, member] of Object.entries(members)) {
        if (name === "outcomes") visit(member as Thing[], `${at}/${id}/outcomes`);
        else if (member !== undefined) found.set(`${at}/${id}/${name}`, member);
      }
    }
  };
  found.set("ruleSet/title", value.ruleSet.title);
  visit(value.ruleSet.criteria, "ruleSet/criteria");
  visit(value.ruleSet.decisions, "ruleSet/decisions");
  visit(value.profiles, "profiles");
  return found;
}
const covers = (conflicts: readonly Conflict[], path: string): boolean =>
  conflicts.some(({ at, kind }) => kind !== "order" && `${path}/`.startsWith(`${at.join("/")}/`));
const equal = (a: unknown, b: unknown): boolean =>
  a === undefined || b === undefined ? a === b : sameJson(a, b);

describe("laws of a merge", () => {
  const runs = { numRuns: howMany({ quick: 400, long: 50_000 }) };

  test("a side that changed nothing gives the other side, and two that did the same give that", () => {
    fc.assert(
      fc.property(threeSides, ({ base, mine, theirs }) => {
        expect(merged(base, mine, base)).toEqual({ merged: mine, conflicts: [] });
        expect(merged(base, base, theirs)).toEqual({ merged: theirs, conflicts: [] });
        expect(merged(base, mine, mine)).toEqual({ merged: mine, conflicts: [] });
      }),
      runs,
    );
  });

  test(
    "no edit is lost: it stands in the merge, or in a conflict that shows both ways",
    shows("merge-loses-nothing"),
    () => {
      let [edits, conflicting] = [0, 0];
      fc.assert(
        fc.property(threeSides, (sides) => {
          const { merged: joined, conflicts } = merge(sides);
          const [base, result] = [flat(sides.base), flat(joined)];
          for (const side of [flat(sides.mine), flat(sides.theirs)]) {
            for (const path of new Set([...base.keys(), ...side.keys()])) {
              if (equal(base.get(path), side.get(path))) continue;
              edits++;
              if (equal(result.get(path), side.get(path))) continue;
              conflicting++;
              expect({ path, shown: covers(conflicts, path) }).toEqual({ path, shown: true });
            }
          }
          // Nothing comes from nowhere, either.
          const [mine, theirs] = [flat(sides.mine), flat(sides.theirs)];
          for (const [path, value] of result)
            expect(equal(value, mine.get(path)) || equal(value, theirs.get(path))).toBe(true);
        }),
        runs,
      );
      expect(edits).toBeGreaterThan(runs.numRuns);
      expect(conflicting).toBeGreaterThan(runs.numRuns / 40);
      counted("merge-loses-nothing", { asked: runs.numRuns, reached: runs.numRuns });
    },
  );

  test("it is the same from either side, and so are its conflicts", () => {
    let quiet = 0;
    fc.assert(
      fc.property(threeSides, ({ base, mine, theirs }) => {
        const [one, other] = [merged(base, mine, theirs), merged(base, theirs, mine)];
        const turned = other.conflicts.map((c) => ({ ...c, mine: c.theirs, theirs: c.mine }));
        const sorted = (all: readonly Conflict[]) =>
          all.toSorted((a, b) => (conflictKey(a) < conflictKey(b) ? -1 : 1));
        expect(sorted(one.conflicts)).toEqual(sorted(turned));
        if (one.conflicts.length === 0) {
          quiet++;
          expect(sameJson(one.merged, other.merged)).toBe(true);
        }
        const chosen = merge({ base, mine, theirs }, () => "mine");
        expect(chosen.conflicts).toEqual([]);
        expect(
          sameJson(chosen.merged, merge({ base, mine: theirs, theirs: mine }, () => "theirs").merged),
        ).toBe(true);
      }),
      runs,
    );
    expect(quiet).toBeGreaterThan(runs.numRuns / 10);
  });

  test("settling every conflict as mine keeps every edit of mine", () => {
    let kept = 0;
    fc.assert(
      fc.property(threeSides, (sides) => {
        const [base, mine] = [flat(sides.base), flat(sides.mine)];
        const result = flat(merge(sides, () => "mine").merged);
        for (const path of new Set([...base.keys(), ...mine.keys()]))
          if (!equal(base.get(path), mine.get(path))) {
            kept++;
            expect(result.get(path)).toEqual(mine.get(path));
          }
      }),
      runs,
    );
    expect(kept).toBeGreaterThan(runs.numRuns);
  });
});
