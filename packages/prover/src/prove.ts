// The safety properties of a rule set and the standard questions, each decided for every person. Several methods may
// answer; they must agree, or the answer is open.
import {
  breaksClaim,
  isWitness,
  standardQuestions,
  type LocalDate,
  type ProofReport,
  type Question,
  type RuleSet,
} from "@jumelage/engine";
import type { Answer, Answerer, AskOptions, UndecidedReason } from "./answer.ts";
import type { MethodReport, ProofCache } from "./cache.ts";
import { questionKey } from "./question-key.ts";
import { witnessReport } from "./witness-report.ts";

/** A way of answering with its name. */
export interface Method extends Answerer {
  readonly method: MethodReport["method"];
  /** How many classes of persons it went through is told where it did. */
  ask(question: Question, options?: AskOptions): Promise<Answer & { readonly classes?: number }>;
}

export interface ProveOptions {
  /** Each is asked everything; where two have an answer, the answers must be the same. */
  readonly answerers: readonly Method[];
  /** The evaluation date of witnesses. */
  readonly at: LocalDate;
  /** The most time one question may take. */
  readonly milliseconds: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ProofProgress) => void;
  readonly cache?: ProofCache;
}

export interface ProofProgress {
  readonly done: number;
  readonly total: number;
  /** What is being asked: the id of a property, of a criterion, or of a decision with its outcome. */
  readonly current: string;
}

type Proved = Omit<ProofReport["properties"][number], "id">;

interface Task {
  readonly name: string;
  readonly question: Question;
  readonly expect: "never" | "sometimes";
  readonly decisions: readonly string[];
}

/** Proves or refutes every property and every standard check; what could not be decided in time says so. */
export async function prove(ruleSet: RuleSet, options: ProveOptions): Promise<ProofReport> {
  const properties = ruleSet.properties.map(({ id, claim }) => ({
    id,
    task: {
      name: id,
      question: breaksClaim(ruleSet, claim),
      expect: "never" as const,
      decisions: [claim.decision],
    },
  }));
  const standard = standardQuestions(ruleSet).map(({ check, question, expect }) => {
    const about = "criterion" in check ? check.criterion : check.decision;
    const of = ruleSet.criteria.find((c) => c.id === about)?.then.decision ?? about;
    const name = [about, ...("outcome" in check ? [check.outcome] : [])].join(" ");
    return { check, task: { name, question, expect, decisions: [of] } };
  });
  const total = properties.length + standard.length;
  let done = 0;
  const decide = async (task: Task): Promise<Proved> => {
    options.onProgress?.({ done, total, current: task.name });
    const proved = await decided(task, options);
    done += 1;
    return proved;
  };
  const report: ProofReport = { properties: [], standard: [] };
  for (const { id, task } of properties) report.properties.push({ id, ...(await decide(task)) });
  for (const { check, task } of standard) report.standard.push({ check, ...(await decide(task)) });
  options.onProgress?.({ done, total, current: "" });
  return report;
}

async function decided(task: Task, options: ProveOptions): Promise<Proved> {
  const began = performance.now();
  const { answer, methods } = await answered(task, options);
  const ms = Math.round(performance.now() - began);
  const common = { ms, methods: methods.map((m) => ({ ...m })) };
  if (answer.status === "undecided") return { status: "undecided", reason: answer.reason, ...common };
  return {
    status: verdictOf(answer, task.expect),
    ...(answer.status === "somebody"
      ? { witness: witnessReport(task.question, answer.witness, task.decisions) }
      : {}),
    ...common,
  };
}

interface Answered {
  readonly answer: Answer;
  readonly methods: readonly MethodReport[];
}

async function answered(task: Task, options: ProveOptions): Promise<Answered> {
  const { cache } = options;
  if (!cache) return askAll(task, options);
  const key = await questionKey(task.question);
  const remembered = await cache.get(key);
  // What was remembered is believed as little as what is found: a person must replay.
  if (remembered && replays(task.question, remembered.answer)) return remembered;
  const { answer, methods } = await askAll(task, options);
  if (answer.status !== "undecided")
    await cache.set(key, { answer, methods, ms: Math.max(...methods.map((m) => m.ms)) });
  return { answer, methods };
}

async function askAll({ question, expect }: Task, options: ProveOptions): Promise<Answered> {
  const { answerers, at, milliseconds, signal } = options;
  const asking: AskOptions = { at, milliseconds, ...(signal ? { signal } : {}) };
  const all = await Promise.all(
    answerers.map(async (answerer) => {
      const began = performance.now();
      const answer = await answerer.ask(question, asking);
      return { method: answerer.method, answer, ms: Math.round(performance.now() - began) };
    }),
  );
  const methods = all.map(({ method, answer, ms }): MethodReport => ({
    method,
    status: statusOf(answer, expect),
    ...(answer.classes === undefined ? {} : { classes: answer.classes }),
    ms,
  }));
  return {
    answer: agreed(
      question,
      all.map((a) => a.answer),
    ),
    methods,
  };
}

function statusOf(answer: Answer, expect: "never" | "sometimes"): MethodReport["status"] {
  if (answer.status === "undecided") return answer.reason === "size" ? "not-applicable" : "undecided";
  return verdictOf(answer, expect);
}

function verdictOf(
  { status }: Exclude<Answer, { status: "undecided" }>,
  expect: "never" | "sometimes",
): "proved" | "refuted" {
  return (status === "nobody") === (expect === "never") ? "proved" : "refuted";
}

/** The answer of those that have one, if it is one and the same; the first method's witness is shown. */
function agreed(question: Question, answers: readonly Answer[]): Answer {
  const open = answers.flatMap((a) => (a.status === "undecided" ? [a.reason] : []));
  const some = answers.find((a) => a.status === "somebody");
  const none = answers.find((a) => a.status === "nobody");
  if (open.includes("disagreement") || (some && none) || answers.some((a) => !replays(question, a)))
    return { status: "undecided", reason: "disagreement" };
  return some ?? none ?? { status: "undecided", reason: gravest(open) };
}

function gravest(reasons: readonly UndecidedReason[]): UndecidedReason {
  return (["cancelled", "time"] as const).find((r) => reasons.includes(r)) ?? "size";
}

function replays(question: Question, answer: Answer): boolean {
  return answer.status !== "somebody" || isWitness(question, answer.witness);
}
