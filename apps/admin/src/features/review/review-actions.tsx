// The steps between authors and reviewers, each bound to the content on screen, and the reason when one is not open.
import { allows, approvalMeanings, type ApprovalMeaning, type Draft } from "@jumelage/api/schemas";
import { Button, Radio, Textarea } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { api, queryClient, rememberDraft, trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { Panel } from "../../ui/page.tsx";
import { ReasonField, useReason } from "../../ui/reason-field.tsx";
import { focusFault } from "../../ui/tried.tsx";
import { goToChange } from "./change-places.ts";
import classes from "./review.module.css";
import { useSeen } from "./use-seen.ts";

export function ReviewActions() {
  const t = useTranslations("review");
  const { served, program } = useWorkspace();
  if (served === null) return null;
  return (
    <>
      <Approvals draft={served} />
      <Panel title={t("action")}>
        {served.status === "editing" ? <RequestReview draft={served} /> : null}
        {served.status === "in-review" ? <Answer draft={served} /> : null}
        {served.status === "approved" ? (
          <p>
            {t("approvedNext")}{" "}
            <AppLink href={programPaths(program).publication}>{t("toPublication")}</AppLink>
          </p>
        ) : null}
      </Panel>
    </>
  );
}

function Approvals({ draft }: { readonly draft: Draft }) {
  const t = useTranslations("review");
  const format = useFormatter();
  if (draft.approvals.length === 0) return null;
  return (
    <Panel title={t("approvals")}>
      <ul>
        {draft.approvals.map((approval) => (
          <li key={`${approval.by.id}/${approval.at}`} className={approval.current ? undefined : "j-muted"}>
            {t("approval", {
              name: approval.by.name,
              meaning: t(`meanings.${approval.meaning}`).toLocaleLowerCase(),
              date: format.dateTime(new Date(approval.at), { dateStyle: "long", timeStyle: "short" }),
            })}
            {approval.current ? "" : ` – ${t("outdated")}`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** After a step: the draft as answered, and everything that speaks of it asked anew. */
function useServe(): { readonly onSuccess: (draft: Draft) => void } {
  const { serve } = useWorkspace();
  return {
    onSuccess: (draft) => {
      serve(draft);
      rememberDraft(draft);
      void queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.publish.pathKey() });
    },
  };
}

function RequestReview({ draft }: { readonly draft: Draft }) {
  const t = useTranslations("review");
  const { roles, flush, unexplained } = useWorkspace();
  const [note, setNote] = useState(draft.note);
  const request = useMutation({
    mutationFn: async () => {
      // What is asked to be reviewed is what is on screen: everything typed is saved first.
      if (!(await flush())) throw new Error("unsaved");
      const latest = await api.drafts.get.query({ id: draft.id });
      return api.review.request.mutate({ id: draft.id, hash: latest.hash, note });
    },
    ...useServe(),
  });
  if (!allows("review.request", roles)) return <p className="j-muted">{t("requestBlocked")}</p>;
  return (
    <div className="j-stack">
      {request.isError ? <ErrorNotice error={request.error} /> : null}
      <Textarea
        label={t("note")}
        description={t("noteHint")}
        value={note}
        autosize
        minRows={2}
        maxLength={2000}
        maw={720}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="j-row">
        <Button
          loading={request.isPending}
          disabled={unexplained.length > 0}
          onClick={() => request.mutate()}
        >
          {t("request")}
        </Button>
        {unexplained.length > 0 ? <span className={classes.problem}>{t("reasonMissing")}</span> : null}
      </div>
    </div>
  );
}

function Answer({ draft }: { readonly draft: Draft }) {
  const t = useTranslations("review");
  const { roles, saveState } = useWorkspace();
  const session = useQuery(trpc.session.get.queryOptions());
  const me = session.data?.person?.id;
  const [meaning, setMeaning] = useState<ApprovalMeaning>("clinical-approval");
  const reason = useReason();
  const served = useServe();
  const approve = useMutation(trpc.review.approve.mutationOptions(served));
  const giveBack = useMutation(trpc.review.return.mutationOptions(served));
  const { unseen } = useSeen();
  const [next] = unseen;
  const wrote = draft.authors.some((a) => a.id === me);
  return (
    <div className="j-stack">
      <p>{t("requested")}</p>
      {approve.isError ? <ErrorNotice error={approve.error} /> : null}
      {giveBack.isError ? <ErrorNotice error={giveBack.error} /> : null}
      {allows("review.approve", roles) ? null : <p className="j-muted">{t("notReviewer")}</p>}
      {allows("review.approve", roles) && wrote ? <p>{t("ownEdits")}</p> : null}
      {allows("review.approve", roles) && !wrote ? (
        <div className="j-stack">
          <Radio.Group
            label={t("meaning")}
            value={meaning}
            onChange={(value) => setMeaning(approvalMeanings.find((m) => m === value) ?? meaning)}
          >
            <div className="j-stack-tight">
              {approvalMeanings.map((m) => (
                <Radio key={m} value={m} label={t(`meanings.${m}`)} />
              ))}
            </div>
          </Radio.Group>
          <p className="j-muted j-small">{t("approveHint", { hash: `${draft.hash.slice(0, 8)}…` })}</p>
          <div>
            {next === undefined ? (
              <Button
                loading={approve.isPending}
                disabled={saveState !== "saved"}
                onClick={() => approve.mutate({ id: draft.id, hash: draft.hash, meaning })}
              >
                {t("approve")}
              </Button>
            ) : (
              <Button variant="light" onClick={() => goToChange(next)}>
                {t("seen.left", { count: unseen.length })}
              </Button>
            )}
          </div>
        </div>
      ) : null}
      {allows("review.return", roles) ? (
        <form
          className="j-stack"
          onSubmit={(event) => {
            event.preventDefault();
            const given = reason.ask();
            if (given === undefined) focusFault(event.currentTarget);
            else giveBack.mutate({ id: draft.id, reason: given });
          }}
        >
          <ReasonField reason={reason} label={t("returnReason")} needed={t("returnNeedsReason")} />
          <div>
            <Button type="submit" variant="default" loading={giveBack.isPending}>
              {t("return")}
            </Button>
          </div>
        </form>
      ) : null}
    </div>
  );
}
