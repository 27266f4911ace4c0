// How many profiles go from which answer to which, for the main decision. Answers that nobody leaves or
// enters are left out; those who stay are counted below.
import type { Decision } from "@jumelage/engine";
import { useTranslations } from "use-intl";
import type { Effects } from "../../draft/effects.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import classes from "./review.module.css";

interface TransitionTableProps {
  readonly effects: Effects;
  readonly decision: Decision;
  readonly number: number;
}

export function TransitionTable({ effects, decision, number }: TransitionTableProps) {
  const t = useTranslations("review");
  const { lang } = useWorkspace();
  const counts = new Map<string, number>();
  const rows = new Set<string>();
  const columns = new Set<string>();
  let still = 0;
  for (const { before, after } of effects.profiles) {
    const [from, to] = [before?.decisions[decision.id], after.decisions[decision.id]];
    if (from?.kind !== "one" || to?.kind !== "one") continue;
    if (from.state === to.state) {
      still += 1;
      continue;
    }
    rows.add(from.state);
    columns.add(to.state);
    counts.set(`${from.state}>${to.state}`, (counts.get(`${from.state}>${to.state}`) ?? 0) + 1);
  }
  const states = ["@safety-unknown", "@undetermined"];
  const ordered = [...decision.outcomes.map((o) => o.id), ...states];
  const [from, to] = [ordered.filter((s) => rows.has(s)), ordered.filter((s) => columns.has(s))];
  if (from.length === 0) return null;
  return (
    <div className="j-stack-tight">
      <Scroll label={t("transitions", { number: String(number), decision: decision.title[lang] })}>
        <table className={`j-table ${classes.transitions}`}>
          <caption>{t("transitions", { number: String(number), decision: decision.title[lang] })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("fromTo")}</th>
              {to.map((state) => (
                <th key={state} scope="col">
                  <OutcomeBadge decision={decision} state={state} lang={lang} show="short" />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {from.map((before) => (
              <tr key={before}>
                <th scope="row">
                  <OutcomeBadge decision={decision} state={before} lang={lang} show="short" />
                </th>
                {to.map((after) => {
                  const count = counts.get(`${before}>${after}`) ?? 0;
                  return (
                    <td key={after} className={count > 0 ? classes.movedCell : classes.empty}>
                      {count === 0 ? "·" : count}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="j-muted j-small">{t("still", { count: still })}</p>
    </div>
  );
}
