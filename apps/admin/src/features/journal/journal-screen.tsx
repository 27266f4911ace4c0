// Journal: who did what, to what and when in this program, and whether the chain that keeps it holds.
import { journalTopics, type JournalTopic } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { api } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { ChoiceSlot } from "../../ui/choice-slot.tsx";
import { QueryTrouble } from "../../ui/error-notice.tsx";
import { Loading } from "../../ui/loading.tsx";
import { EmptyState, PageTitle } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import { ChainPanel } from "./chain-panel.tsx";
import { JournalRow } from "./journal-row.tsx";

const all = "all";

export function JournalScreen(): ReactNode {
  const t = useTranslations("journal");
  const { program, ruleSet, lang } = useWorkspace();
  const [topic, setTopic] = useState<JournalTopic | undefined>();
  const [by, setBy] = useState<string | undefined>();
  const pages = useInfiniteQuery({
    queryKey: ["journal", program, topic, by],
    queryFn: ({ pageParam }) =>
      api.journal.page.query({
        program,
        ...(pageParam === null ? {} : { before: pageParam }),
        ...(topic === undefined ? {} : { about: topic }),
        ...(by === undefined ? {} : { by }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    // What was done while the page was open elsewhere is there when one comes back.
    staleTime: 0,
  });
  const lines = pages.data?.pages.flatMap((page) => page.lines) ?? [];
  const people = pages.data?.pages[0]?.people ?? [];
  return (
    <div className="j-stack">
      <PageTitle title={t("title")} context={ruleSet.title[lang]}>
        {t("lead")}
      </PageTitle>
      <ChainPanel />
      <div className="j-row">
        <span>{t("show")}</span>
        <ChoiceSlot
          label={t("topicLabel")}
          value={topic ?? all}
          choices={[all, ...journalTopics].map((value) => ({
            value,
            label: t(`topic.${value as JournalTopic | "all"}`),
          }))}
          onChoose={(value) => setTopic(journalTopics.find((known) => known === value))}
        />
        <span>{t("doneBy")}</span>
        <ChoiceSlot
          label={t("byLabel")}
          value={by ?? all}
          choices={[
            { value: all, label: t("everybody") },
            ...people.map((p) => ({ value: p.id, label: p.name })),
          ]}
          onChoose={(value) => setBy(value === all ? undefined : value)}
        />
      </div>
      <QueryTrouble query={pages} />
      {pages.isPending ? <Loading /> : null}
      {pages.data && lines.length === 0 ? <EmptyState title={t("empty")} /> : null}
      {lines.length === 0 ? null : (
        <Scroll label={t("title")}>
          <table className="j-table">
            <thead>
              <tr>
                <th scope="col">{t("when")}</th>
                <th scope="col">{t("who")}</th>
                <th scope="col">{t("what")}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <JournalRow key={line.seq} line={line} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {pages.hasNextPage ? (
        <div>
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t("more")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
