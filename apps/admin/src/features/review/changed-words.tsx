// The changes as sentences, before and after, with the words that moved marked; and the criteria that read otherwise
// because of them. The engine finds the changes and words them.
import { diffRuleSets, type Change } from "@jumelage/engine";
import { changeSentence, type ChangeWords } from "@jumelage/engine/words";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace, type Baseline } from "../../draft/use-draft.ts";
import { entryId, guaranteeId, programPaths, type ProgramPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { Panel } from "../../ui/page.tsx";
import { BeforeAfter } from "./before-after.tsx";
import classes from "./review.module.css";

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
      return `${paths.guarantees}#${guaranteeId(id)}`;
    default:
      return what satisfies never;
  }
}
