// A line of the journal as a sentence, which opens onto what was recorded with it: before, after, and why.
import type { JournalLine } from "@jumelage/api/schemas";
import type { Text } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { useLanguage } from "../../i18n/i18n.tsx";
import { inDraft, programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { Fingerprint, useList } from "../../ui/moment.tsx";
import classes from "./journal.module.css";
import { toldDetails } from "./told-details.ts";

export function JournalRow({ line }: { readonly line: JournalLine }): ReactNode {
  const t = useTranslations("journal");
  const format = useFormatter();
  const at = new Date(line.at);
  const details = Object.entries(toldDetails(line.details ?? {})).filter(([, value]) => !isNothing(value));
  return (
    <tr>
      <td className="j-nowrap">
        <time dateTime={line.at} title={t("utc", { at: line.at })}>
          {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
        </time>
      </td>
      <td className="j-nowrap">{line.by.name}</td>
      <td>
        <div>
          <ActionWords action={line.action} /> <Subject line={line} />
        </div>
        {line.details === null ? <p className="j-muted j-small">{t("erased")}</p> : null}
        {details.length === 0 ? null : (
          <details>
            <summary className={classes.summary}>
              {t("details")}
              <span className="j-hidden"> – {t("line", { seq: String(line.seq) })}</span>
            </summary>
            <dl className={classes.details}>
              {details.map(([key, value]) => (
                <Detail key={key} name={key} value={value} />
              ))}
              <dt>{t("line", { seq: String(line.seq) })}</dt>
              <dd>
                <Fingerprint sha256={line.hash} />
              </dd>
            </dl>
          </details>
        )}
      </td>
    </tr>
  );
}

/** Words in both languages. */
function isText(value: object): value is Text {
  return (
    "fr" in value &&
    Object.entries(value).every(([lang, words]) => /^(fr|en)$/.test(lang) && typeof words === "string")
  );
}

function isNothing(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** What was done, in words; an action that has none yet by its name. */
function ActionWords({ action }: { readonly action: string }): ReactNode {
  const t = useTranslations("journal");
  const key = `action.${action}` as "action.draft.save";
  return t.has(key) ? t(key) : <code className="j-mono">{action}</code>;
}

function Subject({ line: { subject, details } }: { readonly line: JournalLine }): ReactNode {
  const t = useTranslations("journal.subject");
  const { program, drafts } = useWorkspace();
  const paths = programPaths(program);
  const last = subject.id.slice(subject.id.lastIndexOf("/") + 1);
  switch (subject.kind) {
    case "draft": {
      const open = drafts.find((d) => d.id === subject.id);
      return open ? (
        <AppLink href={inDraft(paths.review, open.id)}>{t("draft", { name: open.name })}</AppLink>
      ) : (
        <span className="j-muted">{t("formerDraft", { id: subject.id.slice(0, 8) })}</span>
      );
    }
    case "release":
      return <AppLink href={paths.version(Number(last))}>{t("release", { number: last })}</AppLink>;
    case "channel":
      return <AppLink href={paths.versions}>{t("channel", { name: last })}</AppLink>;
    case "webhook": {
      const app = details?.["consumer"];
      return typeof app === "string" ? <strong>{app}</strong> : null;
    }
    case "person":
    case "consumer":
      return <strong>{subject.name}</strong>;
    default:
      return null;
  }
}

function Detail({ name, value }: { readonly name: string; readonly value: unknown }): ReactNode {
  const t = useTranslations("journal");
  const key = `detail.${name}` as "detail.note";
  return (
    <>
      <dt>
        {t.has(key) ? (
          t(key)
        ) : (
          <code className="j-mono" translate="no">
            {name}
          </code>
        )}
      </dt>
      <dd>
        {name === "role" && typeof value === "string" ? (
          <RoleName role={value} />
        ) : name === "kind" && typeof value === "string" ? (
          <KindName kind={value} />
        ) : (
          <Value value={value} />
        )}
      </dd>
    </>
  );
}

function RoleName({ role }: { readonly role: string }): ReactNode {
  const t = useTranslations("frame");
  const key = `role.${role}` as "role.author";
  return t.has(key) ? t(key) : role;
}

/** What a program was begun with; a kind of something else by its name. */
function KindName({ kind }: { readonly kind: string }): ReactNode {
  const t = useTranslations("journal");
  const key = `begunWith.${kind}` as "begunWith.nothing";
  return t.has(key) ? t(key) : kind;
}

function Value({ value }: { readonly value: unknown }): ReactNode {
  const t = useTranslations("journal");
  const common = useTranslations("common");
  const format = useFormatter();
  const list = useList();
  const { lang } = useLanguage();
  if (typeof value === "string") return /^[0-9a-f]{64}$/.test(value) ? <Fingerprint sha256={value} /> : value;
  if (typeof value === "number") return format.number(value);
  if (typeof value === "boolean") return common(value ? "yes" : "no");
  if (Array.isArray(value) && value.every((part) => typeof part !== "object")) return list(value.map(String));
  if (typeof value === "object" && value !== null) {
    const { number, release } = value as { readonly number?: unknown; readonly release?: unknown };
    const version = number ?? release;
    if (isText(value)) return textIn(value, lang);
    if (typeof version === "number") return t("subject.release", { number: String(version) });
    return (
      <dl className={classes.details}>
        {Object.entries(value).map(([name, part]: [string, unknown]) => (
          <Detail key={name} name={name} value={part} />
        ))}
      </dl>
    );
  }
  return "–";
}
