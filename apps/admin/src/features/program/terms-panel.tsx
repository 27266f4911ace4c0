// The terms of a program: by when its versions are looked at again, and what apps do that cannot reach the service. For
// everybody to read, and for an administrator to change.
import { allows, type Program } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { fetchPart } from "../../ui/fetch-part.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice, Panel } from "../../ui/page.tsx";

const TermsForm = lazy(async () => ({
  default: (await fetchPart(() => import("./terms-form.tsx"))).TermsForm,
}));

export function TermsPanel({ program }: { readonly program: Program }): ReactNode {
  const t = useTranslations("program.terms");
  const { roles } = useWorkspace();
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState(false);
  return (
    <Panel
      title={t("title")}
      actions={
        allows("program.set-terms", roles) ? (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              setSaved(false);
              setOpen(true);
            }}
          >
            {t("change")}
          </Button>
        ) : null
      }
    >
      <TermsInWords terms={program} />
      {allows("program.set-terms", roles) ? null : <p className="j-muted j-small">{t("bySomebodyElse")}</p>}
      {saved ? <Notice announce="politely" title={t("saved")} /> : null}
      <Dialog opened={open} onClose={() => setOpen(false)} title={t("change")} wide>
        <Suspense fallback={<Loading />}>
          <TermsForm
            program={program}
            onClose={() => setOpen(false)}
            onSaved={() => {
              setOpen(false);
              setSaved(true);
            }}
          />
        </Suspense>
      </Dialog>
    </Panel>
  );
}

/** What the terms mean for people, whatever they are. */
export function TermsInWords({
  terms,
}: {
  readonly terms: Pick<Program, "reviewMonths" | "hardExpiryHours">;
}): ReactNode {
  const t = useTranslations("program.terms");
  const { reviewMonths, hardExpiryHours } = terms;
  return (
    <ul>
      <li>{reviewMonths === null ? t("noReview") : t("review", { months: reviewMonths })}</li>
      <li>
        {hardExpiryHours === null
          ? t("noEnd")
          : t("end", { hours: hardExpiryHours, days: Math.floor(hardExpiryHours / 24) })}
      </li>
    </ul>
  );
}
