// `jumelage evaluate`: one person against a rule set, by one evaluator or by several that must agree.
import { certainties, diagramsOf, evaluatePerson, sameJson, type Lang, type Result } from "@jumelage/engine";
import { direct, others } from "../evaluators.ts";
import { certainLines, explanationLines } from "../lines.ts";
import { say } from "../messages.ts";
import { Unusable, type Io, type Outcome } from "../outcome.ts";
import { personFrom, type PersonOptions } from "../person.ts";
import { readRuleSet } from "../read.ts";

export interface EvaluateOptions extends PersonOptions {
  readonly engine: string;
}

const engines = new Map([direct, ...others].map((e) => [e.name, e]));

export async function evaluateRuleSet(
  path: string,
  options: EvaluateOptions & { readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  const { lang } = options;
  const names = [...new Set(options.engine.split(",").map((name) => name.trim()))];
  const unknown = names.find((name) => !engines.has(name));
  if (unknown !== undefined) throw new Unusable("wrong-value", { what: `--engine ${unknown}` });
  const { ruleSet, draft } = await readRuleSet(path, io);
  if (draft) io.err(`${say(lang, "holes")}\n`);
  const { person } = await personFrom(options, ruleSet, io);

  const results: { engine: string; result: Result }[] = [];
  for (const engine of names) {
    const result = await engines.get(engine)?.prepare(ruleSet)(person);
    if (result !== undefined) results.push({ engine, result });
  }
  const first = results[0];
  if (first === undefined) throw new Unusable("wrong-value", { what: "--engine" });
  const evaluation = evaluatePerson(ruleSet, person);
  const diagrams = diagramsOf(ruleSet);
  const certain = certainties(diagrams, person, evaluation.result);
  const lines = [
    ...explanationLines(evaluation, ruleSet, lang),
    ...certainLines(certain, evaluation, { ruleSet, lang }),
  ];
  if (results.length === 1) {
    const trace = first.engine === "evaluate" ? { trace: evaluation.trace } : {};
    const known = diagrams.length === 0 ? {} : { certain };
    return { document: { result: first.result, ...known, ...trace }, lines, findings: false };
  }
  const agree = results.every(({ result }) => sameJson(result, first.result));
  return {
    document: { results, agree },
    lines: [...lines, say(lang, agree ? "agree" : "disagree", { what: names.join(", ") })],
    findings: !agree,
  };
}
