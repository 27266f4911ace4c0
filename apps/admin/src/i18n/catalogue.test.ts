import { typographyFaults } from "@jumelage/engine/words";
import { describe, expect, it } from "vitest";
import { en } from "./en/index.ts";
import { fr } from "./fr/index.ts";

type Messages = readonly (readonly [string, string])[];

function leaves(tree: object, at = ""): Messages {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = at === "" ? key : `${at}.${key}`;
    return typeof value === "string" ? [[path, value] as const] : leaves(value as object, path);
  });
}

/** The names of a message's arguments. */
function argumentsOf(message: string): readonly string[] {
  // The branches of a plural open with a brace too.
  const flat = message.replaceAll(/(=\d+|one|other) \{/g, "$1 ");
  return [...new Set([...flat.matchAll(/\{(\w+)(?=[},])/g)].map((m) => m[1] ?? ""))].sort();
}

/** The text a reader sees: arguments as a word, the branches of a plural one after the other. */
function readable(message: string): string {
  return (
    message
      .replaceAll(/\{\w+, (plural|select),\s*/g, "")
      .replaceAll(/(=\d|one|other) \{([^{}]*(?:\{\w+\}[^{}]*)*)\}/g, "$2")
      .replaceAll(/\{\w+\}/g, "mot")
      .replaceAll(/[{}]/g, "")
      .replaceAll("#", "2")
      // The glyph of an unknown answer, quoted.
      .replaceAll("«\u00a0?\u00a0»", "mot")
      .replaceAll(/<\/?\w+>/g, "")
  );
}

const french = leaves(fr);
const english = new Map(leaves(en));

describe("the two catalogues", () => {
  it("have the same keys", () => {
    expect([...english.keys()].sort()).toEqual(french.map(([key]) => key).sort());
  });

  it("take the same arguments in both languages", () => {
    const differing = french.filter(([key, text]) => {
      const other = english.get(key) ?? "";
      return argumentsOf(text).join() !== argumentsOf(other).join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it.each([
    ["fr", french],
    ["en", [...english]],
  ] as const)("follow the typography of Québec: %s", (lang, messages) => {
    const faults = messages.flatMap(([key, text]) =>
      typographyFaults(readable(text).trim(), lang).map((fault) => `${key}: ${fault}: ${text}`),
    );
    expect(faults).toEqual([]);
  });

  it("use none of the words that blame or mean nothing", () => {
    const banned =
      /\b(invalide|valide\b.*requis|requis|désolé|oups|veuillez|erreur \d|non admissible|rejeté|refusée? à)\b/iu;
    const bannedEnglish = /\b(invalid|required field|sorry|oops|please|forbidden|error \d)\b/i;
    expect(french.filter(([, text]) => banned.test(text)).map(([key]) => key)).toEqual([]);
    expect([...english].filter(([, text]) => bannedEnglish.test(text)).map(([key]) => key)).toEqual([]);
  });
});
