// What is said about one thing, opened in place: the button that tells how many threads are open, the threads, and a field
// for a new one. What was typed stays when it is closed.
import { Button } from "@mantine/core";
import { IconMessage } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import classes from "./comments.module.css";
import { SayForm } from "./say-form.tsx";
import { ThreadList } from "./thread-list.tsx";
import { isOpen, useSaying, useTalk } from "./use-threads.ts";

export interface CommentsButtonProps {
  readonly anchor: string;
  /** What the thing is called. */
  readonly title: string;
  readonly opened: boolean;
  readonly onToggle: () => void;
}

export function CommentsButton({ anchor, title, opened, onToggle }: CommentsButtonProps): ReactNode {
  const t = useTranslations("comments");
  const { allowed, threads } = useTalk();
  if (!allowed) return null;
  const about = threads.filter((thread) => thread.anchor === anchor);
  const open = about.filter(isOpen).length;
  return (
    <Button
      id={`comments-${anchor}`}
      size="compact-sm"
      variant={open > 0 ? "light" : "default"}
      aria-expanded={opened}
      aria-keyshortcuts="C"
      leftSection={<IconMessage size={16} aria-hidden />}
      onClick={onToggle}
    >
      {open > 0 ? t("open", { count: open }) : t(about.length > 0 ? "settled" : "comment")}
      <span className="j-hidden"> – {title}</span>
    </Button>
  );
}

export interface CommentsHereProps {
  readonly anchor: string;
  /** Whether somebody has just opened it to write. */
  readonly focus?: boolean;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onClose?: () => void;
}

export function CommentsHere({ anchor, focus, text, onText, onClose }: CommentsHereProps): ReactNode {
  const t = useTranslations("comments");
  const { allowed, threads, error: unread, retry } = useTalk();
  const { write, pending, error } = useSaying();
  if (!allowed) return null;
  return (
    <div className={classes.here}>
      {unread ? <ErrorNotice error={unread} onRetry={retry} /> : null}
      <ThreadList threads={threads.filter((thread) => thread.anchor === anchor)} />
      <SayForm
        id={`say-${anchor}`}
        label={t(anchor === "" ? "aboutDraft" : "new")}
        send={t("send")}
        text={text}
        onText={onText}
        pending={pending}
        error={error}
        focus={focus ?? false}
        {...(onClose ? { onCancel: onClose } : {})}
        onSay={(words) => write({ anchor, text: words }, () => onText(""))}
      />
    </div>
  );
}

/** The threads about one thing and the field for another, which are always there. */
export function CommentsAbout({ anchor }: { readonly anchor: string }): ReactNode {
  const [text, setText] = useState("");
  return <CommentsHere anchor={anchor} text={text} onText={setText} />;
}
