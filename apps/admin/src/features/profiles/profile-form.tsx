// One synthetic person as a form driven by the vocabulary: who they are, what is known of them, and on which day.
import { readPerson, type Profile } from "@jumelage/engine";
import { quote, textIn } from "@jumelage/engine/words";
import { Button, TagsInput } from "@mantine/core";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { Notice, Panel } from "../../ui/page.tsx";
import slot from "../../ui/slot.module.css";
import { dayOf } from "../simulation/simulate.ts";
import { withProfile } from "./edit-profiles.ts";
import { FactControl } from "./fact-control.tsx";
import { readEntry, withEntry, type Entry } from "./facts-form.ts";
import { personalDataIn } from "./personal-data.ts";
import classes from "./profiles.module.css";
import { useTagNames } from "./tag-names.ts";

/** Changes one profile of the draft. */
export function useChangeProfile(
  id: string,
): (label: string, change: (profile: Profile) => Profile, field?: string) => void {
  const { update } = useWorkspace();
  return (label, change, field) =>
    update(
      label,
      (doc) => ({ ...doc, profiles: withProfile(doc.profiles, id, change) }),
      field && `profile/${id}/${field}`,
    );
}

/** Why a text may not stand in a profile: it looks like it belongs to somebody, or it is needed and empty. */
export function useRefuse(needed: boolean): (text: string) => string | undefined {
  const t = useTranslations("profiles.guard");
  return (text) => {
    const [found] = personalDataIn(text);
    if (found) return t("personal", { kind: t(`kind.${found.kind}`), excerpt: found.excerpt });
    return needed && text.trim() === "" ? t("needed") : undefined;
  };
}

export function ProfileForm({ profile }: { readonly profile: Profile }): ReactNode {
  const t = useTranslations("profiles");
  const { ruleSet, profiles, profilesEditable: editable, lang } = useWorkspace();
  const change = useChangeProfile(profile.id);
  const refuseNeeded = useRefuse(true);
  const refuse = useRefuse(false);
  const { nameOf, tagOf } = useTagNames();
  const person = useMemo(() => readPerson(ruleSet, profile.facts, dayOf(profile)), [ruleSet, profile]);
  const tags = useMemo(() => [...new Set(profiles.flatMap((p) => p.tags))].sort(), [profiles]);
  const foreign = Object.keys(profile.facts).filter((id) => !ruleSet.facts.some((f) => f.id === id));
  const problems = ruleSet.facts.filter(
    (f) => readEntry(f, profile.facts[f.id], profile.evaluatedOn).kind === "unreadable",
  );

  const setEntry = (fact: string, entry: Entry): void =>
    change(t("changes.fact", { id: profile.id }), (p) => {
      const facts = withEntry(p.facts, fact, entry);
      const dated = entry.kind === "known" && entry.observedOn !== undefined;
      // A dated fact needs the day it is judged on: the same day until the author says another.
      return dated && p.evaluatedOn === undefined
        ? { ...p, facts, evaluatedOn: entry.observedOn }
        : { ...p, facts };
    });

  return (
    <div className="j-stack">
      <Panel title={t("who")}>
        <p className={slot.hint}>{t("fictitious")}</p>
        <BilingualField
          label={t("titleField")}
          value={profile.title}
          rows={2}
          disabled={!editable}
          refuse={refuseNeeded}
          onChange={(title) =>
            change(t("changes.title", { id: profile.id }), (p) => ({ ...p, title }), "title")
          }
        />
        {profile.story === undefined ? (
          editable ? (
            <Button
              variant="subtle"
              size="compact-sm"
              className={classes.start}
              onClick={() =>
                change(t("changes.story", { id: profile.id }), (p) => ({
                  ...p,
                  story: { fr: p.title.fr, en: p.title.en },
                }))
              }
            >
              {t("addStory")}
            </Button>
          ) : null
        ) : (
          <BilingualField
            label={t("story")}
            value={profile.story}
            rows={3}
            disabled={!editable}
            refuse={refuseNeeded}
            onChange={(story) =>
              change(t("changes.story", { id: profile.id }), (p) => ({ ...p, story }), "story")
            }
          />
        )}
        {editable ? (
          <TagsInput
            label={t("tags")}
            data={tags.map(nameOf)}
            value={profile.tags.map(nameOf)}
            onChange={(names) => {
              if (names.every((name) => refuse(name) === undefined)) {
                const next = names.map(tagOf);
                change(t("changes.tags", { id: profile.id }), (p) => ({ ...p, tags: next }));
              }
            }}
          />
        ) : (
          <p>
            <span className="j-muted">{t("tags")}</span> {profile.tags.map(nameOf).join(", ")}
          </p>
        )}
      </Panel>
      <Panel title={t("facts")}>
        {problems.length === 0 && foreign.length === 0 ? null : (
          <Notice tone="problem" title={t("invalidTitle", { count: problems.length + foreign.length })}>
            <ul>
              {problems.map((f) => {
                const entry = readEntry(f, profile.facts[f.id], profile.evaluatedOn);
                return (
                  <li key={f.id}>
                    {quote(textIn(f.label, lang) || f.id, lang)}
                    {lang === "fr" ? "\u00a0: " : ": "}
                    {entry.kind === "unreadable" ? t(`fact.why.${entry.why}`) : ""}
                  </li>
                );
              })}
              {foreign.map((id) => (
                <li key={id} className="j-row">
                  {t("foreign", { id })}
                  {editable ? (
                    <Button
                      variant="default"
                      size="compact-sm"
                      onClick={() =>
                        change(t("changes.fact", { id: profile.id }), (p) => ({
                          ...p,
                          facts: Object.fromEntries(Object.entries(p.facts).filter(([key]) => key !== id)),
                        }))
                      }
                    >
                      {t("removeForeign", { id })}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
            <p className="j-small">{t("invalidHint")}</p>
          </Notice>
        )}
        <label className="j-row">
          {t("evaluatedOn")}
          <input
            type="date"
            className={slot.slot}
            aria-label={t("evaluatedOn")}
            disabled={!editable}
            value={profile.evaluatedOn ?? ""}
            onChange={(event) => {
              const day = event.currentTarget.value;
              change(t("changes.day", { id: profile.id }), (p) => {
                if (day !== "") return { ...p, evaluatedOn: day };
                const dated = Object.values(p.facts).some(
                  (f) => typeof f === "object" && f !== null && "observedOn" in f,
                );
                const { evaluatedOn: _was, ...rest } = p;
                return dated ? p : rest;
              });
            }}
          />
          <span className={slot.hint}>{t("evaluatedOnHint")}</span>
        </label>
        {ruleSet.facts.map((fact) => (
          <FactControl
            key={fact.id}
            fact={fact}
            entry={readEntry(fact, profile.facts[fact.id], profile.evaluatedOn)}
            dated={fact.validFor !== undefined}
            day={profile.evaluatedOn}
            disabled={!editable}
            doubt={person.doubtful.find((d) => d.fact === fact.id)?.reason}
            onChange={(entry) => setEntry(fact.id, entry)}
          />
        ))}
      </Panel>
    </div>
  );
}
