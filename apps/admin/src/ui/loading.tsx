// Waiting, said in words and announced; nothing spins.
import { useTranslations } from "use-intl";

export function Loading() {
  const t = useTranslations("common");
  return <output className="j-muted">{t("loading")}</output>;
}
