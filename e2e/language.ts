// Whether words on a page are in the language they say they are in, and set as Québec sets them.
import { en } from "../apps/admin/src/i18n/en/index.ts";
import { fr } from "../apps/admin/src/i18n/fr/index.ts";
import { programs } from "../packages/engine/test/reference-programs.ts";
import { typographyFaults } from "../packages/engine/src/words/typography.ts";
import type { ShownText } from "./on-screen.ts";

type Pair = readonly [fr: string, en: string];

/** Every message of the console in both languages, and every text of the two reference programs. */
function pairs(): readonly Pair[] {
  const inCatalogue = (french: object, english: object): readonly Pair[] =>
    Object.entries(french).flatMap(([key, value]: [string, unknown]) => {
      const other = (english as Readonly<Record<string, unknown>>)[key];
      if (typeof value === "string" && typeof other === "string") return [[value, other] as const];
      return typeof value === "object" && value && typeof other === "object" && other
        ? inCatalogue(value, other)
        : [];
    });
  const inDocument = (part: unknown): readonly Pair[] => {
    if (typeof part !== "object" || part === null) return [];
    const { fr: french, en: english } = part as { readonly fr?: unknown; readonly en?: unknown };
    return typeof french === "string" && typeof english === "string"
      ? [[french, english]]
      : Object.values(part).flatMap(inDocument);
  };
  return [
    ...inCatalogue(fr, en),
    ...programs.flatMap(({ ruleSet, profiles }) => inDocument([ruleSet, profiles])),
  ];
}

const clean = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();
const known = pairs().map(([french, english]) => [clean(french), clean(english)] as const);
const french = new Set(known.map(([text]) => text));
const english = new Set(known.map(([, text]) => text));
/** Texts that only the other language has. */
const foreign = {
  fr: new Set([...english].filter((text) => !french.has(text))),
  en: new Set([...french].filter((text) => !english.has(text))),
};

/** What a reader would call a fault of these words, one line each. */
export function languageFaults(words: readonly ShownText[]): readonly string[] {
  const faults = words.flatMap(({ text, lang }) => {
    if (lang !== "fr" && lang !== "en") return [`in no language: ${text}`];
    const said = foreign[lang].has(clean(text)) ? ["in the other language"] : [];
    return [...said, ...typographyFaults(readable(text), lang)].map(
      (fault) => `${lang}: ${fault}: ${clean(text)}`,
    );
  });
  return [...new Set(faults)];
}

/** Without what is no sentence: the glyph of an unknown answer in its marks, numbers of conditions and articles, the time of day. */
function readable(text: string): string {
  return text
    .trim()
    .replaceAll(/[«“]\u00a0?\?\u00a0?[»”]/gu, "x")
    .replaceAll(/\d+(\.\d+)+/gu, "1")
    .replaceAll(/\b\d{4};\d+:\w+/gu, "x")
    .replaceAll(/\b[ap]\.m\.(?=[,;:])/gu, "x");
}
