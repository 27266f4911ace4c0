// How many profiles go from which answer to which, for the main decision. The diagonal, where nothing moved, is muted.
import type { Decision } from "@jumelage/engine";
import { useTranslations } from "use-intl";
import type { Effects } from "../../draft/effects.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { OutcomeBadge } from "../../ui/outcome.tsx";
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
  const seen = new Set<string>();
  for (const { before, after } of effects.profiles) {
    const [from, to] = [before?.decisions[decision.id], after.decisions[decision.id]];
    if (from?.kind !== "one" || to?.kind !== "one") continue;
    seen.add(from.state).add(to.state);
    counts.set(`${from.state}>${to.state}`, (counts.get(`${from.state}>${to.state}`) ?? 0) + 1);
  }
  const states = ["@safety-unknown", "@undetermined"];
  const ordered = [...decision.outcomes.map((o) => o.id), ...states].filter((s) => seen.has(s));
  return (
    <div className="j-scroll">
      <table className={`j-table ${classes.transitions}`}>
        <caption>{t("transitions", { number: String(number), decision: decision.title[lang] })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("fromTo")}</th>
            {ordered.map((to) => (
              <th key={to} scope="col">
                <OutcomeBadge decision={decision} state={to} lang={lang} show="short" />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((from) => (
            <tr key={from}>
              <th scope="row">
                <OutcomeBadge decision={decision} state={from} lang={lang} show="short" />
              </th>
              {ordered.map((to) => {
                const count = counts.get(`${from}>${to}`) ?? 0;
                return (
                  <td
                    key={to}
                    className={from === to ? classes.still : count > 0 ? classes.movedCell : classes.empty}
                  >
                    {count === 0 ? "·" : count}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
