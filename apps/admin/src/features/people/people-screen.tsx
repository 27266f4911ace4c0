// People of the installation, for its administrators: who can sign in, and what each may do in each program.
import type { NewLink, People, PersonRow } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useLanguage } from "../../i18n/i18n.tsx";
import { ErrorPage, QueryTrouble } from "../../ui/error-notice.tsx";
import { Loading } from "../../ui/loading.tsx";
import { AlonePage, PageTitle } from "../../ui/page.tsx";
import { AddPersonDialog } from "./add-person-dialog.tsx";
import { LinkDialog, type LinkToHandOver } from "./link-dialog.tsx";
import { PersonDialog } from "./person-dialog.tsx";
import classes from "./people.module.css";

export function PeopleScreen() {
  const t = useTranslations("people");
  const people = useQuery(trpc.people.list.queryOptions({}));
  const [adding, setAdding] = useState(false);
  const [edited, setEdited] = useState<string>();
  const [link, setLink] = useState<LinkToHandOver>();
  const handOver = (name: string, made: NewLink): void => {
    setAdding(false);
    setEdited(undefined);
    setLink({ name, ...made });
  };
  if (people.isError && people.data === undefined)
    return <ErrorPage error={people.error} onRetry={() => void people.refetch()} />;
  const person = people.data?.people.find((p) => p.id === edited);
  return (
    <AlonePage>
      <PageTitle title={t("title")} actions={<Button onClick={() => setAdding(true)}>{t("add")}</Button>}>
        {t("lead")}
      </PageTitle>
      <QueryTrouble query={people} />
      {people.data ? <PeopleTable people={people.data} onEdit={setEdited} /> : <Loading />}
      {adding ? <AddPersonDialog onClose={() => setAdding(false)} onAdded={handOver} /> : null}
      {people.data && person ? (
        <PersonDialog
          person={person}
          programs={people.data.programs}
          onClose={() => setEdited(undefined)}
          onLink={handOver}
        />
      ) : null}
      {link ? <LinkDialog link={link} onClose={() => setLink(undefined)} /> : null}
    </AlonePage>
  );
}

function PeopleTable({
  people: { people, programs },
  onEdit,
}: {
  readonly people: People;
  readonly onEdit: (id: string) => void;
}) {
  const t = useTranslations("people");
  const tf = useTranslations("frame");
  const { lang } = useLanguage();
  const titleOf = (id: string): string => programs.find((p) => p.id === id)?.title[lang] ?? id;
  return (
    <div className="j-scroll">
      <table className="j-table" aria-label={t("table")}>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("rolesIn")}</th>
            <th scope="col">{t("access")}</th>
            <th scope="col">{t("actions")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                {person.name}
                <div className={`${classes.about} j-muted j-small`}>{person.title[lang]}</div>
                <div className={`${classes.about} j-muted j-small`}>{person.email}</div>
              </th>
              <td>
                {person.admin ? <div>{t("admin")}</div> : null}
                {person.roles.map(({ program, roles }) => (
                  <div key={program}>
                    {t("role", {
                      role: roles.map((r) => tf(`role.${r}`)).join(", "),
                      program: titleOf(program),
                    })}
                  </div>
                ))}
                {!person.admin && person.roles.length === 0 ? (
                  <span className="j-muted">{t("noRoles")}</span>
                ) : null}
              </td>
              <td>
                <AccessOf person={person} />
              </td>
              <td>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t("editOf", { name: person.name })}
                  onClick={() => onEdit(person.id)}
                >
                  {t("edit")}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AccessOf({ person }: { readonly person: PersonRow }) {
  const t = useTranslations("people");
  const format = useFormatter();
  if (person.disabledAt !== null)
    return t("shutOut", { date: format.dateTime(new Date(person.disabledAt), { dateStyle: "long" }) });
  const { password, provider } = person.signsIn;
  if (password && provider) return t("signsIn.both");
  if (password) return t("signsIn.password");
  return t(provider ? "signsIn.provider" : "signsIn.none");
}
