// A guard against real people in a cohort: columns whose name or content looks like it says who somebody is are never read.
// It looks for shapes, so it also stops some harmless columns; they can be renamed.
import { personalDataIn, type PersonalKind } from "../profiles/personal-data.ts";

export type PersonalColumn = PersonalKind | "name" | "address" | "record";

/** What a column of a file is called, as words: `NumDossier`, `num_dossier` and « Num. dossier » are one. */
function wordsOf(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "");
  const parted = plain.replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, " ").toLowerCase();
  return ` ${parted.replaceAll(/[^\p{L}\d]+/gu, " ").trim()} `;
}

const called: readonly (readonly [PersonalColumn, RegExp])[] = [
  ["health-insurance", / (?:n ?am|ramq|assurance maladie|carte soleil|health (?:card|insurance)|hin) /u],
  ["social-insurance", / (?:nas|assurance sociale|ssn|social insurance) /u],
  ["email", / (?:courriels?|emails?|e mail|mail|adresse electronique) /u],
  ["phone", / (?:tel|telephones?|phones?|cell|cellulaire|mobile) /u],
  ["birth-date", / (?:naissance|ddn|dob|births?|birth ?date|birthday) /u],
  ["postal-code", / (?:postal|code ?postal|postal ?code|zip(?: ?code)?) /u],
  ["name", / (?:noms?|prenoms?|names?|surname|first ?name|last ?name|full ?name) /u],
  ["address", / (?:adresses?|address|addresses|rue|street) /u],
  ["record", / (?:dossier|mrn|chart|patient(?: ?id)?) /u],
];

/** Shapes that are never a coincidence. */
const certain: readonly PersonalKind[] = ["health-insurance", "email"];
/** Numbers may look like these; a column that is mostly so is one. */
const likely: readonly PersonalKind[] = ["phone", "social-insurance", "postal-code"];
/** Nobody's questionnaire is that old; a column of such dates says when people were born. */
const yearsBack = 12;
const looked = 2000;

/**
 * Why a column is not read, if it is not.
 * @param column its name and the texts of its first lines
 * @param year the year it is
 * @param own names that the program itself gives to columns
 */
export function personalColumn(
  column: { readonly name: string; readonly texts: readonly string[] },
  { year, own }: { readonly year: number; readonly own: ReadonlySet<string> },
): PersonalColumn | undefined {
  const words = wordsOf(column.name);
  const byName = own.has(column.name) ? undefined : called.find(([, shape]) => shape.test(words))?.[0];
  if (byName !== undefined) return byName;
  const texts = column.texts.slice(0, looked);
  const kinds = texts.map((text) => personalDataIn(text).map((found) => found.kind));
  const having = (kind: PersonalKind): number => kinds.filter((found) => found.includes(kind)).length;
  const sure = certain.find((kind) => having(kind) > 0);
  if (sure !== undefined) return sure;
  const mostly = likely.find((kind) => 2 * having(kind) > texts.length);
  if (mostly !== undefined) return mostly;
  const old = texts.filter((text, i) => kinds[i]?.includes("birth-date") && yearIn(text) <= year - yearsBack);
  return 2 * old.length > texts.length ? "birth-date" : undefined;
}

function yearIn(text: string): number {
  return Number(/(?:19|20)\d\d/.exec(text)?.[0] ?? Number.NaN);
}
