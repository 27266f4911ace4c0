// Who else is in the draft, and where: a name that leads there.
import { useTranslations } from "use-intl";
import { useOthersHere } from "../draft/use-others-here.ts";
import { useWorkspace } from "../draft/use-draft.ts";
import { programPaths } from "../paths.ts";
import { AppLink } from "../ui/link.tsx";

export function OthersHereItem() {
  const t = useTranslations("frame.strip");
  const { program } = useWorkspace();
  const others = useOthersHere({ again: true });
  if (others.length === 0) return null;
  const { home } = programPaths(program);
  return (
    <li>
      {t("alsoHere")}{" "}
      {others.map(({ id, name, place }, i) => {
        const [, thing] = place.split("/");
        return (
          <span key={id}>
            {i === 0 ? "" : ", "}
            <AppLink href={place === "" ? home : `${home}/${place}`}>
              {thing === undefined ? name : t("at", { name, thing })}
            </AppLink>
          </span>
        );
      })}
    </li>
  );
}
