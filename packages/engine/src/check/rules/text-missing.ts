import { languages } from "../../model/text.ts";
import { collector, type Path } from "../../model/diagnostic.ts";
import type { Law } from "../law.ts";

/** Every text exists in French and in English: one finding per text and language. */
export const textMissing: Law = (doc) => {
  const { found, add } = collector();
  const visit = (value: unknown, at: Path): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) value.forEach((item, i) => visit(item, [...at, i]));
    else if (isText(value)) {
      for (const lang of languages)
        if (value[lang].trim() === "") add("text-missing", [...at, lang], { lang });
    } else for (const [key, child] of Object.entries(value)) visit(child, [...at, key]);
  };
  visit(doc, []);
  return found;
};

function isText(value: object): value is { readonly fr: string; readonly en: string } {
  const { fr, en } = value as { readonly fr?: unknown; readonly en?: unknown };
  return typeof fr === "string" && typeof en === "string";
}
