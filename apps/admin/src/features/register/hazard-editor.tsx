// One danger as a form: its title in both languages, its controls and the profiles that test them. Kept at every change.
import type { Hazard } from "@jumelage/engine";
import { MultiSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { guaranteeName, nameOf } from "../../lab/name-of.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { useRefuse } from "../profiles/profile-form.tsx";
import { controlKey, readControl, withHazard } from "./edit-hazards.ts";

export function HazardEditor({ hazard }: { readonly hazard: Hazard }): ReactNode {
  const t = useTranslations("register.hazards");
  const { ruleSet, profiles, lang, update } = useWorkspace();
  const refuse = useRefuse(true);
  const change = (part: Partial<Hazard>, field: string): void =>
    update(
      t("changeLabel", { id: hazard.id }),
      (doc) => ({ ...doc, hazards: withHazard(doc.hazards, hazard.id, (h) => ({ ...h, ...part })) }),
      `hazard/${hazard.id}/${field}`,
    );
  return (
    <>
      <BilingualField
        label={t("titleField")}
        value={hazard.title}
        rows={2}
        disabled={false}
        refuse={refuse}
        onChange={(title) => change({ title }, "title")}
      />
      <MultiSelect
        label={t("controls")}
        searchable
        data={[
          {
            group: t("properties"),
            items: ruleSet.properties.map((p) => ({
              value: controlKey({ property: p.id }),
              label: guaranteeName(ruleSet.properties, p.id, lang),
            })),
          },
          {
            group: t("criteria"),
            items: ruleSet.criteria.map((c) => ({
              value: controlKey({ criterion: c.id }),
              label: nameOf(ruleSet.criteria, c.id, lang),
            })),
          },
        ]}
        value={hazard.controls.map(controlKey)}
        description={hazard.controls.length === 0 ? t("noControl") : undefined}
        onChange={(keys) => change({ controls: keys.flatMap((key) => readControl(key) ?? []) }, "controls")}
      />
      <MultiSelect
        label={t("tests")}
        searchable
        data={profiles.map((p) => ({ value: p.id, label: nameOf(profiles, p.id, lang) }))}
        value={hazard.profiles}
        description={hazard.profiles.length === 0 ? t("noTest") : undefined}
        onChange={(ids) => change({ profiles: ids }, "profiles")}
      />
    </>
  );
}
