// One-line breaks of every evaluator and of what they share: controls that must turn a test red. A snippet that no
// longer occurs in its file exactly once fails the test, so that the list stays true.
import { breaksOfCompiled } from "./breaks-compiled.ts";
import type { EvaluatorName } from "./evaluators.ts";

/** Whose source a break is in; `shared` code is read by every evaluator, so that only expected answers notice it. */
export type Broken = EvaluatorName | "shared";

export interface Break {
  readonly what: string;
  /** Below packages/engine/src. */
  readonly file: string;
  /** What stands there, whatever its line breaks and indentation. */
  readonly source: string;
  readonly replacement: string;
}

export const breaks: Readonly<Record<Broken, readonly Break[]>> = {
  evaluate: [
    {
      what: "an old optional answer counts as nothing at all",
      file: "evaluate/operators.ts",
      source: `fact.whenUnknown === "ignore" && doubtOf(state) === undefined ? "false" : "unknown"`,
      replacement: `fact.whenUnknown === "ignore" ? "false" : "unknown"`,
    },
    {
      what: "lessThan takes its boundary in",
      file: "evaluate/operators.ts",
      source: "said(actual < literal)",
      replacement: "said(actual <= literal)",
    },
    {
      what: "a member nobody asked about reads as a no",
      file: "evaluate/operators.ts",
      source: `unasked.includes(member) ? "unknown" : "false"`,
      replacement: `"false"`,
    },
    {
      what: "a set asked in part counts as known",
      file: "evaluate/operators.ts",
      source: `state.kind === "known" ? turn("true") : "unknown"`,
      replacement: `turn("true")`,
    },
    {
      what: "a set asked in part can be sure to be empty",
      file: "evaluate/operators.ts",
      source: `unasked.length > 0 ? "unknown" : "true"`,
      replacement: `"true"`,
    },
    {
      what: "containsAll is content with one member",
      file: "evaluate/operators.ts",
      source: "allOf(listed(leaf.value).map(has))",
      replacement: "anyOf(listed(leaf.value).map(has))",
    },
    {
      what: "the negation of any stays an any",
      file: "evaluate/trace.ts",
      source: `negated ? "all" : "any"`,
      replacement: `"any"`,
    },
    {
      what: "the negation of at least k of n asks for one fewer",
      file: "evaluate/trace.ts",
      source: "of.length - count + 1",
      replacement: "of.length - count",
    },
    {
      what: "an open condition rests on leaves below decided nodes too",
      file: "evaluate/trace.ts",
      source: `if (node.verdict !== "unknown") return [];`,
      replacement: `if (node.kind === "fact" && node.verdict !== "unknown") return [];`,
    },
    {
      what: "not is forgotten before an earlier decision",
      file: "evaluate/trace.ts",
      source: "verdict: negated ? notOf(verdict) : verdict,",
      replacement: "verdict,",
    },
    {
      what: "the walk does not stop at the candidate",
      file: "evaluate/decide.ts",
      source: "break;",
      replacement: "",
    },
    {
      what: "an open outcome is not remembered as possible",
      file: "evaluate/decide.ts",
      source: "if (open.length > 0) possible.push(id);",
      replacement: "",
    },
    {
      what: "what is tried first does not put safety first",
      file: "evaluate/decide.ts",
      source: "at?.safety ? 0 : 1",
      replacement: "1",
    },
    {
      what: "an outcome of tone stop is withheld too",
      file: "evaluate/decide.ts",
      source: ` && outcome.tone !== "stop"`,
      replacement: "",
    },
    {
      what: "a disabled criterion counts",
      file: "evaluate/evaluate.ts",
      source: "c.enabled && c.then.decision",
      replacement: "c.then.decision",
    },
    {
      what: "at least k gives up although all that is open might hold",
      file: "kleene.ts",
      source: "sure + open < count",
      replacement: "sure + open <= count",
    },
  ],
  ...breaksOfCompiled,
  "json-rules-engine": [
    {
      what: "null passes for a value that is not equal",
      file: "json-rules-engine/leaf-tests.ts",
      source: "must: { all: [valued(fact), onValue.must] }",
      replacement: "must: { all: [onValue.must, onValue.must] }",
    },
    {
      what: "what a set may have is taken for what it has",
      file: "json-rules-engine/leaf-tests.ts",
      source: "must: test(id, op, v)",
      replacement: "must: test(possibleOf(id), op, v)",
    },
    {
      what: "one possible outcome speaks for all of them",
      file: "json-rules-engine/leaf-tests.ts",
      source: `leaf.negated ? "everyFact:notIn" : "everyFact:in"`,
      replacement: `leaf.negated ? "everyFact:notIn" : "someFact:in"`,
    },
    {
      what: "not is forgotten before a comparison",
      file: "json-rules-engine/normal-form.ts",
      source: "operator: found(opposites, leaf.operator), value",
      replacement: "operator: leaf.operator, value",
    },
    {
      what: "the negation of at least k of n asks for k",
      file: "json-rules-engine/normal-form.ts",
      source: "negated ? of.length - count + 1 : count",
      replacement: "count",
    },
    {
      what: "nothing is ever in doubt",
      file: "json-rules-engine/runtime-facts.ts",
      source: "doubtOf(state) !== undefined",
      replacement: "doubtOf(state) === null",
    },
    {
      what: "an outcome of tone stop is withheld too",
      file: "json-rules-engine/decide.ts",
      source: `options.withholding && tone !== "stop"`,
      replacement: "options.withholding",
    },
    {
      what: "the walk does not stop at the candidate",
      file: "json-rules-engine/decide.ts",
      source: "break;",
      replacement: "",
    },
    {
      what: "an open condition rests on leaves below decided nodes too",
      file: "json-rules-engine/undecided-leaves.ts",
      source: "if (must.result === true || may.result !== true) return;",
      replacement: "if (may.name !== undefined && (must.result === true || may.result !== true)) return;",
    },
    {
      what: "the result of a rule is read off its root, which has none",
      file: "json-rules-engine/run-stage.ts",
      source: "result: rule.result === true",
      replacement: "result: (rule.conditions as ResultNode).result === true",
    },
    {
      what: "a disabled criterion counts",
      file: "json-rules-engine/lower.ts",
      source: "c.enabled && ",
      replacement: "",
    },
  ],
  shared: [
    {
      what: "a value is stale on the last day it is good for",
      file: "model/person.ts",
      source: "today - observed > validDays",
      replacement: "today - observed >= validDays",
    },
    {
      what: "a value from tomorrow is believed",
      file: "model/person.ts",
      source: "observed === undefined || observed > today",
      replacement: "observed === undefined",
    },
    {
      what: "a partial questionnaire gives a total",
      file: "model/person.ts",
      source: "if (complete) return",
      replacement: "if (complete || sum > 0) return",
    },
    {
      what: "a doubtful fact is assumed",
      file: "model/person.ts",
      source: `typeof fact.whenUnknown !== "object" || !isPlainlyUnknown(state)`,
      replacement: `typeof fact.whenUnknown !== "object" || state.kind !== "unknown"`,
    },
    {
      what: "a retired member not asked about counts as unasked",
      file: "model/person.ts",
      source: "v.retired !== true && ",
      replacement: "",
    },
    {
      what: "a member may be repeated",
      file: "model/fact.ts",
      source: "new Set(value).size === value.length",
      replacement: "true",
    },
    {
      what: "the ends of a range are out of it",
      file: "model/fact.ts",
      source: "value >= fact.range.min && value <= fact.range.max",
      replacement: "value > fact.range.min && value < fact.range.max",
    },
  ],
};
