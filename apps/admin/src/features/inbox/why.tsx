// What waits and why, after the verb.
import type { InboxItem } from "@jumelage/api/schemas";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useDay, useList } from "../../ui/moment.tsx";

export function Why({ item }: { readonly item: InboxItem }): ReactNode {
  const t = useTranslations("inbox.why");
  const tp = useTranslations("publication.gates");
  const list = useList();
  const day = useDay();
  switch (item.kind) {
    case "approve":
      // Nobody has changed anything in it.
      return item.authors.length === 0
        ? t("approveUnchanged", { draft: item.draft.name })
        : t("approve", { draft: item.draft.name, names: list(item.authors) });
    case "publish":
      return t("publish", { draft: item.draft.name });
    case "returned":
      return t("returned", { draft: item.draft.name, name: item.by, reason: item.reason });
    case "mend":
      return t("mend", { draft: item.draft.name, gate: tp(item.gate), count: item.count });
    case "idle":
      return t("idle", { draft: item.draft.name });
    case "look-again":
      return t("look-again", { number: String(item.release), day: day(item.reviewBy) });
    case "plan-failed":
      return t("plan-failed", { message: item.message });
    case "app-behind":
      return t("app-behind", {
        app: item.app,
        number: String(item.release),
        current: String(item.inForce),
      });
    case "app-silent":
      return t("app-silent", { app: item.app });
    default:
      return item satisfies never;
  }
}
