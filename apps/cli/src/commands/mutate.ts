// `jumelage mutate`: which errors in the criteria would no profile notice. Errors that nobody could notice are set aside
// by proof.
import { mutate as mutateRuleSet, type Lang, type MutationReport, type RuleSet } from "@jumelage/engine";
import { faultSentence } from "@jumelage/engine/words";
import { floorOf, percent } from "../floor.ts";
import { say } from "../messages.ts";
import type { Io, Outcome } from "../outcome.ts";
import { openProver } from "../prover.ts";
import { readProfiles, readRuleSet } from "../read.ts";
import { millisecondsOf } from "../timeout.ts";

export interface MutateOptions {
  /** In percent. */
  readonly floor?: string;
  /** Seconds that one proof may take. */
  readonly timeout: string;
}

export async function mutate(
  options: MutateOptions & { readonly ruleSet: string; readonly profiles: string; readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  const { lang } = options;
  const floor = floorOf(options.floor, 95);
  const milliseconds = millisecondsOf(options.timeout);
  const { ruleSet, draft } = await readRuleSet(options.ruleSet, io);
  if (draft) io.err(`${say(lang, "holes")}\n`);
  const profiles = await readProfiles(options.profiles, io);
  const prover = openProver(ruleSet, milliseconds);
  try {
    const report = await mutateRuleSet(ruleSet, profiles, {
      isEquivalent: prover.isEquivalent,
      now: io.now,
      onProgress: progressTo(io, lang),
    });
    return {
      document: report,
      lines: linesOf(report, ruleSet, lang),
      findings: report.score < floor || report.failing !== undefined,
    };
  } finally {
    await prover.close();
  }
}

/** One line when the faults are seeded, and one for each that has to be looked at closely. */
function progressTo(
  io: Io,
  lang: Lang,
): (progress: { done: number; total: number; current: string }) => void {
  let told = 0;
  return ({ done, total }) => {
    if (done > 0 && done * 10 < told * total) return;
    told += 1;
    io.err(`${say(lang, "faults-settled", { done, all: total })}\n`);
  };
}

function linesOf(report: MutationReport, ruleSet: RuleSet, lang: Lang): readonly string[] {
  const survivors = report.survivors.flatMap(({ fault, status, profile }) => [
    say(lang, status === "survived" ? "fault-survives" : "fault-undecided", {
      what: faultSentence(fault, ruleSet, lang),
    }),
    ...(profile ? [`  ${say(lang, "ready-profile", { what: profile.title[lang], id: profile.id })}`] : []),
  ]);
  const failing = (report.failing ?? []).map((id) => say(lang, "profile-fails", { what: id }));
  const summary = say(lang, "faults-killed", {
    killed: report.killed,
    all: report.seeded - report.equivalent,
    share: percent(report.score, lang),
    equivalent: report.equivalent,
  });
  return [...failing, ...survivors, summary];
}
