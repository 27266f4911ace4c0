// Keeps a person made by the machine as a profile of the draft, in one click; says so where they are one already. What
// the profile must obtain stays to be said by a person.
import { sameJson, type Expected, type Profile, type Text } from "@jumelage/engine";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../draft/use-draft.ts";
import { freshProfileId } from "../features/profiles/edit-profiles.ts";
import { programPaths } from "../paths.ts";
import { AppLink } from "../ui/link.tsx";
import type { Person } from "./witness-card.tsx";

export interface SaveAsProfileProps {
  readonly person: Person;
  readonly title: Text;
  readonly tags: readonly string[];
  readonly expected?: Expected;
  readonly label?: string;
}

export function SaveAsProfile({ person, title, tags, expected, label }: SaveAsProfileProps): ReactNode {
  const t = useTranslations("lab");
  const { program, profiles, profilesEditable, update } = useWorkspace();
  const saved = profiles.find((p) => isSame(p, person));
  if (saved) {
    return (
      <output>
        {t("saved")}{" "}
        <AppLink href={programPaths(program).profile(saved.id)}>{t("openProfile", { id: saved.id })}</AppLink>
      </output>
    );
  }
  if (!profilesEditable) return <span className="j-muted j-small">{t("saveNeedsDraft")}</span>;
  const save = (): void =>
    update(t("saveLabel"), (doc) => {
      const profile: Profile = {
        id: freshProfileId(doc.profiles),
        title,
        tags: [...tags],
        facts: { ...person.facts },
        evaluatedOn: person.at,
        provenance: "accepted-output",
        expected: expected ?? { decisions: {} },
      };
      return { ...doc, profiles: [...doc.profiles, profile] };
    });
  return (
    <Button variant="default" size="compact-sm" onClick={save}>
      {label ?? t("save")}
    </Button>
  );
}

/** Whether a saved profile is this person on this day, or on any day where no date is told. */
function isSame(profile: Profile, { at, facts }: Person): boolean {
  return sameJson(profile.facts, facts) && (profile.evaluatedOn === undefined || profile.evaluatedOn === at);
}
