// The signing key of a fresh data folder, backed up and put back, then lost for good: docs/operations.md as it is written,
// seen by an application that was there before and by one that is told of the new key.
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PublicJwk } from "@jumelage/engine";
import { shows } from "@jumelage/engine/test/evidence";
import { createClient, type Cache, type Client } from "@jumelage/sdk";
import { afterAll, expect, it } from "vitest";
import { jumelage } from "./cli.ts";
import { App, selfCare } from "./clients.ts";
import { demoFolder, startProcess } from "./server-process.ts";

const [dataDir, safe] = [demoFolder(), mkdtempSync(path.join(tmpdir(), "jumelage-safe-"))];
afterAll(() => [dataDir, safe].forEach((folder) => rmSync(folder, { recursive: true, force: true })));
const key = path.join(dataDir, "signing-key.pem");
const facts = { suicidalIdeation: "none", phq9Total: 15 };

const cache: Cache & { bytes?: Uint8Array } = {
  read() {
    return Promise.resolve(this.bytes);
  },
  write(bytes) {
    this.bytes = bytes;
    return Promise.resolve();
  },
};

/** An application that starts, with what it kept. */
async function application(url: string, trust: readonly PublicJwk[], kept?: Cache): Promise<Client> {
  const client = createClient({
    url,
    key: "jumelage-demo-key",
    program: selfCare,
    channel: "production",
    trust,
    cache: kept,
  });
  await client.refresh();
  return client;
}

it(
  "is backed up and put back, and replaced when nobody has it any more",
  { timeout: 180_000, ...shows("key-lost") },
  async () => {
    const first = await startProcess({ dataDir });
    const former = (await new App(first.url).get<{ keys: PublicJwk[] }>("/v1/keys")).data;
    writeFileSync(path.join(safe, "keys.json"), JSON.stringify(former));
    copyFileSync(key, path.join(safe, "signing-key.pem"));
    const before = await application(first.url, former.keys, cache);
    expect(before.status()).toMatchObject({ state: "current", release: 1 });
    await first.stop();

    // Missing, it is asked for, and no other takes its place unasked.
    rmSync(key);
    await expect(startProcess({ dataDir })).rejects.toThrow("The signing key is missing");
    expect(existsSync(key)).toBe(false);
    // Nor does another key by mistake.
    expect((await jumelage(safe, "admin", "rotate-key", path.join(safe, "signing-key.pem"))).code).toBe(0);
    copyFileSync(path.join(safe, "signing-key.pem"), key);
    await expect(startProcess({ dataDir })).rejects.toThrow("was signed with the key");

    // Put back with its lists, all is as it was, and applications follow.
    copyFileSync(path.join(safe, "signing-key.pem.lists"), `${key}.lists`);
    const second = await startProcess({ dataDir });
    expect((await application(second.url, former.keys, cache)).status()).toMatchObject({ state: "current" });
    const current = (await new App(second.url).get<{ keys: PublicJwk[] }>("/v1/keys")).data;
    writeFileSync(path.join(safe, "keys.json"), JSON.stringify(current));
    await second.stop();

    // Lost for good: a new key, which vouches for what the lost one signed.
    rmSync(key);
    const replace = ["admin", "replace-lost-key", key, "--former", path.join(safe, "keys.json")];
    const replaced = await jumelage(dataDir, ...replace, "--json");
    expect(replaced).toMatchObject({ code: 0 });
    const told = (JSON.parse(replaced.out) as { key: PublicJwk }).key;
    expect(await jumelage(dataDir, ...replace)).toMatchObject({ code: 2 });
    const third = await startProcess({ dataDir });
    try {
      // Those of before go on with what they have, and say why; told of the new key, they are as new ones are.
      const old = await application(third.url, former.keys, cache);
      expect(old.status()).toMatchObject({ state: "problem", code: "unknown-key", release: 1 });
      expect(old.evaluate(facts)).toMatchObject({ kind: "evaluated", release: 1, stale: false });
      for (const client of [
        await application(third.url, [told]),
        await application(third.url, [told], cache),
      ]) {
        expect(client.status()).toMatchObject({ state: "current", release: 1 });
        expect(client.evaluate(facts)).toMatchObject({ kind: "evaluated", release: 1 });
      }
      const app = new App(third.url);
      const onServer = await app.post(`/v1/programs/${selfCare}/channels/production/evaluate`, { facts });
      expect(onServer.status).toBe(200);
      expect((await jumelage(dataDir, "vault", "verify")).code).toBe(0);
    } finally {
      await third.stop();
    }
  },
);
