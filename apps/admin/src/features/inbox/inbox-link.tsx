// The way to what waits, with how much it is.
import { Button } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { inboxPath } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { useInbox } from "./use-inbox.ts";

export function InboxLink(): ReactNode {
  const t = useTranslations("frame");
  const { items } = useInbox();
  return (
    <Button
      component={AppLink}
      href={inboxPath}
      variant="subtle"
      size="compact-md"
      leftSection={<IconInbox size={18} aria-hidden />}
    >
      {t("inbox", { count: items.length })}
    </Button>
  );
}
