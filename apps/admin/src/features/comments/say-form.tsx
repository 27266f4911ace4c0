// A field for something to say, and the button that sends it. Nothing of it is lost when sending fails; what looks like it
// belongs to a real person is not sent.
import { Button, Textarea } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { personalDataIn } from "../profiles/personal-data.ts";
import classes from "./comments.module.css";

export interface SayFormProps {
  readonly id?: string;
  readonly label: string;
  readonly send: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSay: (text: string) => void;
  /** Closes what the form stands in. */
  readonly onCancel?: () => void;
  /** Whether somebody opened it in order to write. */
  readonly focus?: boolean;
}

export function SayForm(props: SayFormProps): ReactNode {
  const { id, label, send, text, onText, pending, error, onSay, onCancel, focus = false } = props;
  const t = useTranslations("comments");
  const tp = useTranslations("profiles.guard");
  const field = useRef<HTMLTextAreaElement>(null);
  const [lacking, setLacking] = useState(false);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  // A date is part of how people talk about versions and sources.
  const personal = personalDataIn(text).find((found) => found.kind !== "birth-date");
  const problem = personal
    ? t("personal", { kind: tp(`kind.${personal.kind}`), excerpt: personal.excerpt })
    : lacking && text.trim() === ""
      ? t("needed")
      : undefined;
  const say = (): void => {
    setLacking(true);
    if (pending || personal || text.trim() === "") return field.current?.focus();
    setLacking(false);
    onSay(text.trim());
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      {error ? <ErrorNotice error={error} /> : null}
      <Textarea
        ref={field}
        {...(id === undefined ? {} : { id })}
        label={label}
        value={text}
        autosize
        minRows={2}
        maxLength={2000}
        error={problem}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && onCancel) {
            event.stopPropagation();
            onCancel();
          }
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            say();
          }
        }}
      />
      <div className="j-row">
        <Button type="submit" size="compact-sm" loading={pending}>
          {send}
        </Button>
        {onCancel ? (
          <Button variant="default" size="compact-sm" onClick={onCancel}>
            {t("close")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
