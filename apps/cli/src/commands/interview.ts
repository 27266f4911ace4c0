// `jumelage interview`: from where a person stands, what is certain of a decision, why, what would change it, and the
// fewest questions that settle it. Exact or absent: a decision that cannot be laid out whole is told and left out.
import {
  buildDiagram,
  certain,
  checkDiagram,
  counterfactuals,
  interview as interviewFor,
  interviewPoints,
  reasonsFor,
  type Certain,
  type Counterfactual,
  type Diagram,
  type InterviewPoint,
  type Lang,
  type Person,
  type Reasons,
  type RuleSet,
} from "@jumelage/engine";
import { lexiconOf, listOf, typeset } from "@jumelage/engine/words";
import { interviewLines } from "../interview-lines.ts";
import { problemLines } from "../lines.ts";
import { say } from "../messages.ts";
import { Unusable, type Io, type Outcome } from "../outcome.ts";
import { personFrom, type PersonOptions } from "../person.ts";
import { readRuleSet } from "../read.ts";

export interface InterviewOptions extends PersonOptions {
  /** The one decision that is asked about; all that have a single answer otherwise. */
  readonly decision?: string;
}

/** Where a person stands in a decision. */
export interface Outlook {
  readonly decision: string;
  readonly certain: Certain;
  readonly reasons: Reasons;
  readonly counterfactuals: readonly Counterfactual[];
  readonly interview: Plan | { readonly tooLarge: number };
}

interface Plan {
  /** Questions at most and on average. */
  readonly worst: number;
  readonly mean: number;
  readonly points: readonly InterviewPoint[];
}

type Why = "too-large" | "unmodelled";

/** Findings: a decision that was to be told and could not be, or whose interview is too long to plan. */
export async function interview(
  path: string,
  options: InterviewOptions & { readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  const { lang } = options;
  const { ruleSet, draft } = await readRuleSet(path, io);
  if (draft) io.err(`${say(lang, "holes")}\n`);
  const wanted = wantedOf(ruleSet, options.decision);
  const { person, at } = await personFrom(options, ruleSet, io);
  const told = wanted.map((decision) => ({ decision, diagram: diagramOf(ruleSet, decision) }));
  const decisions = told.flatMap(({ decision, diagram }) =>
    typeof diagram === "string" ? [] : [outlookOf(decision, diagram, person)],
  );
  const without = told.flatMap(({ decision, diagram }) =>
    typeof diagram === "string" ? [{ decision, why: diagram }] : [],
  );
  return {
    document: { program: ruleSet.program, at, problems: person.problems, decisions, without },
    lines: [
      ...problemLines(person.problems, lang),
      ...decisions.flatMap((outlook) => interviewLines(outlook, ruleSet, lang)),
      ...without.map(({ decision, why }) =>
        say(lang, `no-diagram-${why}`, { what: lexiconOf(ruleSet, lang).decision(decision) }),
      ),
      ...severalLines(ruleSet, options),
    ],
    findings: without.length > 0 || decisions.some((d) => "tooLarge" in d.interview),
  };
}

/** The decisions to tell about: those with a single answer, or the one that was named. */
function wantedOf(ruleSet: RuleSet, named: string | undefined): readonly string[] {
  if (named === undefined) return ruleSet.decisions.filter((d) => d.kind === "one").map((d) => d.id);
  const decision = ruleSet.decisions.find((d) => d.id === named);
  if (decision === undefined) throw new Unusable("no-such-decision", { what: named });
  if (decision.kind !== "one") throw new Unusable("several-answers", { what: named });
  return [named];
}

/** The diagram of a decision, checked like one that was received, or why there is none. */
function diagramOf(ruleSet: RuleSet, decision: string): Diagram | Why {
  const diagram = buildDiagram(ruleSet, decision);
  if ("tooLarge" in diagram) return "too-large";
  if ("unmodelled" in diagram) return "unmodelled";
  const fault = checkDiagram(ruleSet, diagram);
  if (fault === "size") return "too-large";
  if (fault !== undefined) throw new Error(`the diagram of ${decision} is not its rule set’s: ${fault}`);
  return diagram;
}

function outlookOf(decision: string, diagram: Diagram, person: Person): Outlook {
  const plan = interviewFor(diagram, person);
  return {
    decision,
    certain: certain(diagram, person),
    reasons: reasonsFor(diagram, person),
    counterfactuals: counterfactuals(diagram, person),
    interview:
      "tooLarge" in plan
        ? plan
        : { worst: plan.worst, mean: plan.mean, points: interviewPoints(plan, diagram) },
  };
}

/** Which decisions are not told because they have several answers at once; nothing where one was named. */
function severalLines(
  ruleSet: RuleSet,
  { decision, lang }: InterviewOptions & { readonly lang: Lang },
): readonly string[] {
  const many = ruleSet.decisions.filter((d) => d.kind === "many");
  if (decision !== undefined || many.length === 0) return [];
  const lexicon = lexiconOf(ruleSet, lang);
  const names = many.map((d) => lexicon.decision(d.id));
  return [say(lang, "no-interview-for", { what: typeset(listOf(names, lang, "and"), lang) })];
}
