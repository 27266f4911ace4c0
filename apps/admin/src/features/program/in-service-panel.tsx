// The version in force on the production channel: number, when, by whom, approved by whom, and its fingerprint.
import type { Program } from "@jumelage/api/schemas";
import { useFormatter, useTranslations } from "use-intl";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { Fingerprint, useList } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { ReviewBy } from "../versions/review-day.tsx";
import classes from "./program.module.css";

export function InServicePanel({ program }: { readonly program: Program }) {
  const t = useTranslations("program");
  const format = useFormatter();
  const list = useList();
  const { current } = program;
  const channel = program.channels.find((c) => c.channel === "production");
  const day = (at: string): string =>
    format.dateTime(new Date(at), { dateStyle: "long", timeStyle: "short" });
  if (current === null) {
    return (
      <Panel title={t("inService")}>
        <p>{t("never")}</p>
      </Panel>
    );
  }
  return (
    <Panel
      title={t("inService")}
      actions={
        <AppLink href={programPaths(program.program).version(current.number)}>{t("seeVersion")}</AppLink>
      }
    >
      <p className={classes.number}>{t("version", { number: String(current.number) })}</p>
      <ul className="j-plain-list j-stack-tight">
        <li>{t("published", { date: day(current.createdAt), name: current.publishedBy })}</li>
        <li>
          {current.approvedBy.length === 0
            ? t("notApproved")
            : t("approvedBy", { names: list(current.approvedBy) })}
        </li>
        {current.waivers.length === 0 ? null : (
          <li>
            {t("waiver", { names: list(current.waivers.map((w) => (w === "seed" ? t("waiverSeed") : w))) })}
          </li>
        )}
        {current.reviewBy === null ? null : (
          <li>
            <ReviewBy date={current.reviewBy} />
          </li>
        )}
        {channel ? <li className="j-muted">{t("expires", { date: day(channel.expires) })}</li> : null}
        <li className="j-row j-muted">
          {t("fingerprint")} <Fingerprint sha256={current.sha256} />
        </li>
      </ul>
      {current.note === "" ? null : <blockquote className={classes.note}>{current.note}</blockquote>}
    </Panel>
  );
}
