// A secret shown this once, to be copied, with ways to use it filled in.
import { Button, CopyButton, Tabs, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "../../ui/dialog.tsx";
import classes from "./applications.module.css";

export interface OnceProps {
  readonly title: string;
  readonly secret: string;
  readonly snippets?: readonly { readonly name: string; readonly text: string }[];
  readonly onClose: () => void;
}

export function OnceDialog({ title, secret, snippets = [], onClose }: OnceProps): ReactNode {
  const t = useTranslations("applications.once");
  return (
    <Dialog opened onClose={onClose} title={title} wide>
      <div className="j-stack">
        <p>{t("text")}</p>
        <TextInput
          label={title}
          value={secret}
          readOnly
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
        />
        <Copy text={secret} label={t("copy")} />
        {snippets.length === 0 ? null : (
          <Tabs defaultValue={snippets[0]?.name ?? ""}>
            <Tabs.List>
              {snippets.map(({ name }) => (
                <Tabs.Tab key={name} value={name}>
                  {name}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {snippets.map(({ name, text }) => (
              <Tabs.Panel key={name} value={name} pt="sm">
                <div className="j-stack">
                  <pre className={classes.snippet}>{text}</pre>
                  <Copy text={text} label={t("copySnippet", { name })} />
                </div>
              </Tabs.Panel>
            ))}
          </Tabs>
        )}
        <div>
          <Button onClick={onClose}>{t("kept")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function Copy({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const t = useTranslations("applications.once");
  return (
    <div>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-md" onClick={copy}>
            {copied ? t("copied") : label}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
