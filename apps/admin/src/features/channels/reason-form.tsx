// The form that every change of a channel shares: it opens on demand, and asks for a reason before it does anything.
import { Button, Textarea } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";

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
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const close = (): void => {
    setOpen(false);
    setReason("");
    setAsked(false);
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
        setAsked(true);
        if (reason.trim() !== "") onSubmit(reason.trim(), close);
      }}
    >
      {error ? <ErrorNotice error={error} /> : null}
      <p>{lead}</p>
      {children}
      <Textarea
        label={t("why")}
        description={t("whyHint")}
        value={reason}
        autosize
        minRows={2}
        maxLength={2000}
        maw={720}
        error={asked && reason.trim() === "" ? t("whyNeeded") : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
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
