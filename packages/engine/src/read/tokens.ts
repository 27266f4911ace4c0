// What somebody types, as words to compare: no accents, no case, no hyphens, each with its place in the text.

export interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const pattern =
  /\d{4}-\d{2}-\d{2}|[−-]?\d+(?:[.,]\d+)?(?![\p{L}\d])|[\p{L}\d]+(?:-[\p{L}\d]+)*|>=|<=|[≥≤≠=<>%;,]/gu;

/** A word as it is compared. */
export function folded(word: string): string {
  return word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("œ", "oe");
}

export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(pattern)].map((found) => {
    const [word] = found;
    const joined = /^[\p{L}\d]+(?:-[\p{L}\d]+)+$/u.test(word) && !/^\d{4}-/.test(word);
    return {
      word: folded(joined ? word.replaceAll("-", "") : word),
      from: found.index,
      to: found.index + word.length,
    };
  });
}

/** Words that name nothing by themselves, in either language. */
export const small: ReadonlySet<string> = new Set(
  "a au aux avec ce cette ces d de des du en est et l la le les leur lui n ne on ou par pas plus pour que qu qui sa se ses si son sont sur un une an and any are as at be by for has have if in is it its of on or person personne some that the their they this to with s y il elle i".split(
    " ",
  ),
);
