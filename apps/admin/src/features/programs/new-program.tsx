// The way to a new program; the form is fetched when it is asked for.
import type { ProgramListItem } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "../../ui/dialog.tsx";
import { fetchPart } from "../../ui/fetch-part.ts";
import { Loading } from "../../ui/loading.tsx";

const NewProgramForm = lazy(async () => ({
  default: (await fetchPart(() => import("./new-program-form.tsx"))).NewProgramForm,
}));

export function NewProgram({ programs }: { readonly programs: readonly ProgramListItem[] }): ReactNode {
  const t = useTranslations("programs.new");
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t("open")}</Button>
      <Dialog opened={opened} onClose={close} title={t("title")} wide>
        {opened ? (
          <Suspense fallback={<Loading />}>
            <NewProgramForm programs={programs} onDone={close} />
          </Suspense>
        ) : null}
      </Dialog>
    </>
  );
}
