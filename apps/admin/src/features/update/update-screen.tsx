// Updating a draft: what has been published since it began, what both sides changed and has to be chosen one by one, and
// what the two do together once they are one.
import { allows, type Incoming } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ofContent, queryClient, rememberDraft, trpc } from "../../api/client.ts";
import { NoDraft } from "../../draft/no-draft.tsx";
import { useWorkspace } from "../../draft/use-draft.ts";
import { ErrorNotice, QueryTrouble } from "../../ui/error-notice.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice, PageTitle, Panel } from "../../ui/page.tsx";
import { ConflictChoice, type Choice } from "./conflict-choice.tsx";
import { MergePanel } from "./merge-panel.tsx";

export function UpdateScreen() {
  const t = useTranslations("update");
  const { draft, served, ruleSet, lang, roles, saveState, flush } = useWorkspace();
  const allowed = allows("draft.update", roles);
  const incoming = useQuery(
    ofContent(
      trpc.drafts.incoming.queryOptions(
        { id: draft?.id ?? "" },
        { enabled: draft !== null && allowed, staleTime: 0 },
      ),
      served?.hash,
    ),
  );
  // What was just typed goes into the merge as well.
  useEffect(() => void flush(), [flush]);
  if (draft === null || served === null)
    return <NoDraft page={t("title")} title={t("noDraftTitle")} text={t("noDraft")} />;
  const data = incoming.data;
  return (
    <div className="j-stack">
      <PageTitle title={t("title")} context={ruleSet.title[lang]}>
        {t("lead", { name: draft.name })}
      </PageTitle>
      {allowed ? null : <Notice title={t("notAllowed")} />}
      {saveState === "saved" ? null : <Notice title={t("unsaved")} announce="politely" />}
      <QueryTrouble query={incoming} />
      {allowed && data === undefined && !incoming.isError ? <Loading /> : null}
      {data?.release ? (
        <Update
          key={`${data.revision}/${data.release.number}`}
          incoming={data}
          release={data.release}
          draft={draft.id}
        />
      ) : null}
      {data && data.release === null ? (
        <Notice
          announce="politely"
          title={data.base === null ? t("unreleased") : t("current", { number: String(data.base.number) })}
        />
      ) : null}
      {served.updated ? <MergePanel updated={served.updated} /> : null}
    </div>
  );
}

interface UpdateProps {
  readonly incoming: Incoming;
  readonly release: NonNullable<Incoming["release"]>;
  readonly draft: string;
}

function Update({ incoming, release, draft }: UpdateProps) {
  const t = useTranslations("update");
  const { lang, serve, saveState } = useWorkspace();
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const { conflicts, problems, renamed, changes } = release;
  const left = conflicts.filter((c) => choices[c.key] === undefined).length;
  const number = String(release.number);
  const update = useMutation(
    trpc.drafts.update.mutationOptions({
      onSuccess: (next) => {
        rememberDraft(next);
        serve(next);
      },
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.drafts.pathKey() }),
        ]),
    }),
  );
  return (
    <>
      <Panel title={t("changes", { number })}>
        {changes.length === 0 ? <p>{t("noChanges")}</p> : null}
        <ul>
          {changes.map((change) => (
            <li key={change.fr}>{change[lang]}</li>
          ))}
        </ul>
        {renamed.map(({ list, from, to }) => (
          <p key={`${list}/${from}`}>{t("renamed", { from, to })}</p>
        ))}
      </Panel>
      <Panel title={t("conflicts", { count: conflicts.length })}>
        <p>{t(conflicts.length === 0 ? "noConflicts" : "conflictsHint")}</p>
        {conflicts.map((conflict) => (
          <ConflictChoice
            key={conflict.key}
            words={conflict.words[lang]}
            release={number}
            value={choices[conflict.key]}
            onChange={(choice) => setChoices({ ...choices, [conflict.key]: choice })}
          />
        ))}
      </Panel>
      {problems.length === 0 ? null : (
        <Notice tone="problem" title={t("problems")}>
          <ul>
            {problems.map((problem) => (
              <li key={problem.fr}>{problem[lang]}</li>
            ))}
          </ul>
          <p>{t("problemsHint")}</p>
        </Notice>
      )}
      {update.isError ? <ErrorNotice error={update.error} /> : null}
      <p className="j-muted">{t("voids")}</p>
      <div className="j-row">
        <Button
          disabled={left > 0 || saveState !== "saved"}
          loading={update.isPending}
          onClick={() =>
            update.mutate({
              id: draft,
              expectedRevision: incoming.revision,
              release: release.number,
              choices: { ...choices },
            })
          }
        >
          {t("update", { number })}
        </Button>
        <output className="j-muted">{left > 0 ? t("left", { count: left }) : ""}</output>
      </div>
    </>
  );
}
