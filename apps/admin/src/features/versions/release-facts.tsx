// Who published and approved a version, its message and its fingerprint.
import { gateIds, type ReleaseSummary } from "@jumelage/api/schemas";
import { useTranslations } from "use-intl";
import { Fingerprint, useList } from "../../ui/moment.tsx";
import { ReviewBy } from "./review-day.tsx";
import classes from "./versions.module.css";

export function ReleaseFacts({
  release,
  whole = false,
}: {
  readonly release: ReleaseSummary;
  readonly whole?: boolean;
}) {
  const t = useTranslations("versions");
  const tg = useTranslations("publication.gates");
  const list = useList();
  const waived = (name: string): string => {
    const gate = gateIds.find((id) => id === name);
    return gate ? tg(gate).toLocaleLowerCase() : name === "seed" ? t("seed") : name;
  };
  return (
    <ul className="j-plain-list j-stack-tight">
      {release.note === "" ? null : <li className={classes.note}>{release.note}</li>}
      <li>{t("publishedBy", { name: release.publishedBy })}</li>
      <li>
        {release.approvedBy.length === 0
          ? t("notApproved")
          : t("approvedBy", { names: list(release.approvedBy) })}
      </li>
      {release.waivers.length === 0 ? null : (
        <li>{t("waivers", { names: list(release.waivers.map(waived)) })}</li>
      )}
      {release.reviewBy === null ? null : (
        <li>
          <ReviewBy date={release.reviewBy} />
        </li>
      )}
      <li className="j-row j-muted j-small">
        {t("fingerprint")} <Fingerprint sha256={release.sha256} whole={whole} />
      </li>
    </ul>
  );
}
