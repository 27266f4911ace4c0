// Waiting, said in words and announced; nothing spins.
import { useTranslations } from "use-intl";

export function Loading() {
  const t = useTranslations("common");
  return (
    <p role="status" className="j-muted">
      {t("loading")}
    </p>
  );
}
