// `jumelage findings`: what the laws over a whole rule set say, asked of every person. Errors and warnings are findings,
// and so is what could not be decided in time; notes are told and are none.
import type { Lang, Path, RuleSet } from "@jumelage/engine";
import { findingSentence, witnessSentences } from "@jumelage/engine/words";
import { createSolver, findFaults } from "@jumelage/prover";
import { say } from "../messages.ts";
import type { Io, Outcome } from "../outcome.ts";
import { readRuleSet } from "../read.ts";
import { millisecondsOf } from "../timeout.ts";
import { todayFor } from "../today.ts";

export interface FindingsOptions {
  /** The most seconds for one question to the solver. */
  readonly timeout: string;
}

export async function findings(
  path: string,
  { timeout, lang }: FindingsOptions & { readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  const milliseconds = millisecondsOf(timeout);
  const { ruleSet, draft } = await readRuleSet(path, io);
  if (draft) io.err(`${say(lang, "holes")}\n`);
  const at = todayFor(ruleSet, io);
  io.err(`${say(lang, "loading-solver")}\n`);
  const solver = await createSolver({ at });
  try {
    const report = await findFaults(ruleSet, { answerer: solver, at, milliseconds });
    const open = report.undecided.map(({ law, at: place }) => undecidedLine({ law, place }, ruleSet, lang));
    const lines = report.findings.flatMap((finding) => [
      `${say(lang, `severity-${finding.severity}`)} ${findingSentence(finding, ruleSet, lang)}`,
      ...(finding.witness === undefined
        ? []
        : witnessSentences(finding.witness, ruleSet, lang).map((sentence) => `  ${sentence}`)),
    ]);
    const pressing = report.findings.some((f) => f.severity !== "info");
    return {
      document: report,
      lines: lines.length + open.length === 0 ? [say(lang, "nothing-found")] : [...lines, ...open],
      findings: pressing || open.length > 0,
    };
  } finally {
    await solver.close();
  }
}

function undecidedLine(
  { law, place }: { readonly law: string; readonly place: Path },
  ruleSet: RuleSet,
  lang: Lang,
): string {
  // The sentence of the law would claim what is not known: only the place is told.
  const [list, index] = place;
  const items: readonly { readonly id: string }[] =
    list === "criteria" ? ruleSet.criteria : list === "decisions" ? ruleSet.decisions : ruleSet.facts;
  const id = typeof index === "number" ? items[index]?.id : undefined;
  return say(lang, "law-undecided", { what: `${law} (${id ?? place.join("/")})` });
}
