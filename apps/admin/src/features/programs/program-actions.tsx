// What can be done with a whole program: take it elsewhere as files; for an administrator, give it another title, take
// it out of service and back.
import { allows, type DraftSummary, type ProgramListItem } from "@jumelage/api/schemas";
import type { Text } from "@jumelage/engine";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { api, queryClient, trpc } from "../../api/client.ts";
import { useLanguage } from "../../i18n/i18n.tsx";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { saveFile } from "../../ui/save-file.ts";

type Asked = "export" | "rename" | "archive";

export function ProgramActions({ program }: { readonly program: ProgramListItem }): ReactNode {
  const t = useTranslations("programs");
  const { lang } = useLanguage();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  const archived = program.archivedAt !== null;
  const name = program.title[lang];
  const button = (ask: Asked, label: string): ReactNode => (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={t("actionOn", { action: label, name })}
      onClick={() => setAsked(ask)}
    >
      {label}
    </Button>
  );
  return (
    <div className="j-row">
      {program.release !== null || program.drafts.length > 0 ? button("export", t("export.open")) : null}
      {allows("program.rename", program.roles) ? button("rename", t("rename.open")) : null}
      {allows("program.archive", program.roles)
        ? button("archive", t(archived ? "archive.reopen" : "archive.open"))
        : null}
      <Dialog opened={asked === "export"} onClose={close} title={t("export.title", { name })}>
        <Export program={program} />
      </Dialog>
      <Dialog opened={asked === "rename"} onClose={close} title={t("rename.title", { name })} wide>
        {asked === "rename" ? <Rename program={program} onDone={close} /> : null}
      </Dialog>
      <Dialog
        opened={asked === "archive"}
        onClose={close}
        title={t(archived ? "archive.reopenTitle" : "archive.title", { name })}
      >
        <Archive program={program} onDone={close} />
      </Dialog>
    </div>
  );
}

function useRefreshed(onDone: () => void): () => Promise<void> {
  return async () => {
    await queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() });
    onDone();
  };
}

function Rename({ program, onDone }: { readonly program: ProgramListItem; readonly onDone: () => void }) {
  const t = useTranslations("programs");
  const tc = useTranslations("common");
  const [title, setTitle] = useState<Text>(program.title);
  const onSuccess = useRefreshed(onDone);
  const rename = useMutation(trpc.programs.rename.mutationOptions({ onSuccess }));
  return (
    <div className="j-stack">
      <BilingualField
        label={t("rename.name")}
        value={title}
        rows={1}
        hint={t("rename.hint")}
        onChange={setTitle}
      />
      {rename.isError ? <ErrorNotice error={rename.error} /> : null}
      <div className="j-row">
        <Button
          disabled={title.fr.trim() === "" || title.en.trim() === ""}
          loading={rename.isPending}
          onClick={() => rename.mutate({ program: program.program, title })}
        >
          {tc("save")}
        </Button>
        <Button variant="default" onClick={onDone}>
          {tc("cancel")}
        </Button>
      </div>
    </div>
  );
}

function Archive({ program, onDone }: { readonly program: ProgramListItem; readonly onDone: () => void }) {
  const t = useTranslations("programs.archive");
  const tc = useTranslations("common");
  const onSuccess = useRefreshed(onDone);
  const archive = useMutation(trpc.programs.archive.mutationOptions({ onSuccess }));
  const reopen = useMutation(trpc.programs.reopen.mutationOptions({ onSuccess }));
  const archived = program.archivedAt !== null;
  const step = archived ? reopen : archive;
  return (
    <div className="j-stack">
      <p>{t(archived ? "reopenText" : "text")}</p>
      {step.isError ? <ErrorNotice error={step.error} /> : null}
      <div className="j-row">
        <Button
          {...(archived ? {} : { color: "red" })}
          loading={step.isPending}
          onClick={() => step.mutate({ program: program.program })}
        >
          {t(archived ? "reopenConfirm" : "confirm")}
        </Button>
        <Button variant="default" onClick={onDone}>
          {tc("cancel")}
        </Button>
      </div>
    </div>
  );
}

function Export({ program: { program, release, drafts } }: { readonly program: ProgramListItem }) {
  const t = useTranslations("programs.export");
  const save = useMutation({
    mutationFn: async (what: "release" | "signed" | DraftSummary) => {
      if (what === "signed" && release) {
        const envelope = await api.releases.envelope.query({ program, number: release.number });
        saveFile(`${program}-${release.number}.signed.json`, envelope);
      } else if (what === "release" && release) {
        const { ruleSet, profiles, hazards } = await api.releases.get.query({
          program,
          number: release.number,
        });
        saveFile(`${program}-${release.number}.json`, asText({ ruleSet, profiles, hazards }));
      } else if (typeof what === "object") {
        const { ruleSet, profiles, hazards } = await api.drafts.get.query({ id: what.id });
        saveFile(`${program}-draft.json`, asText({ ruleSet, profiles, hazards }));
      }
    },
  });
  return (
    <div className="j-stack">
      <p>{t("lead")}</p>
      {save.isError ? <ErrorNotice error={save.error} /> : null}
      <div className="j-stack-tight">
        {(release === null ? [] : (["signed", "release"] as const)).map((what) => (
          <Button key={what} variant="default" loading={save.isPending} onClick={() => save.mutate(what)}>
            {t(what)}
          </Button>
        ))}
        {drafts.map((draft) => (
          <Button
            key={draft.id}
            variant="default"
            loading={save.isPending}
            onClick={() => save.mutate(draft)}
          >
            {t("draft", { name: draft.name })}
          </Button>
        ))}
      </div>
    </div>
  );
}

function asText(json: unknown): string {
  return `${JSON.stringify(json, null, 2)}\n`;
}
