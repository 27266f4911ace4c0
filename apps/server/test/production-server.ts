// A server in production with a real OpenID Connect provider on this machine, and the ways in as its people meet them.
import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { createProgram, inTransaction, openDatabase } from "@jumelage/db";
import { Provider } from "oidc-provider";
import type { Browser, Page } from "./browser.ts";
import { Console } from "./clients.ts";
import { startProcess, temporaryFolder } from "./server-process.ts";

const cli = path.resolve(import.meta.dirname, "../../cli/src/main.ts");
export const password = "quatre chats sous la neige";
export const program = "programme-un";

/** What the provider says of a login. */
export interface Claimed {
  readonly email: string;
  readonly verified: boolean;
}

export interface ProductionServer {
  readonly url: string;
  readonly databaseUrl: string;
  readonly output: () => string;
  /** What the provider says of each login; may be changed at any time. */
  readonly emails: Map<string, Claimed>;
  /** Runs `jumelage admin create-user` as an operator would; the link it prints. */
  readonly createUser: (
    ...args: readonly string[]
  ) => Promise<{ readonly link: string; readonly created: boolean }>;
  /** A console where this password was given; without a session when it was the wrong one. */
  readonly withPassword: (email: string, typed?: string) => Promise<Console>;
  /** Signs in at the provider as `login`, from an address of the server on. */
  readonly atProvider: (browser: Browser, from: string, login: string) => Promise<Page>;
  /** The console of somebody who signed in with a browser. */
  readonly consoleOf: (browser: Browser) => Console;
  /** Lets six minutes pass since this person last showed who they are. */
  readonly sixMinutesAgo: (person: string) => Promise<void>;
  readonly provedMinutesAgo: (person: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

export interface ProductionOptions {
  /** Absent: an embedded one. */
  readonly database?: { readonly url: string; readonly drop: () => Promise<void> };
  /** Runs what `pnpm build` made, the console included. */
  readonly built?: boolean;
}

/** Starts the provider and the server, with one program and nobody in it. */
export async function startProduction(options: ProductionOptions = {}): Promise<ProductionServer> {
  const emails = new Map<string, Claimed>();
  const identityServer = createServer();
  const issuer = `http://127.0.0.1:${await listen(identityServer, 0)}`;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const provider = makeProvider({ issuer, redirectUri: `${url}/auth/back`, emails });
  identityServer.on("request", provider.callback());
  const keyFile = path.join(temporaryFolder(), "key.pem");
  const { privateKey } = generateKeyPairSync("ed25519");
  writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  const server = await startProcess({
    ...(options.database ? { databaseUrl: options.database.url } : {}),
    ...(options.built === true ? { built: true } : {}),
    env: {
      JUMELAGE_MODE: "production",
      PORT: String(port),
      JUMELAGE_PUBLIC_URL: url,
      JUMELAGE_SESSION_SECRET: "s".repeat(40),
      JUMELAGE_SIGNING_KEY_FILE: keyFile,
      JUMELAGE_OIDC_ISSUER: issuer,
      JUMELAGE_OIDC_CLIENT_ID: "jumelage",
      JUMELAGE_OIDC_CLIENT_SECRET: "between-the-two",
      JUMELAGE_OIDC_NAME: "Le réseau",
    },
  });
  const inDatabase = async <T>(
    work: (opened: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
  ): Promise<T> => {
    const opened = await openDatabase({ url: server.databaseUrl }, { migrate: false, max: 1 });
    try {
      return await work(opened);
    } finally {
      await opened.close();
    }
  };
  const title = { fr: "Un", en: "One" };
  await inDatabase(({ db }) =>
    inTransaction(db, (tx) => createProgram(tx, { by: "system", at: new Date() }, { id: program, title })),
  );
  return {
    url,
    databaseUrl: server.databaseUrl,
    output: server.output,
    emails,
    async createUser(...args) {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [cli, "admin", "create-user", "--json", ...args],
        { env: { PATH: process.env.PATH, DATABASE_URL: server.databaseUrl, JUMELAGE_PUBLIC_URL: url } },
      );
      return JSON.parse(stdout) as { link: string; created: boolean };
    },
    async withPassword(email, typed = password) {
      const console = new Console(url);
      await console.mutate("session.signInWithPassword", { email, password: typed });
      return console;
    },
    async atProvider(browser, from, login) {
      let page = await browser.visit(url + from);
      for (let steps = 0; page.url.origin === issuer && steps < 4; steps += 1)
        page = await browser.submit(page, page.html.includes('name="login"') ? { login, password: "x" } : {});
      return page;
    },
    consoleOf(browser) {
      const console = new Console(url);
      console.cookie = browser.cookiesFor(new URL(url));
      return console;
    },
    async sixMinutesAgo(person) {
      const passed = "update sessions set proved_at = now() - interval '6 minutes' where person = $1";
      await inDatabase(({ pool }) => pool.query(passed, [person]));
    },
    async provedMinutesAgo(person) {
      const since =
        "select extract(epoch from now() - max(proved_at))::float8 / 60 as minutes from sessions where person = $1";
      const { rows } = await inDatabase(({ pool }) => pool.query<{ minutes: number }>(since, [person]));
      return rows[0]?.minutes ?? Number.NaN;
    },
    async stop() {
      await server.stop();
      identityServer.close();
      await options.database?.drop();
    },
  };
}

function makeProvider(options: {
  readonly issuer: string;
  readonly redirectUri: string;
  readonly emails: ReadonlyMap<string, Claimed>;
}): Provider {
  return new Provider(options.issuer, {
    clients: [
      {
        client_id: "jumelage",
        client_secret: "between-the-two",
        redirect_uris: [options.redirectUri],
        grant_types: ["authorization_code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => {
        const known = options.emails.get(id);
        return { sub: id, ...(known ? { email: known.email, email_verified: known.verified } : {}) };
      },
    }),
    cookies: { keys: ["for tests alone"] },
    ttl: { Session: 3600, Grant: 3600, Interaction: 600, IdToken: 600, AccessToken: 600 },
  });
}

/** The token in a one-time link. */
export function tokenOf(link: string): string {
  return link.split("#")[1] ?? "";
}

function listen(http: Server, port: number): Promise<number> {
  return new Promise((resolve) => {
    http.listen(port, "127.0.0.1", () => {
      const address = http.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
}

async function freePort(): Promise<number> {
  const http = createServer();
  const port = await listen(http, 0);
  await new Promise((resolve) => void http.close(resolve));
  return port;
}
