// `jumelage diff`: two rule sets against each other, as documents and for everybody: what is written otherwise, and every
// answer that can change, each with a person to whom it does.
import { diffRuleSets, type DifferenceReport, type Facts, type Lang, type RuleSet } from "@jumelage/engine";
import {
  changeSentence,
  differenceKindIn,
  lexiconOf,
  sentIn,
  silentSentence,
  transitionSentence,
} from "@jumelage/engine/words";
import { compareAll, createSolver } from "@jumelage/prover";
import { say } from "../messages.ts";
import { Unusable, type Io, type Outcome } from "../outcome.ts";
import { readRuleSet } from "../read.ts";
import { millisecondsOf } from "../timeout.ts";
import { todayFor } from "../today.ts";

export interface DiffOptions {
  /** The most seconds for one question to the solver. */
  readonly timeout: string;
}

type Documents = DiffOptions & { readonly base: string; readonly head: string; readonly lang: Lang };

export interface Compared {
  readonly base: RuleSet;
  readonly head: RuleSet;
  readonly report: DifferenceReport;
}

/** Reads two rule sets of one program and asks what differs, for everybody. */
export async function compareDocuments(options: Documents, io: Io): Promise<Compared> {
  const { lang } = options;
  const milliseconds = millisecondsOf(options.timeout);
  const [base, head] = [await readRuleSet(options.base, io), await readRuleSet(options.head, io)];
  if (base.draft || head.draft) io.err(`${say(lang, "holes")}\n`);
  if (base.ruleSet.program !== head.ruleSet.program)
    throw new Unusable("other-program", { what: base.ruleSet.program });
  const at = todayFor(head.ruleSet, io);
  const solver = await createSolver({ at });
  try {
    const report = await compareAll(base.ruleSet, head.ruleSet, { answerer: solver, at, milliseconds });
    return { base: base.ruleSet, head: head.ruleSet, report };
  } finally {
    await solver.close();
  }
}

/** Compares `base` with `head`; findings when anything at all differs, or when that could not be decided. */
export async function diff(options: Documents, io: Io): Promise<Outcome> {
  const { lang } = options;
  const { base, head, report } = await compareDocuments(options, io);
  const changes = diffRuleSets(base, head);
  return {
    document: { ...report, changes },
    lines: [
      ...changes.flatMap((change) => {
        const words = changeSentence(change, base, head, lang);
        return [
          words.title,
          ...(words.before === undefined ? [] : [`  − ${words.before}`]),
          ...(words.after === undefined ? [] : [`  + ${words.after}`]),
        ];
      }),
      ...answerLines(report, { base, head, lang }),
    ],
    findings: report.kind !== "equivalent",
  };
}

interface Sides {
  readonly base: RuleSet;
  readonly head: RuleSet;
  readonly lang: Lang;
}

function answerLines(report: DifferenceReport, { base, head, lang }: Sides): readonly string[] {
  return [
    ...report.transitions.flatMap((t) => [
      transitionSentence(t, base, head, lang),
      say(lang, "for-example", { what: personIn(t.witness.facts, [head, base], lang) }),
    ]),
    ...report.silent.map((s) => say(lang, "unseen-change", { what: silentSentence(s, base, head, lang) })),
    report.kind === undefined ? say(lang, "undecided") : differenceKindIn(report.kind, lang),
  ];
}

/** A person in words: every fact sent, in the words of the first rule set that declares it. */
function personIn(facts: Facts, ruleSets: readonly RuleSet[], lang: Lang): string {
  const told = Object.entries(facts).map(([fact, value]) => {
    const owner = ruleSets.find((r) => r.facts.some((f) => f.id === fact)) ?? ruleSets[0];
    if (!owner) return fact;
    const lexicon = lexiconOf(owner, lang);
    return `${lexicon.fact(fact)} = ${sentIn(lexicon, fact, value)}`;
  });
  return told.length === 0 ? say(lang, "nobody-asked") : told.join("; ");
}
