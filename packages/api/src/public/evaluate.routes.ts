// Routes that evaluate: a person's facts in, the answer of a release out. What is sent is used for the answer and
// kept nowhere.
import {
  certainSchema,
  certainties,
  evaluatePerson,
  readPerson,
  resultJson,
  resultSchema,
  sha256Schema,
  type Facts,
  type LocalDate,
  type Person,
  type Problem,
  type RuleSet,
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
  const at = evaluationDate(body.at, ruleSet, context);
  const person = readPerson(ruleSet, body.facts, at);
  if (person.problems.some((p) => p.code === "undeclared-fact")) {
    return declaredOnly(body.facts, target.release, context).then(({ facts, ignored }) =>
      answerAbout(ignored.length > 0 ? readPerson(ruleSet, facts, at) : person, body, {
        target,
        at,
        ignored,
      }),
    );
  }
  return answerAbout(person, body, { target, at, ignored: none });
}

function answerAbout(
  person: Person,
  body: EvaluateBody,
  about: { readonly target: Target; readonly at: LocalDate; readonly ignored: readonly string[] },
): PublicAnswer {
  const { at, ignored } = about;
  const { release, sequence } = about.target;
  const { ruleSet } = release.payload;
  if (person.problems.length > 0 && body.lenient !== true) {
    throw new PublicProblem("invalid-facts", {
      release: release.payload.number,
      at,
      problems: person.problems satisfies readonly Problem[],
    });
  }
  const wanted = body.trace === true || body.lang !== undefined ? evaluatePerson(ruleSet, person) : undefined;
  const result = wanted?.result ?? release.run(person);
  // Written piece by piece: the start is the same for every answer of a release, and the rest is one document.
  let text = release.head;
  if (sequence !== undefined) text += `,"sequence":${sequence}`;
  text += `,"at":"${at}"`;
  const json = resultJson(result);
  text += `,"result":${body.trace === true && wanted ? `${json.slice(0, -1)},"trace":${JSON.stringify(wanted.trace)}}` : json}`;
  if (release.diagrams.length > 0)
    text += `,"certain":${JSON.stringify(certainties(release.diagrams, person, result))}`;
  if (ignored.length > 0) text += `,"ignored":${JSON.stringify(ignored)}`;
  if (wanted && body.lang !== undefined)
    text += `,"explanation":${JSON.stringify(explain(wanted, ruleSet, body.lang))}`;
  return { status: 200, headers, body: `${text}}` };
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
