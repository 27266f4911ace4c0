// Answers as lines for people. The words of decisions and facts are those of the rule set itself.
import type {
  DecisionResult,
  Diagnostic,
  Difference,
  Lang,
  Problem,
  Result,
  RuleSet,
} from "@jumelage/engine";
import { say } from "./messages.ts";

export function diagnosticLines(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, severity, at, params }) => {
    const about = Object.entries(params).map(
      ([name, value]) => `${name}=${Array.isArray(value) ? value.join(",") : String(value)}`,
    );
    return `  ${severity} ${code} /${at.join("/")}${about.length > 0 ? ` (${about.join(", ")})` : ""}`;
  });
}

export function problemLines(problems: readonly Problem[], lang: Lang): readonly string[] {
  return problems.map(({ fact, code }) => `  ${say(lang, code, { what: fact })}`);
}

/** A result, one line a decision, then what to ask and which criteria were true. */
export function resultLines(ruleSet: RuleSet, result: Result, lang: Lang): readonly string[] {
  const decisions = ruleSet.decisions.flatMap((decision) => {
    const answer = result.decisions[decision.id];
    return answer === undefined
      ? []
      : [
          `${decision.title[lang]}${lang === "fr" ? "\u00a0" : ""}: ${decisionLine(ruleSet, decision.id, answer, lang)}`,
        ];
  });
  const factLabel = (id: string): string => ruleSet.facts.find((f) => f.id === id)?.label[lang] ?? id;
  const missing = result.missing.map(factLabel);
  return [
    ...decisions,
    ...(missing.length > 0 ? [say(lang, "missing", { what: missing.join(", ") })] : []),
    say(lang, "fired", { what: result.fired.join(", ") || say(lang, "none") }),
  ];
}

function decisionLine(ruleSet: RuleSet, id: string, answer: DecisionResult, lang: Lang): string {
  const decision = ruleSet.decisions.find((d) => d.id === id);
  const label = (outcome: string): string =>
    decision?.outcomes.find((o) => o.id === outcome)?.label[lang] ?? outcome;
  const list = (outcomes: readonly string[]): string => outcomes.map(label).join(", ") || say(lang, "none");
  if (answer.kind === "many") {
    const rest = (["undetermined", "withheld"] as const).flatMap((part) =>
      answer[part].length > 0 ? [say(lang, part, { what: list(answer[part]) })] : [],
    );
    return [list(answer.suggested), ...rest].join("\u00a0; ".replace("\u00a0", ""));
  }
  if (answer.outcome !== undefined) return label(answer.outcome);
  const state =
    answer.state === "@safety-unknown" || answer.state === "@undetermined"
      ? decision?.states?.[answer.state].label[lang]
      : undefined;
  return `${state ?? answer.state} (${say(lang, "possible", { what: list(answer.possible) })})`;
}

export function differenceLine(difference: Difference, lang: Lang): string {
  const list = (ids: readonly string[]): string => ids.join(", ") || "—";
  switch (difference.kind) {
    case "state":
      return say(lang, "expected-obtained", {
        what: difference.decision,
        expected: difference.expected,
        obtained: difference.obtained,
      });
    case "outcomes":
      return say(lang, "absent-extra", {
        what: `${difference.decision}.${difference.part}`,
        absent: list(difference.absent),
        extra: list(difference.extra),
      });
    case "list":
      return say(lang, "absent-extra", {
        what: difference.part,
        absent: list(difference.absent),
        extra: list(difference.extra),
      });
    case "no-such-decision":
      return say(lang, "no-such-decision", { what: difference.decision });
    default:
      return difference satisfies never;
  }
}
