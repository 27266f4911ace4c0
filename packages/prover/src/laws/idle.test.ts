// Criteria that change nothing, and the one they hide behind, on rule sets where both are plain to see.
import type { Condition } from "@jumelage/engine";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import type { Answerer } from "../answer.ts";
import { bruteForce, today } from "../../test/everybody.ts";
import { coveringOf, idleOf } from "./idle.ts";
import { sceneOf } from "./scene.ts";

const is = (id: string, value = true): Condition => ({ fact: id, operator: "equal", value });
const [a, b] = [is("a"), is("b")];
const never: Condition = { all: [a, is("a", false)] };

function sceneOfCriteria(criteria: readonly object[], answerer: Answerer = bruteForce) {
  const ruleSet = tiny({
    facts: [fact("a", "boolean"), fact("b", "boolean")],
    decisions: [one, many],
    criteria,
  });
  return sceneOf(ruleSet, { answerer, at: today, ask: () => ({}) });
}

describe("idle", () => {
  const criteria = [
    criterion("C1", a, "stop"),
    criterion("Narrow", { all: [a, b] }, "stop"),
    criterion("Later", a, "care"),
    { ...criterion("Off", a, "care"), enabled: false },
    { ...criterion("Meant", a, "go"), shadowedOnPurpose: { fr: "voulu", en: "meant" } },
    criterion("Dead", never, "go"),
    criterion("Needed", b, "go"),
  ];

  test("criteria that can be true and change nothing, but for those switched off or kept on purpose", async () => {
    const { idle, undecided } = await idleOf(sceneOfCriteria(criteria));
    expect(idle.map((c) => c.id)).toEqual(["Narrow", "Later"]);
    expect(undecided).toEqual([]);
  });

  test("where it cannot be decided whether a criterion changes anything, its place is told", async () => {
    const tired: Answerer = {
      ask: async (question) =>
        question.worlds.length > 1 ? { status: "undecided", reason: "time" } : bruteForce.ask(question),
    };
    const { idle, undecided } = await idleOf(sceneOfCriteria(criteria, tired));
    expect(idle).toEqual([]);
    expect(undecided).toEqual([
      ["criteria", 1],
      ["criteria", 2],
    ]);
  });
});

describe("covers", () => {
  /** The cover of the criterion `C`, by its id, with whether the two are true of the same people. */
  async function coverOf(own: object, ...others: readonly object[]): Promise<unknown> {
    const scene = sceneOfCriteria([...others, own]);
    const idle = scene.ruleSet.criteria.filter((c) => c.id === "C");
    const cover = (await coveringOf(scene, idle)).get("C");
    return cover && [cover.by.id, cover.same];
  }
  const narrow: Condition = { all: [a, b] };

  test.each<[string, object, readonly object[], unknown]>([
    [
      "of the same outcome, wider",
      criterion("C", narrow, "care"),
      [criterion("By", a, "care")],
      ["By", false],
    ],
    [
      "of the same outcome, the same people",
      criterion("C", a, "care"),
      [criterion("By", { any: [a, never] }, "care")],
      ["By", true],
    ],
    [
      "of a more cautious outcome, the same people",
      criterion("C", a, "care"),
      [criterion("By", a, "stop")],
      ["By", false],
    ],
    ["not of a less cautious outcome", criterion("C", a, "care"), [criterion("By", a, "go")], undefined],
    ["not a narrower one", criterion("C", a, "care"), [criterion("By", narrow, "care")], undefined],
    [
      "not one that is switched off",
      criterion("C", a, "care"),
      [{ ...criterion("By", a, "care"), enabled: false }],
      undefined,
    ],
    ["not one of another decision", criterion("C", a, "care"), [criterion("By", a, "halt", "m")], undefined],
    [
      "of several outcomes, the same one alone",
      criterion("C", a, "tell", "m"),
      [criterion("By", a, "halt", "m")],
      undefined,
    ],
    [
      "of several outcomes, the same one",
      criterion("C", a, "tell", "m"),
      [criterion("By", a, "tell", "m")],
      ["By", true],
    ],
    [
      "the first of several",
      criterion("C", narrow, "care"),
      [criterion("By", b, "care"), criterion("Too", narrow, "care")],
      ["By", false],
    ],
    ["alone, none", criterion("C", a, "care"), [], undefined],
  ])("%s", async (_, own, others, expected) => {
    expect(await coverOf(own, ...others)).toEqual(expected);
  });

  test("nothing idle has no cover", async () => {
    expect(await coveringOf(sceneOfCriteria([criterion("C", a, "stop")]), [])).toEqual(new Map());
  });
});
