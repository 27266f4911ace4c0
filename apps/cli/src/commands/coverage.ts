// `jumelage coverage`: what the profiles show of every criterion and of every outcome, and the fewest that show as much.
import { coverage as coverageOf, type CoverageReport, type Lang, type RuleSet } from "@jumelage/engine";
import { lexiconOf, stateLabel } from "@jumelage/engine/words";
import { percent } from "../floor.ts";
import { say, type MessageKey } from "../messages.ts";
import type { Io, Outcome } from "../outcome.ts";
import { readProfiles, readRuleSet } from "../read.ts";

type CriterionCoverage = CoverageReport["criteria"][number];

/** Findings: a criterion that no profile makes true, an outcome that none reaches. One that never decides is told only. */
export async function coverage(
  options: { readonly ruleSet: string; readonly profiles: string; readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  const { lang } = options;
  const { ruleSet, draft } = await readRuleSet(options.ruleSet, io);
  if (draft) io.err(`${say(lang, "holes")}\n`);
  const report = coverageOf(ruleSet, await readProfiles(options.profiles, io));
  const { profiles, exact } = report.smallest;
  const { never, idle } = criteriaLines(report, ruleSet, lang);
  const lacking = [...never, ...outcomeLines(report, ruleSet, lang)];
  return {
    document: report,
    lines: [
      ...lacking,
      ...idle,
      ...report.criteria.map((c) =>
        say(lang, "criterion-coverage", {
          what: c.criterion,
          fired: c.true.length,
          decides: c.decides.length,
          unknown: c.unknown.length,
          share: percent(c.mcdc, lang),
        }),
      ),
      say(lang, exact ? "smallest-set" : "small-set", {
        count: profiles.length,
        all: report.profiles.length,
        what: profiles.join(", "),
      }),
    ],
    findings: lacking.length > 0,
  };
}

function criteriaLines(
  report: CoverageReport,
  ruleSet: RuleSet,
  lang: Lang,
): { readonly never: readonly string[]; readonly idle: readonly string[] } {
  const titles = new Map(ruleSet.criteria.map((c) => [c.id, c.title[lang]]));
  const lacks = (key: MessageKey, isLacking: (c: CriterionCoverage) => boolean): readonly string[] =>
    report.criteria
      .filter(isLacking)
      .map(({ criterion }) => say(lang, key, { what: criterion, title: titles.get(criterion) ?? "" }));
  return {
    never: lacks("never-true", (c) => c.true.length === 0),
    idle: lacks("never-decides", (c) => c.true.length > 0 && c.decides.length === 0),
  };
}

function outcomeLines(report: CoverageReport, ruleSet: RuleSet, lang: Lang): readonly string[] {
  const lexicon = lexiconOf(ruleSet, lang);
  return report.outcomes
    .filter((o) => o.profiles.length === 0)
    .map(({ decision, state }) =>
      say(lang, "never-reached", {
        what: lexicon.decision(decision),
        state: stateLabel(decision, state, ruleSet, lang),
      }),
    );
}
