// What an application keeps between two starts: the signed bytes, and nothing derived from them, so that a cache is
// verified again like anything from the network. Where the bytes are kept is the application's business.
import { concatBytes, utf8Bytes } from "@jumelage/engine";

/** A place for one small blob. `write` must replace the whole of it or leave the old one. */
export interface Cache {
  read(): Promise<Uint8Array | undefined>;
  write(bytes: Uint8Array): Promise<void>;
}

/** The signed documents of a cache: what is served, and the newest pointer seen (the mark against rolling back). */
export interface Kept {
  readonly pointer: Uint8Array;
  readonly release: Uint8Array;
  readonly seen: Uint8Array;
}

const newline = utf8Bytes("\n");

/** One document a line: signed documents are canonical JSON, which holds no line break. */
export function packKept(kept: Kept): Uint8Array {
  return concatBytes(kept.pointer, newline, kept.release, newline, kept.seen);
}

/** The lines of a cache; what is not there is empty and will not verify. */
export function unpackKept(bytes: Uint8Array): Kept {
  const none = new Uint8Array();
  const first = bytes.indexOf(0x0a);
  const second = first < 0 ? -1 : bytes.indexOf(0x0a, first + 1);
  return {
    pointer: first < 0 ? bytes : bytes.subarray(0, first),
    release: first < 0 ? none : bytes.subarray(first + 1, second < 0 ? bytes.length : second),
    seen: second < 0 ? none : bytes.subarray(second + 1),
  };
}
