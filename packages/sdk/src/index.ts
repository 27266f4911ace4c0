// What downstream apps install: it follows a channel, verifies what it is sent, keeps the last good release and
// evaluates locally. No fact ever leaves the application.
export { acceptPointer, acceptRelease, runVectors } from "./accept.ts";
export type { AcceptTerms, Serving, SignedPointer } from "./accept.ts";
export type { Answer, EvaluateOptions, NoAnswer, Origin, Standing } from "./answer.ts";
export type { Cache } from "./cache.ts";
export { createClient } from "./client.ts";
export type { Client, ClientOptions } from "./client.ts";
export { overrideCounts, recordDecision } from "./decision-record.ts";
export type {
  DecidedBy,
  DecisionRecord,
  HumanDecision,
  OverrideCount,
  RecordCode,
  Recorded,
} from "./decision-record.ts";
export { evaluationDate } from "./evaluation-date.ts";
export type { ClientEvent, Door, Held, ProblemCode, Status } from "./events.ts";
export type { Follow, Step } from "./follow.ts";
export type { NextQuestion, NextQuestions, Plan } from "./next-questions.ts";
export { checkReceipt } from "./receipt.ts";
export type { CheckedReceipt, KeptReceipt, ReceiptTerms } from "./receipt.ts";
export type { StreamCode } from "./stream.ts";
export type { TransportCode } from "./transport.ts";
export type { StartOptions } from "./watch.ts";
export { digest, importTrust } from "./web-crypto.ts";
export type { ChangeKind, Facts, PublicJwk, Receipt, Result, Trace } from "@jumelage/engine";
export type { Explanation } from "@jumelage/engine/words";
