// The booklet as it lies on paper, and above it, on the screen only, how it is to be printed.
import { Button, Checkbox, SegmentedControl } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import { pageRules, usePageRules } from "../../ui/page-rules.ts";
import { PageTitle } from "../../ui/page.tsx";
import { papers, type Paper } from "../../ui/paper.ts";
import type { BookletSearch } from "./booklet-search.ts";
import type { Booklet } from "./booklet.ts";
import classes from "./booklet.module.css";
import { ShowBoth } from "./both-languages.tsx";
import { ChangesPart } from "./changes-part.tsx";
import { Cover } from "./cover.tsx";
import { CriteriaPart } from "./criteria-part.tsx";
import { GuaranteesPart } from "./guarantees-part.tsx";
import { LimitsPart } from "./limits-part.tsx";
import { MapsPart } from "./maps-part.tsx";
import { partsOf } from "./parts.ts";
import { ProfilesPart } from "./profiles-part.tsx";
import { Summary } from "./summary.tsx";
import { TablesPart } from "./tables-part.tsx";
import { VocabularyPart } from "./vocabulary-part.tsx";

const sections = {
  vocabulary: VocabularyPart,
  criteria: CriteriaPart,
  tables: TablesPart,
  maps: MapsPart,
  profiles: ProfilesPart,
  guarantees: GuaranteesPart,
  changes: ChangesPart,
  limits: LimitsPart,
} as const;

export function BookletView({
  booklet,
  actions,
  trouble = null,
}: {
  readonly booklet: Booklet;
  /** What of it could not be fetched, on the screen only. */
  readonly trouble?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const t = useTranslations("booklet");
  const { lang } = useLanguage();
  const search: BookletSearch = useSearch({ strict: false });
  const { papier: paper = "letter", langues } = search;
  const { ruleSet, standing } = booklet;
  const title = ruleSet.title[lang];
  const isDraft = standing.kind === "draft";
  const version = isDraft
    ? t("cover.draft", { name: standing.name })
    : t("cover.version", { number: String(standing.number) });
  const short = (standing.sha256.slice(0, 16).match(/.{4}/g) ?? []).join(" ");
  usePageRules(
    pageRules(paper, {
      topLeft: `${title} – ${version}`,
      topCentre: isDraft ? t("cover.watermark") : "",
      topRight: t("fingerprint", { short }),
      bottomLeft: t("running"),
      page: t("page"),
      of: t("of"),
    }),
  );
  return (
    <div className="j-stack">
      <div className="j-no-print">
        <PageTitle title={t("title", { version })} context={title} actions={actions}>
          {t("lead")}
        </PageTitle>
        {trouble}
        <PrintChoices paper={paper} both={langues === "deux"} />
      </div>
      <ShowBoth value={langues === "deux"}>
        <article
          className={`j-paper ${classes.paper}`}
          data-paper={paper}
          aria-label={t("title", { version })}
        >
          {isDraft ? (
            <div className={classes.watermark} aria-hidden="true">
              {t("cover.watermark")}
            </div>
          ) : null}
          <Cover booklet={booklet} />
          <Summary booklet={booklet} />
          {partsOf(booklet).map((part) => {
            const Section = sections[part];
            return <Section key={part} booklet={booklet} />;
          })}
        </article>
      </ShowBoth>
    </div>
  );
}

function PrintChoices({ paper, both }: { readonly paper: Paper; readonly both: boolean }): ReactNode {
  const t = useTranslations("booklet.print");
  const navigate = useNavigate();
  const say = (search: BookletSearch): void =>
    void navigate({
      to: ".",
      search: (now: Record<string, unknown>) => {
        const { papier: _paper, langues: _languages, ...rest } = now;
        return { ...rest, ...search };
      },
      replace: true,
      resetScroll: false,
    });
  const chosen = (nextPaper: Paper, nextBoth: boolean): BookletSearch => ({
    ...(nextPaper === "a4" ? { papier: "a4" } : {}),
    ...(nextBoth ? { langues: "deux" } : {}),
  });
  return (
    <div className="j-row">
      <SegmentedControl
        aria-label={t("paper")}
        data={papers.map((value) => ({ value, label: t(value) }))}
        value={paper}
        onChange={(value) => say(chosen(value === "a4" ? "a4" : "letter", both))}
      />
      <Checkbox
        label={t("both")}
        checked={both}
        onChange={(event) => say(chosen(paper, event.currentTarget.checked))}
      />
      <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
        {t("print")}
      </Button>
    </div>
  );
}
