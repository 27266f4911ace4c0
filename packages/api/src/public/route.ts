// What a public route is: data that a web framework mounts and that the OpenAPI document is made from. Nothing here
// knows any framework.
import type { Lang, Text } from "@jumelage/engine";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import type { CallKind } from "./call-limits.ts";
import type { Consumer } from "./consumers.ts";
import type { PublicState } from "./state.ts";

/** The most bytes of a body, or of a line of one, that are read. */
export const mostBytes = 1024 * 1024;

/** The schema of a part of a request that must not be there. */
export const nothing = z.strictObject({});

/** A request as a framework hands it over: the body read from JSON (or, in lines, as it comes), nothing judged yet. */
export interface PublicRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly authorization: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly acceptLanguage: string | undefined;
  readonly lastEventId: string | undefined;
  /** The site whose page asks, as browsers say. */
  readonly origin: string | undefined;
  readonly requestId: string;
  /** Calls once the connection is done with, at once if it is already. */
  readonly whenClosed: (listener: () => void) => void;
}

export interface PublicAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** In pieces where it is made while it is sent: the next is made once the one before has gone. */
  readonly body: string | Uint8Array | AsyncIterable<string> | null;
}

/** The request as a handler sees it, every part of the shape the route declares. */
export interface HandlerInput<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly ifNoneMatch: string | undefined;
  /** The language of what is worded in the answer. */
  readonly lang: Lang;
  readonly lastEventId: string | undefined;
  readonly requestId: string;
  readonly whenClosed: PublicRequest["whenClosed"];
}

/** What handlers work with: the ports, what this process remembers, and who is asking. */
export interface HandlerContext {
  readonly deps: Deps;
  readonly state: PublicState;
  readonly consumer: Consumer | undefined;
  /** The consumer as it is now, for what is answered over a longer time. @throws PublicProblem once the key is no longer valid */
  consumerNow(): Consumer | Promise<Consumer>;
}

export interface RouteShape<P, Q, B> {
  readonly method: "GET" | "POST";
  /** With `{name}` for parameters, as OpenAPI writes them. */
  readonly path: string;
  readonly operation: string;
  readonly summary: Text;
  /** `consumer`: a valid key is needed, and `handler` is given the consumer. */
  readonly access: "open" | "consumer";
  /** As what its calls are counted; a GET as reading, anything else as evaluating, unless it says so. */
  readonly counts?: CallKind;
  readonly params: z.ZodType<P>;
  readonly query: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** Reads the body instead of `body` where zod's price counts; must refuse exactly what `body` refuses. */
  readonly readBody?: (raw: unknown) => B;
  /** Of a body in lines (NDJSON), instead of `body`: the schema of one. The handler gets the bytes as they come. */
  readonly line?: z.ZodType;
  /** The schema of the 200 answer, for the OpenAPI document; answers are not parsed on the way out. */
  readonly answer: z.ZodType;
  readonly answerType?: string;
  /** At once where everything is at hand: a promise has its price on every call. */
  readonly handler: (
    input: HandlerInput<P, Q, B>,
    context: HandlerContext,
  ) => PublicAnswer | Promise<PublicAnswer>;
}

/** A route whose own types are forgotten, so that routes of all shapes stand in one list. */
export interface PublicRoute extends Omit<RouteShape<unknown, unknown, unknown>, "handler" | "readBody"> {
  readonly readBody?: (raw: unknown) => unknown;
  readonly handler: (
    input: HandlerInput<never, never, never>,
    context: HandlerContext,
  ) => PublicAnswer | Promise<PublicAnswer>;
}

/** Goes on with a value that is at hand, or once it has come. */
export function whenKnown<T, U>(value: T | Promise<T>, goOn: (value: T) => U | Promise<U>): U | Promise<U> {
  return value instanceof Promise ? value.then((known) => goOn(known)) : goOn(value);
}

/** Declares a route; its handler is checked against its schemas here and only here. */
export function route<P, Q, B = undefined>(shape: RouteShape<P, Q, B>): PublicRoute {
  return shape;
}

/** A 200 answer in JSON. */
export function json(value: unknown, headers: Readonly<Record<string, string>> = {}): PublicAnswer {
  return {
    status: 200,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
    body: JSON.stringify(value),
  };
}

/** Whether an `If-None-Match` header names this strong tag (`*` and lists included; weak tags compare as RFC 9110 says). */
export function matchesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === tag);
}
