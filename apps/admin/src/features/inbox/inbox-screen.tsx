// À traiter: what waits for this person in all their programs. By keyboard too: J and K go from one to the next, Enter
// opens, E sets aside, Z takes the last back.
import type { InboxItem, InboxKind } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useRef, useState, type ReactNode } from "react";
import { useFormatter, useNow, useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import { homePath, programPaths } from "../../paths.ts";
import { ChoiceSlot } from "../../ui/choice-slot.tsx";
import { QueryTrouble } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { Loading } from "../../ui/loading.tsx";
import { AlonePage, EmptyState, Notice, PageTitle } from "../../ui/page.tsx";
import { useKeys } from "../../ui/use-keys.ts";
import { WholeCatalogue } from "../../ui/whole-catalogue.tsx";
import classes from "./inbox.module.css";
import { useInbox, type InboxState } from "./use-inbox.ts";
import { whereIs } from "./where.ts";
import { Why } from "./why.tsx";

const filters = {
  all: undefined,
  approvals: ["approve", "publish"],
  mine: ["returned", "mend", "idle"],
} as const satisfies Record<string, readonly InboxKind[] | undefined>;
type Filter = keyof typeof filters;

export function InboxScreen(): ReactNode {
  return (
    <AlonePage>
      <WholeCatalogue>
        <InboxPage />
      </WholeCatalogue>
    </AlonePage>
  );
}

function InboxPage(): ReactNode {
  const t = useTranslations("inbox");
  const inbox = useInbox();
  const { data } = inbox.query;
  const [filter, setFilter] = useState<Filter>("all");
  const kinds: readonly InboxKind[] | undefined = filters[filter];
  const shown = inbox.items.filter((item) => kinds === undefined || kinds.includes(item.kind));
  return (
    <>
      <PageTitle title={t("title")}>{t("lead")}</PageTitle>
      <QueryTrouble query={inbox.query} />
      {inbox.query.isPending ? <Loading /> : null}
      {data === undefined ? null : (
        <>
          <div className="j-row">
            <span>{t("show")}</span>
            <ChoiceSlot
              label={t("showLabel")}
              value={filter}
              choices={(Object.keys(filters) as Filter[]).map((value) => ({
                value,
                label: t(`filter.${value}`),
              }))}
              onChoose={(value) => setFilter(value as Filter)}
            />
          </div>
          <Waiting items={shown} inbox={inbox} />
          {shown.length === 0 ? <NothingLeft inbox={inbox} isFiltered={filter !== "all"} /> : null}
        </>
      )}
    </>
  );
}

function Waiting({
  items,
  inbox,
}: {
  readonly items: readonly InboxItem[];
  readonly inbox: InboxState;
}): ReactNode {
  const t = useTranslations("inbox");
  const list = useRef<HTMLUListElement>(null);
  const [last, setLast] = useState<string>();
  const links = (): readonly HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>("[data-item]") ?? []),
  ];
  const current = (): number =>
    links().findIndex((link) => link.closest("li")?.contains(document.activeElement));
  const move = (by: number): void => {
    const all = links();
    all[Math.min(Math.max(current() + by, 0), all.length - 1)]?.focus();
  };
  const setAside = (key: string): void => {
    const at = links().findIndex((link) => link.dataset["item"] === key);
    // To the one that takes its place, once it is gone.
    const next = links()[at + 1] ?? links()[at - 1];
    inbox.setAside(key);
    setLast(key);
    next?.focus();
  };
  const takeBack = (): void => {
    if (last === undefined) return;
    inbox.takeBack(last);
    setLast(undefined);
  };
  useKeys([
    ["j", () => move(1)],
    ["k", () => move(-1)],
    [
      "e",
      () => {
        const key = links()[current()]?.dataset["item"];
        if (key !== undefined) setAside(key);
      },
    ],
    ["z", takeBack],
  ]);
  return (
    <>
      <ul ref={list} className={classes.items}>
        {items.map((item) => (
          <li key={item.key} className={classes.item}>
            <Row item={item} titles={inbox.query.data?.titles ?? {}} />
            <Button variant="subtle" size="compact-sm" onClick={() => setAside(item.key)}>
              {t("aside")}
            </Button>
          </li>
        ))}
      </ul>
      {items.length > 0 ? <p className="j-small j-muted">{t("keys")}</p> : null}
      {last === undefined ? null : (
        <Notice announce="politely">
          {t("wasAside")}{" "}
          <Button variant="subtle" size="compact-sm" onClick={takeBack}>
            {t("takeBack")}
          </Button>
        </Notice>
      )}
    </>
  );
}

function Row({
  item,
  titles,
}: {
  readonly item: InboxItem;
  readonly titles: Readonly<Record<string, { readonly fr: string; readonly en: string }>>;
}): ReactNode {
  const t = useTranslations("inbox");
  const format = useFormatter();
  const { lang } = useLanguage();
  const now = useNow({ updateInterval: 60_000 });
  return (
    <div className={classes.text}>
      <AppLink href={whereIs(item)} data-item={item.key}>
        {t(`verb.${item.kind}`)} <Why item={item} />
      </AppLink>
      <p className="j-small j-muted">
        {titles[item.program]?.[lang] ?? item.program} · {format.relativeTime(new Date(item.at), now)}
      </p>
    </div>
  );
}

function NothingLeft({
  inbox: { query, items },
  isFiltered,
}: {
  readonly inbox: InboxState;
  readonly isFiltered: boolean;
}): ReactNode {
  const t = useTranslations("inbox");
  const format = useFormatter();
  const last = query.data?.lastPublished ?? null;
  if (isFiltered && items.length > 0) return <EmptyState title={t("emptyFilter")} />;
  return (
    <EmptyState title={t("empty")} action={<AppLink href={homePath}>{t("toPrograms")}</AppLink>}>
      {last === null ? null : (
        <AppLink href={programPaths(last.program).version(last.number)}>
          {t("lastPublished", {
            number: String(last.number),
            date: format.dateTime(new Date(last.at), { dateStyle: "long" }),
          })}
        </AppLink>
      )}
    </EmptyState>
  );
}
