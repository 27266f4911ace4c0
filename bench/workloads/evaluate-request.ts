// What an evaluation over HTTP costs the server beside a route of the same server that does nothing: same body, same
// headers, same hooks, same log, the same key looked up, an answer of the same size. A bare route, without key and with
// a short answer, stands beside them. The cost is the CPU time of the whole server process, under a load from this one.
import { corpus, type ParsedProgram } from "../corpus.ts";
import { ours } from "../goals.ts";
import { checkedBodies, headers } from "../load/bodies.ts";
import { sendLoad } from "../load/closed-loop.ts";
import { startNoOpServer, type NoOpProcess } from "../no-op-process.ts";
import { runRounds, type Contender, type Limits } from "../rounds.ts";
import type { Row } from "../row.ts";
import { median, medianRatio } from "../statistics.ts";

const bare = "no-op route of the same server";
const noOp = "no-op route, same key looked up and same size of answer";
const evaluation = ours.request;
const connections = 16;
/** The requests to each route before it counts. */
const compiledAfter = 6000;

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
  const { bodies, answerBytes } = await checkedBodies(program, url);
  const contender = (name: string, to: string): Contender => ({
    name,
    async burst() {
      const before = await server.cpu();
      await sendLoad({ url: to, headers, bodies, requests: limits.requests, connections });
      return ((await server.cpu()) - before) / limits.requests;
    },
  });
  const contenders = [
    contender(bare, `${server.url}/bench/no-op`),
    contender(noOp, `${server.url}/bench/no-op/${answerBytes}`),
    contender(evaluation, url),
  ];
  // The first requests are the compiler's.
  const warmUp = Math.ceil(compiledAfter / limits.requests);
  await runRounds(contenders, { atLeast: warmUp, atMost: warmUp, seconds: 0 });
  const costs = await runRounds(contenders, limits);
  const workload = `CPU per request, ${program.program}`;
  return [
    ...beside(costs, { workload, reference: bare }),
    ...beside(costs, { workload: `${workload}, same key and answer`, reference: noOp }),
  ];
}

/** The cost of an evaluation beside that of one of the routes that do nothing. */
function beside(
  costs: ReadonlyMap<string, readonly number[]>,
  { workload, reference }: { readonly workload: string; readonly reference: string },
): readonly Row[] {
  const references = costs.get(reference) ?? [];
  return [reference, evaluation].map((contender): Row => {
    const cost = costs.get(contender) ?? [];
    const ratio = { value: medianRatio(cost, references), meaning: "× the CPU of the no-op" };
    return { workload, contender, unit: "µs", value: median(cost), ratio };
  });
}
