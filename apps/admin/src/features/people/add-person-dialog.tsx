// Adding a person: who they are. Roles are given afterwards; the link by which they choose a password is handed over.
import { addPersonSchema, type NewLink } from "@jumelage/api/schemas";
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { idFrom } from "../../ui/id-from.ts";
import { Tried, useTries } from "../../ui/tried.tsx";

export interface AddPersonDialogProps {
  readonly onClose: () => void;
  readonly onAdded: (name: string, link: NewLink) => void;
}

export function AddPersonDialog({ onClose, onAdded }: AddPersonDialogProps) {
  const t = useTranslations("people");
  const [name, setName] = useState("");
  const [ownId, setOwnId] = useState<string>();
  const [email, setEmail] = useState("");
  const [title, setTitle] = useState({ fr: "", en: "" });
  const { tried, goOn } = useTries();
  const id = ownId ?? idFrom(name);
  const add = useMutation(
    trpc.people.add.mutationOptions({
      onSuccess(link) {
        void queryClient.invalidateQueries({ queryKey: trpc.people.list.queryKey() });
        onAdded(name.trim(), link);
      },
    }),
  );
  const wanted = addPersonSchema.safeParse({ id, name, title, email: email.trim(), admin: false });
  const wrong = new Set(wanted.success ? [] : wanted.error.issues.map((issue) => String(issue.path[0])));
  const isTitled = title.fr.trim() !== "" && title.en.trim() !== "";
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (goOn(event.currentTarget, wanted.success && isTitled) && wanted.success) add.mutate(wanted.data);
  };
  return (
    <Dialog opened onClose={onClose} title={t("addTitle")} wide>
      <form className="j-stack" onSubmit={submit} noValidate>
        {add.isError ? <ErrorNotice error={add.error} /> : null}
        <TextInput
          label={t("fullName")}
          value={name}
          data-autofocus
          error={tried && wrong.has("name") ? t("nameWrong") : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t("email")}
          type="email"
          value={email}
          error={tried && wrong.has("email") ? t("emailWrong") : undefined}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Tried value={tried}>
          <BilingualField
            label={t("jobTitle")}
            value={title}
            rows={1}
            needed={t("jobTitleWrong")}
            onChange={setTitle}
          />
        </Tried>
        <TextInput
          label={t("id")}
          description={t("idHint")}
          value={id}
          error={tried && wrong.has("id") ? t("idWrong") : undefined}
          onChange={(event) => setOwnId(event.currentTarget.value)}
        />
        <Button type="submit" loading={add.isPending}>
          {t("addIt")}
        </Button>
      </form>
    </Dialog>
  );
}
