// Where the chain stands, what of it was signed and sent out, and a walk along all of it when somebody asks.
import { Button, CopyButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { QueryTrouble } from "../../ui/error-notice.tsx";
import { Loading } from "../../ui/loading.tsx";
import { LastMoment } from "../../ui/moment.tsx";
import { Notice, Panel } from "../../ui/page.tsx";

const exportCommand = "jumelage audit export journal.jsonl";

export function ChainPanel(): ReactNode {
  const t = useTranslations("journal.chain");
  const format = useFormatter();
  const { program } = useWorkspace();
  const state = useQuery(trpc.journal.state.queryOptions({ program }, { staleTime: 0 }));
  const verdict = useQuery(trpc.journal.verify.queryOptions({ program }, { enabled: false }));
  const { data: found } = verdict;
  return (
    <Panel
      title={t("title")}
      actions={
        <Button
          variant="default"
          size="compact-md"
          loading={verdict.isFetching}
          onClick={() => void verdict.refetch()}
        >
          {t(verdict.isFetching ? "verifying" : "verify")}
        </Button>
      }
    >
      <QueryTrouble query={state} />
      {state.isPending ? <Loading /> : null}
      {state.data ? (
        <p>
          {t("size", { count: format.number(state.data.size) })}{" "}
          {state.data.witness === null ? (
            t("noWitness")
          ) : (
            <>
              {t("witness", {
                seq: format.number(state.data.witness.size),
                channel: state.data.witness.channel,
              })}{" "}
              <LastMoment at={state.data.witness.at} />
            </>
          )}
        </p>
      ) : null}
      <QueryTrouble query={verdict} />
      {found && !verdict.isFetching ? (
        <Notice
          announce={found.ok ? "politely" : "now"}
          tone={found.ok ? "info" : "problem"}
          title={
            found.ok
              ? t("holds", { seq: format.number(found.seq) })
              : t("broken", { seq: format.number(found.seq) })
          }
        >
          <p>
            {found.reason === null
              ? t(found.witness ? "holdsWith" : "holdsAlone")
              : t(`reason.${found.reason}`)}{" "}
            {t("verifiedAt")} <LastMoment at={found.at} />
          </p>
        </Notice>
      ) : null}
      <div className="j-row j-small">
        <span className="j-muted">{t("export")}</span> <code className="j-mono">{exportCommand}</code>
        <CopyButton value={exportCommand}>
          {({ copied, copy }) => (
            <Button variant="subtle" size="compact-sm" onClick={copy}>
              {t(copied ? "copied" : "copy")}
            </Button>
          )}
        </CopyButton>
      </div>
    </Panel>
  );
}
