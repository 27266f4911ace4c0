// What is said of a criterion, beside it: a draft is talked about where it is written too.
import { anchorOf } from "@jumelage/engine";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Panel } from "../../ui/page.tsx";
import { CommentsAbout } from "./comments-here.tsx";
import { isOpen, useTalk } from "./use-threads.ts";

export function CriterionComments({ id }: { readonly id: string }): ReactNode {
  const t = useTranslations("comments");
  const anchor = anchorOf("criterion", id);
  const { allowed, threads } = useTalk();
  if (!allowed) return null;
  const open = threads.filter((thread) => thread.anchor === anchor && isOpen(thread)).length;
  return (
    <Panel title={open > 0 ? t("open", { count: open }) : t("title")}>
      <CommentsAbout key={id} anchor={anchor} />
    </Panel>
  );
}
