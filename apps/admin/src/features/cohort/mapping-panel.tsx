// Which column of the file says what about each fact. What a column holds must be exactly a value: nothing is translated.
import type { Columns, Fact } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { Panel } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import slot from "../../ui/slot.module.css";
import type { FileColumn } from "./cohort-messages.ts";
import classes from "./cohort.module.css";
import { useExpected } from "./expected.ts";
import {
  columnAt,
  firstColumns,
  holdings,
  isSaid,
  recallColumns,
  rememberColumns,
  withColumn,
  type Holds,
} from "./mapping.ts";
import type { CohortView } from "./use-cohort.ts";

export interface MappingPanelProps {
  readonly cohort: CohortView;
  readonly columns: readonly FileColumn[];
}

/** Today where the screen is, as a date field has it. */
function today(): string {
  return new Intl.DateTimeFormat("en-CA").format(new Date());
}

export function MappingPanel({ cohort, columns }: MappingPanelProps): ReactNode {
  const t = useTranslations("cohort.mapping");
  const { program, ruleSet } = useWorkspace();
  const names = useMemo(
    () => columns.filter((c) => c.personal === undefined && c.name !== "").map((c) => c.name),
    [columns],
  );
  const [mapped, setMapped] = useState(() =>
    firstColumns(ruleSet.facts, new Set(names), recallColumns(program)),
  );
  const [at, setAt] = useState(today);
  const said = ruleSet.facts.filter((fact) => isSaid(mapped[fact.id])).length;
  const unused = names.filter((name) => !JSON.stringify(mapped).includes(JSON.stringify(name)));
  const change = (fact: string, where: Holds, name: string): void =>
    setMapped(withColumn(mapped, { fact, at: where }, name === "" ? undefined : name));
  return (
    <Panel title={t("title")}>
      <p>{t("said", { said, of: String(ruleSet.facts.length) })}</p>
      {unused.length === 0 ? null : (
        <details>
          <summary className={classes.more}>{t("unused", { count: unused.length })}</summary>
          <p className="j-small">{unused.join(", ")}</p>
        </details>
      )}
      <Scroll label={t("title")}>
        <table className="j-table">
          <thead>
            <tr>
              <th scope="col">{t("fact")}</th>
              <th scope="col">{t("expected")}</th>
              <th scope="col">{t("column")}</th>
            </tr>
          </thead>
          <tbody>
            {ruleSet.facts.map((fact) => (
              <MappedFact key={fact.id} fact={fact} mapped={mapped} names={names} onChange={change} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <form
        className="j-row"
        onSubmit={(event) => {
          event.preventDefault();
          rememberColumns(program, mapped);
          cohort.session.read(mapped, at);
        }}
      >
        <label className="j-row">
          {t("at")}
          <input
            type="date"
            className={slot.slot}
            value={at}
            required
            onChange={(event) => setAt(event.currentTarget.value)}
          />
        </label>
        <Button type="submit" disabled={said === 0}>
          {t("read")}
        </Button>
        {said === 0 ? <output className="j-small">{t("nothing")}</output> : null}
      </form>
    </Panel>
  );
}

interface MappedFactProps {
  readonly fact: Fact;
  readonly mapped: Columns;
  readonly names: readonly string[];
  readonly onChange: (fact: string, at: Holds, name: string) => void;
}

function MappedFact({ fact, mapped, names, onChange }: MappedFactProps): ReactNode {
  const t = useTranslations("cohort.mapping");
  const { lang } = useWorkspace();
  const expected = useExpected();
  const label = textIn(fact.label, lang) || fact.id;
  const { main, more } = holdings(fact);
  const isMany = main.length > 2;
  const wordOf = (at: Holds): string => {
    if (at.holds !== "member") return t(`holds.${at.holds}`);
    const member = fact.values?.find((v) => v.id === at.member);
    return member ? textIn(member.label, lang) : at.member;
  };
  const choices = (of: readonly Holds[]): ReactNode => (
    <ul className={classes.choices}>
      {of.map((at) => (
        <li key={at.holds === "member" ? `member ${at.member}` : at.holds}>
          <label className={classes.choice}>
            <span className={at.holds === "value" ? "j-hidden" : "j-small"}>{wordOf(at)}</span>
            <select
              className={slot.slot}
              aria-label={t("columnOf", { fact: label, what: wordOf(at) })}
              value={columnAt(mapped, fact.id, at) ?? ""}
              onChange={(event) => onChange(fact.id, at, event.currentTarget.value)}
            >
              <option value="">{t("noColumn")}</option>
              {names.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </li>
      ))}
    </ul>
  );
  const chosen = main.filter((at) => columnAt(mapped, fact.id, at) !== undefined).length;
  return (
    <tr className={isSaid(mapped[fact.id]) ? undefined : classes.unsaid}>
      <th scope="row">{label}</th>
      <td className="j-small">{expected(fact)}</td>
      <td>
        {isMany ? (
          <details>
            <summary className={classes.more}>
              {t("members", { chosen: String(chosen), of: String(main.length) })}
            </summary>
            {choices(main)}
          </details>
        ) : (
          choices(main)
        )}
        <details>
          <summary className={classes.more}>{t("more")}</summary>
          {choices(more)}
        </details>
      </td>
    </tr>
  );
}
