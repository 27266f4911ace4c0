// A guard against real people in synthetic profiles: texts that look like an identifier of a person are refused before
// they are saved. It looks for shapes, so it also stops some harmless texts; the author rewords those.

export const personalKinds = [
  "health-insurance",
  "social-insurance",
  "email",
  "phone",
  "birth-date",
  "postal-code",
] as const;
export type PersonalKind = (typeof personalKinds)[number];

export interface PersonalData {
  readonly kind: PersonalKind;
  /** The characters that look personal. */
  readonly excerpt: string;
}

const month =
  "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|" +
  "january|february|march|april|may|june|july|august|september|october|november|december";
const year = "(?:19\\d\\d|20[0-4]\\d)";

const shapes: readonly (readonly [PersonalKind, RegExp])[] = [
  // Four letters and eight digits, in groups of four or not.
  ["health-insurance", /(?<![\p{L}\d])\p{L}{4}[\s-]?\d{4}[\s-]?\d{4}(?!\d)/u],
  ["email", /[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}/u],
  ["phone", /(?<![\d])(?:\+?1[\s.-]?)?\(?[2-9]\d{2}\)?[\s.-]?[2-9]\d{2}[\s.-]?\d{4}(?!\d)/u],
  [
    "birth-date",
    new RegExp(`(?<!\\d)${year}[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:0?[1-9]|[12]\\d|3[01])(?!\\d)`, "u"),
  ],
  [
    "birth-date",
    new RegExp(`(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])[-/. ](?:0?[1-9]|1[0-2])[-/. ]${year}(?!\\d)`, "u"),
  ],
  [
    "birth-date",
    new RegExp(`(?<!\\d)(?:1er|[12]?\\d|3[01])(?:er|st|nd|rd|th)?\\s+(?:${month})\\s+${year}`, "iu"),
  ],
  ["birth-date", new RegExp(`(?:${month})\\s+\\d{1,2},?\\s+${year}`, "iu")],
  ["postal-code", /(?<![\p{L}\d])[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d(?![\p{L}\d])/iu],
];
const nineDigits = /(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{3}(?!\d)/u;

/** What in a text looks like it belongs to a real person; the first find of each kind. */
export function personalDataIn(text: string): readonly PersonalData[] {
  const found = new Map<PersonalKind, string>();
  const plain = text.normalize("NFC").replace(/[\u00a0\u202f]/g, " ");
  for (const [kind, shape] of shapes) {
    const match = shape.exec(plain);
    if (match && !found.has(kind)) found.set(kind, match[0]);
  }
  const social = nineDigits.exec(plain);
  if (social && luhn(social[0])) found.set("social-insurance", social[0]);
  return [...found].map(([kind, excerpt]) => ({ kind, excerpt }));
}

/** The check digit of social insurance numbers, so that any nine digits are not taken for one. */
function luhn(text: string): boolean {
  const digits = Array.from(text.replace(/\D/g, ""), Number);
  const sum = digits.reduce((total, digit, i) => {
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
