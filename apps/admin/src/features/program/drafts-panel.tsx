// The open drafts: whose, from which version, how far; the way to each, and to another one. Of the one on screen also how
// much it changes, and the way to its review and publication.
import type { DraftSummary } from "@jumelage/api/schemas";
import { useFormatter, useTranslations } from "use-intl";
import { useChanges, useEffects } from "../../draft/effects.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { inDraft, programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { Panel } from "../../ui/page.tsx";
import { DraftActions, NewDraft } from "./draft-actions.tsx";

export function DraftsPanel() {
  const t = useTranslations("program");
  const tc = useTranslations("common");
  const { draft, drafts, start } = useWorkspace();
  if (draft === null) {
    return (
      <Panel title={t("drafts")}>
        <p>{t("draftNone")}</p>
        {start === null ? <p className="j-muted">{tc("startRefused")}</p> : <NewDraft first />}
      </Panel>
    );
  }
  return (
    <Panel title={t("drafts")} actions={<NewDraft />}>
      <ul className="j-plain-list j-stack">
        {drafts.map((d) => (
          <li key={d.id} className="j-stack-tight">
            <DraftItem draft={d} shown={d.id === draft.id} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function DraftItem({ draft, shown }: { readonly draft: DraftSummary; readonly shown: boolean }) {
  const t = useTranslations("program");
  const tf = useTranslations("frame.strip");
  const format = useFormatter();
  const { program } = useWorkspace();
  return (
    <>
      <h3 className="j-row">
        {shown ? (
          draft.name
        ) : (
          <AppLink href={inDraft(programPaths(program).home, draft.id)}>{draft.name}</AppLink>
        )}
        {shown ? <span className="j-muted j-small">{t("draftShown")}</span> : null}
      </h3>
      <p className="j-small">
        {draft.base === null ? tf("draftNew") : t("draftBase", { number: String(draft.base.number) })}
        {" · "}
        {t("draftLine", {
          status: tf(`status.${draft.status}`),
          name: draft.updatedBy.name,
          date: format.dateTime(new Date(draft.updatedAt), { dateStyle: "long", timeStyle: "short" }),
        })}
      </p>
      {shown ? <ShownDraft draft={draft} /> : null}
    </>
  );
}

function ShownDraft({ draft }: { readonly draft: DraftSummary }) {
  const t = useTranslations("program");
  const { program } = useWorkspace();
  const effects = useEffects();
  const changes = useChanges();
  const paths = programPaths(program);
  return (
    <>
      <p>
        {draft.base === null
          ? t("draftFirst")
          : `${t("draftChanges", { count: changes })}. ${t("draftMoved", { count: effects.moved.length })}.`}
      </p>
      <p className="j-row">
        <AppLink href={paths.review}>{t("openReview")}</AppLink>
        <AppLink href={paths.publication}>{t("openPublication")}</AppLink>
      </p>
      <DraftActions draft={draft} />
    </>
  );
}
