// Registre: what somebody other than its author must have read and confirmed, and the file of dangers with what controls
// each and what tests the control.
import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { PageTitle } from "../../ui/page.tsx";
import { HazardsPanel } from "./hazards-panel.tsx";
import { LedgerPanel } from "./ledger-panel.tsx";

export function RegisterScreen(): ReactNode {
  const t = useTranslations("register");
  const { ruleSet, lang } = useWorkspace();
  return (
    <>
      <PageTitle title={t("title")} context={ruleSet.title[lang]}>
        <p>{t("lead")}</p>
      </PageTitle>
      <Tabs defaultValue="ledger" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="ledger">{t("tab.ledger")}</Tabs.Tab>
          <Tabs.Tab value="hazards">{t("tab.hazards")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="ledger">
          <LedgerPanel />
        </Tabs.Panel>
        <Tabs.Panel value="hazards">
          <HazardsPanel />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
