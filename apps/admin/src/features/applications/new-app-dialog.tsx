// A new app: what it is called, and whether its key is kept on a server or stands in a page.
import { createConsumerSchema, type ConsumerWithKey } from "@jumelage/api/schemas";
import { Button, Radio, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { idFrom } from "../../ui/id-from.ts";
import { useTries } from "../../ui/tried.tsx";

const kinds = ["secret", "publishable"] as const;
type Kind = (typeof kinds)[number];

export interface NewAppDialogProps {
  readonly program: string;
  readonly onClose: () => void;
  readonly onMade: (made: ConsumerWithKey) => void;
}

export function NewAppDialog({ program, onClose, onMade }: NewAppDialogProps): ReactNode {
  const t = useTranslations("applications.keys");
  const [name, setName] = useState("");
  const [ownId, setOwnId] = useState<string>();
  const [kind, setKind] = useState<Kind>("secret");
  const [sites, setSites] = useState("");
  const { tried, goOn } = useTries();
  const create = useMutation(trpc.consumers.create.mutationOptions({ onSuccess: onMade }));
  const id = ownId ?? idFrom(name);
  const origins = kind === "publishable" ? sites.split(/\s+/).filter(Boolean) : [];
  const wanted = createConsumerSchema.safeParse({ id, name, kind, programs: [program], origins });
  const wrong = new Set(wanted.success ? [] : wanted.error.issues.map((issue) => String(issue.path[0])));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (goOn(event.currentTarget, wanted.success) && wanted.success) create.mutate(wanted.data);
  };
  return (
    <Dialog opened onClose={onClose} title={t("new")} wide>
      <form className="j-stack" onSubmit={submit} noValidate>
        {create.isError ? <ErrorNotice error={create.error} /> : null}
        <TextInput
          label={t("name")}
          value={name}
          data-autofocus
          error={tried && wrong.has("name") ? t("nameMissing") : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t("id")}
          description={t("idHint")}
          value={id}
          error={tried && wrong.has("id") ? t("idWrong") : undefined}
          onChange={(event) => setOwnId(event.currentTarget.value)}
        />
        <Radio.Group
          label={t("where")}
          value={kind}
          onChange={(value) => setKind(value === "publishable" ? value : "secret")}
        >
          <div className="j-stack">
            {kinds.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`kind.${value}`)}
                description={t(`kindHint.${value}`)}
              />
            ))}
          </div>
        </Radio.Group>
        {kind === "publishable" ? (
          <Textarea
            label={t("sites")}
            description={t("sitesHint")}
            value={sites}
            autosize
            minRows={2}
            error={tried && wrong.has("origins") ? t("sitesWrong") : undefined}
            onChange={(event) => setSites(event.currentTarget.value)}
          />
        ) : null}
        <div>
          <Button type="submit" loading={create.isPending}>
            {t("make")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
