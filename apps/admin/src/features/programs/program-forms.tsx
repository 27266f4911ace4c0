// What the dialogs of a program ask: another title, out of service or back, which files to take.
import type { DraftSummary, ProgramListItem } from "@jumelage/api/schemas";
import type { Text } from "@jumelage/engine";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { api, queryClient, trpc } from "../../api/client.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { Tried, useTries } from "../../ui/tried.tsx";

function useRefreshed(onDone: () => void): () => Promise<void> {
  return async () => {
    await queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() });
    onDone();
  };
}

export function Rename({
  program,
  onDone,
}: {
  readonly program: ProgramListItem;
  readonly onDone: () => void;
}) {
  const t = useTranslations("programs");
  const tc = useTranslations("common");
  const [title, setTitle] = useState<Text>(program.title);
  const form = useRef<HTMLDivElement>(null);
  const { tried, goOn } = useTries();
  const isTitled = title.fr.trim() !== "" && title.en.trim() !== "";
  const onSuccess = useRefreshed(onDone);
  const rename = useMutation(trpc.programs.rename.mutationOptions({ onSuccess }));
  return (
    <div ref={form} className="j-stack">
      <Tried value={tried}>
        <BilingualField
          label={t("rename.name")}
          value={title}
          rows={1}
          hint={t("rename.hint")}
          needed={t("new.nameNeeded")}
          onChange={setTitle}
        />
      </Tried>
      {rename.isError ? <ErrorNotice error={rename.error} /> : null}
      <div className="j-row">
        <Button
          loading={rename.isPending}
          onClick={() => {
            if (goOn(form.current, isTitled)) rename.mutate({ program: program.program, title });
          }}
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

export function Archive({
  program,
  onDone,
}: {
  readonly program: ProgramListItem;
  readonly onDone: () => void;
}) {
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

export function Export({ program: { program, release, drafts } }: { readonly program: ProgramListItem }) {
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
