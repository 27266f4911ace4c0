// A dialog with the bilingual words of one entry. Every keystroke goes into the draft; « Terminé » only closes it.
import { Button } from "@mantine/core";
import type { Text } from "@jumelage/engine";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "../../ui/dialog.tsx";
import { TextPair } from "../../ui/text-pair.tsx";

export interface WordsField {
  readonly key: string;
  readonly label: string;
  readonly value: Text;
  readonly long?: boolean;
  readonly optional?: boolean;
  readonly onChange: (value: Text) => void;
}

/** The button that opens the dialog, named after the entry. */
export function WordsEditor({
  name,
  fields,
  children,
}: {
  readonly name: string;
  readonly fields: readonly WordsField[];
  /** What else can be changed of the entry, below its words. */
  readonly children?: ReactNode;
}) {
  const t = useTranslations("vocabulary");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-haspopup="dialog"
        aria-label={t("editWordsOf", { label: name })}
        onClick={() => setOpen(true)}
      >
        {t("editWords")}
      </Button>
      <Dialog opened={open} onClose={() => setOpen(false)} title={t("editWordsOf", { label: name })} wide>
        <div className="j-stack">
          {fields.map((field) => (
            <TextPair
              key={field.key}
              label={field.label}
              value={field.value}
              long={field.long ?? false}
              optional={field.optional ?? false}
              onChange={field.onChange}
            />
          ))}
          {children}
          <div className="j-row">
            <Button onClick={() => setOpen(false)}>{t("done")}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
