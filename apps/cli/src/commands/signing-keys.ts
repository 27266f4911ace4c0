// `jumelage admin rotate-key`, `revoke-key` and `replace-lost-key`: a new signing key, and the end of an old one, told to
// consumers by key lists that the key of the day signs. Files only: the server reads them at its next start.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import {
  fromBase64,
  keyIdOf,
  keyListPayloadSchema,
  sealKeyList,
  utf8Text,
  type Digest,
  type KeyListPayload,
  type Lang,
} from "@jumelage/engine";
import { readKeys } from "../keys.ts";
import { say } from "../messages.ts";
import { Unusable, type Io, type Outcome } from "../outcome.ts";

const digest: Digest = async (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());

interface Key {
  readonly privateKey: KeyObject;
  readonly listed: KeyListPayload["keys"][number];
}

/** Makes a new signing key, named in a list that the old one signs; the old file is kept beside it under its id. */
export async function rotateKey(file: string, { lang }: { readonly lang: Lang }, io: Io): Promise<Outcome> {
  const old = await readKey(file);
  const before = readLists(`${file}.lists`);
  const next = `${file}.next`;
  // Interrupted after the list was written, the key it names is there: that one, not yet another.
  if (!existsSync(next)) writeWhole(next, newPem());
  const made = await readKey(next);
  const isNamed = before.some(({ keys }) => keys.some(({ kid }) => kid === made.listed.kid));
  if (!isNamed) {
    const keys = [...namedIn(before), old.listed, made.listed];
    await append(`${file}.lists`, old, { before, keys, revoked: [], now: io.now() });
  }
  writeWhole(`${file}.${old.listed.kid}`, readFileSync(file, "utf8"));
  renameSync(next, file);
  const document = { key: made.listed, before: old.listed.kid, lists: `${file}.lists` };
  return { document, lines: [say(lang, "key-rotated", { kid: made.listed.kid })], findings: false };
}

/** Ends the trust in an old key for ever. The key that signs today cannot be revoked: it has to be replaced first. */
export async function revokeKey(
  { file, kid }: { readonly file: string; readonly kid: string },
  { lang }: { readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  const own = await readKey(file);
  if (own.listed.kid === kid) throw new Unusable("key-in-use", { what: kid });
  const before = readLists(`${file}.lists`);
  if (!namedIn(before).some((key) => key.kid === kid)) throw new Unusable("key-not-listed", { what: kid });
  const keys = namedIn(before).filter((key) => key.kid !== kid);
  await append(`${file}.lists`, own, { before, keys, revoked: [kid], now: io.now() });
  return {
    document: { revoked: kid, lists: `${file}.lists` },
    lines: [say(lang, "key-revoked", { kid })],
    findings: false,
  };
}

/**
 * Makes a signing key in place of one that nobody has any more. No key can vouch for it to those who trust the lost one;
 * it vouches itself for the lost one’s public half, so that what was signed with that stays readable.
 */
export async function replaceLostKey(
  { file, former }: { readonly file: string; readonly former: string },
  { lang }: { readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  if (existsSync(file)) throw new Unusable("key-not-lost", { what: file });
  const before = readLists(`${file}.lists`);
  const given = (await readKeys(former, former, io)).trust;
  const next = `${file}.next`;
  // Interrupted, it goes on with the key it had made.
  if (!existsSync(next)) writeWhole(next, newPem());
  const made = await readKey(next);
  const revoked = [...new Set(before.flatMap((list) => list.revoked))];
  const lost = await Promise.all(
    given.map(async ({ x }) => {
      const bare = { kty: "OKP", crv: "Ed25519", x } as const;
      return { ...bare, kid: await keyIdOf(bare, digest) };
    }),
  );
  const keys = [...namedIn(before), ...lost, made.listed].filter(({ kid }) => !revoked.includes(kid));
  // A list of its own: none that came before leads to a key that they could not name.
  await append(`${file}.lists`, made, { before, keys, revoked, now: io.now(), isFirst: true });
  renameSync(next, file);
  return {
    document: { key: made.listed, lists: `${file}.lists` },
    lines: [say(lang, "key-replaced", { kid: made.listed.kid, x: made.listed.x })],
    findings: false,
  };
}

/** The public keys whose signatures count where this signing key lies: its own and those its lists name, but none revoked. */
export async function countingKeys(file: string): Promise<KeyListPayload["keys"]> {
  const own = await readKey(file);
  return [...namedIn(readLists(`${file}.lists`)).filter(({ kid }) => kid !== own.listed.kid), own.listed];
}

/** Every key that a list names and none revokes. */
function namedIn(lists: readonly KeyListPayload[]): KeyListPayload["keys"] {
  const gone = new Set(lists.flatMap(({ revoked }) => revoked));
  const keys = new Map(lists.flatMap((list) => list.keys).map((key) => [key.kid, key]));
  return [...keys.values()].filter(({ kid }) => !gone.has(kid));
}

async function append(
  file: string,
  by: Key,
  next: {
    readonly before: readonly KeyListPayload[];
    readonly keys: KeyListPayload["keys"];
    readonly revoked: readonly string[];
    readonly now: number;
    /** Whether it takes the place of the lists before it. */
    readonly isFirst?: boolean;
  },
): Promise<void> {
  const distinct = [...new Map(next.keys.map((key) => [key.kid, key])).values()];
  const list = await sealKeyList(
    {
      schemaVersion: 1,
      version: (next.before.at(-1)?.version ?? 0) + 1,
      keys: distinct,
      revoked: [...next.revoked],
      issuedAt: new Date(next.now).toISOString(),
    },
    {
      keyId: by.listed.kid,
      sign: (bytes) => Promise.resolve(new Uint8Array(sign(null, bytes, by.privateKey))),
    },
  );
  const old = existsSync(file) && next.isFirst !== true ? readFileSync(file, "utf8") : "";
  const draft = `${file}.draft`;
  writeWhole(draft, `${old}${utf8Text(list) ?? ""}\n`, 0o644);
  renameSync(draft, file);
}

async function readKey(file: string): Promise<Key> {
  try {
    const privateKey = createPrivateKey(readFileSync(file, "utf8"));
    const { x } = createPublicKey(privateKey).export({ format: "jwk" });
    if (privateKey.asymmetricKeyType !== "ed25519" || typeof x !== "string")
      throw new TypeError("another kind");
    const bare = { kty: "OKP", crv: "Ed25519", x } as const;
    return { privateKey, listed: { ...bare, kid: await keyIdOf(bare, digest) } };
  } catch {
    throw new Unusable("not-a-signing-key", { what: file });
  }
}

/** The lists of a file, which is this command's own: read for what they say, verified by whoever gets them. */
function readLists(file: string): readonly KeyListPayload[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line, i) => {
    try {
      const { payload } = JSON.parse(line) as { readonly payload: string };
      return keyListPayloadSchema.parse(JSON.parse(utf8Text(fromBase64(payload) ?? new Uint8Array()) ?? ""));
    } catch {
      throw new Unusable("not-key-lists", { what: file, line: i + 1 });
    }
  });
}

function newPem(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
}

/** Written and on the disk before anything depends on it. */
function writeWhole(file: string, text: string, mode = 0o600): void {
  const handle = openSync(file, "w", mode);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
