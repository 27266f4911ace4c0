// `node e2e/freeze.ts FOLDER`: what today's server signs, kept for ever, so that every later version can show that it still
// reads it (packages/sdk/test/frozen). Once for each schemaVersion; the private keys are thrown away.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { gzipSync } from "node:zlib";
import { jumelage } from "../apps/server/test/cli.ts";
import { App, selfCare } from "../apps/server/test/clients.ts";
import { startProcess, temporaryFolder } from "../apps/server/test/server-process.ts";

const folder = argv[2];
if (folder === undefined) throw new Error("Name the folder to freeze into.");
mkdirSync(folder, { recursive: true });
const write = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(folder, name), bytes);
const dataDir = temporaryFolder();
const facts = { suicidalIdeation: "none", phq9Total: 15 };
const base = `/v1/programs/${selfCare}`;

const first = await startProcess({ dataDir });
const app = new App(first.url);
const { keys } = (await app.get<{ keys: unknown[] }>("/v1/keys")).data;
write("trust.json", `${JSON.stringify({ keys }, undefined, 2)}\n`);
// As small as it gets, and to the bit what was signed.
write("release.dsse.gz", gzipSync(await app.bytes(`${base}/releases/1`), { level: 9 }));
const { receipt } = (await app.post<{ receipt: object }>(`${base}/releases/1/receipts`, { facts })).data;
write("receipt.json", `${JSON.stringify({ ...receipt, facts }, undefined, 2)}\n`);
await first.stop();

// The pointer is of a second key, to which a key list leads.
const rotated = await jumelage(dataDir, "admin", "rotate-key", join(dataDir, "signing-key.pem"));
if (rotated.code !== 0) throw new Error(rotated.err);
const second = await startProcess({ dataDir });
const again = new App(second.url);
write("pointer.dsse", await again.bytes(`${base}/channels/production`));
write("key-lists.dsse", await again.bytes("/v1/keys/lists"));
await second.stop();
rmSync(dataDir, { recursive: true });
