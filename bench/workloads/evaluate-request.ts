// What an evaluation over HTTP costs the server beside a route of the same server that does nothing: same body, same
// headers, same hooks, same log. The cost is the CPU time of the whole server process, under a load from this one.
import { deepStrictEqual } from "node:assert/strict";
import { evaluate, type Result } from "@jumelage/engine";
import { demoConsumer } from "../../apps/server/src/seed.ts";
import { corpus, dayOf, personOf, type ParsedProgram } from "../corpus.ts";
import { post, sendLoad } from "../load.ts";
import { startNoOpServer, type NoOpProcess } from "../no-op-process.ts";
import { runRounds, type Contender, type Limits } from "../rounds.ts";
import type { Row } from "../row.ts";
import { median, medianRatio } from "../statistics.ts";

const noOp = "no-op route of the same server";
const evaluation = "POST …/evaluate";
const headers = { authorization: `Bearer ${demoConsumer.key}` };
const connections = 16;
/** The requests to each route before it counts. */
const compiledAfter = 1500;

export async function evaluateRequestRows(
  limits: Limits & { readonly requests: number },
): Promise<readonly Row[]> {
  const server = await startNoOpServer();
  try {
    const rows: Row[] = [];
    for (const program of corpus) rows.push(...(await rowsOf(program, server, limits)));
    return rows;
  } finally {
    await server.stop();
  }
}

async function rowsOf(
  program: ParsedProgram,
  server: NoOpProcess,
  limits: Limits & { readonly requests: number },
): Promise<readonly Row[]> {
  const url = `${server.url}/v1/programs/${program.program}/channels/production/evaluate`;
  const bodies = await checkedBodies(program, url);
  const contender = (name: string, to: string): Contender => ({
    name,
    async burst() {
      const before = await server.cpu();
      await sendLoad({ url: to, headers, bodies, requests: limits.requests, connections });
      return ((await server.cpu()) - before) / limits.requests;
    },
  });
  const contenders = [contender(noOp, `${server.url}/bench/no-op`), contender(evaluation, url)];
  // The first requests are the compiler's.
  const warmUp = Math.ceil(compiledAfter / limits.requests);
  await runRounds(contenders, { atLeast: warmUp, atMost: warmUp, seconds: 0 });
  const costs = await runRounds(contenders, limits);
  const reference = costs.get(noOp) ?? [];
  const workload = `CPU per request, ${program.program}`;
  return [...costs].map(([name, cost]): Row => {
    const ratio = { value: medianRatio(cost, reference), meaning: "× the CPU of the no-op" };
    const row = { workload, contender: name, unit: "µs", value: median(cost), ratio };
    return name === noOp ? row : { ...row, target: 1.5 };
  });
}

/** The bodies of every profile without a problem (those answer 422), each answered as the engine answers. */
async function checkedBodies({ ruleSet, profiles }: ParsedProgram, url: string): Promise<readonly string[]> {
  const bodies: string[] = [];
  for (const profile of profiles) {
    if (personOf(ruleSet, profile).problems.length > 0) continue;
    const { facts, evaluatedOn } = profile;
    const body = JSON.stringify(evaluatedOn === undefined ? { facts } : { facts, at: evaluatedOn });
    const answer = JSON.parse(await post(url, { headers, body })) as { readonly result: Result };
    const { result } = evaluate(ruleSet, facts, dayOf(profile));
    deepStrictEqual(answer.result, result, `the server answers otherwise for ${profile.id}`);
    bodies.push(body);
  }
  return bodies;
}
