// Waiting, said in words and announced; nothing spins.
import { useTranslations } from "use-intl";
import { StandIn } from "./page.tsx";

export function Loading() {
  const t = useTranslations("common");
  return <output className="j-muted">{t("loading")}</output>;
}

/** Waiting for a whole page. Its heading comes with it: whoever waits for one is not told of another. */
export function LoadingPage() {
  return (
    <StandIn>
      <Loading />
    </StandIn>
  );
}
