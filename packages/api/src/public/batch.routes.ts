// Many evaluations in one call: a body in lines, an answer in lines, each line answered as `evaluate` would answer it at
// that moment, the bad ones by their own problem. No more is held than the lines of one piece, and nothing is read
// faster than the answers are taken.
import type { Consumer } from "@jumelage/db";
import { parseShape } from "@jumelage/engine";
import { z } from "zod";
import { answerFor, targetOnChannel, targetOnRelease, type Target } from "./answer-for.ts";
import { evaluateBodySchema, isEvaluateBody, type EvaluateBody } from "./evaluate-body.ts";
import { answerSchema } from "./evaluate.routes.ts";
import { failureOf, PublicProblem } from "./failures.ts";
import { linesOf, type Line } from "./lines.ts";
import { problemBody, problemSchema } from "./problems.ts";
import { channelParams, releaseParams } from "./programs.routes.ts";
import {
  mostBytes,
  nothing,
  route,
  type HandlerContext,
  type HandlerInput,
  type PublicAnswer,
  type PublicRoute,
} from "./route.ts";

const idSchema = z.union([z.string().max(200), z.int()]);
type Id = z.infer<typeof idSchema>;

/** One line of a batch: the body of an evaluation, and an id of the caller's that comes back with its answer. */
export const batchLineSchema = evaluateBodySchema.extend({ id: idSchema.optional() });

const head = {
  /** Which line this answers, counted from 1. */
  line: z.int(),
  id: idSchema.optional(),
};
const batchAnswerSchema = z.union([
  answerSchema.extend(head),
  z.strictObject({ ...head, error: problemSchema }),
]);

type Pieces = AsyncIterable<Uint8Array>;
type TargetNow = (context: HandlerContext) => Target | Promise<Target>;

const common = {
  method: "POST",
  access: "consumer",
  query: nothing,
  line: batchLineSchema,
  answer: batchAnswerSchema,
  answerType: "application/x-ndjson",
} as const;

const onChannel = route<z.infer<typeof channelParams>, unknown, Pieces>({
  ...common,
  path: "/v1/programs/{program}/channels/{channel}/evaluate-batch",
  operation: "evaluateBatchOnChannel",
  summary: {
    fr: "Évalue beaucoup de personnes, une par ligne, chacune avec la version alors en vigueur sur un canal.",
    en: "Evaluates many people, one a line, each with the release then in force on a channel.",
  },
  params: channelParams,
  handler: (input, context) => answerInLines((now) => targetOnChannel(input.params, now), input, context),
});

const onRelease = route<z.infer<typeof releaseParams>, unknown, Pieces>({
  ...common,
  path: "/v1/programs/{program}/releases/{number}/evaluate-batch",
  operation: "evaluateBatchOnRelease",
  summary: {
    fr: "Évalue beaucoup de personnes, une par ligne, avec une version donnée.",
    en: "Evaluates many people, one a line, with a given release.",
  },
  params: releaseParams,
  handler: (input, context) => answerInLines((now) => targetOnRelease(input.params, now), input, context),
});

export const batchRoutes: readonly PublicRoute[] = [onChannel, onRelease];

const headers = {
  "content-type": "application/x-ndjson; charset=utf-8",
  "cache-control": "no-store",
} as const;
/** How often one who may not evaluate now asks again, in milliseconds. */
const pauseOfTurn = 100;
/** How much of an answer is gathered before it is sent, in UTF-16 units. */
const gathered = 64 * 1024;

/** Refuses the whole when there is nothing to evaluate with; after that, every line has an answer of its own. */
async function answerInLines(
  target: TargetNow,
  input: HandlerInput<unknown, unknown, Pieces>,
  context: HandlerContext,
): Promise<PublicAnswer> {
  await target(context);
  return { status: 200, headers, body: answersTo(target, input, context) };
}

async function* answersTo(
  target: TargetNow,
  input: HandlerInput<unknown, unknown, Pieces>,
  context: HandlerContext,
): AsyncGenerator<string> {
  let count = 0;
  let out = "";
  for await (const lines of linesOf(input.body, mostBytes)) {
    for (const line of lines) {
      count += 1;
      if (line !== undefined && line.trim() === "") continue;
      const answer = await answerTo(line, { target, input, context, count });
      out += `${answer}\n`;
      if (out.length < gathered) continue;
      yield out;
      out = "";
    }
    // What is at hand goes out before more is waited for.
    if (out !== "") yield out;
    out = "";
  }
}

interface InHand {
  readonly target: TargetNow;
  readonly input: HandlerInput<unknown, unknown, Pieces>;
  readonly context: HandlerContext;
  readonly count: number;
}

async function answerTo(line: Line, { target, input, context, count }: InHand): Promise<string> {
  let id: Id | undefined;
  try {
    if (line === undefined) throw new PublicProblem("too-large");
    const raw = parsed(line);
    id = idOf(raw);
    const body = bodyOf(raw);
    // As if each line were a call: a key that was revoked, a channel that has moved.
    const consumer = await context.consumerNow();
    await turnOf(consumer, context);
    const now: HandlerContext = { ...context, consumer };
    const text = await answerFor(body, await target(now), now);
    return `${headOf(count, id)},${text.slice(1)}`;
  } catch (error) {
    const { requestId, lang } = input;
    const { code, details } = failureOf(error, { deps: context.deps, requestId, operation: "evaluateBatch" });
    return `${headOf(count, id)},"error":${JSON.stringify(problemBody(code, { requestId, lang, details }))}}`;
  }
}

/** Waits until the consumer may evaluate once more: a batch is slowed down, where single calls are refused. */
async function turnOf(consumer: Consumer, { deps, state }: HandlerContext): Promise<void> {
  for (;;) {
    if (state.calls.take(consumer, "evaluate", deps.clock.now().getTime()) === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, pauseOfTurn));
  }
}

function headOf(line: number, id: Id | undefined): string {
  return id === undefined ? `{"line":${line}` : `{"line":${line},"id":${JSON.stringify(id)}`;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new PublicProblem("malformed-json");
  }
}

/** The id of a line, where it has one that may come back. */
function idOf(raw: unknown): Id | undefined {
  if (typeof raw !== "object" || raw === null || !Object.hasOwn(raw, "id")) return undefined;
  const { id } = raw as { readonly id: unknown };
  if (typeof id === "string" ? id.length <= 200 : Number.isSafeInteger(id)) return id as Id;
  return undefined;
}

/** What a line asks, without its id. @throws PublicProblem `invalid-input` with every problem */
function bodyOf(raw: unknown): EvaluateBody {
  if (isEvaluateBody(raw)) return raw;
  if (typeof raw === "object" && raw !== null && idOf(raw) !== undefined) {
    const { id: _, ...body } = raw as Readonly<Record<string, unknown>>;
    if (isEvaluateBody(body)) return body;
  }
  const line = parseShape<z.infer<typeof batchLineSchema>>(batchLineSchema, raw);
  if (!line.ok) throw new PublicProblem("invalid-input", { problems: line.diagnostics });
  const { id: _, ...body } = line.value;
  return body;
}
