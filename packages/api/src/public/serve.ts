// One public request from arrival to answer: who asks, what they ask in the declared shape, the handler, and every
// way it can go wrong as a problem.
import { parseShape } from "@jumelage/engine";
import type { z } from "zod";
import type { Deps } from "../deps.ts";
import { Refusal } from "../errors.ts";
import { admit, forPage } from "./admission.ts";
import { bearerKey, type Consumer } from "./consumers.ts";
import { failureOf, PublicProblem } from "./failures.ts";
import { languageOf, problemAnswer } from "./problems.ts";
import {
  nothing,
  type HandlerContext,
  type PublicAnswer,
  type PublicRequest,
  type PublicRoute,
} from "./route.ts";
import type { PublicState } from "./state.ts";

/** Answers a request to a route, at once when all it needs is at hand; never throws. */
export function servePublic(
  route: PublicRoute,
  request: PublicRequest,
  { deps, state }: { readonly deps: Deps; readonly state: PublicState },
): PublicAnswer | Promise<PublicAnswer> {
  const { origin } = request;
  let asker: Consumer | "anybody" | undefined;
  const onError = (error: unknown): PublicAnswer =>
    problemOf(error, { operation: route.operation, request, deps });
  const goOn = (consumer: Consumer | undefined): PublicAnswer | Promise<PublicAnswer> => {
    asker = consumer ?? "anybody";
    if (consumer) admit(consumer, { route, origin, now: deps.clock.now().getTime() }, state.calls);
    const consumerNow = (): Consumer | Promise<Consumer> => consumerOf(request, state);
    return answerTo(route, request, { deps, state, consumer, consumerNow });
  };
  const shown = (answer: PublicAnswer): PublicAnswer =>
    origin === undefined ? answer : forPage(answer, origin, asker);
  try {
    const asking = route.access === "consumer" ? consumerOf(request, state) : undefined;
    const answer = asking instanceof Promise ? asking.then(goOn) : goOn(asking);
    return answer instanceof Promise ? answer.catch(onError).then(shown) : shown(answer);
  } catch (error) {
    return shown(onError(error));
  }
}

function answerTo(
  route: PublicRoute,
  request: PublicRequest,
  context: HandlerContext,
): PublicAnswer | Promise<PublicAnswer> {
  const input = {
    params: pathOf(route, request.params) as never,
    query: queryOf(route, request.query) as never,
    body: bodyOf(route, request) as never,
    ifNoneMatch: request.ifNoneMatch,
    lang: languageOf(request.acceptLanguage),
    lastEventId: request.lastEventId,
    requestId: request.requestId,
    whenClosed: request.whenClosed,
  };
  return route.handler(input, context);
}

/** The answer for what went wrong: a refusal or a problem as it is, anything else as ours and without a word of it. */
export function problemOf(
  error: unknown,
  {
    operation,
    request,
    deps,
  }: {
    readonly operation: string;
    readonly request: Pick<PublicRequest, "requestId" | "acceptLanguage">;
    readonly deps: Deps;
  },
): PublicAnswer {
  const { requestId, acceptLanguage } = request;
  const { code, details } = failureOf(error, { deps, requestId, operation });
  return problemAnswer(code, { requestId, lang: languageOf(acceptLanguage), details });
}

function consumerOf(request: PublicRequest, state: PublicState): Consumer | Promise<Consumer> {
  const key = bearerKey(request.authorization);
  if (key === undefined) throw new PublicProblem("no-key");
  const found = state.consumerOf(key);
  return found instanceof Promise ? found.then(knownOrProblem) : knownOrProblem(found);
}

function knownOrProblem(consumer: Consumer | undefined): Consumer {
  if (!consumer) throw new PublicProblem("wrong-key");
  return consumer;
}

function queryOf(route: PublicRoute, raw: unknown): unknown {
  const isEmpty = typeof raw === "object" && raw !== null && Object.keys(raw).length === 0;
  return route.query === nothing && isEmpty ? {} : read(route.query, raw, "query");
}

function bodyOf(route: PublicRoute, request: PublicRequest): unknown {
  if (route.line) return request.body;
  if (route.readBody) return route.readBody(request.body);
  return route.body ? read(route.body, request.body, "body") : undefined;
}

// Addresses repeat: the few that are in use are read once, so that zod's price is not paid on every call.
const mostPaths = 1000;
const paths = new WeakMap<PublicRoute, Map<string, unknown>>();

function pathOf(route: PublicRoute, raw: unknown): unknown {
  const parts = raw as Readonly<Record<string, string>>;
  let key = "";
  for (const name of Object.keys(parts)) key += `${parts[name]}\n`;
  const known = paths.get(route) ?? new Map<string, unknown>();
  paths.set(route, known);
  const found = known.get(key);
  if (found !== undefined) return found;
  const params = read(route.params, raw, "path");
  if (known.size >= mostPaths) known.clear();
  known.set(key, params);
  return params;
}

function read(schema: z.ZodType, raw: unknown, where: "path" | "query" | "body"): unknown {
  const parsed = parseShape(schema, raw);
  if (parsed.ok) return parsed.value;
  // An address whose parts cannot name anything names nothing.
  if (where === "path") throw new Refusal("not-found");
  throw new Refusal("invalid-input", { in: where, problems: parsed.diagnostics });
}
