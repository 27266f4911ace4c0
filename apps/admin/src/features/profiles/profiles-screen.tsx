// Profils: the synthetic people every change is tried on; one of them as a form with what it gets and should get.
import type { Profile } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink, useGo } from "../../ui/link.tsx";
import { EmptyState, Notice, PageTitle } from "../../ui/page.tsx";
import { useSimulation } from "../simulation/use-simulation.ts";
import { addProfile, duplicateProfile, newTitle, removeProfile } from "./edit-profiles.ts";
import { ExpectationPanel } from "./expectation-panel.tsx";
import { HistoryPanel } from "./history-panel.tsx";
import { ProfileForm } from "./profile-form.tsx";
import classes from "./profiles.module.css";
import { ProfilesTable } from "./profiles-table.tsx";
import { fetchPart } from "../../ui/fetch-part.ts";

// With what reads spreadsheets, for whoever asks for it.
const FromTableDialog = lazy(async () => ({
  default: (await fetchPart(() => import("./from-table/from-table-dialog.tsx"))).FromTableDialog,
}));

interface Removed {
  readonly profile: Profile;
  readonly index: number;
}

export function ProfilesScreen(): ReactNode {
  const t = useTranslations("profiles");
  const workspace = useWorkspace();
  const { baseline, profiles, program, lang, profilesEditable, update } = workspace;
  const { profile: id } = useParams({ strict: false });
  const simulation = useSimulation(workspace);
  const go = useGo();
  const paths = programPaths(program);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [fromTable, setFromTable] = useState(false);
  const [added, setAdded] = useState<readonly string[]>([]);
  const index = simulation.rows.findIndex((row) => row.profile.id === id);
  const row = simulation.rows[index];
  const [earlier, later] = [simulation.rows[index - 1], simulation.rows[index + 1]];

  const add = (): void => {
    const made = addProfile(profiles, newTitle);
    update(t("changes.add", { id: made.id }), (doc) => ({
      ...doc,
      profiles: addProfile(doc.profiles, newTitle).profiles,
    }));
    go(paths.profile(made.id));
  };
  const addMany = (made: readonly Profile[]): void => {
    setFromTable(false);
    setAdded(made.map((p) => p.id));
    update(t("changes.fromTable", { count: made.length }), (doc) => ({
      ...doc,
      profiles: [...doc.profiles, ...made],
    }));
  };
  const duplicate = (profile: Profile): void => {
    const made = duplicateProfile(profiles, profile.id);
    update(t("changes.duplicate", { id: profile.id }), (doc) => ({
      ...doc,
      profiles: duplicateProfile(doc.profiles, profile.id).profiles,
    }));
    go(paths.profile(made.id));
  };
  const remove = (profile: Profile): void => {
    setRemoved({ profile, index: profiles.indexOf(profile) });
    update(t("changes.remove", { id: profile.id }), (doc) => ({
      ...doc,
      profiles: removeProfile(doc.profiles, profile.id),
    }));
    go(paths.profiles);
  };
  const restore = ({ profile, index: at }: Removed): void => {
    setRemoved(null);
    update(t("changes.restore", { id: profile.id }), (doc) =>
      doc.profiles.some((p) => p.id === profile.id)
        ? doc
        : { ...doc, profiles: [...doc.profiles.slice(0, at), profile, ...doc.profiles.slice(at)] },
    );
    go(paths.profile(profile.id));
  };

  return (
    <>
      <PageTitle
        title={row ? textIn(row.profile.title, lang) || row.profile.id : t("title")}
        context={t("title")}
        actions={
          !profilesEditable ? undefined : row ? (
            <>
              <Button variant="default" onClick={() => duplicate(row.profile)}>
                {t("duplicate")}
              </Button>
              <Button variant="outline" color="red" onClick={() => remove(row.profile)}>
                {t("remove")}
              </Button>
            </>
          ) : (
            <>
              <Button variant="default" onClick={() => setFromTable(true)}>
                {t("fromTable.open")}
              </Button>
              <Button variant="default" onClick={add}>
                {t("new")}
              </Button>
            </>
          )
        }
      >
        {row ? (
          <span className="j-row">
            <span>{row.profile.id}</span>
            <AppLink href={paths.profiles}>{t("all", { count: profiles.length })}</AppLink>
            {earlier ? (
              <AppLink href={paths.profile(earlier.profile.id)}>
                {t("previous", { id: earlier.profile.id })}
              </AppLink>
            ) : null}
            {later ? (
              <AppLink href={paths.profile(later.profile.id)}>{t("next", { id: later.profile.id })}</AppLink>
            ) : null}
          </span>
        ) : (
          t("lead", { count: profiles.length })
        )}
      </PageTitle>
      {removed && !profiles.some((p) => p.id === removed.profile.id) ? (
        <Notice announce="politely" title={t("removed", { title: textIn(removed.profile.title, lang) })}>
          <Button variant="default" size="compact-sm" onClick={() => restore(removed)}>
            {t("restore")}
          </Button>
        </Notice>
      ) : null}
      {profiles.some((p) => added.includes(p.id)) ? (
        <Notice announce="politely" title={t("fromTable.added", { count: added.length })} />
      ) : null}
      {fromTable ? (
        <Suspense fallback={null}>
          <FromTableDialog onClose={() => setFromTable(false)} onAdd={addMany} />
        </Suspense>
      ) : null}
      {id === undefined ? (
        <ProfilesTable simulation={simulation} />
      ) : row ? (
        <div className={classes.screen}>
          <ProfileForm key={row.profile.id} profile={row.profile} />
          <div className={classes.side} data-editable={profilesEditable || undefined}>
            <ExpectationPanel key={row.profile.id} row={row} />
            <p>
              <AppLink href={paths.interviewOf(row.profile.id)}>{t("toInterview")}</AppLink>
            </p>
            {baseline === null ? null : <HistoryPanel profile={row.profile.id} />}
          </div>
        </div>
      ) : (
        <EmptyState
          title={t("notThere", { id })}
          action={<AppLink href={paths.profiles}>{t("backToList")}</AppLink>}
        />
      )}
    </>
  );
}
