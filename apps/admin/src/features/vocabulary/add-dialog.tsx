// The button that opens a form for one more entry of the vocabulary, and the dialog with it. A form begins empty each time.
import { Button } from "@mantine/core";
import { useRef, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/page.tsx";
import { Tried, useTries } from "../../ui/tried.tsx";

export interface AddDialogProps {
  /** What the button says. */
  readonly label: string;
  readonly title: string;
  /** The button's whole name, where several say the same. */
  readonly name?: string;
  /** Among the words of a sentence. */
  readonly quiet?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

export function AddDialog({
  label,
  title,
  name = label,
  quiet = false,
  children,
}: AddDialogProps): ReactNode {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        variant={quiet ? "subtle" : "default"}
        size={quiet ? "compact-sm" : "compact-md"}
        aria-haspopup="dialog"
        aria-label={name}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog opened={open} onClose={close} title={title} wide>
        {open ? children(close) : null}
      </Dialog>
    </>
  );
}

export interface AddFormProps {
  /** What is still missing, in words; nothing is added before it is empty. */
  readonly lacking: readonly string[];
  readonly onAdd: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** The fields, what they still lack once somebody tried without, and the two ways out. */
export function AddForm({ lacking, onAdd, onCancel, children }: AddFormProps): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const tc = useTranslations("common");
  const { tried, goOn } = useTries();
  const form = useRef<HTMLDivElement>(null);
  return (
    <div ref={form} className="j-stack">
      <Tried value={tried}>{children}</Tried>
      {tried && lacking.length > 0 ? (
        <Notice tone="problem" announce="now" title={t("lacking")}>
          <ul>
            {lacking.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="j-row">
        <Button
          onClick={() => {
            if (goOn(form.current, lacking.length === 0)) onAdd();
          }}
        >
          {t("add")}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {tc("cancel")}
        </Button>
      </div>
    </div>
  );
}
