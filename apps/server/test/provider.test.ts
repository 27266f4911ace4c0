// Signing in at a real OpenID Connect provider, and what somebody who is not at home there cannot do.
import type { Session, StepUpWays } from "@jumelage/api/schemas";
import { emptyDatabase } from "@jumelage/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser } from "./browser.ts";
import { program, startProduction, type ProductionServer } from "./production-server.ts";

let server: ProductionServer;
beforeAll(async () => {
  server = await startProduction({ database: await emptyDatabase() });
}, 120_000);
afterAll(() => server?.stop(), 60_000);

describe("a provider", () => {
  it("signs in whom it knows by a verified address, and remembers them by their identity", async () => {
    await server.createUser(
      "--email",
      "ines@exemple.test",
      "--name",
      "Inès Ouellet",
      "--role",
      `${program}:author`,
    );
    server.emails.set("ines", { email: "Ines@exemple.test", verified: true });
    const browser = new Browser();
    const page = await server.atProvider(
      browser,
      `/auth/provider?return=${encodeURIComponent("/p/x?a=1")}`,
      "ines",
    );
    expect(page.url.href).toBe(`${server.url}/p/x?a=1`);
    const { data } = await server.consoleOf(browser).query<Session>("session.get");
    expect(data.person).toMatchObject({ id: "ines-ouellet", roles: [{ program, roles: ["author"] }] });
    // Her address changes at the provider: she is still herself. Somebody else with her old address is not.
    server.emails.set("ines", { email: "ines.ouellet@exemple.test", verified: true });
    const later = new Browser();
    await server.atProvider(later, "/auth/provider", "ines");
    expect((await server.consoleOf(later).query<Session>("session.get")).data.person?.id).toBe(
      "ines-ouellet",
    );
    server.emails.set("intruder", { email: "ines@exemple.test", verified: true });
    const other = new Browser();
    const refused = await server.atProvider(other, "/auth/provider", "intruder");
    expect(refused.url.search).toBe("?connexion=no-account");
    expect((await server.consoleOf(other).query<Session>("session.get")).data.person).toBeNull();
  });

  it("signs in nobody by an address it has not verified, nor somebody it knows and we do not", async () => {
    server.emails.set("ada", { email: "ada.roy@exemple.test", verified: false });
    server.emails.set("stranger", { email: "stranger@exemple.test", verified: true });
    for (const login of ["ada", "stranger", "without-address"]) {
      const browser = new Browser();
      const page = await server.atProvider(browser, "/auth/provider", login);
      expect(page.url.search, login).toBe("?connexion=no-account");
      expect((await server.consoleOf(browser).query<Session>("session.get")).data.person, login).toBeNull();
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
      const page = await server.atProvider(
        browser,
        `/auth/provider?return=${encodeURIComponent(asked)}`,
        "ines",
      );
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
    await server.atProvider(browser, "/auth/provider", "ines");
    const console = server.consoleOf(browser);
    expect((await console.query<StepUpWays>("session.stepUpWays")).data).toEqual({
      demo: false,
      password: false,
      provider: "Le réseau",
    });
    await server.sixMinutesAgo("ines-ouellet");
    const somebody = await server.atProvider(
      browser,
      "/auth/provider?purpose=step-up&return=/p/y",
      "stranger",
    );
    expect(somebody.url.pathname + somebody.url.search).toBe("/p/y?connexion=no-account");
    expect(await server.provedMinutesAgo("ines-ouellet")).toBeGreaterThan(5);
    const again = await server.atProvider(browser, "/auth/provider?purpose=step-up&return=/p/y", "ines");
    expect(again.url.pathname + again.url.search).toBe("/p/y");
    expect(await server.provedMinutesAgo("ines-ouellet")).toBeLessThan(1);
  });
});
