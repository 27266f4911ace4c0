// Every seeded fault is reported by the check that should report it, with a person who shows it and replays; and the
// same check says nothing of the correct program.
import { breaksClaim, evaluate, isWitness, type Finding, type RuleSet } from "@jumelage/engine";
import { shows } from "@jumelage/engine/test/evidence";
import { howMany, shareOf } from "@jumelage/engine/test/small";
import { afterAll, describe, expect, test } from "vitest";
import { compareAll, createSolver, findFaults, laws, prove } from "../../src/index.ts";
import { corpus, programs } from "./corpus.ts";
import { classes, type Seeded, type SeededFault } from "./fault.ts";

const at = "2026-03-02";
const solver = await createSolver({ at });
afterAll(() => solver.close());
const options = { answerer: solver, at, milliseconds: 30_000 };

function claimOf(ruleSet: RuleSet, id: string) {
  const property = ruleSet.properties.find((p) => p.id === id);
  if (!property) throw new Error(`no such property: ${id}`);
  return property.claim;
}

const asked = new Map<string, ReturnType<typeof solver.ask>>();

/** Whether somebody breaks a property of the correct program, asked once however many faults break it. */
function held(ruleSet: RuleSet, property: string): ReturnType<typeof solver.ask> {
  const key = `${ruleSet.program} ${property}`;
  const answer = asked.get(key) ?? solver.ask(breaksClaim(ruleSet, claimOf(ruleSet, property)));
  asked.set(key, answer);
  return answer;
}

/** The findings of one law about one thing, by what they name or where they stand. */
async function findingsOf(ruleSet: RuleSet, law: string, about: string): Promise<readonly Finding[]> {
  const only = laws.filter((l) => l.id === law);
  const report = await findFaults(ruleSet, { ...options, laws: only });
  expect(report.undecided).toEqual([]);
  return report.findings
    .filter((f) => f.severity !== "info" || law === "threshold-at-edge")
    .filter((f) => {
      const [list, index] = f.at;
      const items: Readonly<Record<string, readonly { readonly id: string }[]>> = {
        criteria: ruleSet.criteria,
        conditions: ruleSet.conditions,
      };
      const owner = typeof index === "number" ? items[String(list)]?.[index]?.id : undefined;
      return owner === about || Object.values(f.params).includes(about);
    });
}

async function expectReported({ fault, correct, faulty }: Seeded): Promise<void> {
  const check = fault.caughtBy;
  if ("property" in check) {
    const broken = breaksClaim(faulty, claimOf(faulty, check.property));
    const answer = await solver.ask(broken);
    expect(answer.status).toBe("somebody");
    if (answer.status === "somebody") expect(isWitness(broken, answer.witness)).toBe(true);
    expect(await held(correct, check.property)).toEqual({ status: "nobody" });
  } else if ("law" in check) {
    const [finding] = await findingsOf(faulty, check.law, check.about);
    expect(finding, "a finding").toBeDefined();
    expect(await findingsOf(correct, check.law, check.about)).toEqual([]);
    if (finding?.witness) replays(faulty, finding);
  } else {
    const report = await compareAll(correct, faulty, options);
    expect(report).toMatchObject({ status: "complete", kind: check.difference, equivalent: false });
    expect(report.transitions.length).toBeGreaterThan(0);
    for (const { decision, from, to, witness } of report.transitions) {
      const [was, is] = [correct, faulty].map((r) => answerIn(r, witness.facts, decision));
      expect([stands(was, from), stands(is, to)], `${from} ${to}`).toEqual([true, true]);
    }
  }
}

function answerIn(ruleSet: RuleSet, facts: Readonly<Record<string, unknown>>, decision: string) {
  return evaluate(ruleSet, facts, at).result.decisions[decision];
}

function stands(answer: ReturnType<typeof answerIn>, told: string): boolean {
  if (answer?.kind === "one") return answer.state === told;
  const [outcome = "", standing = ""] = told.split(":");
  if (!answer) return false;
  const lists: Readonly<Record<string, readonly string[]>> = {
    suggested: answer.suggested,
    undetermined: answer.undetermined,
    withheld: answer.withheld,
  };
  const own = lists[standing];
  return own ? own.includes(outcome) : Object.values(lists).every((l) => !l.includes(outcome));
}

/** The people of a finding are answered as it says. */
function replays(ruleSet: RuleSet, { witness }: Finding): void {
  for (const { decision, answer } of witness?.answers.slice(0, 1) ?? []) {
    const own = answerIn(ruleSet, witness?.facts ?? {}, decision);
    expect(own?.kind === "one" ? [own.state] : own?.suggested).toEqual(answer);
  }
}

test("the corpus is large enough, and of every class", () => {
  const by = (isSuch: (f: SeededFault) => boolean): number =>
    corpus.filter(({ fault }) => isSuch(fault)).length;
  expect(corpus.length).toBeGreaterThanOrEqual(60);
  expect(new Set(corpus.map(({ fault }) => fault.id)).size).toBe(corpus.length);
  expect(by((f) => "property" in f.caughtBy)).toBeGreaterThanOrEqual(25);
  expect(new Set(corpus.map(({ fault }) => fault.class))).toEqual(new Set(classes));
});

describe("each fault is reported by its check, and only where it is", () => {
  test.each(shareOf(corpus, { everyNth: 4 }).map((seeded) => [seeded.fault.id, seeded] as const))(
    "%s",
    async (_, seeded) => {
      expect.hasAssertions();
      await expectReported(seeded);
    },
  );
});

describe("the correct programs raise nothing", () => {
  test.each([...programs])("%s", async (_, ruleSet) => {
    const report = await findFaults(ruleSet, options);
    expect(report.undecided).toEqual([]);
    expect(report.findings.filter((f) => f.severity !== "info")).toEqual([]);
    expect(await compareAll(ruleSet, structuredClone(ruleSet), options)).toMatchObject({
      kind: "equivalent",
      transitions: [],
      silent: [],
    });
  });
});

// A whole proof takes seconds: a few faults in every run, another few each time, all of them in the long run.
const proved = corpus.filter(({ fault }) => "property" in fault.caughtBy);
const first = Number(process.env["SEED"] ?? Math.floor(Math.random() * proved.length));
const count = Math.min(proved.length, howMany({ quick: 2, long: proved.length }));
// 17 steps at a time come by each of them once.
const some = Array.from({ length: count }, (_, i) => proved[(first + i * 17) % proved.length] as Seeded);

describe(`the proof of a whole program names the property (SEED=${first})`, () => {
  test.each(some.map((seeded) => [seeded.fault.id, seeded] as const))(
    "%s",
    shows("seeded-faults"),
    async (_, { fault, faulty }) => {
      const report = await prove(faulty, { answerers: [solver], at, milliseconds: 30_000 });
      const refuted = report.properties.filter((p) => p.status === "refuted");
      const named = refuted.find((p) => "property" in fault.caughtBy && p.id === fault.caughtBy.property);
      expect(refuted.map((p) => p.id)).toContain("property" in fault.caughtBy ? fault.caughtBy.property : "");
      expect(named?.witness).toBeDefined();
      expect(report.properties.filter((p) => p.status === "undecided")).toEqual([]);
    },
  );
});
