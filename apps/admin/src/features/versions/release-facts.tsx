// Who published and approved a version, its message and its fingerprint.
import { gateIds, type ReleaseSummary } from "@jumelage/api/schemas";
import { useFormatter, useNow, useTranslations } from "use-intl";
import { Fingerprint, useList } from "../../ui/moment.tsx";
import classes from "./versions.module.css";

/** By when the version is due to be looked at again, said louder once that day has passed. */
function ReviewBy({ date }: { readonly date: string }) {
  const t = useTranslations("versions");
  const format = useFormatter();
  const isOverdue = useNow() > new Date(`${date}T23:59:59`);
  const words = { date: format.dateTime(new Date(`${date}T12:00:00`), { dateStyle: "long" }) };
  return <li>{isOverdue ? <strong>{t("overdue", words)}</strong> : t("reviewBy", words)}</li>;
}

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
      {release.reviewBy === null ? null : <ReviewBy date={release.reviewBy} />}
      <li className="j-row j-muted j-small">
        {t("fingerprint")} <Fingerprint sha256={release.sha256} whole={whole} />
      </li>
    </ul>
  );
}
