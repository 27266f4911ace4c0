// A fingerprint as words that can be read aloud, over the telephone or from paper. The words are of the BIP-39 lists, made
// so that no two are mistaken for one another: eleven bits each, from the left of the fingerprint.
import type { Lang } from "@jumelage/engine";

/** Six words are 66 bits: enough to hold two papers against one another; the whole fingerprint stands beside them. */
const wordCount = 6;
const bitsPerWord = 11;

/** The words of a SHA-256 in a list of 2,048 words. */
export function fingerprintWords(sha256: string, list: readonly string[]): readonly string[] {
  const bits = Array.from(sha256, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0")).join(
    "",
  );
  return Array.from({ length: wordCount }, (_, i) => {
    const index = Number.parseInt(bits.slice(i * bitsPerWord, (i + 1) * bitsPerWord), 2);
    return list[index] ?? "";
  });
}

/** The list of a language, fetched when a fingerprint is first shown in words. */
export async function wordList(lang: Lang): Promise<readonly string[]> {
  const { wordlist } =
    lang === "fr"
      ? await import("@scure/bip39/wordlists/french.js")
      : await import("@scure/bip39/wordlists/english.js");
  return wordlist;
}
