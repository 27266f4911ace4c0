// What is sent to be evaluated: the saved profiles of a program, each answered by the server as the engine answers.
import { deepStrictEqual } from "node:assert/strict";
import { evaluate, type Result } from "@jumelage/engine";
import { demoConsumer } from "../../apps/server/src/seed.ts";
import { dayOf, personOf, type ParsedProgram } from "../corpus.ts";
import { post } from "./closed-loop.ts";

export const headers = { authorization: `Bearer ${demoConsumer.key}` };

/**
 * The bodies of every profile without a problem (those answer 422), each answered as the engine answers, and the mean
 * size of the answers.
 */
export async function checkedBodies(
  { ruleSet, profiles }: ParsedProgram,
  url: string,
): Promise<{ readonly bodies: readonly string[]; readonly answerBytes: number }> {
  const bodies: string[] = [];
  let bytes = 0;
  for (const profile of profiles) {
    if (personOf(ruleSet, profile).problems.length > 0) continue;
    const { facts, evaluatedOn } = profile;
    const body = JSON.stringify(evaluatedOn === undefined ? { facts } : { facts, at: evaluatedOn });
    const text = await post(url, { headers, body });
    bytes += Buffer.byteLength(text);
    const answer = JSON.parse(text) as { readonly result: Result };
    const { result } = evaluate(ruleSet, facts, dayOf(profile));
    deepStrictEqual(answer.result, result, `the server answers otherwise for ${profile.id}`);
    bodies.push(body);
  }
  return { bodies, answerBytes: Math.round(bytes / bodies.length) };
}
