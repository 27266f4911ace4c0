// `jumelage prove`: the safety properties of a rule set and the standard checks, decided for every person. What is still
// undecided when its time is over counts as a finding, never as proved.
import type { Lang, ProofReport, RuleSet } from "@jumelage/engine";
import { claimSentence, standardSentence, textIn, witnessSentences } from "@jumelage/engine/words";
import { createSolver, crossChecks, prove, type ProofProgress } from "@jumelage/prover";
import { say, type MessageKey } from "../messages.ts";
import type { Io, Outcome } from "../outcome.ts";
import { readRuleSet } from "../read.ts";
import { millisecondsOf } from "../timeout.ts";
import { todayFor } from "../today.ts";

export interface ProveOptions {
  readonly timeout: string;
}

type Proved = ProofReport["properties"][number] | ProofReport["standard"][number];

export async function proveRuleSet(
  path: string,
  { timeout, lang }: ProveOptions & { readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  const milliseconds = millisecondsOf(timeout);
  const { ruleSet, draft } = await readRuleSet(path, io);
  if (draft) io.err(`${say(lang, "holes")}\n`);
  const at = todayFor(ruleSet, io);
  io.err(`${say(lang, "loading-solver")}\n`);
  const solver = await createSolver();
  try {
    const report = await prove(ruleSet, {
      answerers: [solver, ...crossChecks()],
      at,
      milliseconds,
      onProgress: reporter(lang, io),
    });
    const all: readonly Proved[] = [...report.properties, ...report.standard];
    return {
      document: report,
      lines: linesOf(report, ruleSet, lang),
      findings: all.some((p) => p.status !== "proved"),
    };
  } finally {
    await solver.close();
  }
}

/** Says on standard error what is being asked, at most twice a second. */
function reporter(lang: Lang, io: Io): (progress: ProofProgress) => void {
  const pause = 500;
  let last = -Infinity;
  return ({ done, total, current }) => {
    if (current === "" || io.now() - last < pause) return;
    last = io.now();
    io.err(`${say(lang, "proof-progress", { done, total, what: current })}\n`);
  };
}

function linesOf(report: ProofReport, ruleSet: RuleSet, lang: Lang): readonly string[] {
  const context = { ruleSet, lang };
  const properties = report.properties.flatMap((p) => {
    const property = ruleSet.properties.find(({ id }) => id === p.id);
    if (!property || p.status === "proved") return [];
    const claim = say(lang, "proof-claim", { what: claimSentence(property.claim, ruleSet, lang) });
    const about = { id: p.id, what: textIn(property.statement, lang), more: [claim] };
    return findingLines(p, about, context);
  });
  const standard = report.standard.flatMap((p) => {
    const about = { id: p.check.kind, what: standardSentence(p.check, ruleSet, lang), more: [] };
    return p.status === "proved" ? [] : findingLines(p, about, context);
  });
  return [
    ...properties,
    ...standard,
    say(lang, "proof-counts", countsOf(report.properties)),
    say(lang, "standard-counts", countsOf(report.standard)),
  ];
}

/** What was not proved, and whoever shows it. */
function findingLines(
  { status, reason = "time", witness }: Proved,
  { id, what, more }: { readonly id: string; readonly what: string; readonly more: readonly string[] },
  { ruleSet, lang }: { readonly ruleSet: RuleSet; readonly lang: Lang },
): readonly string[] {
  const key: MessageKey = status === "refuted" ? "proof-refuted" : "proof-undecided";
  const shown = witness ? witnessSentences(witness, ruleSet, lang) : [];
  return [
    say(lang, key, { id, what, why: say(lang, `undecided-${reason}`) }),
    ...more.map((line) => `  ${line}`),
    ...(shown.length > 0 ? [`  ${say(lang, "witness-heading")}`] : []),
    ...shown.map((sentence) => `    ${sentence}`),
  ];
}

function countsOf(list: readonly Proved[]): Readonly<Record<Proved["status"], number>> {
  const count = (status: Proved["status"]): number => list.filter((p) => p.status === status).length;
  return { proved: count("proved"), refuted: count("refuted"), undecided: count("undecided") };
}
