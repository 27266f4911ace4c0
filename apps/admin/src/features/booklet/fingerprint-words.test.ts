import { expect, test } from "vitest";
import { fingerprintWords, wordList } from "./fingerprint-words.ts";

// The places of the words were written down from the lists of the standard.
test("the first and the last word of each list stand at its ends", async () => {
  expect(fingerprintWords("0".repeat(64), await wordList("fr"))).toEqual(Array(6).fill("abaisser"));
  expect(fingerprintWords("0".repeat(64), await wordList("en"))).toEqual(Array(6).fill("abandon"));
  expect(fingerprintWords("f".repeat(64), await wordList("fr"))).toEqual(Array(6).fill("zoologie"));
  expect(fingerprintWords("f".repeat(64), await wordList("en"))).toEqual(Array(6).fill("zoo"));
});

test("each word is eleven bits, from the left", async () => {
  // 1, 2, 3, 4, 5 and 6, eleven bits each, then two bits that no word says.
  const sha256 = "0020080180400a018".padEnd(64, "0");
  expect(fingerprintWords(sha256, await wordList("en"))).toEqual([
    "ability",
    "able",
    "about",
    "above",
    "absent",
    "absorb",
  ]);
});

test("one bit of what the words say makes another word", async () => {
  const list = await wordList("fr");
  expect(new Set(list).size).toBe(2048);
  const words = fingerprintWords("a".repeat(64), list);
  expect(fingerprintWords(`b${"a".repeat(63)}`, list)).not.toEqual(words);
  expect(fingerprintWords(`${"a".repeat(16)}2${"a".repeat(47)}`, list)).not.toEqual(words);
});
