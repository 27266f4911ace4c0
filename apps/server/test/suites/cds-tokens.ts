// Who may call CDS Hooks services: tokens that are as they should be, and every way in which one may not be.
import { createHmac, createPublicKey } from "node:crypto";
import type { CdsClient } from "@jumelage/api/schemas";
import type { JWTPayload } from "jose";
import { createConsumer, inTransaction, openDatabase } from "@jumelage/db";
import { shows } from "@jumelage/engine/test/evidence";
import { beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../api-suite.ts";
import { goodClaims, keyPair, list, sign, type KeyPair } from "../cds-client.ts";
import { admin, App, author, Console, selfCare, serviceChoice } from "../clients.ts";

const issuer = "https://dossier.example/essai";
const withTenants = "https://dossier.example/plusieurs";
const jku = "https://dossier.example/jwks.json";

export function cdsTokenTests(server: Running): void {
  describe("CDS Hooks tokens", () => {
    let es: KeyPair;
    let rs: KeyPair;
    let ed: KeyPair;
    let foreign: KeyPair;
    const service = () => `${server().url}/cds-services/${selfCare}`;
    const discovery = () => `${server().url}/cds-services`;

    beforeAll(async () => {
      [es, rs, ed, foreign] = await Promise.all([
        keyPair("ES384", "es"),
        keyPair("RS384", "rs"),
        keyPair("EdDSA", "ed"),
        keyPair("ES384", "es"),
      ]);
      const keys = [es.publicJwk, rs.publicJwk, ed.publicJwk];
      expect((await list(server().url, { issuer, keys, jku })).status).toBe(200);
      const database = await openDatabase({ url: server().databaseUrl }, { migrate: false, max: 1 });
      await inTransaction(database.db, (tx) =>
        createConsumer(
          tx,
          { by: "system", at: new Date() },
          {
            id: "autre-dossier",
            name: "Autre dossier",
            keyHash: "d".repeat(64),
            keyPrefix: "d",
            programs: [serviceChoice],
          },
        ),
      );
      await database.close();
      const listed = await list(server().url, { issuer: withTenants, keys, tenants: ["csss-nord"] });
      expect(listed.data.map((c) => c.issuer)).toEqual([issuer, withTenants]);
    });

    const call = async (token: string | undefined, address = service()) => {
      const answer = await new App("", token).send<Readonly<Record<string, unknown>>>(
        address,
        address === discovery()
          ? {}
          : {
              method: "POST",
              headers: { "content-type": "application/json" },
              body: JSON.stringify({
                hook: "patient-view",
                hookInstance: crypto.randomUUID(),
                context: { patientId: "p1" },
                prefetch: { responses: null },
              }),
            },
      );
      return { code: answer.data["code"], reason: answer.data["reason"], ...answer };
    };
    const good = (over: JWTPayload = {}) => ({ ...goodClaims(issuer, service()), ...over });
    const without = (claim: string) =>
      Object.fromEntries(Object.entries(good()).filter(([name]) => name !== claim));
    const parts = (token: string) => token.split(".") as [string, string, string];
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const seconds = () => Math.floor(Date.now() / 1000);

    it.each(["ES384", "RS384", "EdDSA"])("%s: a token that is as it should be", async (alg) => {
      const key = [es, rs, ed].find((k) => k.alg === alg) ?? es;
      expect((await call(await sign(good(), key))).status).toBe(200);
      const token = await sign({ ...good(), aud: discovery() }, key);
      expect((await call(token, discovery())).status).toBe(200);
      expect(
        (await call(await sign(good({ aud: ["https://ailleurs.example", service()] }), key))).status,
      ).toBe(200);
      expect((await call(await sign(good(), key, { jku }))).status).toBe(200);
      expect((await call(await sign({ ...good(), iss: withTenants, tenant: "csss-nord" }, key))).status).toBe(
        200,
      );
    });

    /** Each with why it is refused, and how it is made. */
    const refused: readonly (readonly [
      name: string,
      reason: string,
      make: () => string | Promise<string>,
    ])[] = [
      ["not a token", "malformed", () => "jumelage-demo-key"],
      ["a token of three empty parts", "malformed", () => ".."],
      ["a token over 8 KiB", "malformed", async () => sign(good({ note: "x".repeat(9000) }), es)],
      [
        "alg none, no signature",
        "algorithm",
        () => `${encoded({ alg: "none", typ: "JWT", kid: "es" })}.${encoded(good())}.`,
      ],
      [
        "alg None in other letters",
        "algorithm",
        () => `${encoded({ alg: "NoNe", typ: "JWT", kid: "es" })}.${encoded(good())}.`,
      ],
      [
        "HS256 keyed with the public key",
        "algorithm",
        () => {
          const text = `${encoded({ alg: "HS256", typ: "JWT", kid: "rs" })}.${encoded(good())}`;
          const pem = createPublicKey({ key: { ...rs.publicJwk }, format: "jwk" }).export({
            type: "spki",
            format: "pem",
          });
          return `${text}.${createHmac("sha256", pem).update(text).digest("base64url")}`;
        },
      ],
      [
        "RS384 said of an EC key",
        "untrusted",
        async () => {
          const [, payload, signature] = parts(await sign(good(), es));
          return `${encoded({ alg: "RS384", typ: "JWT", kid: "es" })}.${payload}.${signature}`;
        },
      ],
      ["no key id", "malformed", async () => sign(good(), es, { kid: undefined })],
      ["a key id that is on no list", "untrusted", async () => sign(good(), es, { kid: "es2" })],
      ["another key under the same id", "untrusted", async () => sign(good(), foreign)],
      [
        "a key that the token brings along",
        "untrusted",
        async () => sign(good(), foreign, { jwk: foreign.publicJwk, kid: "neuf" }),
      ],
      [
        "an address for its keys that is not the listed one",
        "untrusted",
        async () => sign(good(), es, { jku: "https://mal.example/jwks.json" }),
      ],
      [
        "a header that must be understood and is not",
        "malformed",
        async () => {
          const [, payload, signature] = parts(await sign(good(), es));
          return `${encoded({ alg: "ES384", typ: "JWT", kid: "es", crit: ["x"], x: 1 })}.${payload}.${signature}`;
        },
      ],
      ["another type of token", "malformed", async () => sign(good(), es, { typ: "at+jwt" })],
      [
        "a claim changed after signing",
        "untrusted",
        async () => {
          const [header, , signature] = parts(await sign(good(), es));
          return `${header}.${encoded(good({ sub: "x" }))}.${signature}`;
        },
      ],
      [
        "the signature cut off",
        "untrusted",
        async () => {
          const [header, payload] = parts(await sign(good(), es));
          return `${header}.${payload}.`;
        },
      ],
      [
        "an issuer that is on no list",
        "untrusted",
        async () => sign(good({ iss: "https://mal.example" }), es),
      ],
      ["no issuer", "untrusted", async () => sign(without("iss"), es)],
      [
        "for another service of ours",
        "audience",
        async () => sign(good({ aud: `${discovery()}/${serviceChoice}` }), es),
      ],
      ["for discovery", "audience", async () => sign(good({ aud: discovery() }), es)],
      [
        "for another server",
        "audience",
        async () => sign(good({ aud: `https://ailleurs.example/cds-services/${selfCare}` }), es),
      ],
      ["for nobody", "audience", async () => sign(without("aud"), es)],
      ["expired", "expired", async () => sign(good({ iat: seconds() - 200, exp: seconds() - 60 }), es)],
      ["without an end", "expired", async () => sign(without("exp"), es)],
      ["without a beginning", "issued-at", async () => sign(without("iat"), es)],
      [
        "issued in the future",
        "issued-at",
        async () => sign(good({ iat: seconds() + 200, exp: seconds() + 300 }), es),
      ],
      [
        "issued long ago, and good for long",
        "expired",
        async () => sign(good({ iat: seconds() - 4000 }), es),
      ],
      ["good for an hour", "too-long", async () => sign(good({ exp: seconds() + 3600 }), es)],
      ["not yet valid", "issued-at", async () => sign(good({ nbf: seconds() + 200 }), es)],
      ["without an id", "token-id", async () => sign(without("jti"), es)],
      ["with an empty id", "token-id", async () => sign(good({ jti: "" }), es)],
      [
        "of another organization",
        "tenant",
        async () => sign(good({ iss: withTenants, tenant: "csss-sud" }), es),
      ],
      ["of no organization where one is needed", "tenant", async () => sign(good({ iss: withTenants }), es)],
      [
        "used before",
        "replayed",
        async () => {
          const token = await sign(good(), es);
          expect((await call(token)).status).toBe(200);
          return token;
        },
      ],
      [
        "another token with an id used before",
        "replayed",
        async () => {
          const claims = good();
          expect((await call(await sign(claims, es))).status).toBe(200);
          return sign({ ...claims, exp: seconds() + 200 }, rs);
        },
      ],
    ];

    it("are looked at in at least 25 wrong ways", () => {
      expect(refused.length).toBeGreaterThanOrEqual(25);
    });

    it.each(refused)("%s: refused (%s)", shows("wrong-tokens"), async (_name, reason, make) => {
      const answer = await call(await make());
      expect([answer.status, answer.code, answer.reason]).toEqual([401, "wrong-token", reason]);
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
      expect(answer.text).not.toMatch(/jose|JWS|JWK|kid/);
    });

    it("no token: 401, for discovery too", async () => {
      for (const address of [service(), discovery()]) {
        const answer = await new App("", "").send<{ code: string }>(address, {
          method: address === discovery() ? "GET" : "POST",
          headers: { authorization: "" },
        });
        expect([answer.status, answer.data.code]).toEqual([401, "no-token"]);
      }
    });

    it("of two calls with one token at the same time, one is answered", async () => {
      const token = await sign(good(), es);
      const answers = await Promise.all(Array.from({ length: 8 }, () => call(token)));
      expect(answers.filter((a) => a.status === 200)).toHaveLength(1);
      expect(answers.filter((a) => a.reason === "replayed")).toHaveLength(7);
    });

    it("a client taken off the list, or of a consumer that may not read the program, gets nothing", async () => {
      const sacha = await Console.of(server().url, admin);
      const gone = "https://dossier.example/parti";
      expect((await list(server().url, { issuer: gone, keys: [es.publicJwk] })).status).toBe(200);
      expect((await call(await sign({ ...good(), iss: gone }, es))).status).toBe(200);
      const after = await sacha.mutate<CdsClient[]>("cdsClients.remove", { issuer: gone });
      expect(after.data.map((c) => c.issuer)).not.toContain(gone);
      expect((await call(await sign({ ...good(), iss: gone }, es))).reason).toBe("untrusted");
      expect((await sacha.mutate("cdsClients.remove", { issuer: gone })).refusal?.code).toBe("not-found");
      await list(server().url, { issuer: gone, keys: [es.publicJwk], consumer: "autre-dossier" });
      const foreignService = await call(await sign({ ...good(), iss: gone }, es));
      expect([foreignService.status, foreignService.code]).toEqual([404, "not-found"]);
      const seen = await call(await sign({ ...good(), iss: gone, aud: discovery() }, es), discovery());
      expect((seen.data["services"] as { id: string }[]).map((s) => s.id)).toEqual([serviceChoice]);
      await sacha.mutate("cdsClients.remove", { issuer: gone });
    });

    it("the list takes public keys only, and strong ones", async () => {
      const listed = async (key: Readonly<Record<string, unknown>>) => {
        const answer = await list(server().url, { issuer: "urn:essai:cles", keys: [key] });
        return [answer.status, (answer.refusal?.details["diagnostics"] as { code: string }[])?.[0]?.code];
      };
      const weak = await keyPair("RS384", "weak").then(({ publicJwk }) => ({ ...publicJwk, n: "AQAB" }));
      expect(await listed({ ...es.publicJwk, d: "AAAA" })).toEqual([400, "private-key"]);
      expect((await listed({ kty: "oct", k: "AAAA", kid: "k" }))[0]).toBe(400);
      expect((await listed(weak))[0]).toBe(400);
      expect((await listed({ ...es.publicJwk, kid: undefined }))[0]).toBe(400);
      expect((await listed({ ...es.publicJwk, alg: "HS256" }))[0]).toBe(400);
      expect(await listed({ ...es.publicJwk, x: "AAAA" })).toEqual([400, "not-a-key"]);
      const sacha = await Console.of(server().url, admin);
      const all = await sacha.query<CdsClient[]>("cdsClients.list", {});
      expect(all.data.map((c) => c.issuer)).toEqual([issuer, withTenants]);
      expect(all.data[0]).toMatchObject({ keys: ["es", "rs", "ed"], jku, tenants: [], consumer: "demo" });
      const camille = await Console.of(server().url, author);
      expect((await camille.query("cdsClients.list", {})).refusal?.code).toBe("forbidden");
    });
  });
}
