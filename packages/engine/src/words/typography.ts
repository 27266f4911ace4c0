// A lint of generated sentences: what a reader of Québec French or of English would call a fault of typography.
import type { Lang } from "../model/text.ts";

interface Fault {
  readonly name: string;
  readonly pattern: RegExp;
}

const both: readonly Fault[] = [
  { name: "straight quotation mark or apostrophe", pattern: /["']/u },
  { name: "two spaces", pattern: /[ \u00a0]{2,}/u },
  { name: "space before a comma or a full stop", pattern: /[ \u00a0][,.](?!\d)/u },
  { name: "dots instead of an ellipsis", pattern: /\.\./u },
  { name: "doubled punctuation", pattern: /[,;:][,;:.]|\.[,;:]/u },
  { name: "empty quotation marks or brackets", pattern: /«[ \u00a0]*»|“\s*”|\(\s*\)/u },
  { name: "space at the edge", pattern: /^\s|\s$/u },
  { name: "trace of a program", pattern: /undefined|null|NaN|\[object|[{}]|@[a-z]/u },
];

const ofLanguage: Readonly<Record<Lang, readonly Fault[]>> = {
  fr: [
    { name: "no no-break space before a colon", pattern: /[^\u00a0\d]:(?!\/\/)|\d:(?!\d)/u },
    { name: "no no-break space before a per cent sign", pattern: /[^\u00a0]%/u },
    { name: "space before ; ? or !", pattern: /[ \u00a0][;?!]/u },
    { name: "no no-break space inside guillemets", pattern: /«[^\u00a0]|[^\u00a0]»/u },
    { name: "guillemets inside guillemets", pattern: /«[^»]*«/u },
    { name: "decimal point", pattern: /\d\.\d/u },
  ],
  en: [
    { name: "space before a colon, a semicolon, ? or !", pattern: /[ \u00a0][:;?!]/u },
    { name: "French quotation marks", pattern: /[«»]/u },
  ],
};

/** The faults of a text, by name; none in a well-set one. Quotation marks must also come in pairs. */
export function typographyFaults(text: string, lang: Lang): readonly string[] {
  const found = [...both, ...ofLanguage[lang]].filter((f) => f.pattern.test(text)).map((f) => f.name);
  const [open, close] = lang === "fr" ? ["«", "»"] : ["“", "”"];
  const count = (mark: string): number => text.split(mark).length - 1;
  return count(open) === count(close) && count("(") === count(")") ? found : [...found, "unpaired marks"];
}
