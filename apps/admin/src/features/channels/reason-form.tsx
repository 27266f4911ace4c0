// The form that every change of a channel shares: it opens on demand, and asks for a reason before it does anything.
import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { ReasonField, useReason } from "../../ui/reason-field.tsx";
import { focusFault } from "../../ui/tried.tsx";

/** After a change of a channel everything that shows channels is asked for anew. */
export async function channelsChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: trpc.channels.pathKey() });
  await queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() });
}

interface ReasonFormProps {
  /** What the button that opens the form says; also the form's name. */
  readonly title: string;
  /** What the button that does it says. */
  readonly action: string;
  readonly lead: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly children?: ReactNode;
  readonly onSubmit: (reason: string, close: () => void) => void;
}

export function ReasonForm({ title, action, lead, pending, error, children, onSubmit }: ReasonFormProps) {
  const t = useTranslations("channels");
  const tc = useTranslations("common");
  const [open, setOpen] = useState(false);
  const reason = useReason();
  const close = (): void => {
    setOpen(false);
    reason.clear();
  };
  if (!open) {
    return (
      <Button variant="default" size="compact-md" onClick={() => setOpen(true)}>
        {title}
      </Button>
    );
  }
  return (
    <form
      className="j-stack"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        const given = reason.ask();
        if (given !== undefined) onSubmit(given, close);
        // What else the form asks for may be lacking as well.
        focusFault(event.currentTarget);
      }}
    >
      {error ? <ErrorNotice error={error} /> : null}
      <p>{lead}</p>
      {children}
      <ReasonField reason={reason} label={t("why")} hint={t("whyHint")} needed={t("whyNeeded")} />
      <div className="j-row">
        <Button type="submit" size="compact-md" loading={pending}>
          {action}
        </Button>
        <Button variant="default" size="compact-md" onClick={close}>
          {tc("cancel")}
        </Button>
      </div>
    </form>
  );
}
