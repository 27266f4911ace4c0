// A channel's pointer as it is handed out: once half its life is over, or the signing key is another one, it is signed
// again with later dates, under the same sequence and for the same release, so that a channel where nothing happens
// never looks abandoned, and a key that was given up signs nothing that is handed out.
import type { Pointer } from "@jumelage/db";
import {
  openPointer,
  pointerPayloadSchema,
  sealPointer,
  signingKeyIdOf,
  suspendedSince,
  type PointerPayload,
} from "@jumelage/engine";
import type { Deps } from "../deps.ts";
import { pointerLife } from "../features/publish/release-payload.ts";
import { Remembered } from "./remembered.ts";

export interface LivePointer {
  readonly envelope: Uint8Array;
  /** A strong tag of exactly these bytes. */
  readonly etag: string;
  readonly expires: Date;
}

// By the ports of one server: several may live in one process (tests).
const memories = new WeakMap<Deps, Remembered<LivePointer>>();

/** The pointer's envelope with enough life before it. */
export async function livePointer(stored: Pointer, deps: Deps): Promise<LivePointer> {
  let memory = memories.get(deps);
  if (!memory) {
    memory = new Remembered<LivePointer>({ most: 500, life: pointerLife / 2, clock: deps.clock });
    memories.set(deps, memory);
  }
  const key = `${stored.program}/${stored.channel}/${stored.sequence}`;
  const known = memory.get(key);
  if (known) {
    if (isFresh(known.expires, deps)) return known;
    memory.forget(key);
  }
  const made = await memory.learn(key, () =>
    isFresh(stored.expires, deps) && isOurs(stored, deps) ? asStored(stored, deps) : renewed(stored, deps),
  );
  if (!made) throw new Error("a pointer was not made");
  return made;
}

function isFresh(expires: Date, { clock }: Deps): boolean {
  return expires.getTime() - clock.now().getTime() > pointerLife / 2;
}

/** Whether the key that signs today has signed it. */
function isOurs({ envelope }: Pointer, { signer }: Deps): boolean {
  return signingKeyIdOf(envelope) === signer.keyId;
}

async function asStored({ envelope, expires }: Pointer, deps: Deps): Promise<LivePointer> {
  return { envelope, expires, etag: await tagOf(envelope, deps) };
}

async function renewed(stored: Pointer, deps: Deps): Promise<LivePointer> {
  const { program, channel, envelope: old } = stored;
  const opened = await openPointer(old, { trusted: deps.trusted, program, channel });
  if (!opened.ok) throw new Error(`pointer ${program}/${channel} does not verify: ${opened.code}`);
  const issuedAt = deps.clock.now();
  const expires = new Date(issuedAt.getTime() + pointerLife);
  const { pointer } = opened.value;
  const payload: PointerPayload = {
    ...pointer,
    issuedAt: issuedAt.toISOString(),
    expires: expires.toISOString(),
    ...laterHardEnd(pointer, issuedAt),
  };
  const envelope = await sealPointer(pointerPayloadSchema.parse(payload), deps.signer);
  return { envelope, expires, etag: await tagOf(envelope, deps) };
}

/** The hard end moves on with the pointer; that of a suspended channel stays in the past. */
function laterHardEnd(old: PointerPayload, issuedAt: Date): Pick<PointerPayload, "hardExpires"> {
  if (old.hardExpires === undefined || suspendedSince(old) !== undefined) return {};
  const span = Date.parse(old.hardExpires) - Date.parse(old.issuedAt);
  return { hardExpires: new Date(issuedAt.getTime() + span).toISOString() };
}

/** A strong tag of these bytes. */
export async function tagOf(bytes: Uint8Array, { digest }: Deps): Promise<string> {
  const hash = await digest(bytes);
  return `"${Array.from(hash, (b) => b.toString(16).padStart(2, "0")).join("")}"`;
}
