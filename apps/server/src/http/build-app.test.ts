// What the server does around its routes, without a network and without a database.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { channelMoves, type Deps } from "@jumelage/api";
import type { FastifyInstance } from "fastify";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { createLogger } from "../logger.ts";
import { buildApp, type AppOptions } from "./build-app.ts";

const folder = mkdtempSync(path.join(tmpdir(), "jumelage-console-"));
mkdirSync(path.join(folder, "assets"));
writeFileSync(path.join(folder, "index.html"), "<!doctype html><title>Jumelage</title>");
writeFileSync(path.join(folder, "assets/main-abc.js"), "1");
writeFileSync(path.join(folder, "assets/cohort.worker-Ab_1-x.js"), "1");
writeFileSync(path.join(folder, "favicon.svg"), "<svg/>");
writeFileSync(path.join(folder, "../jumelage-outside.txt"), "outside");
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(path.join(folder, "../jumelage-outside.txt"), { force: true });
});

const log = createLogger("silent");
/** Every use of the database fails with what a driver might say. */
const deps = {
  mode: "demo",
  db: new Proxy(
    {},
    {
      get: () => () => {
        throw new Error("select secret from table where name = 'Tremblay'");
      },
    },
  ),
  clock: { now: () => new Date() },
  hashToken: () => "0".repeat(64),
  hashKey: () => "0".repeat(64),
  publicKeys: [],
  keyLists: [],
  moves: channelMoves(),
  log,
  sessions: { idle: 1, absolute: 1 },
} as unknown as Deps;

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

async function build(options: Partial<AppOptions> = {}): Promise<FastifyInstance> {
  app = await buildApp({
    deps,
    log,
    mode: "demo",
    publicUrl: undefined,
    consoleDir: folder,
    downloadsDirs: [folder],
    version: "0.0.0",
    probes: [],
    ...options,
  });
  return app;
}

const local = { host: "localhost" };

describe("the console's files", () => {
  it("answer every address of the console with its first page, under a strict policy", async () => {
    const server = await build();
    for (const url of [
      "/",
      "/index.html",
      "/p/autosoins-diriges",
      "/p/autosoins-diriges/criteres/A-D4?lang=en",
    ]) {
      const { statusCode, headers, body } = await server.inject({ url, headers: local });
      expect([statusCode, body], url).toEqual([200, "<!doctype html><title>Jumelage</title>"]);
      expect(headers["cache-control"]).toBe("no-store");
      // Word for word: whatever is added here is something that a text somebody wrote could use.
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; " +
          "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " +
          "require-trusted-types-for 'script'; trusted-types jumelage-worker",
      );
    }
  });

  it("keep what is named after its content for ever, and the rest to be asked for again", async () => {
    const server = await build();
    const asset = await server.inject({ url: "/assets/main-abc.js", headers: local });
    expect([asset.statusCode, asset.headers["cache-control"]]).toEqual([
      200,
      "public, max-age=31536000, immutable",
    ]);
    expect((await server.inject({ url: "/favicon.svg", headers: local })).headers["cache-control"]).toBe(
      "no-cache",
    );
  });

  it("compile nothing, but for the worker that reads a cohort, which connects to nothing", async () => {
    const server = await build();
    const policyOf = async (url: string) =>
      (await server.inject({ url, headers: local })).headers["content-security-policy"];
    expect(await policyOf("/assets/cohort.worker-Ab_1-x.js")).toBe(
      "default-src 'none'; script-src 'wasm-unsafe-eval'; frame-ancestors 'none'",
    );
    expect(await policyOf("/assets/main-abc.js")).not.toContain("wasm");
    expect(await policyOf("/")).not.toContain("wasm");
  });

  it("say themselves, to a browser, that there is nothing at an address; apps get a problem", async () => {
    const server = await build();
    const browser = { ...local, accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
    const page = await server.inject({ url: "/nothing", headers: browser });
    expect([page.statusCode, page.body]).toEqual([404, "<!doctype html><title>Jumelage</title>"]);
    expect(page.headers["content-security-policy"]).toContain("script-src 'self'");
    for (const url of ["/v1/nothing", "/v1", "/trpc/nothing", "/cds-services"]) {
      const { headers } = await server.inject({ url, headers: browser });
      expect(headers["content-type"], url).toMatch(/json/);
    }
    const post = await server.inject({ method: "POST", url: "/nothing", headers: browser });
    expect(post.headers["content-type"]).toMatch(/problem\+json/);
  });

  it("end at their folder; unknown addresses are problems, not pages", async () => {
    const server = await build();
    for (const url of [
      "/assets/gone.js",
      "/nothing",
      "/../jumelage-outside.txt",
      "/%2e%2e/jumelage-outside.txt",
      "/v1/nothing",
      "/trpc",
    ]) {
      const { statusCode, headers, body } = await server.inject({ url, headers: local });
      expect([statusCode, headers["content-type"]], url).toEqual([
        404,
        "application/problem+json; charset=utf-8",
      ]);
      expect(body).not.toContain("outside\n");
    }
  });

  it("say that they are not built when they are not", async () => {
    const server = await build({ consoleDir: path.join(folder, "none") });
    expect((await server.inject({ url: "/", headers: local })).statusCode).toBe(503);
  });
});

describe("behind https", () => {
  const options = { mode: "production", publicUrl: "https://jumelage.example" } as const;
  const signOut = { method: "POST", url: "/trpc/session.signOut", payload: {} } as const;

  it("binds the cookie to the host and to https", async () => {
    const server = await build(options);
    const { headers } = await server.inject({ ...signOut, headers: { origin: "https://jumelage.example" } });
    expect(headers["set-cookie"]).toMatch(/^__Host-jumelage=;/);
    expect(headers["set-cookie"]).toMatch(/; Path=\/; .*HttpOnly; Secure; SameSite=Lax/);
    expect(headers["set-cookie"]).not.toMatch(/Domain/);
    expect(headers["strict-transport-security"]).toBeDefined();
  });

  it("takes changes from its public origin only, whatever host a request names", async () => {
    const server = await build(options);
    const from = async (origin: string) =>
      (await server.inject({ ...signOut, headers: { origin, host: new URL(origin).host } })).statusCode;
    expect(await from("https://jumelage.example")).toBe(200);
    expect(await from("https://evil.example")).toBe(403);
    expect(await from("http://jumelage.example")).toBe(403);
  });

  it("has nobody to sign in as with one click", async () => {
    const server = await build({ ...options, deps: { ...deps, mode: "production" } });
    const { statusCode, json } = await server.inject({
      method: "POST",
      url: "/trpc/session.signIn",
      payload: { personId: "alex-roy" },
      headers: { origin: "https://jumelage.example" },
    });
    expect([
      statusCode,
      json<{ error: { data: { refusal: { code: string } } } }>().error.data.refusal.code,
    ]).toEqual([403, "forbidden"]);
  });
});

describe("guessing keys", () => {
  it("is slowed down, and hinders nobody else", async () => {
    const server = await build();
    const ask = async (remoteAddress: string) =>
      (await server.inject({ url: "/v1/programs", headers: local, remoteAddress })).statusCode;
    const answers: number[] = [];
    for (let i = 0; i < 125; i++) answers.push(await ask("192.0.2.1"));
    expect(answers.filter((status) => status === 401)).toHaveLength(120);
    expect(answers.slice(120)).toEqual([429, 429, 429, 429, 429]);
    expect(await ask("192.0.2.2")).toBe(401);
    expect(
      (await server.inject({ url: "/v1/keys", headers: local, remoteAddress: "192.0.2.1" })).statusCode,
    ).toBe(200);
  });
});

describe("when something breaks", () => {
  it("answers with a code and a request id, on both doors, and nothing else", async () => {
    const server = await build();
    const console = await server.inject({
      url: "/trpc/session.get",
      headers: { ...local, cookie: "jumelage=x" },
    });
    expect(console.statusCode).toBe(500);
    expect(console.json()).toEqual({
      error: {
        code: expect.any(Number),
        message: "INTERNAL_SERVER_ERROR",
        data: {
          code: "INTERNAL_SERVER_ERROR",
          httpStatus: 500,
          requestId: console.headers["x-request-id"],
          refusal: null,
        },
      },
    });
    const app = await server.inject({
      url: "/v1/programs",
      headers: { ...local, authorization: "Bearer k" },
    });
    expect(app.statusCode).toBe(500);
    expect(app.json()).toMatchObject({ code: "internal", requestId: app.headers["x-request-id"] });
    for (const { body } of [console, app]) expect(body).not.toMatch(/secret|Tremblay|select|\.ts/);
  });

  it("is not ready, says what is not well, and does not wait for what never answers", async () => {
    const server = await build({
      probes: [
        { name: "database", check: () => Promise.reject(new Error("down")) },
        { name: "disk", check: () => Promise.resolve() },
        { name: "clock", check: () => new Promise(() => undefined) },
      ],
    });
    const { statusCode, json } = await server.inject({ url: "/readyz", headers: local });
    expect([statusCode, json()]).toEqual([
      503,
      { status: "not-ready", reasons: [{ code: "database" }, { code: "clock" }] },
    ]);
    expect((await server.inject({ url: "/healthz", headers: local })).statusCode).toBe(200);
  });
});
