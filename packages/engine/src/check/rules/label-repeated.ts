import { collector, type Path } from "../../model/diagnostic.ts";
import { languages, type Text } from "../../model/text.ts";
import type { Law } from "../law.ts";

/** Two things a sentence can name never have the same name in one language, or their sentences could not be told apart. */
export const labelRepeated: Law = (doc) => {
  const { found, add } = collector("warning");
  const distinct = (labels: readonly Text[], at: Path, key: string): void => {
    for (const lang of languages) {
      const first = new Map<string, number>();
      labels.forEach((text, i) => {
        const label = text[lang].trim().toLowerCase();
        const earlier = first.get(label);
        if (label === "") return;
        if (earlier === undefined) first.set(label, i);
        else
          add("label-repeated", [...at, i, key, lang], { lang, label: text[lang] }, [
            [...at, earlier, key, lang],
          ]);
      });
    }
  };
  const labels = (items: readonly { readonly label: Text }[]): readonly Text[] =>
    items.map((item) => item.label);
  distinct(labels(doc.facts), ["facts"], "label");
  distinct(labels(doc.parameters), ["parameters"], "label");
  distinct(labels(doc.conditions), ["conditions"], "label");
  distinct(
    doc.decisions.map((d) => d.title),
    ["decisions"],
    "title",
  );
  doc.facts.forEach((f, i) => distinct(labels(f.values ?? []), ["facts", i, "values"], "label"));
  doc.decisions.forEach((d, i) => distinct(labels(d.outcomes), ["decisions", i, "outcomes"], "label"));
  return found;
};
