// The composition: from an environment to a server that listens. The only place where ports meet what they are made
// of (clock, ids, key, database). `main.ts` turns it into a process.
import { createHash, createHmac, hash, randomBytes, randomUUID } from "node:crypto";
import path from "node:path";
import { channelMoves, labJobs, reissueRestored, type Deps, type Lab } from "@jumelage/api";
import {
  inTurn,
  keepLabResult,
  listenToPointerMoves,
  openDatabase,
  sweepSessions,
  sweepSignInLinks,
  type Vault,
  type Database,
} from "@jumelage/db";
import { startEmbedded, type EmbeddedPostgres } from "@jumelage/db/embedded";
import { boundaryScore, type Digest, type Text } from "@jumelage/engine";
import type { FastifyInstance } from "fastify";
import type { Env } from "./env.ts";
import { buildApp } from "./http/build-app.ts";
import { createMetrics, serveMetrics } from "./http/metrics.ts";
import { keepSchedules } from "./keep-schedules.ts";
import { createLab } from "./lab/create-lab.ts";
import { keyListsFile, readKeyLists, verifierOf } from "./key-lists.ts";
import { createLogger, type Logger } from "./logger.ts";
import { refuseMissingKey, refuseStrangeKey } from "./lost-key.ts";
import { secretFile } from "./secret-file.ts";
import { identityProvider } from "./identity-provider.ts";
import { slowPasswords } from "./passwords.ts";
import { seedDemo } from "./seed.ts";
import { openVault, settleWith } from "./release-vault.ts";
import { loadSigningKey, signingKeyFile, vouchedVerifier } from "./signer.ts";
import { startTracing } from "./tracing.ts";
import { startDelivering } from "./webhooks/deliver.ts";
import { createPost, internet, type Network } from "./webhooks/post.ts";

export interface RunningServer {
  readonly url: string;
  /** Stops taking requests, lets those under way finish, closes the database. Safe to call twice. */
  readonly close: () => Promise<void>;
}

export interface StartOptions {
  /** Progress, for the terminal. */
  readonly say?: (message: Text) => void;
  readonly log?: Logger;
  readonly clock?: Deps["clock"];
  /** Who does the lab's work instead of a thread of this process. */
  readonly lab?: Lab;
  /** What webhooks are sent over, by whoever asks for it; absent: the internet, as they come. */
  readonly webhookNetwork?: Network;
  /** Whether spans are sent to the collector that this process's environment names. */
  readonly isTraced?: boolean;
  /** The folder of the built console. */
  readonly consoleDir?: string;
  /** Mounts more routes beside the product's own, before anything listens. */
  readonly mount?: (app: FastifyInstance, deps: Deps) => void;
}

const version = "0.1.0";
const minute = 60_000;
const hour = 60 * minute;

/** Starts the server of this environment. What was started is stopped again when a later step fails. */
export async function startServer(env: Env, options: StartOptions = {}): Promise<RunningServer> {
  const say = options.say ?? (() => undefined);
  const log = options.log ?? createLogger(env.logLevel);
  const stack: (() => Promise<unknown>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (let step = stack.pop(); step; step = stack.pop()) await step();
  };
  let closing: Promise<void> | undefined;
  try {
    const database = await openStore(env, { say, log, onClose: (step) => stack.push(step) });
    const clock = options.clock ?? { now: () => new Date() };
    const own = createLab({ version, clock, idle: 5 * minute });
    stack.push(() => own.close());
    const post = createPost(options.webhookNetwork ?? internet);
    const vault = await openVault(env, log);
    const deps = await makeDeps(env, { database, vault, log, clock, lab: options.lab ?? own, post });
    stack.push(() => deps.labJobs.stop());
    // Before a demo is seeded: what the database has lost has its numbers already.
    if (vault) await settleWith(vault, deps, say);
    if (env.mode === "demo") {
      say({ fr: "Préparation des programmes de démonstration…", en: "Preparing the demo programs…" });
      await inTurn(database, "seed", () => seedDemo(deps));
      if (vault) await settleWith(vault, deps, say);
    }
    const reissued = await reissueRestored(deps);
    if (reissued > 0) log.info({ channels: reissued }, "channels pointed anew after a restore");
    if (options.webhookNetwork === undefined) stack.push(startDelivering(deps));
    const sweep = setInterval(() => {
      const now = deps.clock.now();
      Promise.all([sweepSessions(database.db, now), sweepSignInLinks(database.db, now)]).catch(
        (error: unknown) => log.warn({ err: error }, "sessions not swept"),
      );
    }, hour);
    sweep.unref();
    const moves = listenToPointerMoves({
      url: database.urlNow,
      onMove: ({ program, channel }) => deps.moves.announce(program, channel),
      onListening: () => deps.moves.announceAny(),
      onError: (error) => log.warn({ err: error }, "moves not heard"),
    });
    stack.push(() => moves.close());
    stack.push(async () => clearInterval(sweep));
    stack.push(keepSchedules(deps));
    const tracing = options.isTraced === true ? await startTracing(version) : undefined;
    if (tracing) stack.push(() => tracing.close());
    const metrics = env.metrics ? createMetrics(database.pool) : undefined;
    const app = await buildApp({
      deps,
      log,
      mode: env.mode,
      publicUrl: env.publicUrl,
      consoleDir: options.consoleDir ?? path.resolve(import.meta.dirname, "../../admin/dist"),
      downloadsDirs: ["packages/sdk/dist", "apps/cli/dist"].map((dir) =>
        path.resolve(import.meta.dirname, "../../..", dir),
      ),
      version,
      metrics,
      tracing,
      probes: [{ name: "database", check: () => database.pool.query("select 1") }],
    });
    stack.push(() => app.close());
    options.mount?.(app, deps);
    const url = await listen(app, env);
    if (metrics && env.metrics) {
      const served = await serveMetrics(metrics, env.metrics);
      stack.push(async () => served.closeAllConnections());
      stack.push(async () => void served.close());
      log.info({ metrics: served.address() }, "measures served");
    }
    return { url, close: () => (closing ??= closeAll()) };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function openStore(
  env: Env,
  context: {
    readonly say: (message: Text) => void;
    readonly log: Logger;
    readonly onClose: (step: () => Promise<unknown>) => void;
  },
): Promise<Database> {
  const { say, log, onClose } = context;
  let embedded: EmbeddedPostgres | undefined;
  if (env.databaseUrl === undefined) {
    embedded = await startEmbedded({ dataDir: env.dataDir, log: say });
    onClose(embedded.stop);
  }
  const database = await openDatabase(embedded ? { embedded } : { url: env.databaseUrl ?? "" }, {
    onConnectionError: (error) => log.warn({ err: error }, "database connection lost"),
  });
  onClose(database.close);
  if (database.migrated.length > 0) log.info({ migrations: database.migrated }, "database migrated");
  return database;
}

async function makeDeps(
  env: Env,
  parts: {
    readonly database: Database;
    readonly vault: Vault | undefined;
    readonly log: Logger;
    readonly clock: Deps["clock"];
    readonly lab: Lab;
    readonly post: Deps["webhooks"]["post"];
  },
): Promise<Deps> {
  const digest: Digest = (bytes) =>
    Promise.resolve(new Uint8Array(createHash("sha256").update(bytes).digest()));
  const keyFile = { file: env.signingKeyFile, dataDir: env.dataDir };
  await refuseMissingKey(parts.database.db, signingKeyFile(keyFile));
  const key = await loadSigningKey(keyFile, digest);
  const known = await readKeyLists(keyListsFile(key.file), key.jwk, digest);
  const counting = [key.jwk, ...known.keys].map(({ kid }) => kid);
  await refuseStrangeKey(parts.database.db, key.file, new Set(counting));
  const earlier = known.keys.filter(({ kid }) => kid !== key.jwk.kid);
  const secret =
    env.sessionSecret ??
    secretFile(path.join(env.dataDir, "session-secret"), () => randomBytes(32).toString("base64url"));
  const { database, vault, log, clock, lab, post } = parts;
  const demo = env.mode === "demo";
  return {
    mode: env.mode,
    db: database.db,
    vault,
    clock,
    ids: { uuid: () => randomUUID(), token: () => randomBytes(32).toString("base64url") },
    digest,
    hashToken: (token) => createHmac("sha256", secret).update(token).digest("hex"),
    hashKey: (text) => hash("sha256", text),
    passwords: slowPasswords(),
    provider: env.provider && identityProvider({ ...env.provider, publicUrl: env.publicUrl ?? "" }),
    signer: key.signer,
    // What it signed with a key it gave up since is still its own.
    trusted: [key.verifier, ...earlier.map(verifierOf)],
    publicKeys: [key.jwk, ...earlier.filter(({ kid }) => !known.revoked.has(kid))],
    keyLists: known.lists,
    verifiersOf: (keys) => Promise.all(keys.map((jwk) => vouchedVerifier(jwk, digest))),
    moves: channelMoves(),
    lab,
    labJobs: labJobs({
      lab,
      // One at a time: a proof keeps a core busy, and requests want the other.
      most: 1,
      mostWaiting: 20,
      clock,
      log,
      keep: (result) => keepLabResult(database.db, result),
    }),
    boundaryScore,
    webhooks: { hosts: env.webhookHosts, post },
    log,
    // The demo has nothing to prove who one is by: having signed in counts as long as the session does.
    sessions: demo
      ? { idle: 12 * hour, absolute: 12 * hour, proved: 12 * hour }
      : { idle: 30 * minute, absolute: 12 * hour, proved: 5 * minute },
  };
}

async function listen(app: FastifyInstance, env: Env): Promise<string> {
  await app.listen({ host: env.host, port: env.port });
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : env.port;
  return `http://${env.host.includes(":") ? `[${env.host}]` : env.host}:${port}`;
}
