// A text read from left to right, with a step back where a reading leads nowhere. Spaces and apostrophes of typography
// count like those of a keyboard.

/** A text as it is compared: plain spaces, plain apostrophes. */
export function flat(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\u00a0\u202f\s]+/gu, " ")
    .replaceAll("’", "'")
    .replaceAll("...", "…")
    .replaceAll(/ +([;!?])/gu, "$1");
}

export class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#at === this.#text.length;
  }

  /** Goes past these words if they stand here. */
  take(words: string): boolean {
    const wanted = flat(words);
    if (wanted === "" || !this.#text.startsWith(wanted, this.#at)) return false;
    this.#at += wanted.length;
    return true;
  }

  /** Goes past words in which each `#` is a number, and gives the numbers. */
  pattern(words: string): readonly number[] | undefined {
    const numbers: number[] = [];
    const start = this.#at;
    for (const [i, part] of flat(words).split("#").entries()) {
      if (i > 0) {
        const found = this.match(/\d+/y);
        if (found === undefined) return this.#back(start);
        numbers.push(Number(found));
      }
      if (!this.take(part)) return this.#back(start);
    }
    return numbers;
  }

  /** Goes past what a sticky pattern finds here. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  /** The first reading that leads somewhere; where none does the place is as before. */
  either<T>(readings: readonly (() => T | undefined)[]): T | undefined {
    const start = this.#at;
    for (const read of readings) {
      const found = read();
      if (found !== undefined) return found;
      this.#at = start;
    }
    return undefined;
  }

  /** The thing whose words stand here, the longest words first. */
  oneOf<T>(things: readonly T[], wordsOf: (thing: T) => string): T | undefined {
    const worded = things.map((thing) => ({ thing, words: flat(wordsOf(thing)) }));
    const here = worded.filter(({ words }) => this.#text.startsWith(words, this.#at));
    const [longest] = here.toSorted((a, b) => b.words.length - a.words.length);
    if (longest) this.#at += longest.words.length;
    return longest?.thing;
  }

  /** Goes past a quotation and the space after it, and gives what is quoted. */
  quoted(lang: "fr" | "en"): string | undefined {
    const found = this.match(lang === "fr" ? /« [^»]* » /uy : /“[^”]*” /uy);
    return found === undefined ? undefined : lang === "fr" ? found.slice(2, -3) : found.slice(1, -2);
  }

  #back(start: number): undefined {
    this.#at = start;
    return undefined;
  }
}
