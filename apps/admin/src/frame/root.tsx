// What is around every page: the session gate, the top bar, and what is shown when an address or a screen fails.
import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { trpc } from "../api/client.ts";
import { useLanguage } from "../i18n/i18n.tsx";
import { homePath, welcomePath } from "../paths.ts";
import { useClearOfSticky } from "../ui/clear-of-sticky.ts";
import { useFocusInSight } from "../ui/keep-focus-in-sight.ts";
import { ErrorPage } from "../ui/error-notice.tsx";
import { fetchPart } from "../ui/fetch-part.ts";
import { AppLink } from "../ui/link.tsx";
import { LoadingPage } from "../ui/loading.tsx";
import { AlonePage, PageTitle } from "../ui/page.tsx";
import classes from "./frame.module.css";
import { StepUpDialog } from "./step-up-dialog.tsx";
import { TopBar } from "./top-bar.tsx";
import { useFocusOnNewPage } from "./use-focus-on-new-page.ts";

const SignInScreen = lazy(async () => ({
  default: (await fetchPart(() => import("../features/sign-in/sign-in-screen.tsx"))).SignInScreen,
}));

const WelcomeScreen = lazy(async () => ({
  default: (await fetchPart(() => import("../features/sign-in/welcome-screen.tsx"))).WelcomeScreen,
}));

export function Root() {
  const t = useTranslations("frame");
  const session = useQuery(trpc.session.get.queryOptions(undefined, { staleTime: 60_000 }));
  const { pathname } = useLocation();
  useLanguageOfAddress();
  useFocusOnNewPage();
  useClearOfSticky();
  useFocusInSight();
  if (pathname === welcomePath)
    return (
      <>
        <TopBar session={null} />
        <AlonePage>
          <Suspense fallback={<LoadingPage />}>
            <WelcomeScreen />
          </Suspense>
        </AlonePage>
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
        <AlonePage>
          {session.data ? (
            <Suspense fallback={<LoadingPage />}>
              <SignInScreen session={session.data} />
            </Suspense>
          ) : session.isError ? (
            <ErrorPage error={session.error} onRetry={() => void session.refetch()} />
          ) : (
            <LoadingPage />
          )}
        </AlonePage>
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
    <AlonePage>
      <PageTitle title={t("title")}>{t("text")}</PageTitle>
      <AppLink href={homePath}>{t("home")}</AppLink>
    </AlonePage>
  );
}
