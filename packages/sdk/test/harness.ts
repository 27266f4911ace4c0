// One client and one server per test, with a clock that the test sets.
import { afterEach, beforeEach } from "vitest";
import {
  createClient,
  type Answer,
  type Client,
  type ClientEvent,
  type ClientOptions,
} from "../src/index.ts";
import { newKey, type TestKey } from "./fixtures.ts";
import { startServer, type TestServer } from "./server.ts";

export const noon = Date.parse("2026-03-02T12:00:00Z");
export const day = 86_400_000;

export interface Bench {
  key: TestKey;
  server: TestServer;
  events: ClientEvent[];
  /** The clients' clock. */
  time: number;
  client(changed?: Partial<ClientOptions>): Client;
}

/** A fresh server, key and list of events before each test of the file. */
export async function newBench(): Promise<Bench> {
  const bench: Bench = {
    key: await newKey(),
    server: await startServer(),
    events: [],
    time: noon,
    client: (changed = {}) =>
      createClient({
        url: bench.server.url,
        key: "consumer-key",
        program: "tiny",
        channel: "production",
        trust: [bench.key.jwk],
        now: () => bench.time,
        onEvent: (event) => bench.events.push(event),
        timeoutSeconds: 5,
        ...changed,
      }),
  };
  return bench;
}

/** Hands each test of the file a bench of its own. */
export function eachTest(take: (bench: Bench) => void): void {
  let bench: Bench | undefined;
  beforeEach(async () => {
    bench = await newBench();
    take(bench);
  });
  afterEach(() => bench?.server.stop());
}

/** What a client answers for a score of 15: release 1 looks again from 15, release 2 from 16. */
export function outcomeAt15(of: Client): string {
  const answer = of.evaluate({ score: 15 });
  return answer.kind === "evaluated" ? `${answer.release}:${stateOf(answer)}` : answer.kind;
}

export function stateOf(answer: Answer): string {
  const decision = answer.kind === "evaluated" ? answer.result.decisions["d"] : undefined;
  return decision?.kind === "one" ? decision.state : "none";
}
