// Bytes and the texts that stand for them: strict UTF-8, canonical base64, hexadecimal. Written here because the
// engine has nothing ambient, and because every decoder must refuse what another spelling of the same bytes would be.

const chunk = 0x2000;

/** The UTF-8 bytes of a text. @throws TypeError on a lone surrogate, which no UTF-8 can hold. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    if (code >= 0xd800 && code <= 0xdfff) throw new TypeError("a lone surrogate has no UTF-8 form");
    const trailing = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    bytes[length++] = ((0xff00 >> (trailing + 1)) & 0xff) | (code >> (6 * trailing));
    for (let left = trailing - 1; left >= 0; left--) bytes[length++] = 0x80 | ((code >> (6 * left)) & 0x3f);
  }
  return bytes.slice(0, length);
}

// The smallest code point a sequence with so many trailing bytes may spell; below it the spelling is overlong.
const smallest: readonly number[] = [0, 0x80, 0x800, 0x10000];

/** The text these bytes spell, or undefined when they are not strict UTF-8 (overlong forms and surrogates included). */
export function utf8Text(bytes: Uint8Array): string | undefined {
  const parts: string[] = [];
  let units: number[] = [];
  for (let i = 0; i < bytes.length;) {
    // Most of a document is ASCII, which needs no decoding: whole runs of it at once.
    const run = asciiFrom(bytes, i);
    if (run > i) {
      parts.push(String.fromCharCode(...units), textOf(bytes.subarray(i, run)));
      units = [];
      i = run;
      continue;
    }
    const lead = bytes[i++] ?? 0;
    const trailing = trailingOf(lead);
    if (trailing === undefined || i + trailing > bytes.length) return undefined;
    let code = lead & (0x3f >> trailing);
    for (let left = trailing; left > 0; left--) {
      const next = bytes[i++] ?? 0;
      if ((next & 0xc0) !== 0x80) return undefined;
      code = (code << 6) | (next & 0x3f);
    }
    if (code < (smallest[trailing] ?? 0) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
      return undefined;
    if (code < 0x10000) units.push(code);
    else units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    if (units.length >= chunk) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join("");
}

/** Where the run of ASCII that begins at a place ends: at another byte, or because it is long enough. */
function asciiFrom(bytes: Uint8Array, from: number): number {
  const most = Math.min(bytes.length, from + chunk);
  let to = from;
  while (to < most && (bytes[to] ?? 0x80) < 0x80) to++;
  return to;
}

/** Bytes of ASCII as text. Not spread: going through an iterator costs more than the decoding. */
function textOf(ascii: Uint8Array): string {
  return Reflect.apply(String.fromCharCode, undefined, ascii);
}

/** How many bytes follow this one, which is not ASCII. */
function trailingOf(lead: number): number | undefined {
  if (lead < 0xc2 || lead > 0xf4) return undefined;
  return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const noDigit = 64;
// By character code; a list of bytes, because a release has several hundred thousand of these.
const valueOf = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = alphabet.indexOf(String.fromCharCode(code));
  return value < 0 ? noDigit : value;
});

/** Base64 (RFC 4648 section 4), with padding. */
export function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    parts.push(
      alphabet.charAt(word >> 18) +
        alphabet.charAt((word >> 12) & 63) +
        (left > 1 ? alphabet.charAt((word >> 6) & 63) : "=") +
        (left > 2 ? alphabet.charAt(word & 63) : "="),
    );
  }
  return parts.join("");
}

/** The bytes of a base64 text, or undefined unless it is exactly what `base64` writes for them. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const digits = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let held = 0;
  let bits = 0;
  let length = 0;
  for (let i = 0; i < digits; i++) {
    const value = valueOf[text.charCodeAt(i)] ?? noDigit;
    if (value === noDigit) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (held >> bits) & 0xff;
    }
  }
  // Bits that stand for nothing must be zero, or several texts would spell the same bytes.
  return (held & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** These byte strings one after the other. */
export function concatBytes(...all: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(all.reduce((sum, bytes) => sum + bytes.length, 0));
  let at = 0;
  for (const bytes of all) {
    joined.set(bytes, at);
    at += bytes.length;
  }
  return joined;
}
