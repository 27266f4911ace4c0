// Révision: the memo a reviewer reads aloud, from the words to the people, then the reviewer's answer.
import { useTranslations } from "use-intl";
import { NoDraft } from "../../draft/no-draft.tsx";
import { useChanges, useEffects } from "../../draft/effects.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { useList } from "../../ui/moment.tsx";
import { Notice, PageTitle } from "../../ui/page.tsx";
import { MergePanel } from "../update/merge-panel.tsx";
import { CommentsPanel } from "../comments/comments-panel.tsx";
import { ChangedHazards } from "./changed-hazards.tsx";
import { ChangedWords } from "./changed-words.tsx";
import { ConsumersPanel } from "./consumers-panel.tsx";
import { EverybodyPanel } from "./everybody-panel.tsx";
import { ChangedProfiles } from "./changed-profiles.tsx";
import { FirstVersion } from "./first-version.tsx";
import { ProfileEffects } from "./profile-effects.tsx";
import { ReviewActions } from "./review-actions.tsx";
import { ReviewProgress } from "./review-progress.tsx";
import { SeenContext, useSeenOfDraft } from "./use-seen.ts";

export function ReviewScreen() {
  const t = useTranslations("review");
  const { ruleSet, lang, draft, served, baseline } = useWorkspace();
  const effects = useEffects();
  const changes = useChanges();
  const seen = useSeenOfDraft();
  const list = useList();
  if (draft === null || served === null) {
    return <NoDraft page={t("title")} title={t("noDraftTitle")} text={t("noDraft")} />;
  }
  const same = baseline !== null && changes === 0;
  return (
    <SeenContext value={seen}>
      <div className="j-stack">
        <PageTitle title={t("title")} context={ruleSet.title[lang]}>
          <p>{t("lead")}</p>
          {served.authors.length > 0 ? (
            <p>{t("authors", { names: list(served.authors.map((a) => a.name)) })}</p>
          ) : null}
        </PageTitle>
        {served.note === "" ? null : (
          <Notice title={t("noteFrom")}>
            <p>{served.note}</p>
          </Notice>
        )}
        <ReviewProgress />
        {same ? <Notice title={t("same", { number: String(baseline.number) })} /> : null}
        {baseline === null ? <Notice title={t("newProgram")} /> : null}
        {baseline === null ? <FirstVersion /> : null}
        {baseline === null || same ? null : <ChangedWords baseline={baseline} />}
        {baseline === null || same ? null : <ChangedHazards baseline={baseline} />}
        {baseline === null ? null : <ChangedProfiles baseline={baseline} />}
        <ProfileEffects effects={effects} />
        {baseline === null ? null : <EverybodyPanel baseline={baseline} />}
        {baseline === null || same ? null : <ConsumersPanel baseline={baseline} />}
        {served.updated ? <MergePanel updated={served.updated} /> : null}
        <CommentsPanel placed={seen.changes.map((change) => change.anchor)} />
        <ReviewActions />
      </div>
    </SeenContext>
  );
}
