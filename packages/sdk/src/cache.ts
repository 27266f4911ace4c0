// What an application keeps between two starts: the signed bytes, and nothing derived from them, so that a cache is
// verified again like anything from the network. Where the bytes are kept is the application's business.
import { concatBytes, utf8Bytes } from "@jumelage/engine";

/** A place for one small blob. `write` must replace the whole of it or leave the old one. */
export interface Cache {
  read(): Promise<Uint8Array | undefined>;
  write(bytes: Uint8Array): Promise<void>;
}

/**
 * The signed documents of a cache: what is served, the newest pointer seen (the mark against rolling back), and the key
 * lists that led to the keys of today.
 */
export interface Kept {
  readonly pointer: Uint8Array;
  readonly release: Uint8Array;
  readonly seen: Uint8Array;
  readonly keyLists?: readonly Uint8Array[];
}

const newline = utf8Bytes("\n");
const none = new Uint8Array();

/** One document a line: signed documents are canonical JSON, which holds no line break. */
export function packKept({ pointer, release, seen, keyLists = [] }: Kept): Uint8Array {
  return concatBytes(
    pointer,
    newline,
    release,
    newline,
    seen,
    ...keyLists.flatMap((list) => [newline, list]),
  );
}

/** The lines of a cache; what is not there is empty and will not verify. */
export function unpackKept(bytes: Uint8Array): Kept {
  const [pointer = none, release = none, seen = none, ...keyLists] = linesOf(bytes);
  return { pointer, release, seen, keyLists };
}

/** Signed documents that came one a line. */
export function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from <= bytes.length;) {
    const at = bytes.indexOf(0x0a, from);
    const to = at < 0 ? bytes.length : at;
    lines.push(bytes.subarray(from, to));
    from = to + 1;
  }
  return lines;
}
