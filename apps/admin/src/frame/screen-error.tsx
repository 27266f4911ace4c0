// What stands where a screen that failed should be: one that broke, or one that could not be fetched for want of a connection.
import { Button } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { isServerThere, PartMissing } from "../ui/fetch-part.ts";
import { Notice, PageTitle, StandIn } from "../ui/page.tsx";

/** The frame around it and what was typed are still there. */
export function ScreenError({ error }: { readonly error: unknown }) {
  return <StandIn>{error instanceof PartMissing ? <Unfetched /> : <Crashed />}</StandIn>;
}

function Crashed() {
  const t = useTranslations("frame.crashed");
  return (
    <>
      <PageTitle title={t("title")} />
      <Notice tone="problem" announce="now" title={t("text")}>
        <Button variant="default" size="compact-sm" onClick={() => window.location.reload()}>
          {t("reload")}
        </Button>
      </Notice>
    </>
  );
}

/** Tried again when the connection returns, or when somebody asks; the page is left only for one that does come. */
function Unfetched() {
  const t = useTranslations("frame.unfetched");
  const tc = useTranslations("common");
  const [tries, setTries] = useState(0);
  const tryAgain = useCallback(async (): Promise<void> => {
    if (await isServerThere()) window.location.reload();
    else setTries((before) => before + 1);
  }, []);
  useEffect(() => {
    const online = (): void => void tryAgain();
    window.addEventListener("online", online);
    return () => window.removeEventListener("online", online);
  }, [tryAgain]);
  return (
    <>
      <PageTitle title={t("title")} />
      <Notice tone="problem" announce="now" title={t("text")}>
        <Button variant="default" size="compact-sm" onClick={() => void tryAgain()}>
          {tc("retry")}
        </Button>
        <output key={tries}>{tries === 0 ? null : t("stillNot")}</output>
      </Notice>
    </>
  );
}
