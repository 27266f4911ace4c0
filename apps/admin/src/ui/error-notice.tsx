// What went wrong, worded from the one funnel of errors, with what to do next.
import type { ChangesUnseen } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { queryClient } from "../api/client.ts";
import { refusalOf, requestIdOf, isOffline } from "../api/refusal.ts";
import { useLanguage } from "../i18n/i18n.tsx";
import { homePath } from "../paths.ts";
import { useFocusLeftBehind } from "./bring-focus.ts";
import { AppLink } from "./link.tsx";
import { Notice, PageTitle, StandIn } from "./page.tsx";

/** The sentences for an error in the reader's language. */
export function useErrorWords(): (error: unknown) => string {
  const t = useTranslations("refusals");
  const { lang } = useLanguage();
  return (error) => {
    const refusal = refusalOf(error);
    if (refusal?.details["reason"] === "own-edit") return t("ownEdits");
    if (refusal?.details["reason"] === "wrong-status") return t("wrongStatus");
    if (refusal?.details["reason"] === "base-moved") return t("baseMoved");
    if (refusal?.details["reason"] === "vault-full") return t("vaultFull");
    if (refusal?.details["reason"] === "vault-unwritable") return t("vaultUnwritable");
    if (refusal?.details["reason"] === "vault-ahead") return t("vaultAhead");
    if (refusal?.details["reason"] === "open-conflicts") return t("openConflicts");
    if (refusal?.details["reason"] === "ill-typed") return t("illTyped");
    if (refusal?.details["reason"] === "name-taken") return t("draftNameTaken");
    if (refusal?.details["reason"] === "wrong-password") return t("wrongPassword");
    if (refusal?.details["reason"] === "last-admin") return t("lastAdmin");
    if (refusal?.details["reason"] === "id-taken") return t("idTaken");
    if (refusal?.details["reason"] === "email-taken") return t("emailTaken");
    if (refusal?.code === "stale-revision" && "channel" in refusal.details) return t("channelMoved");
    if (refusal?.code === "stale-revision" && "schedule" in refusal.details) return t("scheduleEnded");
    if (refusal?.code === "stale-revision" && "webhook" in refusal.details) return t("webhookChanged");
    if (refusal?.code === "changes-unseen") {
      // As the server types it: a schema here would be loaded with every first page.
      const unseen = (refusal.details as Partial<ChangesUnseen>).changes ?? [];
      const words = unseen.slice(0, 3).map((change) => change.words[lang]);
      const list = [...words, ...(unseen.length > words.length ? ["…"] : [])].join(" ");
      if (words.length > 0) return t("changesUnseen", { count: unseen.length, list });
    }
    if (refusal) return t(refusal.code);
    if (isOffline(error)) return t("offline");
    const id = requestIdOf(error);
    return id === null ? t("fault") : `${t("fault")} ${t("faultCode", { id })}`;
  };
}

/** Whether another role is what it takes, and nothing nearer. */
function isForRoles(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal?.code === "forbidden" && refusal.details["reason"] === undefined;
}

function RetryButton({
  variant,
  onRetry,
}: {
  readonly variant: "default" | "subtle";
  readonly onRetry: () => void;
}) {
  const t = useTranslations("common");
  const button = useRef<HTMLButtonElement>(null);
  useFocusLeftBehind(button);
  return (
    <Button ref={button} variant={variant} size="compact-sm" onClick={onRetry}>
      {t("retry")}
    </Button>
  );
}

export function ErrorNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const tr = useTranslations("refusals");
  const words = useErrorWords();
  return (
    <Notice tone="problem" announce="now" title={words(error)}>
      {isForRoles(error) ? <p>{tr("whoGivesRoles")}</p> : null}
      {onRetry === undefined ? null : <RetryButton variant="default" onRetry={onRetry} />}
    </Notice>
  );
}

/** What was asked of the server, as the library keeps it. */
interface Asked {
  readonly isError: boolean;
  readonly error: unknown;
  readonly data: unknown;
  readonly dataUpdatedAt: number;
  readonly refetch: () => Promise<unknown>;
}

/** What is wrong with an answer: that it did not come, or that what is shown is of before. Nothing where all is well. */
export function QueryTrouble({ query }: { readonly query: Asked }) {
  const t = useTranslations("common");
  const format = useFormatter();
  const { isError, error, data, dataUpdatedAt } = query;
  const retry = (): void => void query.refetch();
  if (!isError) return null;
  if (data === undefined) return <ErrorNotice error={error} onRetry={retry} />;
  // What else is of before is so for the same reason: one press asks for all of it.
  const retryAll = (): void =>
    void queryClient.refetchQueries({ type: "active", predicate: ({ state }) => state.status === "error" });
  return (
    <Notice announce="politely">
      {t("old", { when: format.dateTime(new Date(dataUpdatedAt), { timeStyle: "short" }) })}{" "}
      <RetryButton variant="subtle" onRetry={retryAll} />
    </Notice>
  );
}

/** A page that cannot be shown at all: titled, with what to do next. */
export function ErrorPage({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useTranslations("common");
  const tf = useTranslations("frame.notFound");
  return (
    <StandIn>
      <PageTitle title={t(refusalOf(error)?.code === "not-found" ? "notFound" : "notShown")} />
      <div className="j-stack">
        <ErrorNotice error={error} {...(onRetry ? { onRetry } : {})} />
        <AppLink href={homePath}>{tf("home")}</AppLink>
      </div>
    </StandIn>
  );
}
