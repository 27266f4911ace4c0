// The cover: which program and which version, who stands for it, and the fingerprint that tells one paper from another.
import { gateIds } from "@jumelage/api/schemas";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import { inDraft, programPaths, versionOnPaper } from "../../paths.ts";
import { Fingerprint, Moment, useList } from "../../ui/moment.tsx";
import { ReviewBy } from "../versions/review-day.tsx";
import type { Booklet, DraftStanding, ReleaseStanding } from "./booklet.ts";
import classes from "./booklet.module.css";
import { fingerprintWords, wordList } from "./fingerprint-words.ts";
import { partsOf, sectionId } from "./parts.ts";
import { QrCode } from "./qr-code.tsx";

export function Cover({ booklet }: { readonly booklet: Booklet }): ReactNode {
  const t = useTranslations("booklet.cover");
  const { lang } = useLanguage();
  const { ruleSet, standing } = booklet;
  return (
    <header className={classes.cover}>
      <p className={classes.kind}>{t("kind")}</p>
      <h1>{ruleSet.title[lang]}</h1>
      <p className={classes.version}>
        {standing.kind === "draft"
          ? t("draft", { name: standing.name })
          : t("version", { number: String(standing.number) })}
      </p>
      {standing.kind === "draft" ? (
        <>
          <p className={classes.warning}>{t("watermark")}</p>
          <DraftFacts standing={standing} />
        </>
      ) : (
        <ReleaseFacts standing={standing} />
      )}
      {standing.note === "" ? null : <blockquote className={classes.note}>{standing.note}</blockquote>}
      <Approvals booklet={booklet} />
      <Seal booklet={booklet} />
      <p className={classes.whoDecides}>{t("whoDecides")}</p>
      <Contents booklet={booklet} />
    </header>
  );
}

function Contents({ booklet }: { readonly booklet: Booklet }): ReactNode {
  const t = useTranslations("booklet");
  return (
    <nav aria-label={t("contents")}>
      <h2>{t("contents")}</h2>
      <ol className={classes.contents}>
        {(["summary", ...partsOf(booklet)] as const).map((part) => (
          <li key={part}>
            <a href={`#${sectionId(part)}`}>{t(`parts.${part}`)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function DraftFacts({ standing }: { readonly standing: DraftStanding }): ReactNode {
  const t = useTranslations("booklet.cover");
  const status = useTranslations("frame.strip.status");
  const list = useList();
  return (
    <ul className="j-plain-list">
      <li>
        {t("changed")} <Moment at={standing.updatedAt} />, {status(standing.status)}
      </li>
      {standing.authors.length === 0 ? null : <li>{t("authors", { names: list(standing.authors) })}</li>}
    </ul>
  );
}

function ReleaseFacts({ standing }: { readonly standing: ReleaseStanding }): ReactNode {
  const t = useTranslations("booklet.cover");
  return (
    <ul className="j-plain-list">
      <li>
        {t("published")} <Moment at={standing.createdAt} />, {t("by", { name: standing.publishedBy })}
      </li>
      {standing.reviewBy === null ? null : (
        <li>
          <ReviewBy date={standing.reviewBy} />
        </li>
      )}
      {standing.waivers.map((waiver) => (
        <li key={waiver.gate}>
          <Waived waiver={waiver} />
        </li>
      ))}
    </ul>
  );
}

function Waived({ waiver }: { readonly waiver: ReleaseStanding["waivers"][number] }): ReactNode {
  const t = useTranslations("booklet.cover");
  const gates = useTranslations("publication.gates");
  const versions = useTranslations("versions");
  const gate = gateIds.find((id) => id === waiver.gate);
  const what = gate
    ? gates(gate).toLocaleLowerCase()
    : waiver.gate === "seed"
      ? versions("seed")
      : waiver.gate;
  return (
    <>
      {t("waiver", { what })}
      {waiver.name === null ? "" : `, ${waiver.name}`}
      {waiver.reason === null ? "" : ` – ${waiver.reason}`}
    </>
  );
}

/** Lines to sign by hand on a draft that a committee reads: as many as a small committee needs. */
const blankLines = 3;

function Approvals({ booklet: { standing } }: { readonly booklet: Booklet }): ReactNode {
  const t = useTranslations("booklet.cover");
  const meaning = useTranslations("review.meanings");
  const { approvals } = standing;
  const isDraft = standing.kind === "draft";
  if (approvals.length === 0 && !isDraft) return <p>{t("noApproval")}</p>;
  return (
    <table className={`j-table ${classes.approvals}`}>
      <caption>{t(isDraft ? "approvalsOfDraft" : "approvals")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("meaning")}</th>
          <th scope="col">{t("when")}</th>
          {isDraft ? <th scope="col">{t("signature")}</th> : null}
        </tr>
      </thead>
      <tbody>
        {approvals.map((approval) => (
          <tr key={`${approval.name}/${approval.meaning}/${approval.at}`}>
            <th scope="row">{approval.name}</th>
            <td>{meaning(approval.meaning)}</td>
            <td>
              <Moment at={approval.at} />
            </td>
            {isDraft ? <td>{t("inConsole")}</td> : null}
          </tr>
        ))}
        {isDraft
          ? Array.from({ length: blankLines }, (_, i) => (
              <tr key={i} className={classes.blank}>
                <th scope="row">
                  <span className="j-hidden">{t("toSign")}</span>
                </th>
                {["meaning", "when", "signature"].map((column) => (
                  <td key={column}>&nbsp;</td>
                ))}
              </tr>
            ))
          : null}
      </tbody>
    </table>
  );
}

function Seal({ booklet: { program, standing } }: { readonly booklet: Booklet }): ReactNode {
  const t = useTranslations("booklet.cover");
  const { lang } = useLanguage();
  const { sha256 } = standing;
  const list = useQuery({
    queryKey: ["fingerprint-words", lang],
    queryFn: () => wordList(lang),
    staleTime: Infinity,
  });
  const path =
    standing.kind === "draft"
      ? inDraft(programPaths(program).booklet, standing.id)
      : versionOnPaper(program, standing.number, sha256);
  return (
    <div className={classes.seal}>
      <div className={classes.qr}>
        <QrCode text={new URL(path, window.location.origin).href} label={t("qr")} />
      </div>
      <dl>
        <dt>{t(standing.kind === "draft" ? "contentFingerprint" : "fingerprint")}</dt>
        <dd className={classes.words} data-words>
          {list.data ? fingerprintWords(sha256, list.data).join(" · ") : "…"}
        </dd>
        <dd>
          <Fingerprint sha256={sha256} whole />
        </dd>
        <dd className="j-small">{t(standing.kind === "draft" ? "sealOfDraft" : "sealOfVersion")}</dd>
      </dl>
    </div>
  );
}
