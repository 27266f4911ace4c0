// The apps of a program, each with where it stands and what to do about it.
import type { Program } from "@jumelage/api/schemas";
import { useNow, useTranslations } from "use-intl";
import type { ReactNode } from "react";
import { useWorkspace } from "../../draft/use-draft.ts";
import { Moment, useList } from "../../ui/moment.tsx";
import { EmptyState, Panel } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import classes from "./applications.module.css";
import { standingOf, type App, type Standing } from "./standing.ts";

export function AppsPanel({ program }: { readonly program: Program }): ReactNode {
  const t = useTranslations("applications");
  const now = useNow();
  const inForce = program.current?.number;
  const following = program.consumers.filter(
    (app) => standingOf(app, inForce, now).kind === "current",
  ).length;
  return (
    <Panel title={t("apps")}>
      {program.consumers.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      ) : (
        <>
          <p>
            {inForce === undefined
              ? t("unpublished")
              : t("adoption", { number: String(inForce), following, count: program.consumers.length })}
          </p>
          <Scroll label={t("apps")}>
            <table className="j-table">
              <thead>
                <tr>
                  <th scope="col">{t("app")}</th>
                  <th scope="col">{t("state")}</th>
                  <th scope="col">{t("channels")}</th>
                  <th scope="col">{t("sends")}</th>
                  <th scope="col">{t("seen")}</th>
                </tr>
              </thead>
              <tbody>
                {program.consumers.map((app) => (
                  <AppRow key={app.id} app={app} standing={standingOf(app, inForce, now)} />
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </Panel>
  );
}

const glyphs = { current: "✓", behind: "◐", silent: "■", never: "–" } as const;

function AppRow({ app, standing }: { readonly app: App; readonly standing: Standing }): ReactNode {
  const t = useTranslations("applications");
  return (
    <tr>
      <th scope="row">
        {app.name}
        <div className="j-muted j-small">{app.id}</div>
      </th>
      <td>
        <strong>
          <span aria-hidden="true">{glyphs[standing.kind]}</span> <StandingWords standing={standing} />
        </strong>
        <div className={classes.next}>{t(`next.${standing.kind}`)}</div>
      </td>
      <td>
        {app.channels.length === 0
          ? "–"
          : app.channels.map((c) => (
              <div key={c.channel}>
                {c.channel}
                {c.release === null ? "" : ` · ${t("version", { number: String(c.release) })}`}
              </div>
            ))}
      </td>
      <td>
        <Sends app={app} />
      </td>
      <td>{app.lastSeenAt === null ? t("neverSeen") : <Moment at={app.lastSeenAt} />}</td>
    </tr>
  );
}

function StandingWords({ standing }: { readonly standing: Standing }): ReactNode {
  const t = useTranslations("applications.standing");
  switch (standing.kind) {
    case "behind":
      return t("behind", { count: standing.versions });
    case "silent":
      return standing.hours < 48
        ? t("silentHours", { count: standing.hours })
        : t("silentDays", { count: Math.floor(standing.hours / 24) });
    default:
      return t(standing.kind);
  }
}

/** Which facts it says it sends, of those that the criteria ask for: names, never values. */
function Sends({ app }: { readonly app: App }): ReactNode {
  const t = useTranslations("applications");
  const { ruleSet, lang } = useWorkspace();
  const list = useList();
  const said = app.channels.flatMap((c) => c.sends ?? []);
  if (app.channels.every((c) => c.sends === null)) return t("sendsUnknown");
  const asked = ruleSet.facts.filter((f) => f.derive === undefined);
  const left = asked.filter((f) => !said.includes(f.id));
  return (
    <>
      {t("sendsCount", { sent: asked.length - left.length, of: asked.length })}
      {left.length === 0 ? null : (
        <details>
          <summary className={classes.summary}>{t("sendsLeft", { count: left.length })}</summary>
          <p>{list(left.map((f) => f.label[lang]))}</p>
        </details>
      )}
    </>
  );
}
