// What is done with a draft as a whole: started under a name, called otherwise, discarded.
import { allows, type DraftSummary } from "@jumelage/api/schemas";
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { queryClient, rememberDraft, trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { inDraft, programPaths } from "../../paths.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useGo } from "../../ui/link.tsx";

const refreshed = (): Promise<void> => queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() });

/** Starts a draft from the version in service: the first at once, another one under a name that tells them apart. */
export function NewDraft({ first = false }: { readonly first?: boolean }) {
  const t = useTranslations("program");
  const { program, roles, start, starting } = useWorkspace();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const started = useMutation(
    trpc.drafts.start.mutationOptions({
      onSuccess: async (draft) => {
        rememberDraft(draft);
        await refreshed();
        setAsking(false);
        go(inDraft(programPaths(program).home, draft.id));
      },
    }),
  );
  if (!allows("draft.start", roles)) return null;
  if (first) {
    return (
      <div>
        <Button loading={starting} onClick={start ?? undefined}>
          {t("draftStart")}
        </Button>
      </div>
    );
  }
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
        {t("newDraft")}
      </Button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t("newDraftTitle")}>
        <NameForm
          lead={t("newDraftText")}
          before=""
          action={t("draftStart")}
          pending={started.isPending}
          error={started.error}
          onSave={(name) => started.mutate({ program, name })}
          onCancel={() => setAsking(false)}
        />
      </Dialog>
    </>
  );
}

/** Another name, or the end, for those who may. */
export function DraftActions({ draft }: { readonly draft: DraftSummary }) {
  const t = useTranslations("program");
  const tc = useTranslations("common");
  const { roles } = useWorkspace();
  const [asked, setAsked] = useState<"rename" | "discard" | null>(null);
  const close = (): void => setAsked(null);
  const onSuccess = async (): Promise<void> => {
    await refreshed();
    close();
  };
  const rename = useMutation(trpc.drafts.rename.mutationOptions({ onSuccess }));
  const discard = useMutation(trpc.drafts.discard.mutationOptions({ onSuccess }));
  return (
    <div className="j-row">
      {allows("draft.rename", roles) ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAsked("rename")}>
          {t("renameDraft")}
        </Button>
      ) : null}
      {allows("draft.discard", roles) ? (
        <Button variant="subtle" color="red" size="compact-sm" onClick={() => setAsked("discard")}>
          {t("discard")}
        </Button>
      ) : null}
      <Dialog opened={asked === "rename"} onClose={close} title={t("renameDraftTitle", { name: draft.name })}>
        <NameForm
          before={draft.name}
          action={tc("save")}
          pending={rename.isPending}
          error={rename.error}
          onSave={(name) => rename.mutate({ id: draft.id, name })}
          onCancel={close}
        />
      </Dialog>
      <Dialog opened={asked === "discard"} onClose={close} title={t("discardTitle", { name: draft.name })}>
        <div className="j-stack">
          <p>{t("discardText")}</p>
          {discard.isError ? <ErrorNotice error={discard.error} /> : null}
          <div className="j-row">
            <Button color="red" loading={discard.isPending} onClick={() => discard.mutate({ id: draft.id })}>
              {t("discardConfirm")}
            </Button>
            <Button variant="default" onClick={close}>
              {tc("cancel")}
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}

interface NameFormProps {
  readonly lead?: string;
  readonly before: string;
  readonly action: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}

function NameForm({ lead, before, action, pending, error, onSave, onCancel }: NameFormProps): ReactNode {
  const t = useTranslations("program");
  const tc = useTranslations("common");
  const [name, setName] = useState(before);
  const given = name.trim();
  return (
    <form
      className="j-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== "") onSave(given);
      }}
    >
      {lead === undefined ? null : <p>{lead}</p>}
      <TextInput
        label={t("draftName")}
        description={t("draftNameHint")}
        value={name}
        maxLength={80}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className="j-row">
        <Button type="submit" disabled={given === ""} loading={pending}>
          {action}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {tc("cancel")}
        </Button>
      </div>
    </form>
  );
}
