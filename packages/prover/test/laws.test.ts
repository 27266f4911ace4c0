// The laws over a whole rule set, against what going through everybody shows, told in other words: traces of
// evaluations, rule sets with a piece taken out.
import { evaluate, nodesOf, type Facts, type Finding, type RuleSet } from "@jumelage/engine";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { howMany } from "@jumelage/engine/test/small";
import { findingSentence, findingWords, typographyFaults, wordedLaws } from "@jumelage/engine/words";
import { describe, expect, test } from "vitest";
import { findFaults, laws } from "../src/index.ts";
import { bruteForce, everybody, today } from "./everybody.ts";
import { chanceFrom, tinyRuleSet } from "./tiny-rule-sets.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const rounds = howMany({ quick: 8, long: 150 });

const idsOf = (findings: readonly Finding[], law: string, key: string): ReadonlySet<unknown> =>
  new Set(findings.filter((f) => f.law === law).map((f) => f.params[key]));

/** What everybody shows of a rule set. */
function shownBy(ruleSet: RuleSet, people: readonly Facts[]) {
  const runs = people.map((facts) => evaluate(ruleSet, facts, today));
  const enabled = ruleSet.criteria.filter((c) => c.enabled);
  const fires = new Set(runs.flatMap((r) => r.result.fired));
  const answers = (r: RuleSet, decision: string): string =>
    people.map((facts) => JSON.stringify(outcomesOf(r, facts, decision))).join();
  const without = (id: string): RuleSet => ({
    ...ruleSet,
    criteria: ruleSet.criteria.filter((c) => c.id !== id),
  });
  const idle = enabled
    .filter((c) => {
      const [own, other] = [ruleSet, without(c.id)].map((r) => answers(r, c.then.decision));
      return fires.has(c.id) && own === other;
    })
    .map((c) => c.id);
  const verdicts = new Map(
    enabled.map((c) => [c.id, runs.map((r) => r.trace.find((t) => t.criterion === c.id)?.verdict).join()]),
  );
  const reached = new Set(
    runs.flatMap(({ result }) =>
      Object.entries(result.decisions).flatMap(([id, d]) =>
        d.kind === "one" ? [`${id} ${d.state}`] : d.suggested.map((o) => `${id} ${o}`),
      ),
    ),
  );
  return { runs, enabled, fires, idle, verdicts, reached };
}

function outcomesOf(ruleSet: RuleSet, facts: Facts, decision?: string): unknown {
  const { decisions } = evaluate(ruleSet, facts, today).result;
  const wanted = Object.entries(decisions).filter(([id]) => decision === undefined || id === decision);
  return wanted.map(([, d]) => (d.kind === "one" ? d.state : [d.suggested, d.undetermined, d.withheld]));
}

describe(`laws over all persons (SEED=${seed})`, () => {
  test("findings are what everybody shows", shows("laws"), async () => {
    const chance = chanceFrom(seed);
    const seen = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const ruleSet = tinyRuleSet(chance);
      const people = everybody([ruleSet]);
      const shown = shownBy(ruleSet, people);
      const { findings, undecided } = await findFaults(ruleSet, { answerer: bruteForce, at: today });
      const where = `SEED=${seed}, round ${round}`;
      expect(undecided, where).toEqual([]);
      for (const { law } of findings) seen.set(law, (seen.get(law) ?? 0) + 1);

      const dead = shown.enabled.filter((c) => !shown.fires.has(c.id)).map((c) => c.id);
      expect(idsOf(findings, "criterion-never-fires", "criterion"), where).toEqual(new Set(dead));

      const unreached = ruleSet.decisions.flatMap((d) =>
        d.outcomes.filter((o) => !shown.reached.has(`${d.id} ${o.id}`)).map((o) => o.id),
      );
      expect(idsOf(findings, "outcome-unreachable", "outcome"), where).toEqual(new Set(unreached));

      const twins = shown.enabled.filter(
        (c, i) =>
          shown.fires.has(c.id) &&
          shown.enabled
            .slice(0, i)
            .some((o) => sameThen(o, c) && shown.verdicts.get(o.id) === shown.verdicts.get(c.id)),
      );
      expect(idsOf(findings, "criterion-duplicated", "criterion"), where).toEqual(
        new Set(twins.map((c) => c.id)),
      );

      // Everything idle is told once, by the law that says why; of twins one is kept without a word.
      const told = ["criterion-never-decides", "criterion-subsumed"].flatMap((law) => [
        ...idsOf(findings, law, "criterion"),
      ]);
      expect(shown.idle, where).toEqual(expect.arrayContaining(told));
      for (const id of shown.idle.filter((i) => !told.includes(i))) {
        const own = shown.enabled.find((c) => c.id === id);
        const twin = shown.enabled.some(
          (o) => own && o.id !== id && sameThen(o, own) && firesOf(shown, o.id) === firesOf(shown, id),
        );
        expect(twin, `${where}: ${id}`).toBe(true);
      }

      for (const finding of findings.filter((f) => f.law === "criterion-subsumed")) {
        const [own, by] = [finding.params["criterion"], finding.params["by"]].map(String);
        for (const { result } of shown.runs)
          if (result.fired.includes(own ?? "")) expect(result.fired, where).toContain(by);
      }

      const silent = shown.runs.some(({ result, trace }) => {
        const own = trace.filter((t) => isFor(ruleSet, t.criterion, "way"));
        const decided = result.decisions["way"];
        return (
          decided?.kind === "one" &&
          own.every((t) => t.verdict === "false") &&
          result.doubtful.length === 0 &&
          result.missing.length === 0
        );
      });
      // Whoever is silent and answered everything is silent here too; the law asks for less only of unread facts.
      if (findings.some((f) => f.law === "no-criterion-speaks")) expect(silent, where).toBe(true);
      for (const { law, witness } of findings.filter((f) => f.witness !== undefined)) {
        const { result } = evaluate(ruleSet, witness?.facts ?? {}, today);
        if (law === "no-criterion-speaks") {
          expect(
            result.fired.some((id) => isFor(ruleSet, id, "way")),
            where,
          ).toBe(false);
        }
        if (law === "outcomes-overlap") {
          const ends = new Set(
            result.fired.filter((id) => isFor(ruleSet, id, "way")).map((id) => outcomeOf(ruleSet, id)),
          );
          expect(ends.size, where).toBeGreaterThan(1);
        }
      }

      for (const finding of findings.filter((f) => f.law === "fact-without-effect")) {
        const fact = String(finding.params["fact"]);
        const byRest = new Map<string, string>();
        for (const facts of people) {
          const { [fact]: _, ...rest } = facts;
          const [key, answer] = [JSON.stringify(rest), JSON.stringify(outcomesOf(ruleSet, facts))];
          expect(byRest.get(key) ?? answer, `${where}: ${fact}`).toBe(answer);
          byRest.set(key, answer);
        }
      }
      conditionsAreAsTold(ruleSet, people, { findings, where });
    }
    expect(seen.size, JSON.stringify([...seen])).toBeGreaterThan(6);
    counted("laws", { asked: rounds, reached: rounds, seed });
  });
});

type Criterion = RuleSet["criteria"][number];

function sameThen(a: Criterion, b: Criterion): boolean {
  return a.then.decision === b.then.decision && a.then.outcome === b.then.outcome;
}

function firesOf(shown: ReturnType<typeof shownBy>, id: string): string {
  return shown.runs.map((r) => r.result.fired.includes(id)).join();
}

function isFor(ruleSet: RuleSet, criterion: string, decision: string): boolean {
  return ruleSet.criteria.some((c) => c.id === criterion && c.then.decision === decision);
}

function outcomeOf(ruleSet: RuleSet, criterion: string): string | undefined {
  return ruleSet.criteria.find((c) => c.id === criterion)?.then.outcome;
}

/** A condition that is told to be always true may be struck out, and one that is not told so may not. */
function conditionsAreAsTold(
  ruleSet: RuleSet,
  people: readonly Facts[],
  { findings, where }: { readonly findings: readonly Finding[]; readonly where: string },
): void {
  for (const [index, criterion] of ruleSet.criteria.entries()) {
    if (!criterion.enabled) continue;
    const members = "all" in criterion.when ? criterion.when.all : [];
    for (const [place, member] of members.entries()) {
      if ([...nodesOf(member)].some(({ node }) => !("fact" in node) || node.operator === "isKnown")) continue;
      const facts = [...nodesOf(member)].flatMap(({ node }) => ("fact" in node ? [node.fact] : []));
      const rest = members.filter((_, i) => i !== place);
      const shorter: RuleSet = {
        ...ruleSet,
        criteria: ruleSet.criteria.map((c) => (c.id === criterion.id ? { ...c, when: { all: rest } } : c)),
      };
      const known = people.filter((person) => {
        const { unverified, doubtful, result } = { ...evaluate(ruleSet, person, today).result, result: 0 };
        return (
          result === 0 &&
          facts.every(
            (f) =>
              !unverified.includes(f) &&
              !doubtful.some((d) => d.fact === f) &&
              (f in person || typeof ruleSet.facts.find((x) => x.id === f)?.whenUnknown === "object"),
          )
        );
      });
      const differs = known.some((person) => {
        const [a, b] = [ruleSet, shorter].map((r) =>
          evaluate(r, person, today).trace.find((t) => t.criterion === criterion.id),
        );
        return a?.verdict !== b?.verdict;
      });
      const at = JSON.stringify(["criteria", index, "when", "all", place]);
      const told = findings.some((f) => f.law === "condition-always-true" && JSON.stringify(f.at) === at);
      const dead = findings.some(
        (f) => f.law === "criterion-never-fires" && f.params["criterion"] === criterion.id,
      );
      const around = findings.some(
        (f) =>
          f.law === "condition-always-true" &&
          JSON.stringify(f.at) === JSON.stringify(["criteria", index, "when"]),
      );
      if (!dead && !around) expect(told, `${where}: ${at}`).toBe(!differs);
    }
  }
}

describe("words", () => {
  test("every law has words, in both languages and well set, and nothing else has", async () => {
    expect(new Set(wordedLaws)).toEqual(new Set(laws.map((l) => l.id)));
    const ruleSet = tinyRuleSet(chanceFrom(7));
    for (const law of wordedLaws) {
      for (const flag of [true, false]) {
        const params = {
          criterion: "c0",
          by: "c1",
          sameOutcome: flag,
          whole: flag,
          permits: flag,
          reversed: flag,
          decision: "way",
          outcome: "go",
          wins: "stop",
          loses: "go",
          fact: "score",
          threshold: 3,
          only: 4,
        };
        const finding: Finding = { law, severity: "info", at: ["criteria", 0], params };
        for (const lang of ["fr", "en"] as const) {
          const { place, problem, remedy } = findingWords(finding, ruleSet, lang);
          for (const text of [place, problem, remedy, findingSentence(finding, ruleSet, lang)])
            expect(typographyFaults(text, lang), text).toEqual([]);
          expect(problem).toMatch(/^[\p{Lu}«“].*\.$/u);
          expect(remedy).toMatch(/\.$/u);
        }
      }
    }
  });
});
