// What the server of each schemaVersion signed, as e2e/freeze.ts kept it: never made anew, because every later version has to
// read these very bytes.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { PublicJwk } from "@jumelage/engine";
import type { KeptReceipt } from "../../src/index.ts";

export interface Frozen {
  readonly folder: string;
  /** What a consumer of then had in its configuration: the key that signed the release. */
  readonly trust: readonly PublicJwk[];
  readonly release: Uint8Array;
  /** By a second key, to which the key lists lead. */
  readonly pointer: Uint8Array;
  readonly keyLists: Uint8Array;
  readonly receipt: KeptReceipt;
}

/** The versions that are kept. */
export const frozenVersions: readonly number[] = readdirSync(import.meta.dirname)
  .flatMap((name) => (/^v\d+$/.test(name) ? [Number(name.slice(1))] : []))
  .toSorted((a, b) => a - b);

export function frozen(version: number): Frozen {
  const folder = join(import.meta.dirname, `v${version}`);
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
  return {
    folder,
    trust: (json("trust.json") as { keys: PublicJwk[] }).keys,
    release: new Uint8Array(gunzipSync(read("release.dsse.gz"))),
    pointer: read("pointer.dsse"),
    keyLists: read("key-lists.dsse"),
    receipt: json("receipt.json") as KeptReceipt,
  };
}
