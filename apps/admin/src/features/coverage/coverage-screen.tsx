// Couverture: what the saved profiles exercise and what they leave untouched: criteria, the edges of every test, and
// faults that nobody would notice. Each gap offers the profile that fills it.
import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { PageTitle } from "../../ui/page.tsx";
import { BoundariesPanel } from "./boundaries-panel.tsx";
import { ConditionsPanel } from "./conditions-panel.tsx";
import { FaultsPanel } from "./faults-panel.tsx";
import { HeatPanel } from "./heat-panel.tsx";

export function CoverageScreen(): ReactNode {
  const t = useTranslations("coverage");
  const { ruleSet, lang } = useWorkspace();
  return (
    <>
      <PageTitle title={t("title")} context={ruleSet.title[lang]}>
        <p>{t("lead")}</p>
      </PageTitle>
      <Tabs defaultValue="criteria" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="criteria">{t("tab.criteria")}</Tabs.Tab>
          <Tabs.Tab value="boundaries">{t("tab.boundaries")}</Tabs.Tab>
          <Tabs.Tab value="conditions">{t("tab.conditions")}</Tabs.Tab>
          <Tabs.Tab value="faults">{t("tab.faults")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="criteria">
          <HeatPanel />
        </Tabs.Panel>
        <Tabs.Panel value="boundaries">
          <BoundariesPanel />
        </Tabs.Panel>
        <Tabs.Panel value="conditions">
          <ConditionsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="faults">
          <FaultsPanel />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
