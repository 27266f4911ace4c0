// Signing in. In demonstration mode, fictitious people of each role stand ready, one click each.
import type { Session } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useLocation, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { rememberSession, trpc } from "../../api/client.ts";
import { useLanguage } from "../../i18n/i18n.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Notice, PageTitle } from "../../ui/page.tsx";
import { PasswordForm } from "./password-form.tsx";
import classes from "./sign-in.module.css";

export function SignInScreen({ session }: { readonly session: Session }) {
  const t = useTranslations("signIn");
  const { lang } = useLanguage();
  const failure = failureOf(useSearch({ strict: false }).connexion);
  const here = useLocation().pathname;
  const signIn = useMutation(trpc.session.signIn.mutationOptions({ onSuccess: rememberSession }));
  return (
    <div className="j-stack">
      <PageTitle title={t("title")}>{t("lead")}</PageTitle>
      {signIn.isError ? <ErrorNotice error={signIn.error} /> : null}
      {failure === undefined ? null : (
        <Notice tone="problem" announce="now" title={t(`failure.${failure}`)} />
      )}
      {session.mode === "demo" ? (
        <Notice title={t("demoTitle")}>
          <p>{t("demo")}</p>
        </Notice>
      ) : null}
      {session.provider === null ? null : (
        <div className={classes.form}>
          <Button
            component="a"
            className={classes.provider ?? ""}
            href={`/auth/provider?return=${encodeURIComponent(here)}`}
            size="md"
          >
            {t("withProvider", { name: session.provider.name })}
          </Button>
          <p className="j-muted">{t("or")}</p>
        </div>
      )}
      {session.mode === "production" ? <PasswordForm /> : null}
      <ul className={classes.people}>
        {session.demoPeople.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className={classes.card}
              disabled={signIn.isPending}
              onClick={() => signIn.mutate({ personId: person.id })}
            >
              <span className={classes.initials} aria-hidden="true">
                {initials(person.name)}
              </span>
              <span className={classes.words}>
                <span className={classes.name}>
                  <span className="j-hidden">{t("as")}</span> {person.name}
                </span>
                <span className="j-muted">{person.title[lang]}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Why the provider signed nobody in, as the server says it in the address. */
const failures = [
  "no-attempt",
  "refused",
  "no-account",
  "somebody-else",
  "not-again",
  "unreachable",
] as const;

function failureOf(said: string | undefined): (typeof failures)[number] | undefined {
  return failures.find((failure) => failure === said);
}

function initials(name: string): string {
  return name
    .split(/[\s-]+/)
    .map((part) => part[0] ?? "")
    .join("")
    .slice(0, 2);
}
