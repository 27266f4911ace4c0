// The screens of a program, on the left; on a narrow page behind a button.
import { Button } from "@mantine/core";
import {
  IconApps,
  IconBook2,
  IconChecklist,
  IconFileDiff,
  IconGridDots,
  IconHistory,
  IconHome,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconListDetails,
  IconMap2,
  IconMessages,
  IconPlayerPlay,
  IconPrinter,
  IconRocket,
  IconShieldCheck,
  IconSignature,
  IconTable,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useLocalStorage } from "@mantine/hooks";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { programPaths } from "../paths.ts";
import { AppLink } from "../ui/link.tsx";
import { useKeys } from "../ui/use-keys.ts";
import classes from "./frame.module.css";

export function Rail({ program }: { readonly program: string }) {
  const t = useTranslations("frame");
  const [open, setOpen] = useState(false);
  const [narrow, setNarrow] = useLocalStorage({ key: "jumelage.rail", defaultValue: false });
  useKeys([["[", () => setNarrow((now) => !now)]]);
  const paths = programPaths(program);
  const entries = [
    { key: "program", href: paths.home, Icon: IconHome, exact: true },
    { key: "vocabulary", href: paths.vocabulary, Icon: IconBook2, exact: false },
    { key: "criteria", href: paths.criteria, Icon: IconChecklist, exact: false },
    { key: "table", href: paths.table, Icon: IconTable, exact: false },
    { key: "profiles", href: paths.profiles, Icon: IconUsers, exact: false },
    { key: "simulation", href: paths.simulation, Icon: IconPlayerPlay, exact: false },
    { key: "coverage", href: paths.coverage, Icon: IconGridDots, exact: false },
    { key: "cohort", href: paths.cohort, Icon: IconUsersGroup, exact: false },
    { key: "interview", href: paths.interview, Icon: IconMessages, exact: false },
    { key: "map", href: paths.map, Icon: IconMap2, exact: false },
    { key: "guarantees", href: paths.guarantees, Icon: IconShieldCheck, exact: false },
    { key: "review", href: paths.review, Icon: IconFileDiff, exact: false },
    { key: "register", href: paths.register, Icon: IconSignature, exact: false },
    { key: "publication", href: paths.publication, Icon: IconRocket, exact: false },
    { key: "versions", href: paths.versions, Icon: IconHistory, exact: false },
    { key: "booklet", href: paths.booklet, Icon: IconPrinter, exact: false },
    { key: "applications", href: paths.applications, Icon: IconApps, exact: false },
    { key: "journal", href: paths.journal, Icon: IconListDetails, exact: false },
  ] as const;
  return (
    <nav className={classes.rail} aria-label={t("programNav")} data-narrow={narrow || undefined}>
      <Button
        className={classes.menuButton ?? ""}
        variant="default"
        size="compact-md"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? t("closeMenu") : t("menu")}
      </Button>
      <ul data-open={open}>
        {entries.map(({ key, href, Icon, exact }) => (
          <li key={key}>
            <AppLink
              href={href}
              exact={exact}
              title={narrow ? t(`nav.${key}`) : undefined}
              className={classes.link}
              onClick={() => setOpen(false)}
            >
              <Icon size={18} aria-hidden />
              <span className={classes.linkName}>{t(`nav.${key}`)}</span>
            </AppLink>
          </li>
        ))}
      </ul>
      <Button
        className={classes.narrowButton ?? ""}
        variant="subtle"
        size="compact-md"
        aria-keyshortcuts="["
        aria-label={t(narrow ? "widen" : "narrow")}
        title={t(narrow ? "widen" : "narrow")}
        onClick={() => setNarrow(!narrow)}
      >
        {narrow ? (
          <IconLayoutSidebarLeftExpand size={18} aria-hidden />
        ) : (
          <IconLayoutSidebarLeftCollapse size={18} aria-hidden />
        )}
      </Button>
    </nav>
  );
}
