// Threads as they are read: who said what and when, the answers, whether it is settled; and a way to answer each.
import type { Thread } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useRef, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Moment } from "../../ui/moment.tsx";
import classes from "./comments.module.css";
import { SayForm } from "./say-form.tsx";
import { useSaying } from "./use-threads.ts";

export function ThreadList({ threads }: { readonly threads: readonly Thread[] }): ReactNode {
  if (threads.length === 0) return null;
  return (
    <ul className={classes.threads}>
      {threads.map((thread) => (
        <li key={thread.thread} className={classes.thread}>
          <OneThread thread={thread} />
        </li>
      ))}
    </ul>
  );
}

function OneThread({ thread }: { readonly thread: Thread }): ReactNode {
  const t = useTranslations("comments");
  const { served } = useWorkspace();
  const { settle, answer, pending, error } = useSaying();
  const [answering, setAnswering] = useState(false);
  const [text, setText] = useState("");
  const opener = useRef<HTMLButtonElement>(null);
  const writable = served !== null && served.status !== "published" && served.status !== "discarded";
  const close = (): void => {
    setAnswering(false);
    // Back to what opened it, which is there again by then.
    setTimeout(() => opener.current?.focus(), 0);
  };
  const { resolved } = thread;
  const first = thread.said[0]?.by.name ?? "";
  return (
    <>
      <ul className={classes.said}>
        {thread.said.map((said) => (
          <li key={said.id}>
            <strong>{said.by.name}</strong>{" "}
            <span className="j-muted j-small">
              <Moment at={said.at} />
            </span>
            <p className={classes.text}>{said.text}</p>
          </li>
        ))}
      </ul>
      {resolved ? (
        <p className="j-muted j-small">
          {t("resolvedBy", { name: resolved.by.name })} <Moment at={resolved.at} />
        </p>
      ) : null}
      {error && !answering ? <ErrorNotice error={error} /> : null}
      {writable && answering ? (
        <SayForm
          label={t("answerTo", { name: first })}
          send={t("answer")}
          text={text}
          onText={setText}
          pending={pending}
          error={error}
          focus
          onCancel={close}
          onSay={(words) =>
            answer({ thread: thread.thread, text: words }, () => {
              setText("");
              close();
            })
          }
        />
      ) : null}
      {writable && !answering ? (
        <div className="j-row">
          <Button ref={opener} variant="default" size="compact-sm" onClick={() => setAnswering(true)}>
            {t("answer")}
            <span className="j-hidden"> – {first}</span>
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            loading={pending}
            onClick={() => settle(thread.thread, resolved === null)}
          >
            {t(resolved === null ? "resolve" : "reopen")}
            <span className="j-hidden"> – {first}</span>
          </Button>
        </div>
      ) : null}
    </>
  );
}
