// Writes script strings into the texts of things, and knows afterwards what was written where, so that screens can be asked
// whether they show each of them as it was written.
import type { Lang, Text } from "../../packages/engine/src/index.ts";

interface Written {
  /** The kind of text it stands in: `criterion.rationale`. */
  readonly kind: string;
  readonly string: string;
  /** As it stands there, with the mark that tells it from the same string elsewhere. */
  readonly text: string;
}

/** What a screen may change of a text: its white space, and the typography that the console gives everything. */
export function squashed(text: string): string {
  return text.replaceAll("'", "’").replaceAll("...", "…").replaceAll(/\s+/gu, "");
}

/** Characters of a document's text: each may take two bytes of the 4 KiB. */
const longest = 3600;

export class Pen {
  readonly #strings: readonly string[];
  readonly #kinds: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #written = new Map<string, Written>();

  constructor(strings: readonly string[]) {
    this.#strings = strings;
  }

  /**
   * What stands in the next place of a kind, in both languages: in the first places as many strings as fit, until each
   * was written there; in those after them one string each, with nothing before it.
   */
  text(kind: string, limit = longest): Text {
    const place = this.#next(kind);
    const inLang = (lang: Lang): string => this.#write(kind, place, { lang, limit });
    return { fr: inLang("fr"), en: inLang("en") };
  }

  /** The same where there is one text for both languages. */
  line(kind: string, limit = longest): string {
    return this.#write(kind, this.#next(kind), { lang: "fr", limit });
  }

  /** How many places it takes to write every string that is not too long for them. */
  placesFor(limit = longest): number {
    return this.#chunks(limit).length;
  }

  /** What was written, in each language. */
  get written(): readonly Written[] {
    return [...this.#written.values()];
  }

  /** What was written and cannot be read as it was, in neither language. */
  unread(read: string): readonly Pick<Written, "kind" | "string">[] {
    const found = new Set<Written>();
    // From mark to mark: looking for each text in all that was read takes a minute.
    for (const { 0: mark, index } of read.matchAll(/¦[0-9a-z]+¦/g)) {
      const written = this.#written.get(mark);
      if (written === undefined || found.has(written)) continue;
      const text = squashed(written.text);
      if (read.startsWith(text, index + mark.length - text.length)) found.add(written);
    }
    const keyOf = ({ kind, string }: Written): string => `${kind} ${string}`;
    const keys = new Set([...found].map(keyOf));
    return this.written.filter((one) => !keys.has(keyOf(one))).map(({ kind, string }) => ({ kind, string }));
  }

  #next(kind: string): number {
    const place = this.#places.get(kind) ?? 0;
    this.#places.set(kind, place + 1);
    if (!this.#kinds.includes(kind)) this.#kinds.push(kind);
    return place;
  }

  #write(kind: string, place: number, as: { readonly lang: Lang; readonly limit: number }): string {
    const chunks = this.#chunks(as.limit);
    const all = chunks.flat();
    const alone = all[(place - chunks.length) % all.length];
    return (chunks[place] ?? (alone === undefined ? [] : [alone]))
      .map((i) => {
        const string = this.#strings[i] ?? "";
        const mark = `¦${this.#kinds.indexOf(kind)}${as.lang}${i}¦`;
        const text = `${string} ${mark}`;
        this.#written.set(mark, { kind, string, text });
        return text;
      })
      .join(" ");
  }

  /** The strings that fit, by number, in as few texts as hold them in their order. */
  #chunks(limit: number): readonly (readonly number[])[] {
    const chunks: number[][] = [];
    let left = 0;
    for (const [i, string] of this.#strings.entries()) {
      const length = string.length + "¦99fr999¦  ".length;
      if (length > limit) continue;
      if (length > left) {
        chunks.push([]);
        left = limit;
      }
      chunks.at(-1)?.push(i);
      left -= length;
    }
    return chunks;
  }
}
