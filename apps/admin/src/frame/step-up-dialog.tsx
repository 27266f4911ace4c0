// Showing again who one is, when the server asks for it before something grave.
import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { trpc } from "../api/client.ts";
import { currentStepUp, subscribeToStepUp } from "../api/step-up.ts";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorNotice, useErrorWords } from "../ui/error-notice.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/page.tsx";

export function StepUpDialog() {
  const t = useTranslations("signIn.stepUp");
  const question = useSyncExternalStore(subscribeToStepUp, currentStepUp);
  return (
    <Dialog above opened={question !== null} onClose={() => question?.answer(false)} title={t("title")}>
      {question === null ? null : <StepUpForm onShown={() => question.answer(true)} />}
    </Dialog>
  );
}

function StepUpForm({ onShown }: { readonly onShown: () => void }) {
  const t = useTranslations("signIn");
  const words = useErrorWords();
  const [password, setPassword] = useState("");
  const ways = useQuery(trpc.session.stepUpWays.queryOptions());
  const stepUp = useMutation(trpc.session.stepUp.mutationOptions({ onSuccess: onShown }));
  if (ways.isError) return <ErrorNotice error={ways.error} onRetry={() => void ways.refetch()} />;
  if (!ways.data) return <Loading />;
  const { provider, demo } = ways.data;
  const here = window.location.pathname + window.location.search;
  return (
    <div className="j-stack">
      <p>{t("stepUp.why")}</p>
      {provider === null ? null : (
        <>
          <Button
            component="a"
            href={`/auth/provider?purpose=step-up&return=${encodeURIComponent(here)}`}
            variant="default"
          >
            {t("withProvider", { name: provider })}
          </Button>
          <p className="j-muted j-small">{t("stepUp.comeBack")}</p>
        </>
      )}
      {ways.data.password || demo ? (
        <form
          className="j-stack"
          onSubmit={(event) => {
            event.preventDefault();
            stepUp.mutate(demo ? {} : { password });
          }}
        >
          {stepUp.isError ? <Notice tone="problem" announce="now" title={words(stepUp.error)} /> : null}
          {demo ? null : (
            <PasswordInput
              label={t("password")}
              autoComplete="current-password"
              required
              data-autofocus
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          )}
          <Button type="submit" loading={stepUp.isPending}>
            {t("stepUp.confirm")}
          </Button>
        </form>
      ) : null}
    </div>
  );
}
