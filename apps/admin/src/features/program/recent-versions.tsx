// The last published versions, newest first.
import type { Program } from "@jumelage/api/schemas";
import { useTranslations } from "use-intl";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";

export function RecentVersions({ program }: { readonly program: Program }) {
  const t = useTranslations("program");
  const paths = programPaths(program.program);
  if (program.recent.length === 0) return null;
  return (
    <Panel title={t("recent")} actions={<AppLink href={paths.versions}>{t("allVersions")}</AppLink>}>
      <ol className="j-plain-list j-stack-tight">
        {program.recent.map((release) => (
          <li key={release.number} className="j-row">
            <AppLink href={paths.version(release.number)}>
              {t("version", { number: String(release.number) })}
            </AppLink>
            <span className="j-muted j-small">
              <Moment at={release.createdAt} show="date" />
            </span>
            <span className="j-small">{release.note}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
