// `jumelage evaluate`: one person against a rule set, by one evaluator or by several that must agree.
import {
  certainties,
  diagramsOf,
  evaluatePerson,
  readPerson,
  sameJson,
  type Lang,
  type Result,
} from "@jumelage/engine";
import { evaluationDate } from "@jumelage/sdk";
import { direct, others } from "../evaluators.ts";
import { certainLines, explanationLines } from "../lines.ts";
import { say } from "../messages.ts";
import { Unusable, type Io, type Outcome } from "../outcome.ts";
import { readFacts, readRuleSet } from "../read.ts";

export interface EvaluateOptions {
  readonly facts?: string;
  readonly at?: string;
  readonly engine: string;
  readonly lenient?: boolean;
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
  const facts = options.facts === undefined ? {} : await readFacts(options.facts, io);
  const at = evaluationDate(options.at ?? new Date(io.now()).toISOString(), ruleSet.timeZone);
  if (at === undefined) throw new Unusable("wrong-value", { what: `--at ${options.at ?? ""}` });
  const person = readPerson(ruleSet, facts, at);
  if (person.problems.length > 0 && options.lenient !== true)
    throw new Unusable("fact-problems", {}, { problems: person.problems });

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
