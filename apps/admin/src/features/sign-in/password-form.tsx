// Signing in with an e-mail address and a password. What was typed stays when it was refused.
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { rememberSession, trpc } from "../../api/client.ts";
import { useErrorWords } from "../../ui/error-notice.tsx";
import { Notice } from "../../ui/page.tsx";
import classes from "./sign-in.module.css";

export function PasswordForm() {
  const t = useTranslations("signIn");
  const words = useErrorWords();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation(trpc.session.signInWithPassword.mutationOptions({ onSuccess: rememberSession }));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    signIn.mutate({ email: email.trim(), password });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {signIn.isError ? <Notice tone="problem" announce="now" title={words(signIn.error)} /> : null}
      <TextInput
        label={t("email")}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t("password")}
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" loading={signIn.isPending}>
        {t("signIn")}
      </Button>
      <p className="j-muted j-small">{t("lost")}</p>
    </form>
  );
}
