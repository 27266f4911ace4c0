// What the draft on screen is called; where a program has several, the way to another one.
import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useLocation } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../draft/use-draft.ts";
import { inDraft } from "../paths.ts";
import { AppLink } from "../ui/link.tsx";

export function DraftName() {
  const t = useTranslations("frame.strip");
  const { draft, drafts } = useWorkspace();
  const { pathname } = useLocation();
  if (draft === null) return null;
  // The list is newer than the draft when somebody gave it another name.
  const name = drafts.find((d) => d.id === draft.id)?.name ?? draft.name;
  if (drafts.length < 2) return <strong>{name}</strong>;
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          rightSection={<IconChevronDown size={16} aria-hidden />}
          aria-label={t("draftShown", { name })}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {drafts.map((d) => (
          <Menu.Item key={d.id} component={AppLink} href={inDraft(pathname, d.id)}>
            {d.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
