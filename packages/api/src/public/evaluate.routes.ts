// Routes that evaluate: a person's facts in, the answer of a release out. What is sent is used for the answer and
// kept nowhere.
import {
  certainSchema,
  certain,
  evaluate,
  readPerson,
  resultSchema,
  sha256Schema,
  type Facts,
  type LocalDate,
  type Person,
  type RuleSet,
  type Written,
} from "@jumelage/engine";
import { explain } from "@jumelage/engine/words";
import { z } from "zod";
import { Refusal } from "../errors.ts";
import { evaluateBodySchema, readEvaluateBody, type EvaluateBody } from "./evaluate-body.ts";
import { dateIn } from "./local-date.ts";
import { channelParams, readerOf, releaseOf, releaseParams } from "./programs.routes.ts";
import {
  nothing,
  route,
  whenKnown,
  type HandlerContext,
  type PublicAnswer,
  type PublicRoute,
} from "./route.ts";
import { PublicProblem } from "./serve.ts";
import type { OpenedRelease } from "./state.ts";

const answerSchema = z.strictObject({
  release: z.int(),
  sha256: sha256Schema,
  sequence: z.int().optional(),
  /** The date the answer is for. */
  at: z.string(),
  result: resultSchema.extend({ trace: z.array(z.unknown()).optional() }),
  /** Per `one` decision, what every completion of the person would answer; where the release carries its diagram. */
  certain: z.record(z.string(), certainSchema).optional(),
  /** Facts that another release of the program declares and this one does not: left aside. */
  ignored: z.array(z.string()).optional(),
  explanation: z.unknown().optional(),
});

const common = {
  method: "POST",
  access: "consumer",
  query: nothing,
  body: evaluateBodySchema,
  readBody: readEvaluateBody,
  answer: answerSchema,
} as const;

const onChannel = route({
  ...common,
  path: "/v1/programs/{program}/channels/{channel}/evaluate",
  operation: "evaluateOnChannel",
  summary: {
    fr: "Évalue les renseignements d’une personne avec la version en vigueur sur un canal.",
    en: "Evaluates a person’s facts with the release in force on a channel.",
  },
  params: channelParams,
  handler({ params: { program, channel }, body }, context) {
    const reader = readerOf(program, context);
    return whenKnown(context.state.pointer(program, channel), (pointer) => {
      if (!pointer) throw new Refusal("not-found");
      return whenKnown(context.state.inForce(pointer), (release) => {
        if (!release) throw new Refusal("not-found");
        context.state.seen(reader.id, pointer);
        return answerFor(body, { release, sequence: pointer.sequence }, context);
      });
    });
  },
});

const onRelease = route({
  ...common,
  path: "/v1/programs/{program}/releases/{number}/evaluate",
  operation: "evaluateOnRelease",
  summary: {
    fr: "Évalue les renseignements d’une personne avec une version donnée.",
    en: "Evaluates a person’s facts with a given release.",
  },
  params: releaseParams,
  handler({ params: { program, number }, body }, context) {
    readerOf(program, context);
    return whenKnown(releaseOf(program, Number(number), context), (release) =>
      answerFor(body, { release }, context),
    );
  },
});

export const evaluateRoutes: readonly PublicRoute[] = [onChannel, onRelease];

const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" } as const;

interface Target {
  readonly release: OpenedRelease;
  readonly sequence?: number;
}

const none: readonly string[] = [];

function answerFor(
  body: EvaluateBody,
  target: Target,
  context: HandlerContext,
): PublicAnswer | Promise<PublicAnswer> {
  const { ruleSet } = target.release.payload;
  const { facts } = body;
  const at = evaluationDate(body.at, ruleSet, context);
  const written = target.release.write(facts, at);
  if (written.problems.some((p) => p.code === "undeclared-fact")) {
    return declaredOnly(facts, target.release, context).then(({ facts: kept, ignored }) =>
      answerAbout(ignored.length > 0 ? target.release.write(kept, at) : written, body, {
        target,
        at,
        facts: kept,
        ignored,
      }),
    );
  }
  return answerAbout(written, body, { target, at, facts, ignored: none });
}

interface About {
  readonly target: Target;
  readonly at: LocalDate;
  /** The facts the result is for. */
  readonly facts: Facts;
  readonly ignored: readonly string[];
}

function answerAbout(written: Written, body: EvaluateBody, about: About): PublicAnswer {
  const { at, facts, ignored } = about;
  const { release, sequence } = about.target;
  const { ruleSet } = release.payload;
  const { json, problems } = written;
  if (problems.length > 0 && body.lenient !== true) {
    throw new PublicProblem("invalid-facts", { release: release.payload.number, at, problems });
  }
  // The direct reading gives the reasons; the compiled form, the same result for less.
  const wanted = body.trace === true || body.lang !== undefined ? evaluate(ruleSet, facts, at) : undefined;
  // Written piece by piece: the start is the same for every answer of a release, and the rest is one document.
  let text = release.head;
  if (sequence !== undefined) text += `,"sequence":${sequence}`;
  text += `,"at":"${at}","result":`;
  text +=
    wanted && body.trace === true ? `${json.slice(0, -1)},"trace":${JSON.stringify(wanted.trace)}}` : json;
  if (release.diagrams.length > 0) text += `,"certain":{${certainText(written, about)}}`;
  if (ignored.length > 0) text += `,"ignored":${JSON.stringify(ignored)}`;
  if (wanted && body.lang !== undefined)
    text += `,"explanation":${JSON.stringify(explain(wanted, ruleSet, body.lang))}`;
  return { status: 200, headers, body: `${text}}` };
}

/** What is certain of every decision that has a diagram; the person is read once more only for one that is open. */
function certainText({ outcomes }: Written, { target, facts, at }: About): string {
  const { diagrams, payload } = target.release;
  let text = "";
  let read: Person | undefined;
  const person = (): Person => (read ??= readPerson(payload.ruleSet, facts, at));
  for (const { diagram, place, determined } of diagrams) {
    const known = determined.get(outcomes[place] ?? "");
    if (text !== "") text += ",";
    text += known ?? `"${diagram.decision}":${JSON.stringify(certain(diagram, person()))}`;
  }
  return text;
}

function evaluationDate(at: string | undefined, ruleSet: RuleSet, { deps }: HandlerContext): string {
  if (at === undefined) return dateIn(ruleSet.timeZone, deps.clock.now());
  return at.length === 10 ? at : dateIn(ruleSet.timeZone, new Date(at));
}

/**
 * The facts without those that only other releases of the program declare, so that rolling back breaks nobody. Facts
 * that no release ever declared stay, to be found as problems.
 */
async function declaredOnly(
  facts: Facts,
  release: OpenedRelease,
  { state }: HandlerContext,
): Promise<{ readonly facts: Facts; readonly ignored: readonly string[] }> {
  const undeclared = Object.keys(facts).filter((id) => !release.declares.has(id));
  const ever = await state.factsEverDeclared(release.payload.program);
  const ignored = undeclared.filter((id) => ever.has(id));
  if (ignored.length === 0) return { facts, ignored };
  const kept = Object.entries(facts).filter(([id]) => !ignored.includes(id));
  return { facts: Object.fromEntries(kept), ignored };
}
