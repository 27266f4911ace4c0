// What downstream apps install: it follows a channel, verifies what it is sent, keeps the last good release and
// evaluates locally. No fact ever leaves the application.
export type { AcceptTerms, Serving, SignedPointer } from "./accept.ts";
export { acceptPointer, acceptRelease, runVectors } from "./accept.ts";
export type { Answer, EvaluateOptions, Origin } from "./answer.ts";
export type { Cache } from "./cache.ts";
export {
  createClient,
  type Client,
  type ClientEvent,
  type ClientOptions,
  type ProblemCode,
  type Status,
} from "./client.ts";
export { evaluationDate } from "./evaluation-date.ts";
export type { TransportCode } from "./transport.ts";
export { digest, importTrust } from "./web-crypto.ts";
export type { Facts, PublicJwk, Result, Trace } from "@jumelage/engine";
