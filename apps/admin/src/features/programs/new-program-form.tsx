// What is asked about a new program: from nothing, as a copy, or out of files. It begins as a draft; who may work in it is
// said here.
import type { PersonRow, ProgramListItem, Role } from "@jumelage/api/schemas";
import { programIdSchema, roles } from "@jumelage/api/schemas";
import type { Text } from "@jumelage/engine";
import { diagnosticSentence } from "@jumelage/engine/words";
import { Button, MultiSelect, Radio, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { diagnosticsOf, refusalOf } from "../../api/refusal.ts";
import { useLanguage } from "../../i18n/i18n.tsx";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { ErrorNotice, QueryTrouble } from "../../ui/error-notice.tsx";
import { FilesField } from "../../ui/files-field.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/page.tsx";
import { Tried, useTries } from "../../ui/tried.tsx";
import { idOfTitle, readProgramFiles, type Beginning, type Brought } from "./program-files.ts";

type Way = "nothing" | "program" | "files";
type Given = Readonly<Record<Role, readonly string[]>>;
// Who writes comes first: the others read what they wrote.
const inOrder = ["author", "reviewer", "qa", "viewer"] as const satisfies readonly Role[];
const nobody: Given = { author: [], reviewer: [], qa: [], viewer: [] };

export function NewProgramForm({
  programs,
  onDone,
}: {
  readonly programs: readonly ProgramListItem[];
  readonly onDone: () => void;
}): ReactNode {
  const t = useTranslations("programs.new");
  const tc = useTranslations("common");
  const { lang } = useLanguage();
  const people = useQuery(trpc.people.list.queryOptions({}));
  const known = (people.data?.people ?? []).filter((person) => person.disabledAt === null);
  const [way, setWay] = useState<Way>("nothing");
  const [title, setTitle] = useState<Text>({ fr: "", en: "" });
  const [id, setId] = useState<string | null>(null);
  const [draftName, setDraftName] = useState(t("firstDraft"));
  const [copied, setCopied] = useState<string | null>(null);
  const [brought, setBrought] = useState<Brought | "unreadable" | null>(null);
  const [given, setGiven] = useState<Given>(nobody);
  const create = useMutation(
    trpc.programs.create.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() });
        onDone();
      },
    }),
  );
  const found = brought === "unreadable" ? null : brought;
  const from = beginningOf(way, copied, found);
  const program = id ?? (way === "files" && found ? found.program : idOfTitle(title.fr));
  const isIdRight = programIdSchema.safeParse(program).success;
  const isTitled = title.fr.trim() !== "" && title.en.trim() !== "";
  const isComplete = from !== null && isTitled && isIdRight && draftName.trim() !== "";
  const form = useRef<HTMLDivElement>(null);
  const { tried, goOn } = useTries();
  return (
    <div ref={form} className="j-stack">
      <Radio.Group label={t("way")} value={way} onChange={setWay}>
        {(["nothing", "program", "files"] as const).map((value) => (
          <Radio key={value} value={value} label={t(`from.${value}`)} description={t(`about.${value}`)} />
        ))}
      </Radio.Group>
      {way === "program" ? (
        <Select
          label={t("copied")}
          data={programs.map((p) => ({ value: p.program, label: p.title[lang] }))}
          value={copied}
          error={tried && copied === null ? t("copiedNeeded") : undefined}
          onChange={(value) => {
            setCopied(value);
            setGiven(rolesOf(known, value));
          }}
        />
      ) : null}
      {way === "files" ? (
        <FilesField
          label={t("files")}
          description={t("filesHint")}
          error={
            brought === "unreadable"
              ? t("unreadable")
              : tried && brought === null
                ? t("filesNeeded")
                : undefined
          }
          onRead={(texts) =>
            setBrought(texts.length === 0 ? null : (readProgramFiles(texts) ?? "unreadable"))
          }
        />
      ) : null}
      <Tried value={tried}>
        <BilingualField
          label={t("name")}
          value={title}
          rows={1}
          needed={t("nameNeeded")}
          onChange={setTitle}
        />
      </Tried>
      <TextInput
        label={t("id")}
        description={t("idHint")}
        value={program}
        error={tried && !isIdRight ? t("idWrong") : undefined}
        onChange={(event) => setId(event.currentTarget.value)}
      />
      <TextInput
        label={t("draftName")}
        description={t("draftNameHint")}
        value={draftName}
        maxLength={80}
        error={tried && draftName.trim() === "" ? t("draftNameNeeded") : undefined}
        onChange={(event) => setDraftName(event.currentTarget.value)}
      />
      {people.isPending ? <Loading /> : null}
      <QueryTrouble query={people} />
      {people.data ? <People people={known} given={given} onChange={setGiven} /> : null}
      {create.isError ? <Refused error={create.error} from={from} /> : null}
      <div className="j-row">
        <Button
          loading={create.isPending}
          onClick={() => {
            if (goOn(form.current, isComplete) && from !== null)
              create.mutate({ program, title, from, draftName, people: listed(given) });
          }}
        >
          {t("create")}
        </Button>
        <Button variant="default" onClick={onDone}>
          {tc("cancel")}
        </Button>
      </div>
    </div>
  );
}

function People({
  people,
  given,
  onChange,
}: {
  readonly people: readonly PersonRow[];
  readonly given: Given;
  readonly onChange: (given: Given) => void;
}): ReactNode {
  const t = useTranslations("programs.new");
  const tr = useTranslations("frame.role");
  return (
    <fieldset className="j-stack-tight">
      <legend>{t("people")}</legend>
      {inOrder.map((role) => (
        <MultiSelect
          key={role}
          label={tr(role)}
          searchable
          data={people.map((p) => ({ value: p.id, label: p.name }))}
          value={[...given[role]]}
          onChange={(ids) => onChange({ ...given, [role]: ids })}
        />
      ))}
    </fieldset>
  );
}

/** Why the server made nothing of it. */
function Refused({ error, from }: { readonly error: unknown; readonly from: Beginning | null }): ReactNode {
  const t = useTranslations("programs.new.refused");
  const { lang } = useLanguage();
  const reason = refusalOf(error)?.details["reason"];
  const found = diagnosticsOf(error);
  if (reason === "program-exists") return <Notice tone="problem" announce="now" title={t("exists")} />;
  if (reason === "release-refused") {
    const isNewer = refusalOf(error)?.details["code"] === "unsupported-schema";
    return <Notice tone="problem" announce="now" title={t(isNewer ? "newer" : "release")} />;
  }
  if (found.length === 0) return <ErrorNotice error={error} />;
  const documents: Readonly<Record<string, unknown>> = from?.kind === "documents" ? { ...from } : {};
  return (
    <Notice tone="problem" announce="now" title={t("documents")}>
      <ul>
        {found.slice(0, 20).map((d) => {
          const [document = "", ...at] = d.at;
          const sentence = diagnosticSentence({ ...d, at }, documents[document] ?? {}, lang);
          return <li key={`${d.at.join("/")}${d.code}`}>{sentence}</li>;
        })}
      </ul>
    </Notice>
  );
}

function beginningOf(way: Way, copied: string | null, brought: Brought | null): Beginning | null {
  if (way === "nothing") return { kind: "nothing" };
  if (way === "program") return copied === null ? null : { kind: "program", program: copied };
  return brought?.from ?? null;
}

/** Who has which role in the program that is copied: the same people, unless somebody chooses otherwise. */
function rolesOf(people: readonly PersonRow[], program: string | null): Given {
  const held = (role: Role): readonly string[] =>
    people
      .filter((p) => p.roles.some((r) => r.program === program && r.roles.includes(role)))
      .map((p) => p.id);
  return { author: held("author"), reviewer: held("reviewer"), qa: held("qa"), viewer: held("viewer") };
}

function listed(given: Given): { id: string; role: Role }[] {
  return roles.flatMap((role) => given[role].map((id) => ({ id, role })));
}
