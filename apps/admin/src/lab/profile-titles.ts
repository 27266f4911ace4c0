// Titles, in both languages, of the profiles that a person made by the machine becomes.
import type { Text } from "@jumelage/engine";

const longest = 160;

/** A text short enough for a title, cut at a word. */
function cut(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, text.lastIndexOf(" ", longest - 1))}…`;
}

function titled(fr: string, en: string): Text {
  return { fr: cut(fr), en: cut(en) };
}

export const profileTitles = {
  property: (statement: Text): Text =>
    titled(`Contre-exemple\u00a0: ${statement.fr}`, `Counterexample: ${statement.en}`),
  finding: (): Text => titled("Personne montrée par un constat", "Person shown by a finding"),
  difference: (): Text => titled("Personne dont la réponse change", "Person whose answer changes"),
  fault: (what: Text): Text => titled(`Remarque la faute\u00a0: ${what.fr}`, `Notices the fault: ${what.en}`),
  standard: (what: Text): Text => titled(`Montre que ${what.fr}`, `Shows that ${what.en}`),
} as const;
