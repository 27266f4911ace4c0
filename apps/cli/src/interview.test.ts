// `jumelage interview`: what it tells of a person, in both forms, and what it does when it cannot be exact.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import type { Outlook } from "./commands/interview.ts";
import { interviewLines } from "./interview-lines.ts";
import { run } from "./run.ts";

const named = (fr: string, en: string) => ({ label: { fr, en } });
const whole = (id: string) => fact(id, "integer", { range: { min: 0, max: 3 } });
const isTrue = (id: string) => ({ fact: id, operator: "equal", value: true }) as const;

const outcomes = [
  { ...one.outcomes[0], ...named("Arrêter", "Stop") },
  { ...one.outcomes[1], ...named("Prendre soin de cette personne", "Take care of this person") },
  { ...one.outcomes[2], ...named("Aller", "Go") },
  { ...one.outcomes[3], ...named("Attendre", "Wait") },
].map((o) => (o.id === "care" ? { ...o, short: { fr: "Soins", en: "Care" } } : o));

/** Danger stops; otherwise the kind decides. */
const ruleSet = tiny({
  facts: [
    fact("kind", "enum", {
      ...named("Sorte", "Kind"),
      values: ["a", "b", "c"].map((id) => ({ id, ...named(`Sorte ${id}`, `Kind ${id}`) })),
    }),
    fact("danger", "boolean", { ...named("Danger", "Danger"), safety: true, validFor: "P7D" }),
  ],
  decisions: [
    { ...one, title: { fr: "Suite", en: "Next" }, outcomes },
    { ...many, title: { fr: "Devoirs", en: "Duties" } },
  ],
  criteria: [
    criterion("C1", isTrue("danger"), "stop"),
    criterion("C2", { fact: "kind", operator: "equal", value: "a" }, "care"),
    criterion("C3", { fact: "kind", operator: "equal", value: "b" }, "go"),
  ],
});

/** Of `d` and `e`, the first reads a total beside one of its parts: no diagram can tell its persons apart. */
const unmodelled = tiny({
  facts: [
    whole("first"),
    whole("second"),
    fact("total", "integer", { range: { min: 0, max: 6 }, derive: { sum: ["first", "second"] } }),
    fact("danger", "boolean"),
  ],
  decisions: [one, { ...one, id: "e" }],
  criteria: [
    criterion("C1", { fact: "total", operator: "greaterThan", value: 4 }, "stop"),
    criterion("C2", { fact: "first", operator: "equal", value: 1 }, "care"),
    criterion("C3", isTrue("danger"), "stop", "e"),
  ],
});

/** Thirty pairs, all first halves read before all second ones: a diagram would have a billion nodes. */
const pairs = Array.from({ length: 30 }, (_, i) => [`x${i}`, `y${i}`] as const);
const tenPairs = [0, 1, 2].map((i) => pairs.slice(10 * i, 10 * i + 10));
const tooLarge = tiny({
  facts: pairs.flat().map((id) => fact(id, "boolean")),
  decisions: [one],
  criteria: [
    criterion("C1", { all: tenPairs.map((ten) => ({ all: ten.map(([x]) => isTrue(x)) })) }, "stop"),
    criterion(
      "C2",
      { any: tenPairs.map((ten) => ({ any: ten.map(([x, y]) => ({ all: [isTrue(x), isTrue(y)] })) })) },
      "care",
    ),
  ],
});

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-interview-"));
  file = await saved("rule-set", ruleSet);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function saved(name: string, document: unknown): Promise<string> {
  const path = join(folder, `${name}.json`);
  await writeFile(path, JSON.stringify(document));
  return path;
}

async function jumelage(args: readonly string[], facts: unknown = {}) {
  let [out, err] = ["", ""];
  const code = await run(["interview", ...args, "--facts", "-"], {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    input: async () => new TextEncoder().encode(JSON.stringify(facts)),
    consumerKey: undefined,
    now: () => Date.parse("2026-03-02T12:00:00Z"),
  });
  return { code, out: out.replaceAll("\u00a0", " "), err };
}

async function documentOf(args: readonly string[], facts: unknown = {}) {
  const { code, out } = await jumelage([...args, "--json"], facts);
  expect(out.indexOf("\n")).toBe(out.length - 1);
  return { code, document: JSON.parse(out) as { decisions: Outlook[]; without: unknown[] } };
}

const all = ["stop", "care", "go", "rest"];

describe("one document", () => {
  test("of somebody unknown: every outcome is open, and safety is asked first", async () => {
    expect(await documentOf([file])).toEqual({
      code: 0,
      document: {
        program: "tiny",
        at: "2026-03-02",
        problems: [],
        decisions: [
          {
            decision: "d",
            certain: { outcomes: all, canChange: ["danger", "kind"] },
            reasons: { outcomes: all, reasons: [[]], complete: true },
            counterfactuals: [
              { outcome: "stop", changes: [], supposed: [told("danger", true)] },
              { outcome: "care", changes: [], supposed: [told("danger", false), told("kind", "a")] },
              { outcome: "go", changes: [], supposed: [told("danger", false), told("kind", "b")] },
              { outcome: "rest", changes: [], supposed: [told("danger", false), told("kind", "c")] },
            ],
            interview: {
              worst: 2,
              mean: 1.5,
              points: [
                {
                  outcomes: all,
                  worst: 2,
                  mean: 1.5,
                  fact: "danger",
                  why: "safety",
                  answers: [
                    { choices: [{ option: { values: [false] } }], outcomes: all.slice(1), next: 1 },
                    { choices: [{ option: { values: [true] } }], outcomes: ["stop"] },
                  ],
                },
                {
                  outcomes: all.slice(1),
                  worst: 1,
                  mean: 1,
                  fact: "kind",
                  why: "shortest",
                  answers: ["care", "go", "rest"].map((outcome, i) => ({
                    choices: [{ option: { values: ["abc"[i]] } }],
                    outcomes: [outcome],
                  })),
                },
              ],
            },
          },
        ],
        without: [],
      },
    });
  });

  test("of somebody known: why, and the one thing that would change it", async () => {
    const { code, document } = await documentOf([file, "--decision", "d"], { danger: false, kind: "b" });
    expect({ code, decisions: document.decisions }).toEqual({
      code: 0,
      decisions: [
        {
          decision: "d",
          certain: { outcomes: ["go"], canChange: [] },
          reasons: { outcomes: ["go"], reasons: [["danger", "kind"]], complete: true },
          counterfactuals: [
            { outcome: "stop", changes: [told("danger", true)], supposed: [] },
            { outcome: "care", changes: [told("kind", "a")], supposed: [] },
            { outcome: "rest", changes: [told("kind", "c")], supposed: [] },
          ],
          interview: { worst: 0, mean: 0, points: [] },
        },
      ],
    });
  });

  test("an answer of another day is asked again once it is too old", async () => {
    const facts = { danger: { value: false, observedOn: "2026-03-02" }, kind: "b" };
    const asked = async (at: string): Promise<unknown> =>
      (await documentOf([file, "--at", at], facts)).document.decisions[0]?.certain;
    expect(await asked("2026-03-05")).toEqual({ outcomes: ["go"], canChange: [] });
    expect(await asked("2026-03-15")).toEqual({ outcomes: ["stop", "go"], canChange: ["danger"] });
  });
});

function told(id: string, value: unknown) {
  return { fact: id, value, option: { values: [value] } };
}

describe("lines", () => {
  test("for somebody of whom nothing is known", async () => {
    expect((await jumelage([file])).out.trimEnd().split("\n")).toEqual([
      "« Suite » : encore possible, « Arrêter », « Prendre soin de cette personne », « Aller » ou « Attendre ».",
      "Seuls « Danger » et « Sorte » peuvent encore changer la réponse.",
      "  Ce qui mènerait à chaque réponse :",
      "    Ce sera « Arrêter » si « Danger » est oui.",
      "    Ce sera « Prendre soin de cette personne » si « Danger » est non et « Sorte » est « Sorte a ».",
      "    Ce sera « Aller » si « Danger » est non et « Sorte » est « Sorte b ».",
      "    Ce sera « Attendre » si « Danger » est non et « Sorte » est « Sorte c ».",
      "  Parcours le plus court, en nombre de questions : 2 au plus, 1,5 en moyenne.",
      "  1. « Danger » (question de sécurité : avant toutes les autres)",
      "     non : question 2; encore possible : « Soins », « Aller » ou « Attendre »",
      "     oui : « Arrêter »",
      "  2. « Sorte » (mène le plus vite à une réponse certaine, quoi que la personne réponde)",
      "     « Sorte a » : « Soins »",
      "     « Sorte b » : « Aller »",
      "     « Sorte c » : « Attendre »",
      "Sans parcours, car plusieurs réponses peuvent valoir à la fois : « Devoirs ».",
    ]);
  });

  test("for somebody who is decided", async () => {
    const { out } = await jumelage([file, "--lang", "en", "--decision", "d"], { danger: true });
    expect(out.trimEnd().split("\n")).toEqual([
      "“Next”: “Stop”, whatever the missing answers are.",
      "  Why:",
      "    “Danger” is enough for “Stop”.",
      "  What would change the answer:",
      "    It would be “Take care of this person” if “Danger” were no and “Kind” were “Kind a”.",
      "    It would be “Go” if “Danger” were no and “Kind” were “Kind b”.",
      "    It would be “Wait” if “Danger” were no and “Kind” were “Kind c”.",
      "  The interview is over: no further question can change the answer.",
    ]);
  });

  test("more reasons than are shown are counted; what could not be listed or planned is told", () => {
    const outlook: Outlook = {
      decision: "d",
      certain: { outcomes: ["go"], canChange: [] },
      reasons: {
        outcomes: ["go"],
        reasons: [["kind"], ["danger"], ["danger", "kind"], ["kind"], ["danger"]],
        complete: true,
      },
      counterfactuals: [],
      interview: { tooLarge: 100_000 },
    };
    expect(interviewLines(outlook, ruleSet, "en").slice(1)).toEqual([
      "  Why:",
      "    “Kind” is enough for “Go”.",
      "    “Danger” is enough for “Go”.",
      "    “Danger” and “Kind” are enough for “Go”.",
      "    Other sets of facts that are enough: 2.",
      "  The interview is too long to be planned ahead.",
    ]);
    const many = { ...outlook, reasons: { outcomes: ["go"], reasons: [], complete: false } };
    expect(interviewLines(many, ruleSet, "en")[2]).toBe(
      "    Too many sets of facts are enough to list them.",
    );
  });
});

describe("what cannot be exact is told and left out", () => {
  test("a decision with a total beside its parts, while another is told", async () => {
    const path = await saved("unmodelled", unmodelled);
    const { code, document } = await documentOf([path]);
    expect({ code, without: document.without, told: document.decisions.map((d) => d.decision) }).toEqual({
      code: 1,
      without: [{ decision: "d", why: "unmodelled" }],
      told: ["e"],
    });
    expect((await jumelage([path])).out.trimEnd().split("\n").at(-1)).toBe(
      "« texte » : contient quelque chose que le calcul exact ne traite pas, donc laissée de côté.",
    );
    expect((await documentOf([path, "--decision", "e"])).code).toBe(0);
  });

  test("a decision beyond the budget", async () => {
    const { code, out } = await jumelage([await saved("large", tooLarge), "--lang", "en"]);
    expect({ code, out }).toEqual({
      code: 1,
      out: "“text”: too large for an exact answer, hence left out.\n",
    });
  });
});

describe("what is given", () => {
  test("a decision that there is not, or that has several answers, is refused", async () => {
    for (const [decision, code] of [
      ["zz", "no-such-decision"],
      ["m", "several-answers"],
    ] as const) {
      expect(await documentOf([file, "--decision", decision])).toMatchObject({
        code: 2,
        document: { error: { code } },
      });
    }
  });

  test("facts that cannot be read are refused, or told when lenient", async () => {
    const facts = { danger: "non", kind: "b" };
    const problems = [{ fact: "danger", code: "invalid" }];
    expect(await documentOf([file], facts)).toMatchObject({
      code: 2,
      document: { error: { code: "fact-problems", problems } },
    });
    expect(await documentOf([file, "--lenient"], facts)).toMatchObject({
      code: 0,
      document: { problems, decisions: [{ certain: { outcomes: ["stop", "go"], canChange: ["danger"] } }] },
    });
    expect((await jumelage([file, "--lenient"], facts)).out).toMatch(
      /^ {2}valeur impossible à lire pour « danger »\n/,
    );
  });
});
