// The simulation as it lies on paper: what was asked, how many get what, and a line for every profile with the criteria
// that decide it. A grid of marks would not be read without colours; here everything is said in words.
import type { Decision, DraftCriterion } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Button, SegmentedControl } from "@mantine/core";
import { IconArrowLeft, IconPrinter } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { pageRules, usePageRules } from "../../ui/page-rules.ts";
import { PageTitle } from "../../ui/page.tsx";
import { papers, type Paper } from "../../ui/paper.ts";
import { stateFace } from "../../ui/tones.ts";
import { decidersOf } from "./export-simulation.ts";
import type { Show } from "./matrix.ts";
import { countsOf, type SimulatedRow, type Simulation } from "./simulate.ts";
import classes from "./simulation-paper.module.css";
import { useSimulationWords } from "./simulation-words.ts";

export interface SimulationPaperProps {
  readonly simulation: Simulation;
  readonly rows: readonly SimulatedRow[];
  readonly columns: readonly DraftCriterion[];
  readonly decision: Decision | undefined;
  readonly show: Show;
  /** The state whose profiles alone are shown. */
  readonly state: string | null;
  readonly paper: Paper;
  /** Another size, or back to the screen. */
  readonly onPaper: (paper: Paper | undefined) => void;
}

export function SimulationPaper(props: SimulationPaperProps): ReactNode {
  const { simulation, rows, columns, decision, show, state, paper, onPaper } = props;
  const t = useTranslations("simulation");
  const tp = useTranslations("booklet.print");
  const tc = useTranslations("booklet.cover");
  const tb = useTranslations("booklet");
  const format = useFormatter();
  const { ruleSet, baseline, draft, lang } = useWorkspace();
  const words = useSimulationWords(decision);
  const [printed] = useState(() => new Date());
  const title = t("title", { profiles: String(simulation.rows.length), criteria: String(columns.length) });
  const program = textIn(ruleSet.title, lang);
  const standing = draft === null ? words.head.before : tc("draft", { name: draft.name });
  usePageRules(
    pageRules(paper, {
      topLeft: [program, standing].filter(Boolean).join(" – "),
      topCentre: draft === null ? "" : tc("watermark"),
      topRight: "",
      bottomLeft: t("out.running"),
      page: tb("page"),
      of: tb("of"),
    }),
  );
  return (
    <div className="j-stack">
      <div className="j-no-print">
        <PageTitle
          title={t("out.title")}
          context={program}
          actions={
            <>
              <Button
                variant="default"
                leftSection={<IconArrowLeft size={18} aria-hidden />}
                onClick={() => onPaper(undefined)}
              >
                {t("out.back")}
              </Button>
              <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
                {tp("print")}
              </Button>
            </>
          }
        >
          {t("out.lead")}
        </PageTitle>
        <SegmentedControl
          aria-label={tp("paper")}
          data={papers.map((value) => ({ value, label: tp(value) }))}
          value={paper}
          onChange={(value) => onPaper(value === "a4" ? "a4" : "letter")}
        />
      </div>
      <article className={`j-paper ${classes.paper}`} aria-label={t("out.title")}>
        <h2>{title}</h2>
        <p>
          {[program, standing, format.dateTime(printed, { dateStyle: "long", timeStyle: "short" })]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <p>
          {baseline === null
            ? t("leadAlone", { failing: simulation.failing.length })
            : t("lead", { moved: simulation.moved.length, failing: simulation.failing.length })}
        </p>
        {decision ? (
          <>
            <h3>{textIn(decision.title, lang)}</h3>
            <Counts simulation={simulation} decision={decision} />
          </>
        ) : null}
        <h3>
          {t("out.profiles", {
            which: t(`shows.${show}`),
            count: rows.length,
            state:
              state === null || !decision
                ? ""
                : t("out.ofState", { state: stateFace(decision, state, lang).label }),
          })}
        </h3>
        <table className="j-table">
          <thead>
            <tr>
              <th scope="col">{words.head.profile}</th>
              {words.head.before === undefined ? null : <th scope="col">{words.head.before}</th>}
              <th scope="col">{words.head.after}</th>
              <th scope="col">{words.head.expected}</th>
              <th scope="col">{t("out.deciders")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.profile.id} data-profile={row.profile.id}>
                <th scope="row">
                  {row.profile.id} {words.titleOf(row)}
                </th>
                {words.head.before === undefined ? null : <td>{words.answer(row, "before")}</td>}
                <td>
                  {row.moved.length > 0 ? (
                    <strong>{words.answer(row, "after")}</strong>
                  ) : (
                    words.answer(row, "after")
                  )}
                </td>
                <td>
                  {row.differences.length === 0 ? "✓ " : "≠ "}
                  {row.differences.length === 0 ? words.verdict(row) : words.answer(row, "expected")}
                </td>
                <td>{decision ? decidersOf(row, columns, decision).join(", ") || "–" : "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </article>
    </div>
  );
}

/** How many profiles get each answer: in the release, and now. */
function Counts({
  simulation,
  decision,
}: Pick<SimulationPaperProps, "simulation"> & { readonly decision: Decision }): ReactNode {
  const t = useTranslations("simulation");
  const { baseline, lang } = useWorkspace();
  const was = new Map(countsOf(simulation, decision, "before").map(({ state, count }) => [state, count]));
  const now = countsOf(simulation, decision).filter(({ state, count }) => count + (was.get(state) ?? 0) > 0);
  return (
    <ul>
      {now.map(({ state, count }) => {
        const before = String(was.get(state) ?? 0);
        return (
          <li key={state}>
            <strong>
              {baseline === null || before === String(count)
                ? count
                : t("fromTo", { before, now: String(count) })}
            </strong>{" "}
            {stateFace(decision, state, lang).label}
          </li>
        );
      })}
    </ul>
  );
}
