// The changes as sentences, before and after, with the words that moved marked.
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace, type Baseline } from "../../draft/use-draft.ts";
import { entryId, programPaths, type ProgramPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { Panel } from "../../ui/page.tsx";
import { usageOf } from "../vocabulary/usage.ts";
import { changesInWords, reworded, type EntryChange, type Part } from "./changes.ts";
import classes from "./review.module.css";
import { wordDiff } from "./word-diff.ts";

export function ChangedWords({ baseline }: { readonly baseline: Baseline }) {
  const t = useTranslations("review");
  const { ruleSet, profiles, lang } = useWorkspace();
  const documents = useMemo(() => ({ ruleSet, profiles }), [ruleSet, profiles]);
  const changes = useMemo(() => changesInWords(baseline, documents, lang), [baseline, documents, lang]);
  const others = useMemo(() => reworded(baseline, documents, lang), [baseline, documents, lang]);
  if (changes.length === 0) return null;
  return (
    <Panel title={t("words")}>
      <ul className={classes.changes}>
        {changes.map((change) => (
          <Change key={change.key} change={change} baseline={baseline} />
        ))}
      </ul>
      {others.length > 0 ? (
        <>
          <h3>{t("reworded")}</h3>
          <ul className={classes.changes}>
            {others.map((change) => (
              <Change key={change.key} change={change} baseline={baseline} />
            ))}
          </ul>
          <TouchedCriteria changes={others} />
        </>
      ) : null}
    </Panel>
  );
}

function Change({ change, baseline }: { readonly change: EntryChange; readonly baseline: Baseline }) {
  const t = useTranslations("review");
  const tc = useTranslations("frame.conflict.collection");
  const { program } = useWorkspace();
  const href = change.kind === "removed" ? undefined : hrefOf(change, programPaths(program));
  const title = change.collection === "criteria" ? `${change.id} – ${change.title}` : change.title;
  return (
    <li className={classes.change}>
      <h3 className={classes.changeTitle}>
        <span className="j-muted">{tc(change.collection)}</span>{" "}
        {href ? <AppLink href={href}>{title}</AppLink> : title}{" "}
        <span className={classes.kind}>{t(change.kind)}</span>
      </h3>
      {change.parts.map((part) => (
        <BeforeAfter key={part.field} part={part} number={baseline.number} />
      ))}
    </li>
  );
}

/** The criteria that rest on the named conditions which read otherwise, directly or through one another. */
function TouchedCriteria({ changes }: { readonly changes: readonly EntryChange[] }) {
  const t = useTranslations("review");
  const { program, ruleSet } = useWorkspace();
  const usage = useMemo(() => usageOf(ruleSet), [ruleSet]);
  const paths = programPaths(program);
  const touched = new Set(
    changes.flatMap((c) => (c.collection === "conditions" ? (usage.conditions.get(c.id) ?? []) : [])),
  );
  const listed = ruleSet.criteria.filter((c) => touched.has(c.id));
  if (listed.length === 0) return null;
  return (
    <p>
      {t("touched", { count: listed.length })}{" "}
      {listed.map((criterion, i) => (
        <span key={criterion.id}>
          {i === 0 ? "" : ", "}
          <AppLink href={paths.criterion(criterion.id)}>{criterion.id}</AppLink>
        </span>
      ))}
    </p>
  );
}

function hrefOf({ collection, id }: EntryChange, paths: ProgramPaths): string | undefined {
  switch (collection) {
    case "criteria":
      return paths.criterion(id);
    case "facts":
      return `${paths.vocabulary}#${entryId("fact", id)}`;
    case "parameters":
      return `${paths.vocabulary}#${entryId("parameter", id)}`;
    case "conditions":
      return `${paths.vocabulary}#${entryId("condition", id)}`;
    default:
      return paths.vocabulary;
  }
}

function BeforeAfter({ part, number }: { readonly part: Part; readonly number: number }) {
  const t = useTranslations("review");
  const words = (text: string | undefined): string | undefined =>
    part.field === "enabled" && text !== undefined ? t(text === "true" ? "enabled" : "disabled") : text;
  const [before, after] = [words(part.before), words(part.after)];
  const pieces = before === undefined || after === undefined ? null : wordDiff(before, after);
  return (
    <div className={classes.pair}>
      <div className={classes.field}>{t(`fields.${part.field}`)}</div>
      <div>
        <div className="j-muted j-small">{t("before", { number: String(number) })}</div>
        <p>
          {pieces === null
            ? (before ?? <em className="j-muted">{t("absent")}</em>)
            : pieces.map((piece, i) =>
                piece.kind === "added" ? null : piece.kind === "removed" ? (
                  <del key={i} className="j-del">
                    {piece.text}
                  </del>
                ) : (
                  <span key={i}>{piece.text}</span>
                ),
              )}
        </p>
      </div>
      <div>
        <div className="j-muted j-small">{t("after")}</div>
        <p>
          {pieces === null
            ? (after ?? <em className="j-muted">{t("gone")}</em>)
            : pieces.map((piece, i) =>
                piece.kind === "removed" ? null : piece.kind === "added" ? (
                  <ins key={i} className="j-ins">
                    {piece.text}
                  </ins>
                ) : (
                  <span key={i}>{piece.text}</span>
                ),
              )}
        </p>
      </div>
    </div>
  );
}
