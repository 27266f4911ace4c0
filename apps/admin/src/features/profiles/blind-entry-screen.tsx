// Entering a profile without the criteria: a person, and what the program should answer. It fetches the vocabulary only,
// and evaluates nothing: the answer is for the profile's own screen, once the expectation is saved.
import type { ProfileForm as Form } from "@jumelage/api/schemas";
import { type Expected, type Facts, type LocalDate, type Text } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { useLanguage } from "../../i18n/i18n.tsx";
import { blindEntryPath, inDraft, programPaths } from "../../paths.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { ErrorNotice, QueryTrouble } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { Loading } from "../../ui/loading.tsx";
import { AlonePage, EmptyState, Notice, PageTitle, Panel } from "../../ui/page.tsx";
import { stateFace } from "../../ui/tones.ts";
import { WholeCatalogue } from "../../ui/whole-catalogue.tsx";
import { expectOutcomes, expectState, wantedOutcomes } from "./expectation.ts";
import { ExpectedOutcomes } from "./expected-outcomes.tsx";
import { FactControl } from "./fact-control.tsx";
import { readEntry, withEntry } from "./facts-form.ts";
import { useRefuse } from "./profile-form.tsx";
import { StatementChoice } from "./statement-choice.tsx";

export function BlindEntryScreen(): ReactNode {
  return (
    <AlonePage>
      <WholeCatalogue>
        <BlindEntryPage />
      </WholeCatalogue>
    </AlonePage>
  );
}

function BlindEntryPage(): ReactNode {
  const t = useTranslations("profiles.blind");
  const { lang } = useLanguage();
  const { program = "" } = useParams({ strict: false });
  const { ebauche } = useSearch({ strict: false });
  const form = useQuery(
    trpc.profiles.form.queryOptions({ program, ...(ebauche === undefined ? {} : { draft: ebauche }) }),
  );
  const [round, setRound] = useState(0);
  return (
    <>
      <PageTitle title={t("title")} {...(form.data ? { context: textIn(form.data.title, lang) } : {})}>
        {t("lead")}
      </PageTitle>
      <QueryTrouble query={form} />
      {form.data === undefined ? (
        form.isError ? null : (
          <Loading />
        )
      ) : form.data.draft === null ? (
        <DraftChoice program={program} drafts={form.data.drafts} />
      ) : (
        <BlindEntry
          key={round}
          form={form.data}
          draft={form.data.draft}
          program={program}
          onAnother={() => {
            setRound(round + 1);
            void form.refetch();
          }}
        />
      )}
    </>
  );
}

/** Which draft the profile is for, where there are several. */
function DraftChoice({ program, drafts }: { readonly program: string; readonly drafts: Form["drafts"] }) {
  const t = useTranslations("profiles.blind");
  if (drafts.length === 0) return <EmptyState title={t("noDraft")} />;
  return (
    <Panel title={t("whichDraft")}>
      <ul className="j-plain-list j-stack-tight">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <AppLink href={blindEntryPath(program, draft.id)}>{draft.name}</AppLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface BlindEntryProps {
  readonly form: Form;
  readonly draft: string;
  readonly program: string;
  readonly onAnother: () => void;
}

function BlindEntry({ form, draft, program, onAnother }: BlindEntryProps): ReactNode {
  const t = useTranslations("profiles");
  const { lang } = useLanguage();
  const [title, setTitle] = useState<Text>({ fr: "", en: "" });
  const [facts, setFacts] = useState<Facts>({});
  const [day, setDay] = useState<LocalDate>();
  const [expected, setExpected] = useState<Expected>({ decisions: {} });
  const [statement, setStatement] = useState<string | undefined>();
  const [tried, setTried] = useState(false);
  const refuse = useRefuse(false);
  const entered = useMutation(
    trpc.profiles.enter.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  );
  const complete =
    title.fr.trim() !== "" && title.en.trim() !== "" && Object.keys(expected.decisions).length > 0;
  const save = (): void => {
    setTried(true);
    if (!complete) return;
    entered.mutate({
      id: draft,
      profile: { title, tags: [], facts, expected, ...(day === undefined ? {} : { evaluatedOn: day }) },
      ...(statement === undefined ? {} : { statement }),
    });
  };

  if (entered.data) {
    const { id } = entered.data;
    return (
      <Notice announce="politely" title={t("blind.saved", { id })}>
        <p>{t(`expectation.provenance.${entered.data.provenance}`)}</p>
        <p className="j-row">
          <AppLink href={inDraft(programPaths(program).profile(id), draft)}>{t("blind.answer")}</AppLink>
          <Button variant="default" size="compact-sm" onClick={onAnother}>
            {t("blind.another")}
          </Button>
        </p>
      </Notice>
    );
  }
  return (
    <div className="j-stack">
      <Notice title={t(form.blind ? "blind.counts" : "blind.countsNot")} />
      <Panel title={t("who")}>
        <p className="j-muted j-small">{t("fictitious")}</p>
        <BilingualField label={t("titleField")} value={title} refuse={refuse} onChange={setTitle} />
      </Panel>
      <Panel title={t("facts")}>
        {form.facts.map((fact) => (
          <FactControl
            key={fact.id}
            fact={fact}
            entry={readEntry(fact, facts[fact.id], day)}
            dated={fact.validFor !== undefined}
            day={day}
            disabled={entered.isPending}
            onChange={(entry) => {
              setFacts((before) => withEntry(before, fact.id, entry));
              // A dated fact needs the day it is judged on: the day it was observed.
              if (entry.kind === "known" && entry.observedOn !== undefined && day === undefined) {
                setDay(entry.observedOn);
              }
            }}
          />
        ))}
      </Panel>
      <Panel title={t("blind.should")}>
        {form.decisions.map((decision) => {
          const label = t("expectation.expectedOf", { decision: textIn(decision.title, lang) });
          const wanted = expected.decisions[decision.id];
          return decision.kind === "one" ? (
            <NativeSelect
              key={decision.id}
              label={label}
              value={typeof wanted === "string" ? wanted : ""}
              data={[
                { value: "", label: t("expectation.notCompared") },
                ...[...decision.outcomes.map((o) => o.id), "@safety-unknown", "@undetermined"].map(
                  (state) => ({
                    value: state,
                    label: stateFace(decision, state, lang).label,
                  }),
                ),
              ]}
              onChange={(event) =>
                setExpected(expectState(expected, decision.id, event.currentTarget.value || undefined))
              }
            />
          ) : (
            <ExpectedOutcomes
              key={decision.id}
              decision={decision}
              label={label}
              lang={lang}
              value={wantedOutcomes(wanted, "suggested")}
              onChange={(outcomes) =>
                setExpected(expectOutcomes(expected, decision.id, "suggested", outcomes))
              }
            />
          );
        })}
        <StatementChoice
          sources={form.sources}
          lang={lang}
          label={t("expectation.statement")}
          value={statement}
          onChoose={setStatement}
        />
      </Panel>
      {tried && !complete ? (
        <Notice tone="problem" announce="politely" title={t("blind.incomplete")} />
      ) : null}
      {entered.isError ? <ErrorNotice error={entered.error} /> : null}
      <div className="j-row">
        <Button onClick={save} loading={entered.isPending}>
          {t("blind.save")}
        </Button>
      </div>
    </div>
  );
}
