// The explanation of an answer for one person, decision by decision: what was concluded, because of what; what else is
// true but less cautious; what is missing and why; what was assumed or not verified.
import type { CriterionTrace, Evaluation, Known, TraceNode } from "../evaluate/index.ts";
import type { ManyResult, OneResult } from "../model/result.ts";
import type { Decision, RuleSet } from "../model/rule-set.ts";
import type { Lang } from "../model/text.ts";
import { criteriaIn, criteriaNamed } from "./criterion.ts";
import { clausesIn, groundsOf } from "./grounds.ts";
import { capitalised, listOf, say, typeset } from "./language.ts";
import { lexiconOf, type Lexicon } from "./lexicon.ts";
import { remarksIn } from "./remarks.ts";
import { factWithReason } from "./reasons.ts";

export interface DecisionExplanation {
  readonly decision: string;
  /** The title of the decision. */
  readonly title: string;
  /** The paragraph, sentence by sentence. */
  readonly sentences: readonly string[];
}

export interface Explanation {
  readonly decisions: readonly DecisionExplanation[];
  /** What holds for the whole answer: assumed values, optional facts not verified, values that could not be read. */
  readonly remarks: readonly string[];
}

/** Explains an evaluation of `ruleSet`. */
export function explain(evaluation: Evaluation, ruleSet: RuleSet, lang: Lang): Explanation {
  const context: Context = {
    evaluation,
    ruleSet,
    lexicon: lexiconOf(ruleSet, lang),
    known: knownFacts(evaluation),
  };
  return {
    decisions: ruleSet.decisions.map((decision) => {
      const result = evaluation.result.decisions[decision.id];
      const sentences =
        result === undefined
          ? []
          : result.kind === "one"
            ? oneIn(context, decision, result)
            : manyIn(context, decision, result);
      return {
        decision: decision.id,
        title: typeset(decision.title[lang], lang),
        sentences: sentences.map((s) => typeset(capitalised(s), lang)),
      };
    }),
    remarks: remarksIn(evaluation.result, context.known, lexiconOf(ruleSet, lang)).map((s) =>
      typeset(capitalised(s), lang),
    ),
  };
}

/** One criterion for one person: « Critère A-D4 : vrai, parce que … ». */
export function criterionExplanation(trace: CriterionTrace, ruleSet: RuleSet, lang: Lang): string {
  const lexicon = lexiconOf(ruleSet, lang);
  const verdict = {
    true: say(lang, "vrai", "true"),
    false: say(lang, "faux", "false"),
    unknown: say(lang, "en suspens", "undecided"),
  }[trace.verdict];
  const because = say(lang, "parce que", "because");
  const grounds = clausesIn(groundsOf(trace.node, lexicon), lexicon);
  const head = say(
    lang,
    `critère ${trace.criterion} : ${verdict}`,
    `criterion ${trace.criterion}: ${verdict}`,
  );
  return typeset(capitalised(`${head}, ${because} ${grounds}.`), lang);
}

interface Context {
  readonly evaluation: Evaluation;
  readonly ruleSet: RuleSet;
  readonly lexicon: Lexicon;
  readonly known: ReadonlyMap<string, Known>;
}

/** What the traced leaves say of the person. */
function knownFacts(evaluation: Evaluation): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  const visit = (node: TraceNode): void => {
    if (node.kind === "fact") known.set(node.fact, node.person);
    else if (node.kind === "condition") visit(node.child);
    else if ("children" in node) node.children.forEach(visit);
  };
  for (const { node } of evaluation.trace) visit(node);
  return known;
}

/** The traces of one decision's criteria, with the outcome each speaks for. */
function tracesOf({ evaluation, ruleSet }: Context, decision: Decision) {
  const outcomes = new Map(ruleSet.criteria.map((c) => [c.id, c.then]));
  return evaluation.trace.flatMap((trace) => {
    const then = outcomes.get(trace.criterion);
    return then?.decision === decision.id ? [{ ...trace, outcome: then.outcome }] : [];
  });
}

function oneIn(context: Context, decision: Decision, result: OneResult): readonly string[] {
  const { lexicon } = context;
  const { lang } = lexicon;
  const state = (id: string): string => lexicon.state(decision.id, id);
  const traces = tracesOf(context, decision);
  const fired = traces.filter((t) => t.verdict === "true");
  const open = traces.filter((t) => t.verdict === "unknown");
  if (result.outcome === undefined) {
    const labels = result.possible.map(state);
    return [
      openOneIn(context, decision, result),
      say(
        lang,
        `Réponses encore possibles : ${listOf(labels, lang, "or")}.`,
        `Answers still possible: ${listOf(labels, lang, "or")}.`,
      ),
      ...(fired.length === 0 ? [] : [alreadyIn(context, fired, decision)]),
      ...(open.length === 0
        ? []
        : [
            say(
              lang,
              `En suspens : ${criteriaIn(ids(open), lang)}.`,
              `Undecided: ${criteriaIn(ids(open), lang)}.`,
            ),
          ]),
    ];
  }
  const winners = fired.filter((t) => t.outcome === result.outcome);
  const others = fired.filter((t) => t.outcome !== result.outcome);
  const [first, ...also] = winners;
  const sentences = [
    first
      ? becauseIn(lexicon, state(result.outcome), first)
      : say(
          lang,
          `${state(result.outcome)}, parce qu’aucun critère de cette décision n’est vrai : c’est la réponse prévue dans ce cas.`,
          `${state(result.outcome)}, because no criterion of this decision is true: it is the answer provided for that case.`,
        ),
  ];
  if (also.length > 0) {
    const verb = say(lang, also.length > 1 ? "mènent" : "mène", also.length > 1 ? "lead" : "leads");
    sentences.push(
      say(
        lang,
        `${criteriaIn(ids(also), lang)} y ${verb} aussi.`,
        `${criteriaIn(ids(also), lang)} also ${verb} to it.`,
      ),
    );
  }
  if (others.length > 0) sentences.push(alsoTrueIn(context, others, decision));
  if (open.length > 0) {
    sentences.push(
      say(lang, "Ce qui reste inconnu ne peut rien y changer.", "What is still unknown cannot change this."),
    );
  }
  return sentences;
}

function ids(traces: readonly CriterionTrace[]): readonly string[] {
  return traces.map((t) => t.criterion);
}

function becauseIn(lexicon: Lexicon, answer: string, trace: CriterionTrace): string {
  const { lang } = lexicon;
  if (trace.node.kind === "always") {
    return say(
      lang,
      `${answer}, dans tous les cas (critère ${trace.criterion}).`,
      `${answer}, in every case (criterion ${trace.criterion}).`,
    );
  }
  const grounds = clausesIn(groundsOf(trace.node, lexicon), lexicon);
  return say(
    lang,
    `${answer}, parce que ${grounds} (critère ${trace.criterion}).`,
    `${answer}, because ${grounds} (criterion ${trace.criterion}).`,
  );
}

function openOneIn({ ruleSet, lexicon, known }: Context, decision: Decision, result: OneResult): string {
  const { lang } = lexicon;
  const missing = (facts: readonly string[]): string =>
    facts.map((fact) => factWithReason(lexicon, fact, known.get(fact))).join("; ");
  const isSafety = (fact: string): boolean => ruleSet.facts.some((f) => f.id === fact && f.safety);
  const safety = result.missing.filter(isSafety);
  const others = result.missing.filter((fact) => !isSafety(fact));
  const answer = lexicon.state(decision.id, result.state);
  if (result.state === "@undetermined") {
    return say(
      lang,
      `${answer}, parce qu’il manque : ${missing(others)}.`,
      `${answer}, because this is missing: ${missing(others)}.`,
    );
  }
  const then =
    others.length === 0
      ? ""
      : say(lang, ` Il manque aussi : ${missing(others)}.`, ` Also missing: ${missing(others)}.`);
  return say(
    lang,
    `${answer}, parce qu’il manque une réponse fiable sur la sécurité : ${missing(safety)}.${then}`,
    `${answer}, because a reliable answer on safety is missing: ${missing(safety)}.${then}`,
  );
}

/** Each outcome once, with the criteria that speak for it. */
function byOutcome(
  context: Context,
  traces: readonly (CriterionTrace & { readonly outcome: string })[],
  decision: Decision,
): string {
  const { lexicon } = context;
  const outcomes = [...new Set(traces.map((t) => t.outcome))];
  return outcomes
    .map((outcome) => {
      const criteria = ids(traces.filter((t) => t.outcome === outcome));
      return `${lexicon.state(decision.id, outcome)} (${criteriaNamed(criteria, lexicon.lang)})`;
    })
    .join("; ");
}

function alsoTrueIn(context: Context, others: Parameters<typeof byOutcome>[1], decision: Decision): string {
  const list = byOutcome(context, others, decision);
  return say(
    context.lexicon.lang,
    `D’autres critères sont vrais, mais leur réponse, moins prudente, cède le pas : ${list}.`,
    `Other criteria are true, but their answer is less cautious and gives way: ${list}.`,
  );
}

function alreadyIn(context: Context, fired: Parameters<typeof byOutcome>[1], decision: Decision): string {
  const list = byOutcome(context, fired, decision);
  return say(
    context.lexicon.lang,
    `Déjà vrai, sans permettre de conclure : ${list}.`,
    `Already true, without settling the answer: ${list}.`,
  );
}

function manyIn(context: Context, decision: Decision, result: ManyResult): readonly string[] {
  const { lexicon } = context;
  const { lang } = lexicon;
  const traces = tracesOf(context, decision);
  const label = (outcome: string): string => lexicon.state(decision.id, outcome);
  const suggested = result.suggested.flatMap((outcome) => {
    const first = traces.find((t) => t.outcome === outcome && t.verdict === "true");
    return first ? [becauseIn(lexicon, label(outcome), first)] : [];
  });
  const undetermined = result.undetermined.map((outcome) => {
    const open = traces.filter((t) => t.outcome === outcome && t.verdict === "unknown");
    const grounds = clausesIn([...new Set(open.flatMap((t) => groundsOf(t.node, lexicon)))], lexicon);
    const criteria = criteriaNamed(ids(open), lang);
    return say(
      lang,
      `En suspens : ${label(outcome)}, parce que ${grounds} (${criteria}).`,
      `Undecided: ${label(outcome)}, because ${grounds} (${criteria}).`,
    );
  });
  const withheld =
    result.withheld.length === 0
      ? []
      : [
          say(
            lang,
            `Aucune suggestion sur ${listOf(result.withheld.map(label), lang, "and")} tant que la sécurité n’est pas vérifiée.`,
            `No suggestion on ${listOf(result.withheld.map(label), lang, "and")} until safety has been checked.`,
          ),
        ];
  const all = [...suggested, ...undetermined, ...withheld];
  return all.length > 0 ? all : [say(lang, "Rien à suggérer.", "Nothing to suggest.")];
}
