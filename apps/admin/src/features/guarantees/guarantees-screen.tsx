// Garanties: what must hold for every possible person, with its proof or the person who breaks it; and what the machine
// noticed about the rule set as a whole. Nothing is proved in the page: the server does it and the page follows.
import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { PageTitle } from "../../ui/page.tsx";
import { FindingsPanel } from "./findings-panel.tsx";
import { PropertiesPanel } from "./properties-panel.tsx";

export function GuaranteesScreen(): ReactNode {
  const t = useTranslations("guarantees");
  const { ruleSet, lang } = useWorkspace();
  return (
    <>
      <PageTitle title={t("title")} context={ruleSet.title[lang]}>
        <p>{t("lead")}</p>
      </PageTitle>
      <Tabs defaultValue="properties" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="properties">{t("tab.properties")}</Tabs.Tab>
          <Tabs.Tab value="findings">{t("tab.findings")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="properties">
          <PropertiesPanel />
        </Tabs.Panel>
        <Tabs.Panel value="findings">
          <FindingsPanel />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
