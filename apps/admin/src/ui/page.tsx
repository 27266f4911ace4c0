// The pieces a page is made of: its title, its panels, what it says when there is nothing or when something went wrong.
import { createContext, use, useId, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import frame from "../frame/frame.module.css";
import classes from "./page.module.css";

export interface PageTitleProps {
  readonly title: string;
  /** What stands in the window's title after the page's own name, e.g. the program. */
  readonly context?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** The heading of a page and the window's title. Focus comes here after a change of page. */
export function PageTitle({ title, context, children, actions }: PageTitleProps) {
  const t = useTranslations("common");
  return (
    <div className={classes.title}>
      <title>{[title, context, t("product")].filter(Boolean).join(" – ")}</title>
      <div className={classes.titleText}>
        <h1 tabIndex={-1} id="page-title">
          {title}
        </h1>
        {children === undefined ? null : <div className="j-muted">{children}</div>}
      </div>
      {actions === undefined ? null : <div className="j-row">{actions}</div>}
    </div>
  );
}

/** Whether the main part of the page is already around what is shown here. */
export const WithinMain = createContext(false);

/** The main part of a page without a program around it. */
export function AlonePage({ children }: { readonly children: ReactNode }) {
  return (
    <main id="content" className={frame.alone}>
      <WithinMain value>{children}</WithinMain>
    </main>
  );
}

/** What is shown where a whole screen should be: in the main part of the page, and in one of its own where there is none. */
export function StandIn({ children }: { readonly children: ReactNode }) {
  return use(WithinMain) ? children : <AlonePage>{children}</AlonePage>;
}

export interface PanelProps {
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}

/** A titled part of a page; a region with that title as its name. */
export function Panel({ title, actions, children, id }: PanelProps) {
  const heading = useId();
  return (
    <section className={classes.panel} aria-labelledby={heading} {...(id === undefined ? {} : { id })}>
      <div className={classes.panelHead}>
        <h2 id={heading}>{title}</h2>
        {actions === undefined ? null : <div className="j-row">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={classes.empty}>
      <strong>{title}</strong>
      {children === undefined ? null : <div>{children}</div>}
      {action}
    </div>
  );
}

export interface NoticeProps {
  readonly title?: string;
  readonly tone?: "info" | "problem";
  readonly children?: ReactNode;
  /** Announce it when it appears: at once, or when the reader pauses. */
  readonly announce?: "now" | "politely";
}

/** A message that stands in the page, near what it speaks of. Never a passing one. */
export function Notice({ title, tone = "info", children, announce }: NoticeProps) {
  const className = `${classes.notice} ${tone === "problem" ? classes.problem : ""}`;
  const content = (
    <>
      {title === undefined ? null : <span className={classes.noticeTitle}>{title}</span>}
      {children}
    </>
  );
  if (announce === "politely") return <output className={className}>{content}</output>;
  return (
    <div className={className} {...(announce === "now" ? { role: "alert" } : {})}>
      {content}
    </div>
  );
}
