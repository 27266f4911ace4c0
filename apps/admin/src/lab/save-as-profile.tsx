// Keeps a person made by the machine as a profile of the draft, in one click; says so where they are one already.
import type { Expected, Facts, Text } from "@jumelage/engine";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../draft/use-draft.ts";
import { freshProfileId, isDated, isPerson } from "../features/profiles/edit-profiles.ts";
import { programPaths } from "../paths.ts";
import { AppLink } from "../ui/link.tsx";

/** Somebody on a day. */
export interface Person {
  readonly at: string;
  readonly facts: Facts;
}

export interface SaveAsProfileProps {
  readonly person: Person;
  readonly title: Text;
  readonly story?: Text | undefined;
  readonly tags: readonly string[];
  /** What it must obtain; nothing yet where a person has to say it. */
  readonly expected?: Expected;
  readonly label?: string;
}

export function SaveAsProfile({
  person,
  title,
  story,
  tags,
  expected,
  label,
}: SaveAsProfileProps): ReactNode {
  const t = useTranslations("lab");
  const { program, profiles, profilesEditable, update } = useWorkspace();
  const saved = profiles.find((p) => isPerson(p, person));
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
    update(t("saveLabel"), (doc) => ({
      ...doc,
      profiles: [
        ...doc.profiles,
        {
          id: freshProfileId(doc.profiles),
          title,
          ...(story === undefined ? {} : { story }),
          tags: [...tags],
          facts: { ...person.facts },
          ...(isDated(person.facts) ? { evaluatedOn: person.at } : {}),
          provenance: "accepted-output" as const,
          expected: expected ?? { decisions: {} },
        },
      ],
    }));
  return (
    <Button variant="default" size="compact-sm" onClick={save}>
      {label ?? t("save")}
    </Button>
  );
}
