// What must stand in a cell to be a value of a fact, in words.
import type { Fact } from "@jumelage/engine";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { writeNumber } from "../../ui/numbers.ts";

export function useExpected(): (fact: Fact) => string {
  const t = useTranslations("cohort.expected");
  const { lang } = useWorkspace();
  return ({ type, range, values, scale }) => {
    const between = range
      ? ` ${t("range", { min: writeNumber(range.min, lang), max: writeNumber(range.max, lang) })}`
      : "";
    switch (type) {
      case "boolean":
        return t("boolean");
      case "set":
        return t("set");
      case "integer":
        return t("integer") + between;
      case "decimal":
        return t("decimal", { scale: scale ?? 0 }) + between;
      case "enum":
        return t("enum", { values: (values ?? []).map((v) => v.id).join(", ") });
      case "date":
        return t("date");
    }
  };
}
