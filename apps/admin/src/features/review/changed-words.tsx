// The changes as sentences, before and after, with the words that moved marked; and the criteria that read otherwise
// because of them. The engine finds the changes and words them.
import { diffRuleSets, type Change } from "@jumelage/engine";
import { changeSentence, type ChangeWords } from "@jumelage/engine/words";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace, type Baseline } from "../../draft/use-draft.ts";
import { entryId, programPaths, type ProgramPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { Panel } from "../../ui/page.tsx";
import classes from "./review.module.css";
import { wordDiff } from "./word-diff.ts";

export function ChangedWords({ baseline }: { readonly baseline: Baseline }) {
  const t = useTranslations("review");
  const { ruleSet, lang } = useWorkspace();
  const changes = useMemo(
    () =>
      diffRuleSets(baseline.ruleSet, ruleSet).map((change) => ({
        change,
        words: changeSentence(change, baseline.ruleSet, ruleSet, lang),
      })),
    [baseline, ruleSet, lang],
  );
  if (changes.length === 0) return null;
  return (
    <Panel title={t("words")}>
      <ul className={classes.changes}>
        {changes.map(({ change, words }) => (
          <li key={`${change.what}/${change.of ?? ""}/${change.id}`} className={classes.change}>
            <ChangeMemo change={change} words={words} number={baseline.number} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface ChangeMemoProps {
  readonly change: Change;
  readonly words: ChangeWords;
  readonly number: number;
}

function ChangeMemo({ change, words, number }: ChangeMemoProps) {
  const t = useTranslations("review");
  const { program } = useWorkspace();
  const href = change.kind === "removed" ? undefined : hrefOf(change, programPaths(program));
  return (
    <>
      <h3 className={classes.changeTitle}>
        {href ? <AppLink href={href}>{words.title}</AppLink> : words.title}
      </h3>
      <BeforeAfter before={words.before} after={words.after} number={number} />
      {words.affected.length === 0 ? null : (
        <details>
          <summary>
            {t("touched", { count: words.affected.length })}{" "}
            {words.affected.map((a) => a.criterion).join(", ")}
          </summary>
          <ul className={classes.touched}>
            {words.affected.map((affected) => (
              <li key={affected.criterion}>
                <strong>{affected.criterion}</strong>
                <BeforeAfter before={affected.before} after={affected.after} number={number} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function hrefOf({ what, id, of }: Change, paths: ProgramPaths): string {
  switch (what) {
    case "criterion":
      return paths.criterion(id);
    case "parameter":
    case "fact":
    case "condition":
      return `${paths.vocabulary}#${entryId(what, id)}`;
    case "value":
      return `${paths.vocabulary}#${entryId("fact", of ?? "")}`;
    case "outcome":
      return `${paths.vocabulary}#${entryId("outcome", `${of ?? ""}-${id}`)}`;
    case "decision":
      return `${paths.vocabulary}#outcomes`;
    case "source":
    case "statement":
      return `${paths.vocabulary}#sources`;
    case "rule-set":
      return paths.home;
    case "property":
      return paths.criteria;
    default:
      return what satisfies never;
  }
}

interface BeforeAfterProps {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly number: number;
}

function BeforeAfter({ before, after, number }: BeforeAfterProps) {
  const t = useTranslations("review");
  return (
    <div className={classes.pair}>
      <div>
        <div className="j-muted j-small">{t("before", { number: String(number) })}</div>
        <p>
          {before === undefined ? (
            <em className="j-muted">{t("absent")}</em>
          ) : (
            <Marked before={before} after={after} side="removed" />
          )}
        </p>
      </div>
      <div>
        <div className="j-muted j-small">{t("after")}</div>
        <p>
          {after === undefined ? (
            <em className="j-muted">{t("gone")}</em>
          ) : (
            <Marked before={before} after={after} side="added" />
          )}
        </p>
      </div>
    </div>
  );
}

interface MarkedProps {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly side: "removed" | "added";
}

/** One side of a pair, the words that are only on it marked; unmarked where there is nothing to compare with. */
function Marked({ before, after, side }: MarkedProps) {
  if (before === undefined || after === undefined) return <>{before ?? after}</>;
  return (
    <>
      {wordDiff(before, after)
        .filter((piece) => piece.kind === "same" || piece.kind === side)
        .map((piece, i) =>
          piece.kind === "removed" ? (
            <del key={i} className="j-del">
              {piece.text}
            </del>
          ) : piece.kind === "added" ? (
            <ins key={i} className="j-ins">
              {piece.text}
            </ins>
          ) : (
            <span key={i}>{piece.text}</span>
          ),
        )}
    </>
  );
}
