// Whether a call with a good key goes in: what kind of key it is, from which site's page it comes, and how often it
// calls. And what browsers are told, so that a page of a listed site may read the answer.
import type { Consumer } from "@jumelage/db";
import { Refusal } from "../errors.ts";
import type { CallCounter, CallKind } from "./call-limits.ts";
import { PublicProblem } from "./failures.ts";
import type { PublicAnswer, PublicRoute } from "./route.ts";

/** As what a call to this route is counted. */
export function kindOf({ method, counts }: Pick<PublicRoute, "method" | "counts">): CallKind {
  return counts ?? (method === "GET" ? "read" : "evaluate");
}

/** @throws Refusal `forbidden`; PublicProblem `rate-limited` */
export function admit(
  consumer: Consumer,
  call: { readonly route: PublicRoute; readonly origin: string | undefined; readonly now: number },
  calls: CallCounter,
): void {
  const { route, origin, now } = call;
  if (consumer.kind === "publishable" && route.method !== "GET")
    throw new Refusal("forbidden", { reason: "publishable-key" });
  if (origin !== undefined && consumer.origins.length > 0 && !consumer.origins.includes(origin))
    throw new Refusal("forbidden", { reason: "origin" });
  const retryAfter = calls.take(consumer, kindOf(route), now);
  if (retryAfter !== undefined) throw new PublicProblem("rate-limited", { retryAfter });
}

const exposed = "etag, retry-after, x-request-id";

/** The answer as a page of that site may have it: what needs no key is for all, the rest for the sites of the key. */
export function forPage(
  answer: PublicAnswer,
  origin: string,
  consumer: Consumer | "anybody" | undefined,
): PublicAnswer {
  const open = consumer === "anybody";
  const headers: Record<string, string> = open ? {} : { vary: "origin" };
  if (open || consumer?.origins.includes(origin) === true) {
    headers["access-control-allow-origin"] = open ? "*" : origin;
    headers["access-control-expose-headers"] = exposed;
  }
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** What a browser is told that asks beforehand: no key comes with that question, so any consumer's sites will do. */
export const preflightHeaders = (origin: string): Readonly<Record<string, string>> => ({
  "access-control-allow-origin": origin,
  "access-control-allow-methods": "GET, POST",
  "access-control-allow-headers":
    "accept-language, authorization, content-type, if-none-match, last-event-id",
  "access-control-max-age": "600",
  vary: "origin",
});
