// The changes as sentences, before and after, with the words that moved marked; and the criteria that read otherwise
// because of them. The engine finds the changes and words them.
import { changeSentence, type ChangeWords } from "@jumelage/engine/words";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace, type Baseline } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { Panel } from "../../ui/page.tsx";
import { hrefOfThing } from "../comments/anchors.ts";
import { BeforeAfter } from "./before-after.tsx";
import { ChangeItem } from "./change-item.tsx";
import classes from "./review.module.css";
import { useSeen } from "./use-seen.ts";

export function ChangedWords({ baseline }: { readonly baseline: Baseline }) {
  const t = useTranslations("review");
  const { ruleSet, lang, program } = useWorkspace();
  const all = useSeen().changes;
  const changes = useMemo(
    () =>
      all.flatMap((seen) =>
        seen.in === "ruleSet"
          ? [{ ...seen, words: changeSentence(seen.change, baseline.ruleSet, ruleSet, lang) }]
          : [],
      ),
    [all, baseline, ruleSet, lang],
  );
  if (changes.length === 0) return null;
  const paths = programPaths(program);
  return (
    <Panel title={t("words")}>
      <ul className={classes.changes}>
        {changes.map(({ anchor, change, words }) => (
          <ChangeItem
            key={anchor}
            anchor={anchor}
            title={words.title}
            href={change.kind === "removed" ? undefined : hrefOfThing(change, paths)}
          >
            <ChangeMemo words={words} number={baseline.number} />
          </ChangeItem>
        ))}
      </ul>
    </Panel>
  );
}

interface ChangeMemoProps {
  readonly words: ChangeWords;
  readonly number: number;
}

function ChangeMemo({ words, number }: ChangeMemoProps) {
  const t = useTranslations("review");
  return (
    <>
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
