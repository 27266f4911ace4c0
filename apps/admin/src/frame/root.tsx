// What is around every page: the session gate, the top bar, and what is shown when an address or a screen fails.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { trpc } from "../api/client.ts";
import { useLanguage } from "../i18n/i18n.tsx";
import { homePath, welcomePath } from "../paths.ts";
import { useClearOfSticky } from "../ui/clear-of-sticky.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { AppLink } from "../ui/link.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice, PageTitle } from "../ui/page.tsx";
import classes from "./frame.module.css";
import { StepUpDialog } from "./step-up-dialog.tsx";
import { TopBar } from "./top-bar.tsx";
import { useFocusOnNewPage } from "./use-focus-on-new-page.ts";

const SignInScreen = lazy(async () => ({
  default: (await import("../features/sign-in/sign-in-screen.tsx")).SignInScreen,
}));

const WelcomeScreen = lazy(async () => ({
  default: (await import("../features/sign-in/welcome-screen.tsx")).WelcomeScreen,
}));

export function Root() {
  const t = useTranslations("frame");
  const session = useQuery(trpc.session.get.queryOptions(undefined, { staleTime: 60_000 }));
  const { pathname } = useLocation();
  useLanguageOfAddress();
  useFocusOnNewPage();
  useClearOfSticky();
  if (pathname === welcomePath)
    return (
      <>
        <TopBar session={null} />
        <main id="content" className={classes.alone}>
          <Suspense fallback={<Loading />}>
            <WelcomeScreen />
          </Suspense>
        </main>
      </>
    );
  return (
    <>
      <a className={classes.skip} href="#content">
        {t("skip")}
      </a>
      <TopBar session={session.data ?? null} />
      {session.data?.person ? (
        <>
          <Outlet />
          <StepUpDialog />
        </>
      ) : (
        <main id="content" className={classes.alone}>
          {session.data ? (
            <Suspense fallback={<Loading />}>
              <SignInScreen session={session.data} />
            </Suspense>
          ) : session.isError ? (
            <ErrorNotice error={session.error} onRetry={() => void session.refetch()} />
          ) : (
            <Loading />
          )}
        </main>
      )}
    </>
  );
}

/** `?lang=` on an address switches the language, also when it is reached inside the console. */
function useLanguageOfAddress(): void {
  const { lang: asked } = useSearch({ strict: false });
  const { lang, setLang } = useLanguage();
  const seen = useRef(asked);
  useEffect(() => {
    if (asked !== undefined && asked !== seen.current && asked !== lang) setLang(asked);
    seen.current = asked;
  }, [asked, lang, setLang]);
}

export function NotFound() {
  const t = useTranslations("frame.notFound");
  return (
    <main id="content" className={classes.alone}>
      <PageTitle title={t("title")}>{t("text")}</PageTitle>
      <AppLink href={homePath}>{t("home")}</AppLink>
    </main>
  );
}

/** A screen that broke. The frame around it and what was typed are still there. */
export function ScreenError() {
  const t = useTranslations("frame.crashed");
  return (
    <div className={classes.alone}>
      <Notice tone="problem" announce="now" title={t("title")}>
        <p>{t("text")}</p>
        <Button variant="default" size="compact-sm" onClick={() => window.location.reload()}>
          {t("reload")}
        </Button>
      </Notice>
    </div>
  );
}
