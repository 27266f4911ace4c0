// What a page about the draft says when none is open, with the way to open one.
import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { EmptyState, PageTitle } from "../ui/page.tsx";
import { useWorkspace } from "./use-draft.ts";

interface NoDraftProps {
  readonly page: string;
  readonly title: string;
  readonly text: string;
}

export function NoDraft({ page, title, text }: NoDraftProps) {
  const t = useTranslations("common");
  const { ruleSet, lang, start, starting } = useWorkspace();
  const open = (
    <Button loading={starting} onClick={start ?? undefined}>
      {t("edit")}
    </Button>
  );
  return (
    <>
      <PageTitle title={page} context={ruleSet.title[lang]} />
      <EmptyState title={title} action={start === null ? null : open}>
        {text}
      </EmptyState>
    </>
  );
}
