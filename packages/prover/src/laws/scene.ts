// What the laws are applied to: a rule set, and somebody to ask. Whole families of questions are asked together: one
// answer often settles many of them, and one "nobody" settles all that is left.
import {
  askOne,
  isTrueOf,
  readBy,
  standardQuestions,
  type Formula,
  type LocalDate,
  type Question,
  type RuleSet,
  type Witness,
} from "@jumelage/engine";
import type { Answer, Answerer, AskOptions } from "../answer.ts";
import { crowdOf, type Crowd } from "./crowd.ts";

/** Whether anybody is known to answer a question; a witness found on the way is any person, not a small one. */
export type Known = Answer["status"];

export interface Scene {
  readonly ruleSet: RuleSet;
  /** One answer, with a small witness where there is somebody. */
  ask(question: Question): Promise<Answer>;
  /** Whether somebody answers each question; for findings, `ask` again for a witness worth showing. */
  settle<K>(questions: ReadonlyMap<K, Question>): Promise<ReadonlyMap<K, Known>>;
  /** The same for formulas about one person read by the rule set itself. */
  settleHere<K>(formulas: ReadonlyMap<K, Formula>): Promise<ReadonlyMap<K, Known>>;
  /** Enabled criteria that can never be true. */
  readonly dead: () => Promise<ReadonlyMap<string, Known>>;
  /** Enabled criteria without which their decision is the same for everybody, dead ones included, kept on purpose or not. */
  readonly idle: () => Promise<ReadonlyMap<string, Known>>;
}

export interface SceneOptions {
  readonly answerer: Answerer;
  readonly at: LocalDate;
  readonly ask: () => AskOptions;
}

/** Sets the scene of a rule set. */
export function sceneOf(ruleSet: RuleSet, options: SceneOptions): Scene {
  const ask = (question: Question): Promise<Answer> => options.answerer.ask(question, options.ask());
  const askQuickly = (question: Question): Promise<Answer> =>
    options.answerer.ask(question, { ...options.ask(), small: false });
  const crowd = crowdOf(ruleSet, options.at);
  const settleHere = <K>(formulas: ReadonlyMap<K, Formula>): Promise<ReadonlyMap<K, Known>> =>
    settleTogether({ ruleSet, ask: askQuickly, crowd }, formulas);
  const settle = async <K>(questions: ReadonlyMap<K, Question>): Promise<ReadonlyMap<K, Known>> => {
    const known = new Map<K, Known>();
    for (const [key, question] of questions)
      known.set(
        key,
        crowd.find(question, 120) === undefined ? (await askQuickly(question)).status : "somebody",
      );
    return known;
  };
  return {
    ruleSet,
    ask,
    settle,
    settleHere,
    dead: once(() =>
      settleHere(
        new Map(
          ruleSet.criteria
            .filter((c) => c.enabled)
            .map((c) => [c.id, { world: 0, verdict: "true", of: c.when }]),
        ),
      ),
    ),
    idle: once(() => {
      // What is kept on purpose is asked about all the same: a law decides what to make of it.
      const criteria = ruleSet.criteria.map((c) => {
        const { shadowedOnPurpose: _, ...unexplained } = c;
        return unexplained;
      });
      const asked = standardQuestions({ ...ruleSet, criteria }).flatMap(({ check, question }) =>
        check.kind === "criterion-decides" ? [[check.criterion, question] as const] : [],
      );
      return settle(new Map(asked));
    }),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

interface Here {
  readonly ruleSet: RuleSet;
  readonly ask: (question: Question) => Promise<Answer>;
  readonly crowd: Crowd;
}

async function settleTogether<K>(
  { ruleSet, ask, crowd }: Here,
  formulas: ReadonlyMap<K, Formula>,
): Promise<ReadonlyMap<K, Known>> {
  const known = new Map<K, Known>();
  let open = [...formulas].filter(([key, formula]) => {
    const found = crowd.find(askOne(ruleSet, formula)) !== undefined;
    if (found) known.set(key, "somebody");
    return !found;
  });
  while (open.length > 0) {
    const answer = await ask(askOne(ruleSet, { any: open.map(([, formula]) => formula) }));
    if (answer.status === "somebody") {
      const settled = trueOf(ruleSet, answer.witness, open);
      // A witness of all together that is none of theirs would be the answerer's fault: never ask it for ever.
      if (settled.length === 0) throw new TypeError("a witness that answers no part of its question");
      for (const key of settled) known.set(key, "somebody");
      open = open.filter(([key]) => !settled.includes(key));
    } else if (answer.status === "nobody" || open.length === 1) {
      for (const [key] of open) known.set(key, answer.status);
      open = [];
    } else {
      // Too much to be decided at once: in halves, so that one hard question leaves the others decided.
      const half = Math.ceil(open.length / 2);
      for (const part of [open.slice(0, half), open.slice(half)])
        for (const [key, status] of await settleTogether({ ruleSet, ask, crowd }, new Map(part)))
          known.set(key, status);
      open = [];
    }
  }
  return known;
}

function trueOf<K>(
  ruleSet: RuleSet,
  { people, at }: Witness,
  open: readonly (readonly [K, Formula])[],
): readonly K[] {
  const read = readBy(ruleSet, people[0] ?? {}, at);
  return open.filter(([, formula]) => isTrueOf(formula, [read])).map(([key]) => key);
}
