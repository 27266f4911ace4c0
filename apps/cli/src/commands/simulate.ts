// `jumelage simulate`: a file of profiles against what is expected of them, and against another rule set if one is given.
import {
  compareWithExpected,
  evaluate,
  sameJson,
  type Facts,
  type Lang,
  type LocalDate,
  type ManyResult,
  type Result,
  type RuleSet,
} from "@jumelage/engine";
import { differenceSentence, stateLabel } from "@jumelage/engine/words";
import { say } from "../messages.ts";
import { Unusable, type Io, type Outcome } from "../outcome.ts";
import { readProfiles, readRuleSet } from "../read.ts";
import { todayFor } from "../today.ts";

export interface SimulateOptions {
  readonly baseline?: string;
}

/** A decision's answer as an expectation would say it; null where the rule set has no such decision. */
type Answer = string | Pick<ManyResult, "suggested" | "undetermined" | "withheld"> | null;

interface Change {
  readonly decision: string;
  readonly from: Answer;
  readonly to: Answer;
}

export async function simulate(
  options: SimulateOptions & { readonly ruleSet: string; readonly profiles: string; readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  const { lang } = options;
  const { ruleSet, draft } = await readRuleSet(options.ruleSet, io);
  if (draft) io.err(`${say(lang, "holes")}\n`);
  const profiles = await readProfiles(options.profiles, io);
  const baseline =
    options.baseline === undefined ? undefined : (await readRuleSet(options.baseline, io)).ruleSet;
  if (baseline !== undefined && baseline.program !== ruleSet.program)
    throw new Unusable("other-program", { what: baseline.program });
  const today = todayFor(ruleSet, io);

  const simulated = profiles.map((profile) => {
    const at = profile.evaluatedOn ?? today;
    const { result } = evaluate(ruleSet, profile.facts, at);
    const differences = compareWithExpected(profile.expected, result);
    const changed =
      baseline === undefined ? {} : { changed: changesFrom(baseline, profile.facts, at, result) };
    return { id: profile.id, ok: differences.length === 0, differences, ...changed };
  });
  const failed = simulated.filter((p) => !p.ok).length;
  const passed = simulated.length - failed;
  const lines = simulated.flatMap((p) => [
    ...p.differences.map((d) =>
      say(lang, "profile-differs", { what: p.id, why: differenceSentence(d, ruleSet, lang) }),
    ),
    ...(p.changed ?? []).map((c) =>
      say(lang, "profile-changed", {
        what: p.id,
        why: changeIn(c, baseline ?? ruleSet, ruleSet, lang),
      }),
    ),
  ]);
  return {
    document: { passed, failed, profiles: simulated },
    lines: [...lines, say(lang, "all-profiles", { passed, all: simulated.length })],
    findings: failed > 0,
  };
}

function changesFrom(baseline: RuleSet, facts: Facts, at: LocalDate, result: Result): readonly Change[] {
  const before = evaluate(baseline, facts, at).result;
  const ids = [...new Set([...Object.keys(before.decisions), ...Object.keys(result.decisions)])];
  return ids
    .map((decision) => ({ decision, from: answerOf(before, decision), to: answerOf(result, decision) }))
    .filter(({ from, to }) => !sameJson(from, to));
}

function answerOf(result: Result, id: string): Answer {
  const answer = result.decisions[id];
  if (answer === undefined) return null;
  if (answer.kind === "one") return answer.state;
  return { suggested: answer.suggested, undetermined: answer.undetermined, withheld: answer.withheld };
}

/** A change in the words of the two rule sets. */
function changeIn({ decision, from, to }: Change, before: RuleSet, after: RuleSet, lang: Lang): string {
  const title = [after, before].flatMap((r) => r.decisions.filter((d) => d.id === decision))[0]?.title[lang];
  return `${title ?? decision} (${inBrief(decision, from, before, lang)} → ${inBrief(decision, to, after, lang)})`;
}

function inBrief(decision: string, answer: Answer, ruleSet: RuleSet, lang: Lang): string {
  if (answer === null) return "—";
  const label = (state: string): string => stateLabel(decision, state, ruleSet, lang);
  if (typeof answer === "string") return label(answer);
  const unsettled = [
    ...answer.undetermined.map((o) => `${label(o)}?`),
    ...answer.withheld.map((o) => `(${label(o)})`),
  ];
  return [...answer.suggested.map(label), ...unsettled].join(", ") || "—";
}
