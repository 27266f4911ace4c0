// A server in this process that may tell a receiver on this machine of changes, on a database of its own.
import type { Deps } from "@jumelage/api";
import { freshDatabase, type FreshDatabase } from "@jumelage/db/test-database";
import { readEnv } from "../src/env.ts";
import { createLogger } from "../src/logger.ts";
import { startServer, type RunningServer } from "../src/start-server.ts";
import { temporaryFolder } from "./server-process.ts";
import { receiverHost, startReceiver, type Receiver } from "./webhook-receiver.ts";

export interface HookedServer {
  readonly database: FreshDatabase;
  readonly receiver: Receiver;
  readonly server: RunningServer;
  readonly deps: Deps;
  readonly close: () => Promise<void>;
}

/** Starts all of it; `clock` is that of the server. */
export async function startHooked(clock?: Deps["clock"]): Promise<HookedServer> {
  const [database, receiver] = await Promise.all([freshDatabase(), startReceiver()]);
  const env = readEnv({
    JUMELAGE_MODE: "demo",
    DATABASE_URL: database.url,
    JUMELAGE_DATA_DIR: temporaryFolder(),
    PORT: "0",
    LOG_LEVEL: "silent",
    JUMELAGE_WEBHOOK_HOSTS: `${receiverHost}:${receiver.port}`,
  });
  let deps: Deps | undefined;
  const server = await startServer(env, {
    log: createLogger("silent"),
    webhookNetwork: receiver.network,
    ...(clock === undefined ? {} : { clock }),
    mount: (_app, given) => {
      deps = given;
    },
  });
  if (!deps) throw new Error("nothing was mounted");
  return {
    database,
    receiver,
    server,
    deps,
    close: async () => {
      await server.close();
      await Promise.all([receiver.close(), database.close()]);
    },
  };
}
