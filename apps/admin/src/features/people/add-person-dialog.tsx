// Adding a person: who they are. Roles are given afterwards; the link by which they choose a password is handed over.
import { emailSchema, personIdSchema, type NewLink } from "@jumelage/api/schemas";
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { idFrom } from "../../ui/id-from.ts";
import { TextPair } from "../../ui/text-pair.tsx";

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
  const [asked, setAsked] = useState(false);
  const id = ownId ?? idFrom(name);
  const add = useMutation(
    trpc.people.add.mutationOptions({
      onSuccess(link) {
        void queryClient.invalidateQueries({ queryKey: trpc.people.list.queryKey() });
        onAdded(name.trim(), link);
      },
    }),
  );
  const wrong = {
    name: name.trim() === "",
    id: !personIdSchema.safeParse(id).success,
    email: !emailSchema.safeParse(email.trim()).success,
    title: title.fr.trim() === "" || title.en.trim() === "",
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(wrong).some(Boolean)) return;
    add.mutate({ id, name: name.trim(), title, email: email.trim(), admin: false });
  };
  return (
    <Dialog opened onClose={onClose} title={t("addTitle")} wide>
      <form className="j-stack" onSubmit={submit} noValidate>
        {add.isError ? <ErrorNotice error={add.error} /> : null}
        <TextInput
          label={t("fullName")}
          value={name}
          data-autofocus
          error={asked && wrong.name ? t("nameWrong") : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t("email")}
          type="email"
          value={email}
          error={asked && wrong.email ? t("emailWrong") : undefined}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextPair label={t("jobTitle")} value={title} onChange={setTitle} />
        <TextInput
          label={t("id")}
          description={t("idHint")}
          value={id}
          error={asked && wrong.id ? t("idWrong") : undefined}
          onChange={(event) => setOwnId(event.currentTarget.value)}
        />
        <Button type="submit" loading={add.isPending}>
          {t("addIt")}
        </Button>
      </form>
    </Dialog>
  );
}
