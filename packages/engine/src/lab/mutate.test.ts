// Mutation: who is said to notice does, who is said not to does not, and nothing is believed without a replay.
import { describe, expect, test } from "vitest";
import { freshSeed } from "../../test/arbitraries.ts";
import { profileOf, someProgram, today } from "../../test/lab.ts";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { criterion, tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import type { Condition } from "../model/condition.ts";
import { mutationReportSchema, type MutationReport } from "../model/lab.ts";
import { parseProfiles } from "../model/parse.ts";
import type { Profile } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { isWitness } from "../question/index.ts";
import { compareWithExpected } from "../simulate/index.ts";
import { seededFaults } from "./faults/index.ts";
import { isNoticed } from "./full-result.ts";
import { survivors } from "./jury.ts";
import { mutate, MutationCancelled, type Noticed } from "./mutate.ts";
import { noticeQuestion } from "./notice-question.ts";
import { applyFault } from "./apply-fault.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

function fails(ruleSet: RuleSet, profile: Profile): boolean {
  const { result } = evaluate(ruleSet, profile.facts, profile.evaluatedOn ?? anyDay);
  return compareWithExpected(profile.expected, result).length > 0;
}

function checkSurvivors(ruleSet: RuleSet, profiles: readonly Profile[], report: MutationReport): void {
  for (const { fault, status, witness, profile } of report.survivors) {
    const faulty = applyFault(ruleSet, fault);
    expect(
      profiles.filter((p) => !fails(ruleSet, p) && fails(faulty, p)).map((p) => p.id),
      fault.id,
    ).toEqual([]);
    if (status === "undecided") continue;
    if (!profile || !witness) throw new Error(`${fault.id} has no witness`);
    expect(fails(ruleSet, profile), fault.id).toBe(false);
    expect(fails(faulty, profile), fault.id).toBe(true);
    const results = [ruleSet, faulty].map((r) => evaluate(r, witness.facts, witness.at).result);
    expect(results[0] && results[1] && isNoticed(results[0], results[1])).toBe(true);
    const [before, after] = witness.answers;
    if (before && after) expect(before).not.toEqual(after);
  }
  const ready = new Map(
    report.survivors.flatMap(({ profile }) => (profile ? [[profile.id, profile] as const] : [])),
  );
  const saved = parseProfiles(JSON.parse(JSON.stringify([...profiles, ...ready.values()])));
  expect(saved).toMatchObject({ ok: true });
  expect(mutationReportSchema.safeParse(JSON.parse(JSON.stringify(report))).success).toBe(true);
}

test(`of random programs, survivors are what no profile notices, and ready profiles notice them (SEED=${seed})`, async () => {
  let [killed, told] = [0, 0];
  for (let i = 0; i < 3; i += 1) {
    const { chance, ruleSet, profiles } = someProgram(seed + i, 8);
    const faults = chance.some(seededFaults(ruleSet), 30);
    const report = await mutate(ruleSet, profiles, { faults });
    checkSurvivors(ruleSet, profiles, report);
    expect(report.killed + report.survivors.length, `SEED=${seed + i}`).toBe(faults.length);
    expect(survivors(ruleSet, profiles, faults).map((s) => s.fault)).toEqual(
      report.survivors.map((s) => s.fault),
    );
    const noticed = faults.filter((f) => profiles.some((p) => fails(f.ruleSet, p)));
    expect(report.killed, `SEED=${seed + i}`).toBe(noticed.length);
    killed += report.killed;
    told += report.survivors.filter((s) => s.status === "survived").length;
  }
  expect(killed).toBeGreaterThan(10);
  expect(told).toBeGreaterThan(2);
});

describe.each(programs.slice(1))("$program", ({ ruleSet, profiles }) => {
  test("saving the ready profiles makes every fault noticed that was told", async () => {
    const few = profiles.filter((_, i) => i % 2 === 0);
    const report = await mutate(ruleSet, few);
    checkSurvivors(ruleSet, few, report);
    const ready = [
      ...new Map(
        report.survivors.flatMap(({ profile }) => (profile ? [[profile.id, profile] as const] : [])),
      ).values(),
    ];
    expect(ready.length).toBeGreaterThan(2);
    const after = await mutate(ruleSet, [...few, ...ready]);
    // Whatever was told is noticed now; what was undecided may be told once more people are near.
    const told = new Set(report.survivors.flatMap((s) => (s.status === "survived" ? [s.fault.id] : [])));
    expect(after.survivors.filter((s) => told.has(s.fault.id)).map((s) => s.fault.id)).toEqual([]);
    expect(after.score).toBeGreaterThan(report.score);
  });
});

const young: Condition = { fact: "age", operator: "lessThan", value: 18 };
const small = tiny({
  criteria: [
    criterion("A", young, "stop"),
    criterion("B", { all: [young, { fact: "danger", operator: "equal", value: true }] }, "stop"),
  ],
});
const everybody = [17, 18, 19].flatMap((age) => [true, false].map((danger) => ({ age, danger })));
const few = [profileOf(small, { age: 17, danger: true }, "P1")];

/** Goes through many people, as a prover would through all. */
const tryingAll =
  (ruleSet: RuleSet, people: readonly Readonly<Record<string, unknown>>[]) =>
  async (faulty: RuleSet): Promise<Noticed> => {
    const question = noticeQuestion(ruleSet, faulty);
    const found = people.find((facts) => isWitness(question, { at: today, people: [facts, facts] }));
    return found
      ? { status: "somebody", witness: { at: today, people: [found, found] } }
      : { status: "nobody" };
  };

describe("what is asked of a proof", () => {
  test("only faults that nobody near notices; nobody at all makes them equivalent, and they do not count", async () => {
    const asked: RuleSet[] = [];
    const ask = tryingAll(small, [...everybody, {}]);
    const report = await mutate(small, few, {
      isEquivalent: (faulty) => {
        asked.push(faulty);
        return ask(faulty);
      },
    });
    const blind = await mutate(small, few);
    expect(report.equivalent).toBe(
      asked.length - report.survivors.filter((s) => s.status === "undecided").length,
    );
    expect(blind.survivors.filter((s) => s.status === "undecided")).toHaveLength(asked.length);
    expect(report.score).toBe(report.killed / (report.seeded - report.equivalent));
  });

  test("a witness that does not replay is not believed", async () => {
    const liar: Noticed = {
      status: "somebody",
      witness: { at: today, people: [{ age: 30, danger: false }] },
    };
    const report = await mutate(
      small,
      everybody.map((f, i) => profileOf(small, f, `P${i}`)),
      {
        isEquivalent: () => Promise.resolve(liar),
      },
    );
    const blind = await mutate(
      small,
      everybody.map((f, i) => profileOf(small, f, `P${i}`)),
    );
    expect(report.survivors.map((s) => s.status)).toEqual(blind.survivors.map((s) => s.status));
    expect(report.equivalent).toBe(0);
  });

  test("a witness that replays is told, with a profile that notices", async () => {
    // Two facts away from every profile: nobody near notices.
    const when: Condition = {
      all: [
        { fact: "age", operator: "lessThan", value: 18 },
        { fact: "score", operator: "greaterThan", value: 5 },
        { fact: "wish", operator: "equal", value: true },
      ],
    };
    const ruleSet = tiny({ criteria: [criterion("A", when, "stop")] });
    const far = [profileOf(ruleSet, { age: 40, score: 1, wish: false }, "P1")];
    const witness = { age: 18, score: 6, wish: true };
    const faults = seededFaults(ruleSet).filter((f) => f.fault.id.endsWith("value/19"));
    expect(faults).toHaveLength(1);
    const alone = await mutate(ruleSet, far, { faults });
    expect(alone.survivors.map((s) => s.status)).toEqual(["undecided"]);
    const report = await mutate(ruleSet, far, { faults, isEquivalent: tryingAll(ruleSet, [witness]) });
    checkSurvivors(ruleSet, far, report);
    expect(report.survivors[0]).toMatchObject({
      status: "survived",
      witness: {
        facts: witness,
        answers: [
          { decision: "d", answer: ["rest"] },
          { decision: "d", answer: ["stop"] },
        ],
      },
      profile: { id: "P2", facts: witness },
    });
  });

  test("how long a value is good for is never settled by a proof", async () => {
    // Nobody near tells how old the score may be: the rest of the condition fails all of them.
    const when: Condition = {
      all: [
        { fact: "score", operator: "greaterThan", value: 5 },
        { fact: "wish", operator: "equal", value: true },
        young,
      ],
    };
    const ruleSet = tiny({ criteria: [criterion("A", when, "stop")] });
    const far = [profileOf(ruleSet, { age: 40, score: 1, wish: false }, "P1")];
    const faults = seededFaults(ruleSet).filter(
      (f) => f.fault.kind === "valid-for" && f.fault.after !== null,
    );
    expect(faults.length).toBeGreaterThan(0);
    let asked = 0;
    const report = await mutate(ruleSet, far, {
      faults,
      isEquivalent: () => {
        asked += 1;
        return Promise.resolve({ status: "nobody" });
      },
    });
    expect({ asked, equivalent: report.equivalent }).toEqual({ asked: 0, equivalent: 0 });
    expect(report.survivors.map((s) => s.status)).toContain("undecided");
  });
});

test("a profile that is not as expected without any fault notices nothing, and is named", async () => {
  const [wrong] = few.map((p) => ({ ...p, id: "WRONG", expected: { decisions: { d: "go" } } }));
  if (!wrong) throw new Error("no profile");
  const report = await mutate(small, [wrong]);
  expect(report).toMatchObject({ killed: 0, failing: ["WRONG"] });
  expect((await mutate(small, [wrong, ...few])).killed).toBe((await mutate(small, few)).killed);
  expect(await mutate(small, few)).not.toHaveProperty("failing");
});

test("progress goes from nothing to everything, and an abort ends the work without a report", async () => {
  const done: number[] = [];
  const report = await mutate(small, few, { onProgress: (p) => done.push(p.done) });
  expect(done[0]).toBe(0);
  expect(done.at(-1)).toBe(report.seeded);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  const signal = { aborted: false };
  let pauses = 0;
  const cancelled = mutate(small, few, {
    signal,
    pause: () => {
      pauses += 1;
      if (pauses === 2) signal.aborted = true;
      return Promise.resolve();
    },
  });
  await expect(cancelled).rejects.toBeInstanceOf(MutationCancelled);
  expect(pauses).toBe(2);
});

test("comparing less notices less (control)", async () => {
  const program = programs[0];
  if (!program) throw new Error("no program");
  const bare = program.profiles.map((p) => ({
    ...p,
    expected: { decisions: Object.fromEntries(Object.entries(p.expected.decisions).slice(0, 1)) },
  }));
  const faults = seededFaults(program.ruleSet);
  const [full, main] = [program.profiles, bare].map(
    (list) => survivors(program.ruleSet, list, faults).length,
  );
  expect(main).toBeGreaterThan((full ?? 0) + faults.length / 6);
});

test("nothing to kill is a whole score", async () => {
  expect(await mutate(small, few, { faults: [] })).toMatchObject({ seeded: 0, score: 1, ms: 0 });
  let clock = 0;
  expect(await mutate(small, few, { faults: [], now: () => (clock += 5) })).toMatchObject({ ms: 5 });
});

test(`what one person notices does not hang on who was asked before (SEED=${seed})`, () => {
  const { chance, ruleSet, profiles } = someProgram(seed + 100, 10);
  const faults = seededFaults(ruleSet);
  const some = chance.some(faults, faults.length);
  const ids = (list: readonly { readonly fault: { readonly id: string } }[]) =>
    list.map((s) => s.fault.id).sort();
  expect(ids(survivors(ruleSet, chance.some(profiles, profiles.length), some))).toEqual(
    ids(survivors(ruleSet, profiles, faults)),
  );
});
