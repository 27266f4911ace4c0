// The last step: a message, a button that says its effect, a second look, and the truth about what happened.
import { allows, type Gates } from "@jumelage/api/schemas";
import { Button, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { api, queryClient } from "../../api/client.ts";
import { isOffline, refusalOf } from "../../api/refusal.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useGo } from "../../ui/link.tsx";
import { Notice } from "../../ui/page.tsx";
import { carryOut, pendingIntent, type Intent } from "./publish-intent.ts";

const delays = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

type Phase = "ready" | "publishing" | "verifying";

interface PublishFormProps {
  readonly gates: Gates;
  readonly number: number;
  readonly consumers: number;
}

export function PublishForm({ gates, number, consumers }: PublishFormProps) {
  const t = useTranslations("publication");
  const tc = useTranslations("common");
  const { draft, roles, saveState } = useWorkspace();
  const [message, setMessage] = useState("");
  const [asking, setAsking] = useState(false);
  const { phase, error, begin } = usePublishing(draft?.id ?? "");
  const mayPublish = allows("publish.publish", roles);
  const words = { count: consumers, number: String(number) };
  return (
    <section className="j-stack" aria-label={t("gates.publish")}>
      {error ? <ErrorNotice error={error} /> : null}
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
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <div>
            <Button
              size="md"
              disabled={phase !== "ready" || saveState !== "saved"}
              onClick={() => setAsking(true)}
            >
              {t("publish", words)}
            </Button>
          </div>
        </>
      ) : null}
      <Dialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("confirmTitle", { number: String(number) })}
      >
        <div className="j-stack">
          <p>{t("confirm", { count: consumers })}</p>
          <div className="j-row">
            <Button
              onClick={() => {
                setAsking(false);
                begin({
                  id: draft?.id ?? "",
                  hash: gates.hash,
                  idempotencyKey: crypto.randomUUID(),
                  message,
                });
              }}
            >
              {t("publish", words)}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {tc("cancel")}
            </Button>
          </div>
        </div>
      </Dialog>
    </section>
  );
}

/** Carries out the intention to publish; takes up one that a reload or a lost reply left unanswered. */
function usePublishing(draft: string) {
  const { program } = useWorkspace();
  const go = useGo();
  const [phase, setPhase] = useState<Phase>("ready");
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  const gone = useRef(false);
  const run = async (intent: Intent): Promise<void> => {
    try {
      const published = await carryOut(intent, {
        shelf: window.localStorage,
        publish: (input) => api.publish.publish.mutate(input),
        // A fault of the server after it has written is as silent as a lost reply.
        isUnanswered: (failure) => isOffline(failure) || refusalOf(failure) === null,
        wait: (attempt) =>
          new Promise((resolve) => window.setTimeout(resolve, delays[Math.min(attempt, delays.length - 1)])),
        onUnanswered: () => setPhase("verifying"),
        cancelled: () => gone.current,
      });
      if (published) go(`${programPaths(program).publication}?publiee=${published.number}`);
    } catch (failure) {
      setError(failure);
    } finally {
      busy.current = false;
      setPhase("ready");
      await queryClient.invalidateQueries();
    }
  };
  const begin = (intent: Intent): void => {
    if (busy.current) return;
    busy.current = true;
    setPhase("publishing");
    setError(null);
    void run(intent);
  };
  const resume = useRef(begin);
  useEffect(() => {
    gone.current = false;
    const left = pendingIntent(window.localStorage, draft);
    if (left) resume.current(left);
    return () => {
      gone.current = true;
    };
  }, [draft]);
  return { phase, error, begin };
}
