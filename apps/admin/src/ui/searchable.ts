/** A text as people search it: no accents, no capitals, one kind of apostrophe. */
export function searchable(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();
}
