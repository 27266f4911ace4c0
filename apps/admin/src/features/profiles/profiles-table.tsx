// The saved profiles as a table, with the filters above it.
import type { Profile } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { memo, useCallback, useMemo, useState, type ReactNode, type Ref } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { QueryTrouble } from "../../ui/error-notice.tsx";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { EmptyState } from "../../ui/page.tsx";
import { RowSpacer, useRowsInSight } from "../../ui/rows-in-sight.tsx";
import { searchable } from "../../ui/searchable.ts";
import { stateFace } from "../../ui/tones.ts";
import type { SimulatedRow, Simulation } from "../simulation/simulate.ts";
import { statementId } from "../vocabulary/refs.tsx";
import type { Cited } from "../vocabulary/statements.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import classes from "./profiles.module.css";
import { useTagNames } from "./tag-names.ts";
import { useOrigins, useReasons } from "./use-origins.ts";

export function ProfilesTable({ simulation }: { readonly simulation: Simulation }): ReactNode {
  const t = useTranslations("profiles");
  const { ruleSet, lang, profilesEditable } = useWorkspace();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const origins = useOrigins();
  const reasonOf = useReasons();
  const { nameOf } = useTagNames();
  const [search, setSearch] = useState("");
  const [tag, setTag] = useState("");
  const [state, setState] = useState("");
  const [failing, setFailing] = useState(false);
  const decision = ruleSet.decisions.find((d) => d.kind === "one") ?? ruleSet.decisions[0];
  const tags = useMemo(
    () => [...new Set(simulation.rows.flatMap((r) => r.profile.tags))].sort(),
    [simulation],
  );
  const texts = useMemo(
    () => new Map(simulation.rows.map(({ profile }) => [profile.id, searchedIn(profile, nameOf)])),
    [simulation, nameOf],
  );
  const rows = useMemo(() => {
    const words = searchable(search).split(/\s+/).filter(Boolean);
    return simulation.rows.filter(({ profile, after, differences }) => {
      const text = texts.get(profile.id) ?? "";
      const decided = decision && after.result.decisions[decision.id];
      return (
        words.every((w) => text.includes(w)) &&
        (tag === "" || profile.tags.includes(tag)) &&
        (state === "" || (decided?.kind === "one" && decided.state === state)) &&
        (!failing || differences.length > 0)
      );
    });
  }, [simulation, texts, decision, search, tag, state, failing]);
  const { table, rows: inSight, above, below, measure } = useRowsInSight(rows.length);
  const columns = profilesEditable ? 7 : 6;
  // Those that are out of sight, or gone, are not acted on.
  const chosen = new Set(rows.map((row) => row.profile.id).filter((id) => picked.has(id)));
  const pick = useCallback((ids: readonly string[], isPicked: boolean): void => {
    setPicked((all) => new Set(isPicked ? [...all, ...ids] : [...all].filter((id) => !ids.includes(id))));
  }, []);
  const states = decision ? [...decision.outcomes.map((o) => o.id), "@safety-unknown", "@undetermined"] : [];
  return (
    <>
      <QueryTrouble query={origins} />
      <div className={classes.filters}>
        <TextInput
          label={t("search")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <NativeSelect
          label={t("tag")}
          value={tag}
          data={[{ value: "", label: t("any") }, ...tags.map((x) => ({ value: x, label: nameOf(x) }))]}
          onChange={(event) => setTag(event.currentTarget.value)}
        />
        {decision ? (
          <NativeSelect
            label={t("outcome")}
            value={state}
            data={[
              { value: "", label: t("any") },
              ...states.map((s) => ({ value: s, label: stateFace(decision, s, lang).label })),
            ]}
            onChange={(event) => setState(event.currentTarget.value)}
          />
        ) : null}
        <Checkbox
          label={t("failingOnly")}
          checked={failing}
          onChange={(event) => setFailing(event.currentTarget.checked)}
        />
      </div>
      <output className="j-muted j-small">
        {t("shown", { count: rows.length, total: String(simulation.rows.length) })}
      </output>
      {profilesEditable ? <BulkBar chosen={chosen} onNone={() => setPicked(new Set())} /> : null}
      {rows.length === 0 ? (
        <EmptyState title={t("noneShown")} />
      ) : (
        <div className="j-scroll">
          <table ref={table} className="j-table" aria-label={t("title")} aria-rowcount={rows.length + 1}>
            <thead>
              <tr aria-rowindex={1}>
                {profilesEditable ? (
                  <td>
                    <Checkbox
                      aria-label={t("bulk.chooseAll")}
                      checked={chosen.size === rows.length}
                      indeterminate={chosen.size > 0 && chosen.size < rows.length}
                      onChange={(event) =>
                        pick(
                          rows.map((row) => row.profile.id),
                          event.currentTarget.checked,
                        )
                      }
                    />
                  </td>
                ) : null}
                <th scope="col">{t("profile")}</th>
                <th scope="col">{t("obtained")}</th>
                <th scope="col">{t("expected")}</th>
                <th scope="col">{t("verdict")}</th>
                <th scope="col">{t("provenance.title")}</th>
                <th scope="col">{t("tags")}</th>
              </tr>
            </thead>
            <tbody>
              <RowSpacer height={above} width={columns} />
              {inSight.map((index) => {
                const row = rows[index];
                return row === undefined ? null : (
                  <ProfileRow
                    key={row.profile.id}
                    ref={measure}
                    row={row}
                    index={index}
                    reason={reasonOf(row.profile.id)}
                    isChosen={chosen.has(row.profile.id)}
                    onPick={profilesEditable ? pick : undefined}
                  />
                );
              })}
              <RowSpacer height={below} width={columns} />
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

interface ProfileRowProps {
  readonly ref: Ref<HTMLTableRowElement> | undefined;
  readonly row: SimulatedRow;
  /** Its place among the rows shown. */
  readonly index: number;
  /** The statement of a document that says what is expected. */
  readonly reason: Cited | undefined;
  readonly isChosen: boolean;
  /** Absent where nothing can be done with it. */
  readonly onPick: ((ids: readonly string[], isPicked: boolean) => void) | undefined;
}

const ProfileRow = memo(function ProfileRow(props: ProfileRowProps): ReactNode {
  const { ref, row, index, reason, isChosen, onPick } = props;
  const t = useTranslations("profiles");
  const { ruleSet, program, lang } = useWorkspace();
  const { nameOf } = useTagNames();
  const { profile } = row;
  const decision = ruleSet.decisions.find((d) => d.kind === "one");
  const decided = decision && row.after.result.decisions[decision.id];
  const wanted = decision && profile.expected.decisions[decision.id];
  const ok = row.differences.length === 0;
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2}>
      {onPick ? (
        <td>
          <Checkbox
            aria-label={t("bulk.choose", { title: textIn(profile.title, lang) || profile.id })}
            checked={isChosen}
            onChange={(event) => onPick([profile.id], event.currentTarget.checked)}
          />
        </td>
      ) : null}
      <th scope="row" className={classes.name}>
        <AppLink href={programPaths(program).profile(profile.id)}>
          {textIn(profile.title, lang) || profile.id}
        </AppLink>{" "}
        <span className="j-muted">{profile.id}</span>
      </th>
      <td>
        {decision && decided?.kind === "one" ? (
          <OutcomeBadge
            lang={lang}
            decision={decision}
            state={decided.state}
            show="short"
            changed={row.moved.includes(decision.id)}
          />
        ) : (
          "–"
        )}
      </td>
      <td>
        {decision && typeof wanted === "string" ? (
          <OutcomeBadge lang={lang} decision={decision} state={wanted} show="short" />
        ) : (
          t("nothingExpected")
        )}
      </td>
      <td className={ok ? undefined : classes.not}>
        <span aria-hidden="true">{ok ? "✓ " : "≠ "}</span>
        {t(ok ? "asExpected" : "notAsExpected")}
      </td>
      <td className="j-muted">
        {t(`provenance.short.${profile.provenance}`)}
        {reason ? (
          <>
            {" · "}
            <AppLink
              href={`${programPaths(program).vocabulary}#${statementId(reason.statement.id)}`}
              title={textIn(reason.statement.text, lang)}
            >
              {reason.statement.id}
            </AppLink>
          </>
        ) : null}
      </td>
      <td className="j-muted">{profile.tags.map(nameOf).join(", ")}</td>
    </tr>
  );
});

/** What the search looks through. */
function searchedIn({ id, title, tags }: Profile, nameOf: (tag: string) => string): string {
  return searchable(`${id} ${title.fr} ${title.en} ${tags.map(nameOf).join(" ")}`);
}
