// Questionnaires whose items make a total: which items there are, by LOINC code, and when there is a total at all. A
// rule set says which code a fact carries; that a code is the sum of nine others is no matter of one program
// (docs/decisions/0019-fhir-by-code.md).

/** The coding system of LOINC, as FHIR names it. */
export const loinc = "http://loinc.org";

export interface Instrument {
  /** The LOINC code of the questionnaire as a whole. */
  readonly panel: string;
  readonly items: readonly string[];
  readonly total: string;
}

/** Kroenke 2001, Spitzer 2006; every item is answered 0 to 3 (LOINC answer list LL358-3). */
export const instruments: readonly Instrument[] = [
  {
    // PHQ-9.
    panel: "44249-1",
    items: [
      "44250-9",
      "44255-8",
      "44259-0",
      "44254-1",
      "44251-7",
      "44258-2",
      "44252-5",
      "44253-3",
      "44260-8",
    ],
    total: "44261-6",
  },
  {
    // GAD-7.
    panel: "69737-5",
    items: ["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"],
    total: "70274-6",
  },
];

/** “Not at all”, “several days”, “more than half the days”, “nearly every day”. */
export const frequencyAnswers: Readonly<Record<string, number>> = {
  "LA6568-5": 0,
  "LA6569-3": 1,
  "LA6570-1": 2,
  "LA6571-9": 3,
};

/** The instruments that can say something of these codes. */
export function instrumentsOf(codes: readonly string[]): readonly Instrument[] {
  return instruments.filter(({ items, total }) => [...items, total].some((code) => codes.includes(code)));
}

/** What was answered of an instrument at one sitting, by code; absent: not answered, or not readable as a number. */
export type Answers = ReadonlyMap<string, number | undefined>;

/**
 * The total of a sitting, or undefined: every item has one answer from 0 to 3, and a total that was written beside
 * them is the very sum they make. Nothing is filled in for an item that is missing.
 */
export function totalOf({ items, total }: Instrument, answers: Answers): number | undefined {
  let sum = 0;
  for (const item of items) {
    const answer = answers.get(item);
    if (answer === undefined || !Number.isInteger(answer) || answer < 0 || answer > 3) return undefined;
    sum += answer;
  }
  return answers.has(total) && answers.get(total) !== sum ? undefined : sum;
}
