// Accounts of a server in production: the first administrator from the command line, passwords, people and what they may
// do, and showing once more who one is before something grave.
import type { NewLink, People, Session, StepUpWays } from "@jumelage/api/schemas";
import { openDatabase } from "@jumelage/db";
import { emptyDatabase } from "@jumelage/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Console } from "./clients.ts";
import { password, program, startProduction, tokenOf, type ProductionServer } from "./production-server.ts";

let server: ProductionServer;
beforeAll(async () => {
  server = await startProduction({ database: await emptyDatabase() });
}, 120_000);
afterAll(() => server?.stop(), 60_000);

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

    const first = await server.createUser("--admin", "--email", "Ada.Roy@exemple.test", "--name", "Ada Roy");
    expect(first.created).toBe(true);
    expect(first.link.startsWith(`${server.url}/bienvenue#`)).toBe(true);
    const token = tokenOf(first.link);
    const ada = new Console(server.url);
    expect((await ada.mutate("session.link", { token })).data).toEqual({
      name: "Ada Roy",
      email: "ada.roy@exemple.test",
    });
    for (const weak of ["aaaaaaaaaaaaaaa", "Ada Roy ada.roy", "abcdefghijklmnop"]) {
      const refused = await ada.mutate("session.choosePassword", { token, password: weak });
      expect(refused.refusal, weak).toEqual({
        code: "invalid-input",
        details: { reason: "obvious-password" },
      });
    }
    expect((await ada.mutate("session.choosePassword", { token, password: "trop court" })).status).toBe(400);
    const signed = await ada.mutate<Session>("session.choosePassword", { token, password });
    expect(signed.data.person).toMatchObject({ id: "ada-roy", admin: true });
    expect((await ada.query<Session>("session.get")).data.person?.id).toBe("ada-roy");
    // The link opened once.
    const again = await new Console(server.url).mutate("session.choosePassword", { token, password });
    expect(again.refusal?.code).toBe("not-found");
  });

  it("sign in with the right password only, and say nothing of which part was wrong", async () => {
    const right = await server.withPassword("ADA.ROY@exemple.test");
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
    const { link } = await server.createUser("--email", "leo@exemple.test", "--name", "Léo Hamel");
    await new Console(server.url).mutate("session.choosePassword", { token: tokenOf(link), password });
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
    const renewed = await server.createUser("--email", "leo@exemple.test");
    expect(renewed.created).toBe(false);
    const other = `${password} et plus`;
    const set = await console.mutate<Session>("session.choosePassword", {
      token: tokenOf(renewed.link),
      password: other,
    });
    expect(set.data.person?.id).toBe("leo-hamel");
    expect((await server.withPassword("leo@exemple.test")).cookie).toBeUndefined();
    expect((await server.withPassword("leo@exemple.test", other)).cookie).toBeDefined();
  });

  it("keep no password and no link in the logs or in the database", async () => {
    expect(server.output()).not.toContain(password);
    const opened = await openDatabase({ url: server.databaseUrl }, { migrate: false, max: 1 });
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
    const ada = await server.withPassword("ada.roy@exemple.test");
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
    await zoeAlone.mutate("session.choosePassword", { token: tokenOf(link.path), password });
    expect((await zoeAlone.query("people.list", {})).refusal?.code).toBe("forbidden");
    expect((await zoeAlone.query("programs.list")).status).toBe(200);
    await ada.mutate("people.setAccess", { person: "zoe-caron", allowed: false });
    expect((await zoeAlone.query("programs.list")).refusal?.code).toBe("signed-out");
    expect((await server.withPassword("zoe@exemple.test")).cookie).toBeUndefined();
    await ada.mutate("people.setAccess", { person: "zoe-caron", allowed: true });
    expect((await server.withPassword("zoe@exemple.test")).cookie).toBeDefined();
  });

  it("always have an administrator among them", async () => {
    const ada = await server.withPassword("ada.roy@exemple.test");
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
    const ada = await server.withPassword("ada.roy@exemple.test");
    const grave = { person: "zoe-caron", admin: false };
    expect((await ada.mutate("people.setAdmin", grave)).status).toBe(200);
    await server.sixMinutesAgo("ada-roy");
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
