// Livret: the rule book of the draft on screen, or of the version in service where there is none; and of any version.
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { NoDraft } from "../../draft/no-draft.tsx";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { ErrorNotice, ErrorPage } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { LoadingPage } from "../../ui/loading.tsx";
import { BookletView } from "./booklet-view.tsx";
import { useDraftBooklet, useReleaseBooklet } from "./use-booklet.ts";

export function BookletScreen(): ReactNode {
  const { draft, baseline } = useWorkspace();
  if (draft !== null) return <DraftBooklet />;
  return baseline === null ? <Nothing /> : <ReleaseBooklet number={baseline.number} />;
}

/** The booklet of a version, by its number in the address. */
export function VersionBookletScreen(): ReactNode {
  const { number = "" } = useParams({ strict: false });
  return <ReleaseBooklet number={Number(number)} />;
}

function Nothing(): ReactNode {
  const t = useTranslations("booklet.nothing");
  return <NoDraft page={t("page")} title={t("title")} text={t("text")} />;
}

function DraftBooklet(): ReactNode {
  const t = useTranslations("booklet");
  const { program, baseline } = useWorkspace();
  const { booklet, error, retry } = useDraftBooklet();
  if (booklet === undefined) return <LoadingPage />;
  return (
    <BookletView
      booklet={booklet}
      trouble={error ? <ErrorNotice error={error} onRetry={retry} /> : null}
      actions={
        baseline === null ? undefined : (
          <AppLink href={programPaths(program).versionBooklet(baseline.number)}>
            {t("ofVersion", { number: String(baseline.number) })}
          </AppLink>
        )
      }
    />
  );
}

function ReleaseBooklet({ number }: { readonly number: number }): ReactNode {
  const t = useTranslations("booklet");
  const { program } = useWorkspace();
  const { booklet, error, retry } = useReleaseBooklet(program, number);
  if (error) return <ErrorPage error={error} onRetry={retry} />;
  if (booklet === undefined) return <LoadingPage />;
  return (
    <BookletView
      booklet={booklet}
      actions={<AppLink href={programPaths(program).version(number)}>{t("toVersion")}</AppLink>}
    />
  );
}
