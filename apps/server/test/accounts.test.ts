// A server in production, as its people meet it: the first administrator from the command line, passwords, a real
// OpenID Connect provider on this machine, and showing once more who one is before something grave.
import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import type { NewLink, People, Session, StepUpWays } from "@jumelage/api/schemas";
import { createProgram, inTransaction, openDatabase } from "@jumelage/db";
import { emptyDatabase } from "@jumelage/db/test-database";
import Provider from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser } from "./browser.ts";
import { Console } from "./clients.ts";
import { startProcess, temporaryFolder, type ServerProcess } from "./server-process.ts";

const cli = path.resolve(import.meta.dirname, "../../cli/src/main.ts");
const password = "quatre chats sous la neige";
const program = "programme-un";

let database: { readonly url: string; readonly drop: () => Promise<void> };
let server: ServerProcess;
let identityServer: Server;
let issuer: string;
/** What the provider says of each login: changed by tests. */
const emails = new Map<string, { readonly email: string; readonly verified: boolean }>();

beforeAll(async () => {
  database = await emptyDatabase();
  identityServer = createServer();
  const providerPort = await listen(identityServer, 0);
  issuer = `http://127.0.0.1:${providerPort}`;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  identityServer.on("request", provider(`${url}/auth/back`).callback());
  const dataDir = temporaryFolder();
  const keyFile = path.join(dataDir, "key.pem");
  const { privateKey } = generateKeyPairSync("ed25519");
  writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  server = await startProcess({
    databaseUrl: database.url,
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
  const opened = await openDatabase({ url: database.url }, { migrate: false, max: 1 });
  await inTransaction(opened.db, (tx) =>
    createProgram(tx, { by: "system", at: new Date() }, { id: program, title: { fr: "Un", en: "One" } }),
  );
  await opened.close();
}, 120_000);

afterAll(async () => {
  await server?.stop();
  identityServer?.close();
  await database?.drop();
}, 60_000);

function provider(redirectUri: string): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: "jumelage",
        client_secret: "between-the-two",
        redirect_uris: [redirectUri],
        grant_types: ["authorization_code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => {
        const known = emails.get(id);
        return { sub: id, ...(known ? { email: known.email, email_verified: known.verified } : {}) };
      },
    }),
    cookies: { keys: ["for this test alone"] },
    ttl: { Session: 3600, Grant: 3600, Interaction: 600, IdToken: 600, AccessToken: 600 },
  });
}

/** Runs `jumelage admin create-user` as an operator would; the link it prints. */
async function createUser(
  ...args: readonly string[]
): Promise<{ readonly link: string; readonly created: boolean }> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cli, "admin", "create-user", "--json", ...args],
    { env: { PATH: process.env.PATH, DATABASE_URL: database.url, JUMELAGE_PUBLIC_URL: server.url } },
  );
  return JSON.parse(stdout) as { link: string; created: boolean };
}

function tokenOf(link: string): string {
  return link.split("#")[1] ?? "";
}

/** Signs in at the provider as `login`, from an address of the server on. */
async function atProvider(browser: Browser, from: string, login: string) {
  let page = await browser.visit(server.url + from);
  for (let steps = 0; page.url.origin === issuer && steps < 4; steps += 1)
    page = await browser.submit(page, page.html.includes('name="login"') ? { login, password: "x" } : {});
  return page;
}

/** The console of somebody who signed in with a browser. */
function consoleOf(browser: Browser): Console {
  const console = new Console(server.url);
  console.cookie = browser.cookiesFor(new URL(server.url));
  return console;
}

async function withPassword(email: string, typed = password): Promise<Console> {
  const console = new Console(server.url);
  await console.mutate("session.signInWithPassword", { email, password: typed });
  return console;
}

describe("local accounts", () => {
  it("begin with an administrator from the command line, who chooses a password by the link", async () => {
    const nobody = await new Console(server.url).query<Session>("session.get");
    expect(nobody.data).toEqual({
      mode: "production",
      person: null,
      demoPeople: [],
      provider: { name: "Le réseau" },
    });
    expect((await new Console(server.url).mutate("session.signIn", { personId: "ada-roy" })).status).toBe(
      403,
    );

    const first = await createUser("--admin", "--email", "Ada.Roy@exemple.test", "--name", "Ada Roy");
    expect(first.created).toBe(true);
    expect(first.link.startsWith(`${server.url}/bienvenue#`)).toBe(true);
    const token = tokenOf(first.link);
    const ada = new Console(server.url);
    expect((await ada.mutate("session.link", { token })).data).toEqual({
      name: "Ada Roy",
      email: "ada.roy@exemple.test",
    });
    for (const weak of ["aaaaaaaaaaaaaaa", "Ada Roy ada.roy", "abcdefghijklmnop"]) {
      const refused = await ada.mutate("session.usePasswordLink", { token, password: weak });
      expect(refused.refusal, weak).toEqual({
        code: "invalid-input",
        details: { reason: "obvious-password" },
      });
    }
    expect((await ada.mutate("session.usePasswordLink", { token, password: "trop court" })).status).toBe(400);
    const signed = await ada.mutate<Session>("session.usePasswordLink", { token, password });
    expect(signed.data.person).toMatchObject({ id: "ada-roy", admin: true });
    expect((await ada.query<Session>("session.get")).data.person?.id).toBe("ada-roy");
    // The link opened once.
    const again = await new Console(server.url).mutate("session.usePasswordLink", { token, password });
    expect(again.refusal?.code).toBe("not-found");
  });

  it("sign in with the right password only, and say nothing of which part was wrong", async () => {
    const right = await withPassword("ADA.ROY@exemple.test");
    expect((await right.query<Session>("session.get")).data.person?.id).toBe("ada-roy");
    const console = new Console(server.url);
    const answers = [];
    for (const [email, typed] of [
      ["ada.roy@exemple.test", "quatre chats sous la pluie"],
      ["nobody@exemple.test", password],
      ["ada.roy@exemple.test", `${password} `],
    ])
      answers.push(await console.mutate("session.signInWithPassword", { email, password: typed }));
    for (const answer of answers) {
      expect(answer.refusal).toEqual({ code: "forbidden", details: { reason: "wrong-password" } });
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  it("wait after five wrong passwords, the right one included", async () => {
    const { link } = await createUser("--email", "leo@exemple.test", "--name", "Léo Hamel");
    await new Console(server.url).mutate("session.usePasswordLink", { token: tokenOf(link), password });
    const console = new Console(server.url);
    const attempt = (typed: string) =>
      console.mutate("session.signInWithPassword", { email: "leo@exemple.test", password: typed });
    for (let n = 0; n < 5; n += 1) expect((await attempt(`wrong ${n}`)).refusal?.code).toBe("forbidden");
    const locked = await attempt(password);
    expect(locked.refusal?.code).toBe("rate-limited");
    const until = new Date(String(locked.refusal?.details["until"])).getTime();
    expect(until - Date.now()).toBeGreaterThan(20_000);
    expect(until - Date.now()).toBeLessThanOrEqual(60_000);
    // A new link ends the wait, and every session of before.
    const renewed = await createUser("--email", "leo@exemple.test");
    expect(renewed.created).toBe(false);
    const other = `${password} et plus`;
    const set = await console.mutate<Session>("session.usePasswordLink", {
      token: tokenOf(renewed.link),
      password: other,
    });
    expect(set.data.person?.id).toBe("leo-hamel");
    expect((await withPassword("leo@exemple.test")).cookie).toBeUndefined();
    expect((await withPassword("leo@exemple.test", other)).cookie).toBeDefined();
  });

  it("keep no password and no link in the logs or in the database", async () => {
    expect(server.output()).not.toContain(password);
    const opened = await openDatabase({ url: database.url }, { migrate: false, max: 1 });
    const { rows } = await opened.pool.query<{ all: string }>(
      "select (select json_agg(p)::text from passwords p) || (select json_agg(l)::text from sign_in_links l) || (select json_agg(a)::text from audit_payloads a) as all",
    );
    await opened.close();
    expect(rows[0]?.all).toContain("scrypt$");
    expect(rows[0]?.all).not.toContain(password);
  });
});

describe("people", () => {
  it("are added, given roles, shut out and let in again by an administrator, and by nobody else", async () => {
    const ada = await withPassword("ada.roy@exemple.test");
    const zoe = {
      id: "zoe-caron",
      name: "Zoé Caron",
      title: { fr: "Réviseure", en: "Reviewer" },
      email: "Zoe@exemple.test",
      admin: false,
    };
    const { data: link } = await ada.mutate<NewLink>("people.add", zoe);
    expect(link.path).toMatch(/^\/bienvenue#[\w-]{43}$/);
    expect((await ada.mutate("people.add", { ...zoe, email: "autre@exemple.test" })).refusal).toEqual({
      code: "invalid-input",
      details: { reason: "id-taken" },
    });
    expect(
      (await ada.mutate("people.add", { ...zoe, id: "zoe-2", email: "zoe@exemple.test" })).refusal,
    ).toEqual({
      code: "invalid-input",
      details: { reason: "email-taken" },
    });
    const role = { person: "zoe-caron", of: program, role: "reviewer", granted: true };
    const { data } = await ada.mutate<People>("people.setRole", role);
    expect(data.people.find((p) => p.id === "zoe-caron")).toMatchObject({
      email: "zoe@exemple.test",
      roles: [{ program, roles: ["reviewer"] }],
      signsIn: { password: false, provider: false },
    });
    const zoeAlone = new Console(server.url);
    await zoeAlone.mutate("session.usePasswordLink", { token: tokenOf(link.path), password });
    expect((await zoeAlone.query("people.list", {})).refusal?.code).toBe("forbidden");
    expect((await zoeAlone.query("programs.list")).status).toBe(200);
    await ada.mutate("people.setAccess", { person: "zoe-caron", allowed: false });
    expect((await zoeAlone.query("programs.list")).refusal?.code).toBe("signed-out");
    expect((await withPassword("zoe@exemple.test")).cookie).toBeUndefined();
    await ada.mutate("people.setAccess", { person: "zoe-caron", allowed: true });
    expect((await withPassword("zoe@exemple.test")).cookie).toBeDefined();
  });

  it("always have an administrator among them", async () => {
    const ada = await withPassword("ada.roy@exemple.test");
    const last = { code: "forbidden", details: { reason: "last-admin" } };
    const me = { person: "ada-roy" };
    expect((await ada.mutate("people.setAdmin", { ...me, admin: false })).refusal).toEqual(last);
    expect((await ada.mutate("people.setAccess", { ...me, allowed: false })).refusal).toEqual(last);
    await ada.mutate("people.setAdmin", { person: "zoe-caron", admin: true });
    expect((await ada.mutate("people.setAdmin", { person: "zoe-caron", admin: false })).status).toBe(200);
  });
});

describe("showing again who one is", () => {
  it("is asked before something grave, some minutes after signing in, and a wrong password is not enough", async () => {
    const ada = await withPassword("ada.roy@exemple.test");
    const grave = { person: "zoe-caron", admin: false };
    expect((await ada.mutate("people.setAdmin", grave)).status).toBe(200);
    await sixMinutesAgo("ada-roy");
    expect((await ada.mutate("people.setAdmin", grave)).refusal).toEqual({
      code: "step-up-needed",
      details: { action: "people.manage" },
    });
    // What is not grave goes on.
    expect((await ada.query("people.list", {})).status).toBe(200);
    expect((await ada.query<StepUpWays>("session.stepUpWays")).data).toEqual({
      demo: false,
      password: true,
      provider: null,
    });
    expect((await ada.mutate("session.stepUp", { password: "wrong" })).refusal?.code).toBe("forbidden");
    expect((await ada.mutate("session.stepUp", {})).refusal?.code).toBe("forbidden");
    expect((await ada.mutate("people.setAdmin", grave)).refusal?.code).toBe("step-up-needed");
    expect((await ada.mutate("session.stepUp", { password })).status).toBe(200);
    expect((await ada.mutate("people.setAdmin", grave)).status).toBe(200);
  });
});

describe("a provider", () => {
  it("signs in whom it knows by a verified address, and remembers them by their identity", async () => {
    await createUser("--email", "ines@exemple.test", "--name", "Inès Ouellet", "--role", `${program}:author`);
    emails.set("ines", { email: "Ines@exemple.test", verified: true });
    const browser = new Browser();
    const page = await atProvider(browser, `/auth/provider?return=${encodeURIComponent("/p/x?a=1")}`, "ines");
    expect(page.url.href).toBe(`${server.url}/p/x?a=1`);
    const { data } = await consoleOf(browser).query<Session>("session.get");
    expect(data.person).toMatchObject({ id: "ines-ouellet", roles: [{ program, roles: ["author"] }] });
    // Her address changes at the provider: she is still herself. Somebody else with her old address is not.
    emails.set("ines", { email: "ines.ouellet@exemple.test", verified: true });
    const later = new Browser();
    await atProvider(later, "/auth/provider", "ines");
    expect((await consoleOf(later).query<Session>("session.get")).data.person?.id).toBe("ines-ouellet");
    emails.set("intruder", { email: "ines@exemple.test", verified: true });
    const other = new Browser();
    const refused = await atProvider(other, "/auth/provider", "intruder");
    expect(refused.url.search).toBe("?connexion=no-account");
    expect((await consoleOf(other).query<Session>("session.get")).data.person).toBeNull();
  });

  it("signs in nobody by an address it has not verified, nor somebody it knows and we do not", async () => {
    emails.set("ada", { email: "ada.roy@exemple.test", verified: false });
    emails.set("stranger", { email: "stranger@exemple.test", verified: true });
    for (const login of ["ada", "stranger", "without-address"]) {
      const browser = new Browser();
      const page = await atProvider(browser, "/auth/provider", login);
      expect(page.url.search, login).toBe("?connexion=no-account");
      expect((await consoleOf(browser).query<Session>("session.get")).data.person, login).toBeNull();
    }
  });

  it("never sends anybody to another site", async () => {
    const paths = [
      "//evil.example/x",
      "https://evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
      "\t//evil.example",
    ];
    for (const asked of paths) {
      const browser = new Browser();
      const page = await atProvider(browser, `/auth/provider?return=${encodeURIComponent(asked)}`, "ines");
      expect(page.url.origin, asked).toBe(server.url);
    }
  });

  it("answers only whoever began, once, and with the state they began with", async () => {
    const ines = new Browser();
    // A page of somebody else sends the victim's browser to an answer that belongs to another attempt.
    const stolen = await ines.visit(`${server.url}/auth/back?code=x&state=${"a".repeat(43)}`);
    expect(stolen.url.search).toBe("?connexion=no-attempt");
    const begun = new Browser();
    await begun.visit(`${server.url}/auth/provider`);
    const forged = await begun.visit(`${server.url}/auth/back?code=invented&state=${"a".repeat(43)}`);
    expect(forged.url.search).toBe("?connexion=refused");
    // The attempt is used up.
    const replayed = await begun.visit(`${server.url}/auth/back?code=invented&state=${"a".repeat(43)}`);
    expect(replayed.url.search).toBe("?connexion=no-attempt");
    const denied = new Browser();
    await denied.visit(`${server.url}/auth/provider`);
    expect((await denied.visit(`${server.url}/auth/back?error=access_denied`)).url.search).toBe(
      "?connexion=refused",
    );
  });

  it("shows again who somebody is: only themselves, and only anew", async () => {
    const browser = new Browser();
    await atProvider(browser, "/auth/provider", "ines");
    const console = consoleOf(browser);
    expect((await console.query<StepUpWays>("session.stepUpWays")).data).toEqual({
      demo: false,
      password: false,
      provider: "Le réseau",
    });
    await sixMinutesAgo("ines-ouellet");
    const somebody = await atProvider(browser, "/auth/provider?purpose=step-up&return=/p/y", "stranger");
    expect(somebody.url.pathname + somebody.url.search).toBe("/p/y?connexion=no-account");
    expect(await provedMinutesAgo("ines-ouellet")).toBeGreaterThan(5);
    const again = await atProvider(browser, "/auth/provider?purpose=step-up&return=/p/y", "ines");
    expect(again.url.pathname + again.url.search).toBe("/p/y");
    expect(await provedMinutesAgo("ines-ouellet")).toBeLessThan(1);
  });
});

async function sixMinutesAgo(person: string): Promise<void> {
  const opened = await openDatabase({ url: database.url }, { migrate: false, max: 1 });
  await opened.pool.query("update sessions set proved_at = now() - interval '6 minutes' where person = $1", [
    person,
  ]);
  await opened.close();
}

async function provedMinutesAgo(person: string): Promise<number> {
  const opened = await openDatabase({ url: database.url }, { migrate: false, max: 1 });
  const { rows } = await opened.pool.query<{ minutes: number }>(
    "select extract(epoch from now() - max(proved_at))::float8 / 60 as minutes from sessions where person = $1",
    [person],
  );
  await opened.close();
  return rows[0]?.minutes ?? Number.NaN;
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
