// The tests of the API, as one suite that any running server must pass: on the embedded database and on any other.
import { afterAll, beforeAll, describe } from "vitest";
import type { ServerProcess } from "./server-process.ts";
import { batchTests } from "./suites/batch.ts";
import { cdsTests } from "./suites/cds.ts";
import { cdsDocTests } from "./suites/cds-doc.ts";
import { cdsTokenTests } from "./suites/cds-tokens.ts";
import { channelTests } from "./suites/channels.ts";
import { consumerTests } from "./suites/consumers.ts";
import { draftTests } from "./suites/drafts.ts";
import { evaluateTests } from "./suites/evaluate.ts";
import { keyTests } from "./suites/keys.ts";
import { labTests } from "./suites/lab.ts";
import { ledgerTests } from "./suites/ledger.ts";
import { logTests } from "./suites/logs.ts";
import { openApiTests } from "./suites/openapi.ts";
import { programTests } from "./suites/programs.ts";
import { publishTests } from "./suites/publish.ts";
import { receiptTests } from "./suites/receipts.ts";
import { reviewTests } from "./suites/review.ts";
import { roleTests } from "./suites/roles.ts";
import { sessionTests } from "./suites/session.ts";
import { updateTests } from "./suites/updates.ts";
import { webTests } from "./suites/web.ts";

/** The server under test; read inside a test only. */
export type Running = () => ServerProcess;

/** Declares the whole suite for a server that `start` starts, with what need not be asked of every database. */
export function apiSuite(
  name: string,
  start: () => Promise<ServerProcess>,
  more: readonly ((server: Running) => void)[] = [],
): void {
  describe(`${name}:`, () => {
    let server: ServerProcess | undefined;
    beforeAll(async () => {
      server = await start();
    }, 120_000);
    afterAll(async () => {
      await server?.stop();
    }, 60_000);
    const running: Running = () => {
      if (!server) throw new Error("the server is not running");
      return server;
    };
    sessionTests(running);
    roleTests(running);
    draftTests(running);
    publishTests(running);
    reviewTests(running);
    updateTests(running);
    channelTests(running);
    labTests(running);
    ledgerTests(running);
    consumerTests(running);
    programTests(running);
    evaluateTests(running);
    receiptTests(running);
    cdsTokenTests(running);
    cdsTests(running);
    cdsDocTests(running);
    batchTests(running);
    keyTests(running);
    openApiTests(running);
    webTests(running);
    for (const tests of more) tests(running);
    // Last: it reads everything the others made the server write.
    logTests(running);
  });
}
