// The open draft: who is writing, how much changed, and the way to review and publication; or the button that opens one.
import { allows } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { useChanges, useEffects } from "../../draft/effects.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { Panel } from "../../ui/page.tsx";

export function DraftPanel() {
  const t = useTranslations("program");
  const tf = useTranslations("frame.strip.status");
  const tc = useTranslations("common");
  const format = useFormatter();
  const { program, draft, start, starting, roles } = useWorkspace();
  const effects = useEffects();
  const changes = useChanges();
  const paths = programPaths(program);
  if (draft === null) {
    return (
      <Panel title={t("draft")}>
        <p>{t("draftNone")}</p>
        {start === null ? (
          <p className="j-muted">{tc("startRefused")}</p>
        ) : (
          <div>
            <Button loading={starting} onClick={start}>
              {t("draftStart")}
            </Button>
          </div>
        )}
      </Panel>
    );
  }
  return (
    <Panel title={t("draft")} actions={allows("draft.discard", roles) ? <Discard draft={draft.id} /> : null}>
      <p>
        {t("draftLine", {
          status: tf(draft.status),
          name: draft.updatedBy.name,
          date: format.dateTime(new Date(draft.updatedAt), { dateStyle: "long", timeStyle: "short" }),
        })}
      </p>
      <p>
        {t("draftChanges", { count: changes })}. {t("draftMoved", { count: effects.moved.length })}.
      </p>
      <p className="j-row">
        <AppLink href={paths.review}>{t("openReview")}</AppLink>
        <AppLink href={paths.publication}>{t("openPublication")}</AppLink>
      </p>
    </Panel>
  );
}

function Discard({ draft }: { readonly draft: string }) {
  const t = useTranslations("program");
  const tc = useTranslations("common");
  const [asking, setAsking] = useState(false);
  const discard = useMutation(
    trpc.drafts.discard.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() }),
    }),
  );
  return (
    <>
      <Button variant="subtle" color="red" size="compact-sm" onClick={() => setAsking(true)}>
        {t("discard")}
      </Button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t("discardTitle")}>
        <div className="j-stack">
          <p>{t("discardText")}</p>
          {discard.isError ? <ErrorNotice error={discard.error} /> : null}
          <div className="j-row">
            <Button color="red" loading={discard.isPending} onClick={() => discard.mutate({ id: draft })}>
              {t("discardConfirm")}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {tc("cancel")}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
