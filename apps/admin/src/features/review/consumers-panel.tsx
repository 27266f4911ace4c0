// What the draft adds that apps in use do not send, offer or show yet, for whoever reviews it. Shown only where it adds
// something for them.
import { allows } from "@jumelage/api/schemas";
import { additionsOf, countAdditions } from "@jumelage/engine";
import { consumerLackSentence } from "@jumelage/engine/words";
import { useQuery } from "@tanstack/react-query";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ofContent, trpc } from "../../api/client.ts";
import { useWorkspace, type Baseline } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { QueryTrouble } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Panel } from "../../ui/page.tsx";
import { lackOf } from "../publication/consumer-finding.ts";

export function ConsumersPanel({ baseline }: { readonly baseline: Baseline }): ReactNode {
  const t = useTranslations("review.consumers");
  const { program, ruleSet, served, roles, lang } = useWorkspace();
  const added = useMemo(() => countAdditions(additionsOf(baseline.ruleSet, ruleSet)), [baseline, ruleSet]);
  const enabled = added > 0 && served !== null && allows("publish.gates", roles);
  const gates = useQuery(
    ofContent(
      trpc.publish.gates.queryOptions({ id: served?.id ?? "" }, { enabled, staleTime: 0 }),
      served?.hash,
    ),
  );
  if (!enabled) return null;
  const findings = gates.data?.gates.find((g) => g.id === "consumers")?.findings ?? [];
  const lacks = findings.flatMap((finding) => lackOf(finding) ?? []);
  return (
    <Panel title={t("title")}>
      <p className="j-muted">{t("lead", { count: added })}</p>
      <QueryTrouble query={gates} />
      {gates.isPending ? <Loading /> : null}
      {gates.data && lacks.length === 0 ? <p>{t("none")}</p> : null}
      {lacks.length === 0 ? null : (
        <>
          <ul>
            {lacks.map((lack) => (
              <li key={JSON.stringify(lack)}>{consumerLackSentence(lack, ruleSet, lang)}</li>
            ))}
          </ul>
          <p>
            {t("answered")} <AppLink href={programPaths(program).publication}>{t("toPublication")}</AppLink>
          </p>
        </>
      )}
    </Panel>
  );
}
