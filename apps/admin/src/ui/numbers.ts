// Numbers as people of Québec write them: a decimal comma or point in, a decimal comma out.
import type { Lang } from "@jumelage/engine";

/** The number a person typed (`7,5`, `7.5`, `-2`, ` 15 `), or undefined when it is none. */
export function readNumber(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  return /^[-+]?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined;
}

/** A number as it is written in a language, without grouping. */
export function writeNumber(value: number, lang: Lang): string {
  return lang === "fr" ? String(value).replace(".", ",") : String(value);
}
