// A one-time link, shown once, to be handed to its person.
import { Button, CopyButton, TextInput } from "@mantine/core";
import type { NewLink } from "@jumelage/api/schemas";
import { useFormatter, useTranslations } from "use-intl";
import { Dialog } from "../../ui/dialog.tsx";

export interface LinkToHandOver extends NewLink {
  readonly name: string;
}

export function LinkDialog({
  link,
  onClose,
}: {
  readonly link: LinkToHandOver;
  readonly onClose: () => void;
}) {
  const t = useTranslations("people");
  const format = useFormatter();
  const url = window.location.origin + link.path;
  const date = format.dateTime(new Date(link.expires), { dateStyle: "long", timeStyle: "short" });
  return (
    <Dialog opened onClose={onClose} title={t("linkField", { name: link.name })}>
      <div className="j-stack">
        <p>{t("link", { name: link.name, date })}</p>
        <TextInput
          label={t("linkField", { name: link.name })}
          value={url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <div className="j-row">
          <CopyButton value={url}>
            {({ copied, copy }) => <Button onClick={copy}>{t(copied ? "copied" : "copy")}</Button>}
          </CopyButton>
          <Button variant="default" onClick={onClose}>
            {t("close")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
