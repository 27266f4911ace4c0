// Where a one-time link leads: its person chooses a password and is signed in. The token stands after `#`, which no
// browser sends to a server by itself.
import { shortestPassword } from "@jumelage/api/schemas";
import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { api, rememberSession, trpc } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import { homePath } from "../../paths.ts";
import { ErrorNotice, useErrorWords } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { LoadingPage } from "../../ui/loading.tsx";
import { Notice, PageTitle } from "../../ui/page.tsx";
import classes from "./sign-in.module.css";

export function WelcomeScreen() {
  const t = useTranslations("signIn.welcome");
  const [token] = useState(() => window.location.hash.slice(1));
  const link = useQuery({
    queryKey: ["sign-in-link", token],
    queryFn: () => api.session.link.mutate({ token }),
    enabled: token !== "",
    staleTime: Infinity,
    retry: false,
  });
  if (
    token === "" ||
    refusalOf(link.error)?.code === "not-found" ||
    refusalOf(link.error)?.code === "invalid-input"
  )
    return (
      <div className="j-stack">
        <PageTitle title={t("overTitle")}>{t("over")}</PageTitle>
        <AppLink href={homePath}>{t("toSignIn")}</AppLink>
      </div>
    );
  if (link.isError)
    return (
      <>
        <PageTitle title={t("title", { name: "" })} />
        <ErrorNotice error={link.error} onRetry={() => void link.refetch()} />
      </>
    );
  if (!link.data) return <LoadingPage />;
  return <ChoosePassword token={token} {...link.data} />;
}

interface Welcomed {
  readonly token: string;
  readonly name: string;
  readonly email: string | null;
}

function ChoosePassword({ token, name, email }: Welcomed) {
  const t = useTranslations("signIn");
  const words = useErrorWords();
  const navigate = useNavigate();
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [asked, setAsked] = useState(false);
  const choose = useMutation(
    trpc.session.choosePassword.mutationOptions({
      onSuccess(session) {
        rememberSession(session);
        void navigate({ to: homePath, replace: true });
      },
    }),
  );
  const tooShort = password.length < shortestPassword;
  const differs = again !== password;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(true);
    if (!tooShort && !differs) choose.mutate({ token, password });
  };
  const obvious = refusalOf(choose.error)?.details["reason"] === "obvious-password";
  return (
    <div className="j-stack">
      <PageTitle title={t("welcome.title", { name })}>{t("welcome.lead")}</PageTitle>
      <form className={classes.form} onSubmit={submit} noValidate>
        {choose.isError ? (
          <Notice
            tone="problem"
            announce="now"
            title={obvious ? t("welcome.obvious") : words(choose.error)}
          />
        ) : null}
        {/* For password managers: which account this password is of. */}
        <input type="text" name="username" autoComplete="username" value={email ?? ""} readOnly hidden />
        <PasswordInput
          label={t("welcome.new")}
          description={t("welcome.hint", { count: String(shortestPassword) })}
          autoComplete="new-password"
          value={password}
          error={asked && tooShort ? t("welcome.short", { count: String(shortestPassword) }) : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("welcome.again")}
          autoComplete="new-password"
          value={again}
          error={asked && differs ? t("welcome.differs") : undefined}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <Button type="submit" loading={choose.isPending}>
          {t("welcome.choose")}
        </Button>
      </form>
    </div>
  );
}
