// What can be done with a whole program: take it elsewhere as files; for an administrator, give it another title, take
// it out of service and back.
import { allows, type ProgramListItem } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { fetchPart } from "../../ui/fetch-part.ts";
import { Loading } from "../../ui/loading.tsx";

const Export = lazy(async () => ({ default: (await fetchPart(() => import("./program-forms.tsx"))).Export }));
const Rename = lazy(async () => ({ default: (await fetchPart(() => import("./program-forms.tsx"))).Rename }));
const Archive = lazy(async () => ({
  default: (await fetchPart(() => import("./program-forms.tsx"))).Archive,
}));

type Asked = "export" | "rename" | "archive";

export function ProgramActions({ program }: { readonly program: ProgramListItem }): ReactNode {
  const t = useTranslations("programs");
  const { lang } = useLanguage();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  const archived = program.archivedAt !== null;
  const name = program.title[lang];
  const titles = {
    export: t("export.title", { name }),
    rename: t("rename.title", { name }),
    archive: t(archived ? "archive.reopenTitle" : "archive.title", { name }),
  };
  const title = asked === null ? "" : titles[asked];
  const button = (ask: Asked, label: string): ReactNode => (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={t("actionOn", { action: label, name })}
      onClick={() => setAsked(ask)}
    >
      {label}
    </Button>
  );
  return (
    <div className="j-row">
      {program.release !== null || program.drafts.length > 0 ? button("export", t("export.open")) : null}
      {allows("program.rename", program.roles) ? button("rename", t("rename.open")) : null}
      {allows("program.archive", program.roles)
        ? button("archive", t(archived ? "archive.reopen" : "archive.open"))
        : null}
      <Dialog opened={asked !== null} onClose={close} title={title} wide={asked === "rename"}>
        <Suspense fallback={<Loading />}>
          {asked === "export" ? <Export program={program} /> : null}
          {asked === "rename" ? <Rename program={program} onDone={close} /> : null}
          {asked === "archive" ? <Archive program={program} onDone={close} /> : null}
        </Suspense>
      </Dialog>
    </div>
  );
}
