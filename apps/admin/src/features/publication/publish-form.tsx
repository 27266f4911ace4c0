// The last step: a message, a day to look at it again, now or later, a button that says its effect, a second look, and the
// truth about what happened.
import { allows, type Gates } from "@jumelage/api/schemas";
import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useZoned } from "../../ui/moment.tsx";
import { Notice } from "../../ui/page.tsx";
import { focusFault } from "../../ui/tried.tsx";
import { knownZone } from "../../ui/zoned-time.ts";
import { channelsChanged } from "../channels/reason-form.tsx";
import { useWhen, WhenField } from "../channels/when-field.tsx";
import { ReviewField, useReviewDay } from "./review-field.tsx";
import { usePublishing } from "./use-publishing.ts";

interface PublishFormProps {
  readonly gates: Gates;
  readonly number: number;
  readonly consumers: number;
  /** How many months after it is published the program has a version looked at again; null: it does not say. */
  readonly reviewMonths: number | null;
  /** Whether publishing this draft is planned already: then it can only be done sooner. */
  readonly planned: boolean;
}

export function PublishForm({ gates, number, consumers, reviewMonths, planned }: PublishFormProps) {
  const t = useTranslations("publication");
  const tc = useTranslations("common");
  const { program, draft, roles, ruleSet, saveState } = useWorkspace();
  const zone = knownZone(ruleSet.timeZone);
  const zoned = useZoned();
  const [message, setMessage] = useState("");
  const [asked, setAsked] = useState(false);
  const [asking, setAsking] = useState(false);
  const when = useWhen();
  const isLater = when.isLater && !planned;
  const review = useReviewDay({ months: reviewMonths, from: isLater ? when.due : undefined });
  const { phase, error, begin } = usePublishing(draft?.id ?? "");
  const schedule = useMutation(
    trpc.channels.schedule.mutationOptions({
      onSuccess: async () => {
        when.clear();
        setMessage("");
        setAsked(false);
        await channelsChanged();
      },
    }),
  );
  const mayPublish = allows("publish.publish", roles);
  const words = { count: consumers, number: String(number) };
  // What is done later is said then, by nobody: it cannot be without a word.
  const messageNeeded = isLater && message.trim() === "";
  const action = isLater ? t("later.plan") : t("publish", words);
  const sentence =
    isLater && when.due
      ? t("later.sentence", { when: zoned.moment(when.due, zone), count: consumers })
      : null;
  const form = useRef<HTMLElement>(null);
  const ask = (): void => {
    setAsked(true);
    const times = [!isLater || when.ask(), review.ask()];
    if (times.every(Boolean) && !messageNeeded) setAsking(true);
    else focusFault(form.current);
  };
  const confirm = (): void => {
    setAsking(false);
    const { id = "" } = draft ?? {};
    const { hash } = gates;
    const reviewBy = review.chosen === undefined ? {} : { reviewBy: review.chosen };
    if (!isLater) begin({ id, hash, idempotencyKey: crypto.randomUUID(), message, ...reviewBy });
    else if (when.due)
      schedule.mutate({
        program,
        channel: "production",
        what: { draft: id, hash, ...reviewBy },
        due: when.due.toISOString(),
        message: message.trim(),
      });
  };
  return (
    <section ref={form} className="j-stack" aria-label={t("gates.publish")}>
      {error ? <ErrorNotice error={error} /> : null}
      {schedule.isError ? <ErrorNotice error={schedule.error} /> : null}
      {phase === "verifying" ? <Notice announce="politely" title={t("verifying")} /> : null}
      {phase === "publishing" ? <Notice announce="politely" title={t("publishing")} /> : null}
      {mayPublish ? null : <p className="j-muted">{t("onlyReviewer")}</p>}
      {mayPublish && gates.ready ? (
        <>
          <Textarea
            label={t("message")}
            description={t("messageHint")}
            value={message}
            autosize
            minRows={2}
            maxLength={2000}
            maw={720}
            error={asked && messageNeeded ? t("messageNeeded") : undefined}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <ReviewField day={review} />
          {planned ? null : <WhenField when={when} />}
          {sentence === null ? null : <output>{sentence}</output>}
          <div>
            <Button
              size="md"
              disabled={phase !== "ready" || saveState !== "saved"}
              loading={schedule.isPending}
              onClick={ask}
            >
              {action}
            </Button>
          </div>
        </>
      ) : null}
      <Dialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={isLater ? t("later.confirmTitle") : t("confirmTitle", { number: String(number) })}
      >
        <div className="j-stack">
          <p>{sentence ?? t("confirm", { count: consumers })}</p>
          {isLater ? <p>{t("later.otherwise")}</p> : null}
          {review.words === null ? null : <p>{review.words}</p>}
          <div className="j-row">
            <Button onClick={confirm}>{action}</Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {tc("cancel")}
            </Button>
          </div>
        </div>
      </Dialog>
    </section>
  );
}
