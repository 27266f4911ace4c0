// Waiting, said in words and announced; nothing spins.
import { useTranslations } from "use-intl";
import { StandIn } from "./page.tsx";
import classes from "./page.module.css";

export function Loading() {
  const t = useTranslations("common");
  return <output className="j-muted">{t("loading")}</output>;
}

/** Waiting for a whole page: it has no title yet, and these words are its heading. */
export function LoadingPage() {
  return (
    <StandIn>
      <h1 className={classes.waiting}>
        <Loading />
      </h1>
    </StandIn>
  );
}
