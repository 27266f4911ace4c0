// One change of the memo: what it is, the words of it, who has seen it, and the button that says « Vu ».
import { Button } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { AppLink } from "../../ui/link.tsx";
import { useList } from "../../ui/moment.tsx";
import { CommentsButton, CommentsHere } from "../comments/comments-here.tsx";
import { placeOf } from "./change-places.ts";
import classes from "./review.module.css";
import { useSeen } from "./use-seen.ts";

export interface ChangeItemProps {
  readonly anchor: string;
  readonly title: string;
  /** Where the thing is changed; absent for what is gone. */
  readonly href?: string | undefined;
  readonly children: ReactNode;
}

export function ChangeItem({ anchor, title, href, children }: ChangeItemProps): ReactNode {
  const { allowed } = useSeen();
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState("");
  const close = (): void => {
    setOpened(false);
    document.getElementById(`comments-${anchor}`)?.focus();
  };
  return (
    <li {...placeOf(anchor)} tabIndex={-1} className={classes.change}>
      <div className={classes.changeHead}>
        <h3 className={classes.changeTitle}>{href ? <AppLink href={href}>{title}</AppLink> : title}</h3>
        <div className="j-row">
          <CommentsButton anchor={anchor} title={title} opened={opened} onToggle={() => setOpened(!opened)} />
          {allowed ? <SeenButton anchor={anchor} title={title} /> : null}
        </div>
      </div>
      {children}
      {allowed ? <SeenNames anchor={anchor} /> : null}
      {opened ? <CommentsHere anchor={anchor} focus text={text} onText={setText} onClose={close} /> : null}
    </li>
  );
}

function SeenButton({ anchor, title }: { readonly anchor: string; readonly title: string }): ReactNode {
  const t = useTranslations("review.seen");
  const { seen, current, mark } = useSeen();
  const marked = seen(anchor);
  return (
    <Button
      size="compact-sm"
      variant={marked ? "light" : "default"}
      aria-pressed={marked}
      aria-keyshortcuts="V"
      disabled={!current}
      leftSection={marked ? <IconCheck size={16} aria-hidden /> : undefined}
      onClick={() => mark([anchor], !marked)}
    >
      {t("mark")}
      <span className="j-hidden"> – {title}</span>
    </Button>
  );
}

function SeenNames({ anchor }: { readonly anchor: string }): ReactNode {
  const t = useTranslations("review.seen");
  const list = useList();
  const names = useSeen()
    .seenBy(anchor)
    .map((mark) => mark.by.name);
  if (names.length === 0) return null;
  return <p className="j-muted j-small">{t("by", { names: list(names) })}</p>;
}

/** Marks every change of a part of the page. */
export function SeeAllButton({
  anchors,
  part,
}: {
  readonly anchors: readonly string[];
  readonly part: string;
}) {
  const t = useTranslations("review.seen");
  const { allowed, current, seen, mark } = useSeen();
  const left = anchors.filter((anchor) => !seen(anchor));
  if (!allowed || anchors.length < 2) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={!current || left.length === 0}
      onClick={() => mark(left, true)}
    >
      {t(left.length === 0 ? "allMarked" : "markAll")}
      <span className="j-hidden"> – {part}</span>
    </Button>
  );
}
